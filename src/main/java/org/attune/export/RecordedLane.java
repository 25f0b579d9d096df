package org.attune.export;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.attune.pipeline.Moment;
import org.attune.review.Annotation;
import org.attune.session.LaneId;
import org.attune.session.Session;

/**
 * One person's lane as it was recorded, before anything is left out: what an export is cut from.
 * Never handed to a format.
 *
 * @param session who met and when
 * @param lane whose data are asked for
 * @param person who that is
 * @param moments of the whole session, in order
 * @param recording how well it was recorded
 * @param settingsText the settings it was judged under
 * @param policyId the signal policy of the code that judged it, where known
 * @param softwareVersion of the program that exports
 * @param shared where the session is to be reviewed elsewhere: what of the words said of it its
 *     recipient may see; absent where only data are to leave
 */
public record RecordedLane(
        Session session,
        LaneId lane,
        ExportContent.Identity person,
        List<Moment> moments,
        Recording recording,
        String settingsText,
        Optional<String> policyId,
        String softwareVersion,
        Optional<List<Annotation>> shared) {
    /** A lane of which data are to leave. */
    public RecordedLane(
            Session session,
            LaneId lane,
            ExportContent.Identity person,
            List<Moment> moments,
            Recording recording,
            String settingsText,
            Optional<String> policyId,
            String softwareVersion) {
        this(
                session,
                lane,
                person,
                moments,
                recording,
                settingsText,
                policyId,
                softwareVersion,
                Optional.empty());
    }

    /** The same, to be reviewed elsewhere together with these words. */
    public RecordedLane sharing(List<Annotation> words) {
        return new RecordedLane(
                session,
                lane,
                person,
                moments,
                recording,
                settingsText,
                policyId,
                softwareVersion,
                Optional.of(List.copyOf(words)));
    }

    public RecordedLane {
        moments = List.copyOf(moments);
        if (session.participants().stream().noneMatch(each -> each.lane().equals(lane))) {
            throw new IllegalArgumentException("no such lane in this session: " + lane);
        }
        Objects.requireNonNull(person, "person");
    }

    /**
     * How well it was recorded.
     *
     * @param closed whether the recording was ended in order
     * @param holes stretches in which moments were lost
     * @param lost moments that were lost
     */
    public record Recording(boolean closed, int holes, long lost) {}
}

package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.review.Annotations;
import org.attune.review.ReviewFigures;
import org.attune.review.SessionTimeline;
import org.attune.review.Timeline;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.store.StoredSession;

/**
 * A session as it is reviewed: who met, what became of each, and what of the recording is missing.
 * What a window, a page and the words of the command all show.
 *
 * @param name of the session or the file
 * @param session who met and when; empty for a file
 * @param timeline of the people who agreed to it
 * @param figures of each lane, in the order of the timeline
 * @param remarks what of the recording is missing or damaged, and what was corrected in it
 */
record ReviewedSession(
        String name,
        Optional<Session> session,
        SessionTimeline timeline,
        List<ReviewFigures> figures,
        List<String> remarks) {
    /**
     * Lays a recorded session out, on all processors.
     *
     * @param people whose lanes are wanted
     * @param annotations what was said of it afterwards; marks stand where they stand by it
     */
    static ReviewedSession ofStored(
            StoredSession stored, List<Participant> people, Annotations annotations) {
        SessionTimeline timeline =
                SessionTimeline.of(
                        people.stream().map(Participant::lane).toList(),
                        annotations.over(stored.moments()),
                        Parallel::map);
        Session session = stored.entry().session();
        List<String> remarks =
                new ArrayList<>(
                        stored.holes().isEmpty()
                                ? stored.entry().problems()
                                : List.of(stored.entry().lost() + " moments are missing"));
        remarks.addAll(annotations.remarks());
        return of(session.id().value(), Optional.of(session), timeline, remarks);
    }

    static ReviewedSession ofFile(String file, SessionTimeline timeline) {
        return of(file, Optional.empty(), timeline, List.of());
    }

    private static ReviewedSession of(
            String name,
            Optional<Session> session,
            SessionTimeline timeline,
            List<String> remarks) {
        return new ReviewedSession(
                name,
                session,
                timeline,
                Parallel.map(timeline.lanes(), ReviewFigures::of),
                remarks);
    }

    /** Each lane with its figures. */
    Map<Timeline, ReviewFigures> lanes() {
        Map<Timeline, ReviewFigures> lanes = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            lanes.put(timeline.lanes().get(i), figures.get(i));
        }
        return lanes;
    }

    /** The pseudonym of a lane; the lane's own name for a file. */
    String who(LaneId lane) {
        return session.stream()
                .flatMap(each -> each.participants().stream())
                .filter(each -> each.lane().equals(lane))
                .map(Participant::code)
                .map(code -> lane + " " + code.value())
                .findFirst()
                .orElse(lane.value());
    }
}

package org.attune.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.beat.Verdict;
import org.attune.consent.DataCategory;
import org.attune.pipeline.Moment;
import org.attune.regulation.RegulationState;
import org.attune.review.Annotation;
import org.attune.review.ReviewFigures;
import org.attune.review.Timeline;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.signal.Pace;

/**
 * What every format is written from: one person's lane of one session, already cut to what was
 * granted and pseudonymised. A format writes what it finds here and knows of nothing else; what was
 * not granted is absent, and so is a number that was withheld on the screen. Immutable.
 *
 * <p>All times are nanoseconds since the session's start.
 *
 * @param subject whose data these are
 * @param session stands for the session, the same for this recipient and purpose every time
 * @param startedAt when session time was zero
 * @param durationNanos session time of the last recorded moment
 * @param categories what was granted and is therefore in here
 * @param source how the beats were sensed; {@link SourceClass#UNKNOWN} where it changed
 * @param simulated whether no living heart is behind it: every format says so
 * @param intervals every interval as reported, in order; empty without {@link DataCategory#RR}
 * @param seconds what was shown, once a second
 * @param gaps where beats were lost, between two segments of intervals
 * @param marks the therapist's, those taken back and private ones left out
 * @param sensors in the order of their use; empty without {@link DataCategory#DEVICE}
 * @param provenance where the figures come from
 * @param reviewed the lane laid out in time with its figures; with {@link DataCategory#REPORT}
 * @param shared the lane's log, to be reviewed elsewhere; absent where only data are to leave
 */
public record ExportContent(
        Subject subject,
        String session,
        Instant startedAt,
        long durationNanos,
        Set<DataCategory> categories,
        SourceClass source,
        boolean simulated,
        List<Interval> intervals,
        List<Second> seconds,
        List<Gap> gaps,
        List<Mark> marks,
        List<SensorUsed> sensors,
        Provenance provenance,
        Optional<Reviewed> reviewed,
        Optional<Shared> shared) {
    public ExportContent {
        categories =
                categories.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(categories));
        intervals = List.copyOf(intervals);
        seconds = List.copyOf(seconds);
        gaps = List.copyOf(gaps);
        marks = List.copyOf(marks);
        sensors = List.copyOf(sensors);
    }

    /** Without a page to print. */
    public ExportContent(
            Subject subject,
            String session,
            Instant startedAt,
            long durationNanos,
            Set<DataCategory> categories,
            SourceClass source,
            boolean simulated,
            List<Interval> intervals,
            List<Second> seconds,
            List<Gap> gaps,
            List<Mark> marks,
            List<SensorUsed> sensors,
            Provenance provenance) {
        this(
                subject,
                session,
                startedAt,
                durationNanos,
                categories,
                source,
                simulated,
                intervals,
                seconds,
                gaps,
                marks,
                sensors,
                provenance,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What a session is reviewed from elsewhere, cut as all else.
     *
     * @param lane whose, among the people of the session
     * @param moments what was heard, judged, shown and marked
     * @param words what was said of it afterwards and may be seen by the recipient
     * @param settingsFingerprint of the settings it was judged under
     */
    public record Shared(
            LaneId lane, List<Moment> moments, List<Annotation> words, String settingsFingerprint) {
        public Shared {
            moments = List.copyOf(moments);
            words = List.copyOf(words);
        }
    }

    /**
     * What a printed page is drawn from, cut as all else: no lane but this person's, no private
     * mark, no mark that was taken back, no free text.
     *
     * @param timeline the lane
     * @param figures its figures
     * @param settingsFingerprint of the settings it was judged under; tells nothing of the person
     */
    public record Reviewed(Timeline timeline, ReviewFigures figures, String settingsFingerprint) {}

    /**
     * What of a lane was granted, under the names it was granted for.
     *
     * @param granted the categories that may leave; all others are left out
     * @param pseudonyms those of the recipient and the purpose
     */
    public static ExportContent of(
            RecordedLane lane, Set<DataCategory> granted, Pseudonyms pseudonyms) {
        return new ContentCut(lane, granted, pseudonyms).cut();
    }

    /**
     * Whose data these are.
     *
     * @param pseudonym stands for the person; letters and digits only
     * @param identity who it is; only where {@link DataCategory#IDENTITY} was granted
     */
    public record Subject(String pseudonym, Optional<Identity> identity) {}

    /**
     * Who a person is, as far as the vault knows. Its text form is redacted, so that it cannot slip
     * into a log.
     *
     * @param code the code the vault knows them by
     * @param name where known
     * @param born where known
     */
    public record Identity(String code, Optional<String> name, Optional<LocalDate> born) {
        @Override
        public String toString() {
            return "Identity[redacted]";
        }
    }

    /**
     * An interval between two beats, as the sensor reported it. Its end is when the beat fell.
     *
     * @param onsetNanos beginning; the first of a session may begin before it, hence below 0
     * @param durationNanos length, {@code > 0}
     * @param segment from 1; a gap lies between two segments, and no difference is taken across it
     * @param verdict the judgement on it; only with {@link DataCategory#ESTIMATES}
     */
    public record Interval(
            long onsetNanos, long durationNanos, int segment, Optional<Verdict> verdict) {
        /** When the beat fell that ended it. */
        public long beatNanos() {
            return onsetNanos + durationNanos;
        }
    }

    /**
     * What was shown at one second; each part absent where it was withheld or not granted.
     *
     * @param atNanos when
     * @param bpm beats a minute; with {@link DataCategory#HR}
     * @param state with {@link DataCategory#ESTIMATES}, as is all that follows
     * @param pace absent where the signal was withheld
     * @param level distance from the middle of the usual range in steps of the personal scale
     * @param confidence in the data, 0 to 1
     * @param rmssdMillis ms
     */
    public record Second(
            long atNanos,
            OptionalDouble bpm,
            Optional<RegulationState> state,
            Optional<Pace> pace,
            OptionalDouble level,
            OptionalDouble confidence,
            OptionalDouble rmssdMillis) {}

    /**
     * A stretch in which beats were lost.
     *
     * @param fromNanos the last beat before it
     * @param toNanos where the first interval after it begins; never before {@code fromNanos}
     * @param cause what is known of it
     */
    public record Gap(long fromNanos, long toNanos, Cause cause) {
        /** Why beats are missing. */
        public enum Cause {
            LINK_LOST,
            CONTACT_LOST,
            /** The program could not keep up. */
            OVERRUN,
            /** They did not arrive; why is not known. */
            NOT_HEARD
        }
    }

    /**
     * A mark of the therapist.
     *
     * @param atNanos when
     * @param kind never {@link MarkKind#FELT}, which is the therapist's own
     * @param detail machine-readable, in the form its kind prescribes, or empty; never free text
     * @param text free text; only with {@link DataCategory#NOTES}, which never leaves together with
     *     physiology
     */
    public record Mark(long atNanos, MarkKind kind, String detail, Optional<String> text) {}

    /**
     * A sensor.
     *
     * @param kind how it senses beats
     * @param model a known model's name, or in general words; never the name it calls itself, which
     *     holds its serial number or what its owner chose
     * @param serial stands for its serial number, for this recipient and purpose only
     */
    public record SensorUsed(SourceClass kind, String model, String serial) {}

    /**
     * Where the figures come from.
     *
     * @param softwareVersion of the program that exports
     * @param pipelineVersion names the code that drew the conclusions
     * @param estimatorIds the estimators that spoke, in order; with {@link DataCategory#ESTIMATES}
     * @param policyId the policy that decided what was shown, where known; likewise
     * @param settings what it was judged under; with {@link DataCategory#PACING_SETTINGS}
     * @param recordingHash stands for this very recording: whoever has the vault can tell that an
     *     export came from it, others cannot join by it what two recipients hold
     * @param closed whether the recording was ended in order
     * @param holes stretches in which the recorder lost moments
     * @param lost moments it lost
     * @param clockSource where the times come from, in words
     */
    public record Provenance(
            String softwareVersion,
            String pipelineVersion,
            List<String> estimatorIds,
            Optional<String> policyId,
            Optional<Settings> settings,
            String recordingHash,
            boolean closed,
            int holes,
            long lost,
            String clockSource) {
        public Provenance {
            estimatorIds = List.copyOf(estimatorIds);
        }
    }

    /**
     * The settings a session was judged under.
     *
     * @param text one a line
     * @param fingerprint their hash, as kept with the session
     */
    public record Settings(String text, String fingerprint) {}
}

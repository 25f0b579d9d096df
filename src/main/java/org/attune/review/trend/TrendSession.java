package org.attune.review.trend;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.review.Recovery;
import org.attune.review.SessionTimeline;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.Phase;
import org.attune.session.Session;

/**
 * What a trend needs of one session of a person: some numbers, no beats. Immutable.
 *
 * @param session when, and under which settings and version it was judged first
 * @param judgedBy what its figures were judged by; only equal ones compare
 * @param incomplete whether something of its recording is missing or damaged
 * @param source what the beats came from; empty when it is not known, or changed
 * @param flags what was known of the person then
 * @param bandVersion version of the band it was judged against; empty where none was
 * @param whole the whole session
 * @param phases the phases that were marked; empty where none was
 * @param recoveryHalfSeconds median time in which half of a rise was gone, s; empty where no rise
 *     has a curve that can be trusted
 */
public record TrendSession(
        Session session,
        Judging judgedBy,
        boolean incomplete,
        Optional<SourceClass> source,
        Set<ClientFlag> flags,
        OptionalInt bandVersion,
        PartFigures whole,
        Map<Phase, PartFigures> phases,
        OptionalDouble recoveryHalfSeconds) {
    /**
     * Raised when the same log yields other figures: those kept before are then worked out anew.
     */
    public static final int FORM = 1;

    /**
     * Settings and code that drew the conclusions.
     *
     * @param settingsFingerprint of the settings
     * @param pipelineVersion of the code
     */
    public record Judging(String settingsFingerprint, String pipelineVersion) {
        /** What a session was judged by when it was held. */
        public static Judging of(Session session) {
            return new Judging(session.settingsFingerprint(), session.pipelineVersion());
        }
    }

    public TrendSession {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        phases = Map.copyOf(phases);
    }

    /**
     * Of a session as it was recorded, or judged again.
     *
     * @param session the session
     * @param lane whose
     * @param log its moments in order
     * @param judgedBy what they were judged by
     * @param incomplete whether something of its recording is missing or damaged
     */
    public static TrendSession of(
            Session session, LaneId lane, List<Moment> log, Judging judgedBy, boolean incomplete) {
        TrendSession read =
                new TrendSessionReading(lane).read(log).toSession(session, judgedBy, incomplete);
        return read.withRecoveryHalfSeconds(
                SessionTimeline.of(List.of(lane), log).lanes().stream()
                        .map(Recovery::medianHalfSeconds)
                        .findFirst()
                        .orElse(OptionalDouble.empty()));
    }

    /** The same with the half-time of recovery that was found in it. */
    public TrendSession withRecoveryHalfSeconds(OptionalDouble seconds) {
        return new TrendSession(
                session, judgedBy, incomplete, source, flags, bandVersion, whole, phases, seconds);
    }

    /** Whether the figures were drawn by something else than the session was when it was held. */
    public boolean judgedAgain() {
        return !judgedBy.equals(Judging.of(session));
    }

    /** A part of it: a phase where one is named, or the whole; empty where it was not marked. */
    public Optional<PartFigures> part(Optional<Phase> phase) {
        return phase.isEmpty() ? Optional.of(whole) : Optional.ofNullable(phases.get(phase.get()));
    }
}

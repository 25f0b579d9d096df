package org.attune.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/**
 * All figures of one person's session, of usable time. What the data do not carry is withheld with
 * its reason; how each figure is defined stands with its part. Immutable; any thread.
 *
 * @param lane whose
 * @param summary time in each state, usable share, cues given
 * @param knownSeconds time for which there was a signal that could be used, learning included, s
 * @param ofSeconds the whole of the session, what was not recorded of it included, s
 * @param firstRiseSecond onset of the first episode, session seconds
 * @param episodes stretches above the usual range, in order
 * @param dose how much was above it
 * @param shift rate at the beginning against the end
 * @param responses what followed each intervention mark, in order
 * @param byKind the same for each kind of mark that was set
 * @param agreement the client's own numbers against the score
 * @param divergences where number and trace part: questions, not findings
 * @param pendulations times it went above the usual range and came back into it, the signal
 *     unbroken and no movement behind it
 * @param stagnations stretches in which it was flat or low for long
 */
public record ReviewFigures(
        LaneId lane,
        Summary summary,
        double knownSeconds,
        double ofSeconds,
        Figure firstRiseSecond,
        List<Episode> episodes,
        Dose dose,
        Shift shift,
        List<Response> responses,
        List<KindResponse> byKind,
        Agreement agreement,
        List<Divergence> divergences,
        Figure pendulations,
        List<Stagnation> stagnations) {
    /** Stands on every review and every page. */
    public static final String LIMITS =
            "Shows heart-rate change from this person's own range. It does not measure emotion."
                    + " A quiet trace can be wrong. Look at the person.";

    public ReviewFigures {
        episodes = List.copyOf(episodes);
        responses = List.copyOf(responses);
        byKind = List.copyOf(byKind);
        divergences = List.copyOf(divergences);
        stagnations = List.copyOf(stagnations);
    }

    /** The figures of one person's session; half a second at most for one of a day. */
    public static ReviewFigures of(Timeline lane) {
        RateSamples samples = RateSamples.of(lane);
        List<Episode> episodes = new EpisodeReading(lane, samples).all();
        FiguresReading whole = new FiguresReading(lane);
        ChangeReading change = new ChangeReading(lane, samples);
        List<Response> responses = change.responses();
        return new ReviewFigures(
                lane.lane(),
                lane.summary(),
                whole.knownSeconds(),
                Math.max(lane.endSeconds(), lane.lastSecond()),
                whole.firstRise(episodes),
                episodes,
                whole.dose(),
                change.shift(),
                responses,
                ChangeReading.byKind(responses),
                whole.agreement(),
                whole.divergences(),
                whole.pendulations(episodes),
                whole.stagnations());
    }

    /**
     * Share of the session that was usable, percent: the one figure that window, words and page all
     * show. Empty for an empty session.
     */
    public OptionalDouble usablePercent() {
        return ofSeconds > 0
                ? OptionalDouble.of(Math.min(100, 100 * knownSeconds / ofSeconds))
                : OptionalDouble.empty();
    }

    /**
     * How much was above the usual range, seconds with a rate and a range counted.
     *
     * @param secondsAbove time in which the rate lay above the upper edge, s
     * @param longestSeconds longest unbroken stretch of that, s
     * @param areaBpmMinutes area between the rate and the upper edge, bpm x min
     * @param ofSeconds time that could be judged so, s
     */
    public record Dose(
            Figure secondsAbove, Figure longestSeconds, Figure areaBpmMinutes, double ofSeconds) {}

    /**
     * Rate at the beginning against the end.
     *
     * @param startBpm median while the range was learned, bpm
     * @param endBpm median of the last two minutes, bpm
     * @param restBpm least median of three calm minutes in the phase of settling, bpm
     * @param endMinusStartBpm bpm
     * @param restMinusStartBpm bpm
     */
    public record Shift(
            Figure startBpm,
            Figure endBpm,
            Figure restBpm,
            Figure endMinusStartBpm,
            Figure restMinusStartBpm) {
        /**
         * The shift as it is printed beside start and end in whole beats a minute: the difference
         * of what stands there, so that who subtracts finds the same.
         */
        public Figure shownEndMinusStartBpm() {
            return shown(endMinusStartBpm, endBpm);
        }

        /** The same of the calmest of settling. */
        public Figure shownRestMinusStartBpm() {
            return shown(restMinusStartBpm, restBpm);
        }

        private Figure shown(Figure difference, Figure later) {
            return difference.isKnown() ? Figure.of(whole(later) - whole(startBpm)) : difference;
        }

        private static double whole(Figure figure) {
            return Math.floor(figure.value().orElseThrow() + 0.5);
        }
    }

    /**
     * What followed an intervention: no proof that it was the cause.
     *
     * @param mark the intervention
     * @param changeBpm median rate of the 60 s after, less that of the 60 s before, bpm
     * @param beatsBefore usable beats before
     * @param beatsAfter usable beats after
     * @param moving whether the heart followed the body meanwhile
     */
    public record Response(
            Marker mark, Figure changeBpm, int beatsBefore, int beatsAfter, boolean moving) {}

    /**
     * All marks of a kind.
     *
     * @param kind the intervention
     * @param times how often it was marked
     * @param counted how often the change is known
     * @param medianChangeBpm the middle of the known changes, bpm
     */
    public record KindResponse(MarkKind kind, int times, int counted, Figure medianChangeBpm) {}

    /**
     * The client's own numbers against the score around them.
     *
     * @param rankCorrelation Spearman's, -1 to 1
     * @param interval where it lies with 95 % confidence; empty where it is withheld
     * @param n how many numbers had a score beside them
     */
    public record Agreement(Figure rankCorrelation, Optional<Recovery.Range> interval, int n) {}

    /** Which way number and trace part. */
    public enum Parting {
        LOW_NUMBER_HIGH_TRACE,
        HIGH_NUMBER_QUIET_TRACE
    }

    /**
     * A question to ask the client; no lie detector.
     *
     * @param suds the client's number
     * @param steps median score of the minute before it, in steps of the personal scale
     * @param parting which way
     */
    public record Divergence(Marks.Suds suds, double steps, Parting parting) {
        /** In words, as a question. */
        public String question() {
            return parting == Parting.LOW_NUMBER_HIGH_TRACE
                    ? "low number, high trace: ask?"
                    : "high number, quiet trace: ask?";
        }
    }

    /**
     * A stretch in which the rate was flat or low for long.
     *
     * @param from its beginning, session seconds; where it was flat, when it began to be
     * @param to its end
     * @param inWork whether it lay in a phase marked as work
     * @param peakBefore how long before its beginning High had ended, s; empty unless it went flat
     *     soon after
     */
    public record Stagnation(double from, double to, boolean inWork, Optional<Double> peakBefore) {}
}

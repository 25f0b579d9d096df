package org.attune.review.dyad;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;

/**
 * How far two people's heart rates went together in a finished session: experimental, for review
 * only, and no score of a relationship. Synchrony is neither good nor bad: over studies it goes
 * with good outcomes, with bad ones, and with none.
 *
 * <p>Pure; any thread. Cost: linear in the length of the session and the number of surrogates.
 */
public sealed interface Dyad {
    /** Said wherever a figure of it is shown. */
    String LIMITS =
            "Experimental: heart rates that move together or apart. It does not measure empathy,"
                    + " attunement or a relationship, and more is not better. Talking, breathing"
                    + " and moving together do it too.";

    /**
     * Of two lanes of a session's log.
     *
     * @param first whose lead counts as a lag above 0
     * @param second the other, not the same
     */
    static Dyad of(LaneId first, LaneId second, List<Moment> log, DyadRules rules) {
        return DyadReading.of(first, second, log, rules);
    }

    /** Of two rates on one grid, of which both begin at the same instant. */
    static Dyad of(RateSeries first, RateSeries second, DyadRules rules) {
        return DyadReading.of(first, second, rules);
    }

    /** Whose lead counts as a lag above 0. */
    LaneId first();

    /** The other. */
    LaneId second();

    /** Time usable on both sides, whole segments of it, s. */
    double usableSeconds();

    /** Who went ahead. */
    enum Lead {
        /** The second person's rate followed the first's. */
        FIRST,
        /** The first person's rate followed the second's. */
        SECOND,
        /** Nobody's lead is told from chance. */
        NEITHER,
        /** One of the rates is a sensor's own, late by a time nobody knows. */
        NOT_JUDGED
    }

    /** Why nothing is said. */
    enum Because {
        /** No heart rate of one of them. */
        ONE_SIDE_SILENT,
        /** Too little time in which both are known. */
        TOO_LITTLE_TIME,
        /**
         * A pacemaker, a transplanted heart or an irregular rhythm sets the rate of one of them.
         */
        FLAGS
    }

    /**
     * Nothing is said.
     *
     * @param because why
     * @param neededSeconds time that must be usable on both sides, s
     */
    record Blank(
            LaneId first,
            LaneId second,
            Because because,
            double usableSeconds,
            double neededSeconds)
            implements Dyad {}

    /**
     * The mean of Fisher's z at one lag; it is chance within {@link Measured#peak()}'s.
     *
     * @param lagSeconds above 0: the second follows the first, s
     * @param z mean over the segments
     */
    record LagPoint(double lagSeconds, double z) {}

    /**
     * What was found, each beside its chance level.
     *
     * @param segments how many entered
     * @param absolute mean of Fisher's z without its sign over segments and lags
     * @param signed mean of Fisher's z over segments and lags: above chance together, below against
     * @param peak largest distance from none of the mean of z at one lag
     * @param peakLagSeconds that lag, above 0 when the first leads, s
     * @param profile the mean of z at every lag, in order
     * @param concordance the concordance index; empty where it cannot be formed
     * @param lead who went ahead
     * @param leadDifference how much farther z goes while the first leads than while the second
     *     does
     * @param chance accepted share of false claims over all measures together
     */
    record Measured(
            LaneId first,
            LaneId second,
            double usableSeconds,
            int segments,
            AgainstChance absolute,
            AgainstChance signed,
            AgainstChance peak,
            double peakLagSeconds,
            List<LagPoint> profile,
            Optional<AgainstChance> concordance,
            Lead lead,
            AgainstChance leadDifference,
            double chance)
            implements Dyad {
        /** Measures that may each claim synchrony. */
        private static final int MEASURES = 4;

        public Measured {
            profile = List.copyOf(profile);
        }

        /** Whether a measure lies beyond chance, all four of them being looked at (Bonferroni). */
        public boolean beyondChance(AgainstChance measure) {
            return measure.p() * MEASURES <= chance;
        }

        /** Whether any of the four does. */
        public boolean beyondChance() {
            return Stream.concat(Stream.of(absolute, signed, peak), concordance.stream())
                    .anyMatch(this::beyondChance);
        }
    }
}

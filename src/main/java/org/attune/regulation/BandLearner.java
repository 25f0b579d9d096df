package org.attune.regulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;

/**
 * Learns a person's band from what several sessions taught of their rest. Pure; any thread.
 *
 * <p>Idea: the middle is the median of the sessions' rests, a step the median of their steps, and
 * the spread between sessions the median absolute deviation, so that one wild session moves none of
 * them far. Only sessions that compare are taken: one class of sensor, and the same flags as now.
 *
 * <p>Creep: somebody chronically aroused would teach, session by session, that High is usual.
 * Against that stand three things: a session's rest is the lower of its two ({@link RestFigure});
 * the upper edge, where arousal begins to count as raised, may rise only a little for each session
 * since the last approval, and never far above the first approved version; and nothing holds before
 * the therapist approves it. What is capped is widening and rising; a band may fall freely, since
 * that makes the display more watchful, not less. A wider step is taken back before the middle is.
 *
 * <p>Limits: with few sessions the spread between them is a guess; the caps are our choice, nothing
 * of this was measured on therapies. The median absolute deviation times 1.4826 estimates the
 * standard deviation of a normal spread (Rousseeuw and Croux 1993, J Am Stat Assoc 88:1273).
 */
public final class BandLearner {
    private static final double MAD_TO_DEVIATION = 1.4826;

    private final BandRules rules;

    public BandLearner(BandRules rules) {
        this.rules = rules;
    }

    /** Why a session does not count. */
    public enum Exclusion {
        /** It holds too little rest. */
        TOO_LITTLE_REST,
        /** What the beats came from is not known. */
        SOURCE_UNKNOWN,
        /** The resting rate climbs from week to week. */
        PREGNANCY,
        /** Other things were known of the person then: a medicine may have been begun or ended. */
        OTHER_FLAGS,
        /** Most sessions were held with another class of sensor. */
        OTHER_SOURCE,
        /** There are enough newer ones. */
        OLD
    }

    /**
     * What the sessions say.
     *
     * @param rests of sessions, oldest first
     * @param flags what is known of the person now
     * @param history what was approved so far; empty when nothing was
     */
    public BandAdvice advise(
            List<RestFigure> rests, Set<ClientFlag> flags, Optional<BandHistory> history) {
        List<RestFigure> counted = counted(rests, flags, rests.size());
        FlagEffects effects = FlagEffects.of(flags);
        if (effects.earlierFalsified() || effects.withholds().isPresent()) {
            return new BandAdvice.Withheld(BandAdvice.Because.FLAGS, counted.size());
        }
        if (counted.size() < rules.leastSessions()) {
            return new BandAdvice.Withheld(BandAdvice.Because.TOO_FEW, counted.size());
        }
        if (history.isEmpty()) {
            return learned(counted, 1, OptionalDouble.empty())
                    .<BandAdvice>map(band -> new BandAdvice.Proposed(band, 0))
                    .orElseGet(
                            () ->
                                    new BandAdvice.Withheld(
                                            BandAdvice.Because.TOO_FEW, counted.size()));
        }
        int since = counted(rests, flags, history.get().sessionsSince()).size();
        if (since == 0) {
            return new BandAdvice.Withheld(BandAdvice.Because.NOTHING_NEW, counted.size());
        }
        PersonalBand inForce = history.get().inForce();
        PersonalBand band =
                learned(counted, inForce.version() + 1, OptionalDouble.of(inForce.scaleBpm()))
                        .orElseThrow();
        return capped(band, history.get(), since);
    }

    /** For each session why it does not count; empty for one that does. */
    public List<Optional<Exclusion>> exclusions(List<RestFigure> rests, Set<ClientFlag> flags) {
        List<Optional<Exclusion>> own = rests.stream().map(rest -> ownReason(rest, flags)).toList();
        Optional<SourceClass> source = commonSource(rests, own);
        List<Optional<Exclusion>> all = new ArrayList<>(own);
        int taken = 0;
        for (int i = rests.size() - 1; i >= 0; i--) {
            if (own.get(i).isPresent()) {
                continue;
            }
            if (!source.equals(Optional.of(rests.get(i).source()))) {
                all.set(i, Optional.of(Exclusion.OTHER_SOURCE));
            } else if (taken == rules.mostSessions()) {
                all.set(i, Optional.of(Exclusion.OLD));
            } else {
                taken++;
            }
        }
        return all;
    }

    private Optional<Exclusion> ownReason(RestFigure rest, Set<ClientFlag> flags) {
        if (rest.usableSeconds() < rules.leastRestSeconds()) {
            return Optional.of(Exclusion.TOO_LITTLE_REST);
        }
        if (rest.source() == SourceClass.UNKNOWN) {
            return Optional.of(Exclusion.SOURCE_UNKNOWN);
        }
        if (rest.flags().contains(ClientFlag.PREGNANCY)) {
            return Optional.of(Exclusion.PREGNANCY);
        }
        return rest.flags().equals(flags) ? Optional.empty() : Optional.of(Exclusion.OTHER_FLAGS);
    }

    /** The class of sensor most of the newest sessions were held with; of equals, the newest. */
    private Optional<SourceClass> commonSource(
            List<RestFigure> rests, List<Optional<Exclusion>> own) {
        Map<SourceClass, Integer> counts = new EnumMap<>(SourceClass.class);
        Optional<SourceClass> most = Optional.empty();
        int looked = 0;
        for (int i = rests.size() - 1; i >= 0 && looked < rules.mostSessions(); i--) {
            if (own.get(i).isEmpty()) {
                counts.merge(rests.get(i).source(), 1, Integer::sum);
                looked++;
            }
        }
        for (int i = rests.size() - 1; i >= 0; i--) {
            SourceClass source = rests.get(i).source();
            int best = most.map(each -> counts.getOrDefault(each, 0)).orElse(0);
            if (counts.getOrDefault(source, 0) > best) {
                most = Optional.of(source);
            }
        }
        return most;
    }

    /** Those of the last {@code newest} sessions that count. */
    private List<RestFigure> counted(List<RestFigure> rests, Set<ClientFlag> flags, int newest) {
        List<Optional<Exclusion>> excluded = exclusions(rests, flags);
        List<RestFigure> counted = new ArrayList<>();
        for (int i = Math.max(0, rests.size() - newest); i < rests.size(); i++) {
            if (excluded.get(i).isEmpty()) {
                counted.add(rests.get(i));
            }
        }
        return counted;
    }

    /**
     * @param otherwise the step where too few sessions taught one
     */
    private Optional<PersonalBand> learned(
            List<RestFigure> rests, int version, OptionalDouble otherwise) {
        double[] centres = rests.stream().mapToDouble(RestFigure::centreBpm).toArray();
        OptionalDouble scale = medianOf(rests.stream().map(RestFigure::scaleBpm).toList());
        if (scale.isEmpty() && otherwise.isEmpty()) {
            return Optional.empty();
        }
        double centre = median(centres);
        double[] distances = new double[centres.length];
        for (int i = 0; i < centres.length; i++) {
            distances[i] = Math.abs(centres[i] - centre);
        }
        double between = Math.max(rules.leastBetweenBpm(), MAD_TO_DEVIATION * median(distances));
        return Optional.of(
                new PersonalBand(
                        version,
                        centre,
                        scale.orElseGet(otherwise::getAsDouble),
                        Math.min(between, 50),
                        medianOf(rests.stream().map(RestFigure::lnRmssd).toList()),
                        rests.get(0).source(),
                        rests.size()));
    }

    private BandAdvice capped(PersonalBand band, BandHistory history, int since) {
        PersonalBand inForce = history.inForce();
        double most =
                Math.min(
                        inForce.upperEdgeBpm() + rules.risePerSessionBpm() * since,
                        history.first().upperEdgeBpm() + rules.mostRiseBpm());
        double over = band.upperEdgeBpm() - most;
        if (over <= 0) {
            return new BandAdvice.Proposed(band, 0);
        }
        double narrower = Math.min(over / 2, Math.max(0, band.scaleBpm() - inForce.scaleBpm()));
        PersonalBand held =
                new PersonalBand(
                        band.version(),
                        band.centreBpm() - (over - 2 * narrower),
                        band.scaleBpm() - narrower,
                        band.betweenBpm(),
                        band.lnRmssd(),
                        band.source(),
                        band.sessions());
        return new BandAdvice.Proposed(held, over);
    }

    /** The median of what is there; empty where too few sessions had it. */
    private OptionalDouble medianOf(List<OptionalDouble> values) {
        double[] there =
                values.stream()
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
        return there.length < rules.leastSessions()
                ? OptionalDouble.empty()
                : OptionalDouble.of(median(there));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

package org.attune.review.dyad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.review.dyad.AgainstChance.Side;
import org.attune.review.dyad.Dyad.Because;
import org.attune.review.dyad.Dyad.Blank;
import org.attune.review.dyad.Dyad.LagPoint;
import org.attune.review.dyad.Dyad.Lead;
import org.attune.review.dyad.Dyad.Measured;
import org.attune.review.dyad.DyadRules.SurrogateKind;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;

/** Reads two rates against their surrogates. Confined to one thread. */
final class DyadReading {
    private static final Set<ClientFlag> FALSIFYING =
            Set.of(ClientFlag.PACEMAKER, ClientFlag.HEART_TRANSPLANT, ClientFlag.IRREGULAR_RHYTHM);

    /** So that shuffling segments and shifting courses do not share their draws. */
    private static final long OTHER_DRAWS = 1;

    private final RateSeries one;
    private final RateSeries other;
    private final DyadRules rules;
    private final LaggedSegments segments;

    private DyadReading(RateSeries one, RateSeries other, DyadRules rules) {
        this.one = one;
        this.other = other;
        this.rules = rules;
        segments = new LaggedSegments(one, other, rules);
    }

    static Dyad of(LaneId first, LaneId second, List<Moment> log, DyadRules rules) {
        if (first.equals(second)) {
            throw new IllegalArgumentException("the two must differ: " + first);
        }
        double seconds = log.isEmpty() ? 0 : log.get(log.size() - 1).at().toSeconds();
        int cells = rules.steps(seconds);
        if (flagged(first, log) || flagged(second, log)) {
            return new Blank(first, second, Because.FLAGS, 0, needed(rules));
        }
        return of(
                RateSeries.ofLog(first, log, rules.stepSeconds(), cells),
                RateSeries.ofLog(second, log, rules.stepSeconds(), cells),
                rules);
    }

    static Dyad of(RateSeries first, RateSeries second, DyadRules rules) {
        if (first.stepSeconds() != rules.stepSeconds()
                || second.stepSeconds() != rules.stepSeconds()) {
            throw new IllegalArgumentException(
                    "both must lie on the grid of the rules: stepSeconds=" + rules.stepSeconds());
        }
        DyadReading reading = new DyadReading(first, second, rules);
        boolean silent = !first.known() || !second.known();
        if (silent || reading.segments.count() < rules.leastSegments()) {
            return new Blank(
                    first.lane(),
                    second.lane(),
                    silent ? Because.ONE_SIDE_SILENT : Because.TOO_LITTLE_TIME,
                    reading.usableSeconds(),
                    needed(rules));
        }
        return reading.measured();
    }

    private static boolean flagged(LaneId lane, List<Moment> log) {
        return log.stream()
                .filter(Moment.Prepared.class::isInstance)
                .map(Moment.Prepared.class::cast)
                .filter(each -> each.lane().equals(lane))
                .flatMap(each -> each.background().flags().stream())
                .anyMatch(FALSIFYING::contains);
    }

    private static double needed(DyadRules rules) {
        return rules.leastSegments() * rules.segmentSeconds();
    }

    private double usableSeconds() {
        return segments.count() * rules.segmentSeconds();
    }

    private Measured measured() {
        int[] asTheyWere = new int[segments.count()];
        for (int i = 0; i < asTheyWere.length; i++) {
            asTheyWere[i] = i;
        }
        LagProfile real = segments.profile(asTheyWere);
        List<LagProfile> surrogates = surrogates();
        AgainstChance absolute =
                AgainstChance.of(
                        real.meanAbsolute(),
                        surrogates.stream().mapToDouble(LagProfile::meanAbsolute).toArray(),
                        Side.ABOVE);
        AgainstChance signed =
                AgainstChance.of(
                        real.meanSigned(),
                        surrogates.stream().mapToDouble(LagProfile::meanSigned).toArray(),
                        Side.EITHER);
        AgainstChance peak =
                AgainstChance.of(
                        real.peakHeight(),
                        surrogates.stream().mapToDouble(LagProfile::peakHeight).toArray(),
                        Side.ABOVE);
        AgainstChance lead =
                AgainstChance.of(
                        real.lead(),
                        surrogates.stream().mapToDouble(LagProfile::lead).toArray(),
                        Side.EITHER);
        double lag = (real.peak() - segments.mostLag()) * rules.stepSeconds();
        Measured undirected =
                new Measured(
                        one.lane(),
                        other.lane(),
                        usableSeconds(),
                        segments.count(),
                        absolute,
                        signed,
                        peak,
                        lag,
                        points(real),
                        concordance(),
                        Lead.NEITHER,
                        lead,
                        rules.chance());
        return withLead(undirected);
    }

    private List<LagPoint> points(LagProfile profile) {
        List<LagPoint> points = new ArrayList<>();
        for (int i = 0; i < profile.lags(); i++) {
            double lag = (i - segments.mostLag()) * rules.stepSeconds();
            points.add(new LagPoint(lag, profile.z(i)));
        }
        return points;
    }

    /** A lead is named only of a synchrony that is beyond chance where it peaks. */
    private Measured withLead(Measured found) {
        Lead lead = Lead.NEITHER;
        double difference = found.leadDifference().value();
        boolean sameSide = found.peakLagSeconds() * difference > 0;
        if (!one.fromBeats() || !other.fromBeats()) {
            lead = Lead.NOT_JUDGED;
        } else if (found.beyondChance(found.peak())
                && sameSide
                && found.leadDifference().p() <= rules.chance()) {
            lead = difference > 0 ? Lead.FIRST : Lead.SECOND;
        }
        return new Measured(
                found.first(),
                found.second(),
                found.usableSeconds(),
                found.segments(),
                found.absolute(),
                found.signed(),
                found.peak(),
                found.peakLagSeconds(),
                found.profile(),
                found.concordance(),
                lead,
                found.leadDifference(),
                found.chance());
    }

    private List<LagProfile> surrogates() {
        Draws draws = new Draws(rules.seed());
        int n = segments.count();
        List<LagProfile> profiles = new ArrayList<>();
        if (rules.kind() == SurrogateKind.SHUFFLED) {
            for (int i = 0; i < rules.surrogates(); i++) {
                profiles.add(segments.profile(draws.order(n)));
            }
            return profiles;
        }
        for (int shift = 1; shift < n && profiles.size() < rules.surrogates(); shift++) {
            int[] order = new int[n];
            for (int i = 0; i < n; i++) {
                order[i] = (i + shift) % n;
            }
            profiles.add(segments.profile(order));
        }
        return profiles;
    }

    /** Its surrogates are whole courses, shifted by at least a segment: windows overlap. */
    private Optional<AgainstChance> concordance() {
        Concordance concordance = new Concordance(one, other, rules);
        OptionalDouble real = concordance.index(0);
        int least = rules.steps(rules.segmentSeconds());
        int choice = concordance.size() - 2 * least;
        if (real.isEmpty() || choice < least) {
            return Optional.empty();
        }
        Draws draws = new Draws(rules.seed() + OTHER_DRAWS);
        double[] surrogates = new double[rules.surrogates()];
        for (int i = 0; i < surrogates.length; i++) {
            OptionalDouble index = concordance.index(least + draws.below(choice));
            if (index.isEmpty()) {
                return Optional.empty();
            }
            surrogates[i] = index.getAsDouble();
        }
        return Optional.of(AgainstChance.of(real.getAsDouble(), surrogates, Side.EITHER));
    }
}

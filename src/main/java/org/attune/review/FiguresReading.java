package org.attune.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.review.ReviewFigures.Agreement;
import org.attune.review.ReviewFigures.Divergence;
import org.attune.review.ReviewFigures.Dose;
import org.attune.review.ReviewFigures.Parting;
import org.attune.review.ReviewFigures.Stagnation;
import org.attune.session.Phase;

/** Reckons what concerns a whole session of one person. */
final class FiguresReading {
    private static final double BESIDE_SECONDS = 60;
    private static final int LEAST_BESIDE = 30;
    private static final int LEAST_NUMBERS = 8;
    private static final int LOW_NUMBER = 3;
    private static final int HIGH_NUMBER = 7;
    private static final double HIGH_STEPS = 2;
    private static final double QUIET_STEPS = 0.5;

    private final Timeline lane;

    FiguresReading(Timeline lane) {
        this.lane = lane;
    }

    double knownSeconds() {
        double known = 0;
        for (int second = 1; second <= lane.lastSecond(); second++) {
            known += lane.state(second) == RegulationState.UNKNOWN ? 0 : 1;
        }
        return known;
    }

    Dose dose() {
        int judged = 0;
        int above = 0;
        int run = 0;
        int longest = 0;
        double area = 0;
        for (int second = 1; second <= lane.lastSecond(); second++) {
            double over = lane.overBpm(second);
            judged += Double.isNaN(over) ? 0 : 1;
            run = over > 0 ? run + 1 : 0;
            above += over > 0 ? 1 : 0;
            area += over > 0 ? over : 0;
            longest = Math.max(longest, run);
        }
        if (judged == 0) {
            Figure none = Figure.none(Lack.Kind.NO_BAND);
            return new Dose(none, none, none, 0);
        }
        return new Dose(Figure.of(above), Figure.of(longest), Figure.of(area / 60), judged);
    }

    Figure firstRise(List<Episode> episodes) {
        if (!episodes.isEmpty()) {
            return Figure.of(episodes.get(0).onsetSecond());
        }
        return Figure.none(
                lane.band(lane.lastSecond()).isEmpty() ? Lack.Kind.NO_BAND : Lack.Kind.NO_RISE);
    }

    /** Back into the usual range, with nothing unknown in between and no movement behind it. */
    Figure pendulations(List<Episode> episodes) {
        if (lane.band(lane.lastSecond()).isEmpty()) {
            return Figure.none(Lack.Kind.NO_BAND);
        }
        return Figure.of(
                (double)
                        episodes.stream()
                                .filter(
                                        each ->
                                                each.settlingSeconds().isKnown()
                                                        && !each.afterMovement())
                                .count());
    }

    Agreement agreement() {
        List<double[]> pairs = new ArrayList<>();
        for (Marks.Suds suds : lane.marks().suds()) {
            beside(suds).ifPresent(steps -> pairs.add(new double[] {suds.value(), steps}));
        }
        int n = pairs.size();
        if (n < LEAST_NUMBERS) {
            Lack few = new Lack(Lack.Kind.TOO_FEW, LEAST_NUMBERS, n);
            return new Agreement(Figure.none(few), Optional.empty(), n);
        }
        Optional<Double> found =
                RankCorrelation.of(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
        return new Agreement(
                found.map(Figure::of).orElseGet(() -> Figure.none(Lack.Kind.NO_VARIATION)),
                found.map(each -> RankCorrelation.interval(each, n)),
                n);
    }

    /** Median score of the minute before a number was given. */
    private Optional<Double> beside(Marks.Suds suds) {
        int last = (int) Math.floor(suds.second());
        List<Double> steps = new ArrayList<>();
        for (int second = (int) Math.floor(last - BESIDE_SECONDS) + 1; second <= last; second++) {
            lane.level().at(second).ifPresent(steps::add);
        }
        return steps.size() < LEAST_BESIDE
                ? Optional.empty()
                : Optional.of(Middle.of(steps.stream().mapToDouble(each -> each).toArray()));
    }

    List<Divergence> divergences() {
        return lane.marks().suds().stream()
                .flatMap(suds -> beside(suds).stream().flatMap(steps -> parting(suds, steps)))
                .toList();
    }

    private Stream<Divergence> parting(Marks.Suds suds, double steps) {
        boolean moving =
                EpisodeReading.movingSeconds(
                                lane, Math.max(0, suds.second() - BESIDE_SECONDS), suds.second())
                        > 0;
        if (suds.value() <= LOW_NUMBER && steps >= HIGH_STEPS && !moving) {
            return Stream.of(new Divergence(suds, steps, Parting.LOW_NUMBER_HIGH_TRACE));
        }
        return suds.value() >= HIGH_NUMBER && steps <= QUIET_STEPS
                ? Stream.of(new Divergence(suds, steps, Parting.HIGH_NUMBER_QUIET_TRACE))
                : Stream.empty();
    }

    /** What the state Quiet told of, from where the stillness began. */
    List<Stagnation> stagnations() {
        List<Stagnation> found = new ArrayList<>();
        double free = 0;
        double highUntil = 0;
        for (Span<RegulationState> span : lane.states()) {
            if (span.what() == RegulationState.QUIET) {
                found.add(stagnation(span, free, highUntil));
            }
            highUntil = span.what() == RegulationState.HIGH ? span.to() : highUntil;
            // While it dwelt it was usual: only another state bounds it.
            free = span.what() == RegulationState.USUAL ? free : span.to();
        }
        return found;
    }

    private Stagnation stagnation(Span<RegulationState> span, double free, double highUntil) {
        int first = (int) span.from() + 1;
        List<Reason> why = lane.why(first);
        double begun =
                value(why, Reason.Code.FLAT).map(lasted -> first - lasted).orElse(span.from());
        double from = Math.max(free, begun);
        boolean inWork =
                lane.marks().phases().within(span.from(), span.to()).stream()
                        .anyMatch(phase -> phase.what() == Phase.WORK);
        // What was told of the peak counts judged seconds only, and up to when Quiet was shown.
        Optional<Double> peakBefore =
                value(why, Reason.Code.AFTER_PEAK).map(told -> from - highUntil);
        return new Stagnation(from, span.to(), inWork, peakBefore);
    }

    private static Optional<Double> value(List<Reason> reasons, Reason.Code code) {
        return reasons.stream().filter(each -> each.code() == code).map(Reason::value).findFirst();
    }
}

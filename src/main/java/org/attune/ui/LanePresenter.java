package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.hrv.HrvWindow;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.regulation.Baseline;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Capability;

/** Chooses what is said and drawn of one person. Pure, any thread. */
final class LanePresenter {
    /** Coverage below which a stretch is said to be poor; as the estimator's own gate. */
    static final double POOR_COVERAGE = 0.8;

    /** Mean movement, thousandths of g, from which a person is said to move: sitting is 3 to 11. */
    static final double MOVING_MILLI_G = 30;

    private final double from;
    private final LiveWords words;

    /**
     * @param from session second from which anything is shown
     * @param words in the language of the display
     */
    LanePresenter(double from, LiveWords words) {
        this.from = from;
        this.words = words;
    }

    /**
     * @param number position of the lane among the people, from 0
     * @param ending said after the sentence when the state is above usual; may be empty
     */
    LaneView present(LiveSnapshot snapshot, LaneSnapshot lane, int number, String ending) {
        StandingWords said = StandingWords.of(words, snapshot, lane);
        Standing standing = said.standing();
        String sentence = said.sentence() + (standing.state().isAboveUsual() ? ending : "");
        return new LaneView(
                lane.participant().lane(),
                number,
                lane.participant().code().value(),
                lane.sensor().simulated(),
                standing.state(),
                sentence,
                said.strip(),
                said.because(),
                said.why(false),
                said.why(true),
                said.sure(),
                standing.progress(),
                "",
                SensorWords.of(words, lane.sensor(), lane.batteryPercent()),
                charts(snapshot, lane, said));
    }

    private LaneView.Charts charts(LiveSnapshot snapshot, LaneSnapshot lane, StandingWords said) {
        List<Moment.Concluded> all = lane.history();
        int skipped = 0;
        while (skipped < all.size() && all.get(skipped).at().toSeconds() < from) {
            skipped++;
        }
        // One entry before the left edge, so that lines enter from it instead of starting there.
        int first = Math.max(0, skipped - 1);
        List<Moment.Concluded> shown = all.subList(first, all.size());
        List<OptionalDouble> movement =
                lane.movement().size() == all.size()
                        ? lane.movement().subList(first, all.size())
                        : List.of();
        Optional<LaneView.Band> band = newestBaseline(all).map(LaneView.Band::of);
        Variability variability = new Variability(words, lane);
        Trace moved = movement(shown, movement);
        return new LaneView.Charts(
                band,
                band.map(LaneView.Band::axis).orElseGet(() -> axisWithoutBand(all)),
                Trace.of(shown, LanePresenter::rate),
                rateNote(all),
                Trace.of(shown, Variability::value),
                variability.axis(),
                Trace.of(shown, c -> Variability.doubt(c.reading().variability())),
                variability.note(),
                variability.care(shown, moved),
                moved,
                lane.sensor().capabilities().contains(Capability.MOTION),
                Stretches.of(
                        moved, i -> moved.value(i) >= MOVING_MILLI_G, words.text("chart.moving")),
                new StateRuns(words).of(snapshot, shown, said),
                poor(shown, snapshot.now().toSeconds()),
                usablePercent(shown));
    }

    static Optional<Baseline> newestBaseline(List<Moment.Concluded> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            Optional<Baseline> baseline = history.get(i).estimate().baseline();
            if (baseline.isPresent()) {
                return baseline;
            }
        }
        return Optional.empty();
    }

    /** Before the band is known the axis hangs on the first half minute, and stays there. */
    private static LaneView.Axis axisWithoutBand(List<Moment.Concluded> history) {
        double[] first =
                history.stream()
                        .mapToDouble(LanePresenter::rate)
                        .filter(Double::isFinite)
                        .limit(30)
                        .sorted()
                        .toArray();
        double centre = first.length == 0 ? 70 : first[first.length / 2];
        return new LaneView.Band(centre, 1).axis();
    }

    private static double rate(Moment.Concluded concluded) {
        return Standing.stateOf(concluded) == RegulationState.UNKNOWN
                ? Double.NaN
                : concluded.reading().heartRateBpm().orElse(Double.NaN);
    }

    private static Trace movement(List<Moment.Concluded> shown, List<OptionalDouble> movement) {
        if (movement.isEmpty()) {
            return Trace.EMPTY;
        }
        return Trace.of(
                shown.stream().mapToDouble(c -> c.at().toSeconds()).toArray(),
                movement.stream().mapToDouble(m -> m.orElse(Double.NaN)).toArray());
    }

    private String rateNote(List<Moment.Concluded> history) {
        return history.isEmpty()
                ? ""
                : words.text(
                        "chart.rate.note",
                        words.text(
                                "duration.seconds",
                                seconds(history.get(history.size() - 1).reading().rate())));
    }

    /** How long a window is, to the nearest second. */
    static long seconds(HrvWindow window) {
        return Math.round(window.to().since(window.from()).toMillis() / 1e3);
    }

    private List<LaneView.Stretch> poor(List<Moment.Concluded> shown, double now) {
        Trace coverage = Trace.of(shown, c -> c.reading().quality().coverage());
        List<LaneView.Stretch> poor = new ArrayList<>();
        Stretches.collect(
                coverage,
                i -> coverage.value(i) < POOR_COVERAGE,
                words.text("chart.signal.poor"),
                0,
                poor);
        double newest = coverage.size() == 0 ? now : coverage.second(coverage.size() - 1);
        if (now - newest > StateRuns.LONGEST_STEP) {
            poor.add(new LaneView.Stretch(newest, now, words.text("chart.signal.none")));
        }
        return poor;
    }

    private static Optional<Integer> usablePercent(List<Moment.Concluded> shown) {
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        (int)
                                Math.floor(
                                        100
                                                * shown.stream()
                                                        .mapToDouble(
                                                                c ->
                                                                        c.reading()
                                                                                .quality()
                                                                                .coverage())
                                                        .average()
                                                        .orElse(0)));
    }
}

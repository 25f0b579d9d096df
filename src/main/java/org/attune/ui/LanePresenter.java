package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.attune.hrv.HrvWindow;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.regulation.Baseline;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Capability;
import org.attune.sensor.SourceClass;

/** Chooses what is said and drawn of one person. Pure, any thread. */
final class LanePresenter {
    /** Coverage below which a stretch is said to be poor; as the estimator's own gate. */
    static final double POOR_COVERAGE = 0.8;

    /** Share of artefacts above which variability is drawn in dots. */
    static final double CARE_ARTEFACTS = 0.05;

    /** Mean movement, thousandths of g, from which a person is said to move: sitting is 3 to 11. */
    static final double MOVING_MILLI_G = 30;

    /** Stretches shorter than this are not labelled; seconds. */
    private static final double LEAST_STRETCH = 5;

    /** A longer step between two conclusions is a gap; seconds. */
    private static final double LONGEST_STEP = 2.5;

    private final double from;

    /**
     * @param from session second from which anything is shown
     */
    LanePresenter(double from) {
        this.from = from;
    }

    /**
     * @param number position of the lane among the people, from 0
     * @param ending said after the sentence when the state is above usual; may be empty
     */
    LaneView present(LiveSnapshot snapshot, LaneSnapshot lane, int number, String ending) {
        Standing standing = Standing.of(snapshot, lane);
        String sentence = standing.sentence() + (standing.state().isAboveUsual() ? ending : "");
        return new LaneView(
                lane.participant().lane(),
                number,
                lane.participant().code().value(),
                lane.sensor().simulated(),
                standing.state(),
                sentence,
                standing.strip(),
                standing.unknownBecause().orElse(""),
                standing.why(false),
                standing.why(true),
                standing.progress(),
                SensorWords.of(lane.sensor(), lane.batteryPercent()),
                charts(snapshot, lane, standing));
    }

    private LaneView.Charts charts(LiveSnapshot snapshot, LaneSnapshot lane, Standing standing) {
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
        Trace moved = movement(shown, movement);
        return new LaneView.Charts(
                band,
                band.map(LaneView.Band::axis).orElseGet(() -> axisWithoutBand(all)),
                Trace.of(shown, LanePresenter::rate),
                rateNote(all),
                Trace.of(shown, LanePresenter::variation),
                variationAxis(all),
                Trace.of(shown, c -> doubt(c.reading().variability())),
                variationNote(lane),
                care(shown, moved),
                moved,
                lane.sensor().capabilities().contains(Capability.MOTION),
                stretches(moved, i -> moved.value(i) >= MOVING_MILLI_G, "moving"),
                runs(snapshot, shown, standing),
                poor(shown, snapshot.now().toSeconds()),
                usablePercent(shown));
    }

    private static Optional<Baseline> newestBaseline(List<Moment.Concluded> history) {
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

    /** Fixed too: about the person's own, or else about the first value of the session. */
    private static LaneView.Axis variationAxis(List<Moment.Concluded> history) {
        OptionalDouble usual =
                newestBaseline(history).map(Baseline::lnRmssd).orElse(OptionalDouble.empty());
        double middle =
                usual.orElseGet(
                        () ->
                                history.stream()
                                        .mapToDouble(LanePresenter::variation)
                                        .filter(Double::isFinite)
                                        .findFirst()
                                        .orElse(3.5));
        return new LaneView.Axis(middle - 1.6, middle + 1.6);
    }

    private static double rate(Moment.Concluded concluded) {
        return LiveWords.stateOf(concluded) == RegulationState.UNKNOWN
                ? Double.NaN
                : concluded.reading().heartRateBpm().orElse(Double.NaN);
    }

    /** Half a window at least, or it is not shown. */
    private static double variation(Moment.Concluded concluded) {
        HrvWindow window = concluded.reading().variability();
        return LiveWords.stateOf(concluded) == RegulationState.UNKNOWN || window.coverage() < 0.5
                ? Double.NaN
                : window.features().lnRmssd().orElse(Double.NaN);
    }

    /**
     * Half-width of the shade in units of ln RMSSD. The standard error of the logarithm of a root
     * mean square of n independent values is about 1 / sqrt(2 n). Missing time and artefacts, which
     * bias rather than scatter, widen it by a convention of this display.
     */
    static double doubt(HrvWindow window) {
        double error = 1 / Math.sqrt(2.0 * Math.max(4, window.beats()));
        return Math.min(0.7, error + 0.4 * (1 - window.coverage()) + window.artefactShare());
    }

    private static Trace movement(List<Moment.Concluded> shown, List<OptionalDouble> movement) {
        if (movement.isEmpty()) {
            return Trace.EMPTY;
        }
        return Trace.of(
                shown.stream().mapToDouble(c -> c.at().toSeconds()).toArray(),
                movement.stream().mapToDouble(m -> m.orElse(Double.NaN)).toArray());
    }

    private static String rateNote(List<Moment.Concluded> history) {
        return history.isEmpty()
                ? ""
                : seconds(history.get(history.size() - 1).reading().rate()) + " average";
    }

    private static String variationNote(LaneSnapshot lane) {
        if (lane.sensor().source() == SourceClass.HEART_RATE_ONLY) {
            return "not told by this sensor";
        }
        List<Moment.Concluded> history = lane.history();
        // Pulse intervals are not RR intervals, and are not to be read as if they were.
        String what =
                lane.sensor().source() == SourceClass.OPTICAL
                        ? "ln RMSSD of the pulse"
                        : "ln RMSSD";
        return history.isEmpty()
                ? what
                : what + ", " + seconds(history.get(history.size() - 1).reading().variability());
    }

    private static String seconds(HrvWindow window) {
        return String.format(
                Locale.ROOT, "%d s", Math.round(window.to().since(window.from()).toMillis() / 1e3));
    }

    private static List<LaneView.Stretch> care(List<Moment.Concluded> shown, Trace moved) {
        Trace variation = Trace.of(shown, LanePresenter::variation);
        List<LaneView.Stretch> stretches =
                stretches(
                        variation,
                        i -> {
                            HrvWindow window = shown.get(i).reading().variability();
                            return window.coverage() < POOR_COVERAGE
                                    || window.artefactShare() > CARE_ARTEFACTS;
                        },
                        "");
        return stretches.stream()
                .map(s -> new LaneView.Stretch(s.from(), s.to(), careWords(s, shown, moved)))
                .toList();
    }

    private static String careWords(
            LaneView.Stretch stretch, List<Moment.Concluded> shown, Trace moved) {
        for (int i = 0; i < moved.size(); i++) {
            if (moved.second(i) >= stretch.from()
                    && moved.second(i) <= stretch.to()
                    && moved.value(i) >= MOVING_MILLI_G) {
                return "moving: read with care";
            }
        }
        boolean artefacts =
                shown.stream()
                        .filter(c -> c.at().toSeconds() >= stretch.from())
                        .filter(c -> c.at().toSeconds() <= stretch.to())
                        .anyMatch(c -> c.reading().variability().artefactShare() > CARE_ARTEFACTS);
        return artefacts ? "uneven beats: read with care" : "few beats: read with care";
    }

    private static List<LaneView.Stretch> poor(List<Moment.Concluded> shown, double now) {
        Trace coverage = Trace.of(shown, c -> c.reading().quality().coverage());
        List<LaneView.Stretch> poor = new ArrayList<>();
        collect(coverage, i -> coverage.value(i) < POOR_COVERAGE, "poor signal", 0, poor);
        double newest = coverage.size() == 0 ? now : coverage.second(coverage.size() - 1);
        if (now - newest > LONGEST_STEP) {
            poor.add(new LaneView.Stretch(newest, now, "nothing concluded"));
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

    private static List<LaneView.Stretch> stretches(Trace trace, IntPredicate in, String words) {
        List<LaneView.Stretch> stretches = new ArrayList<>();
        collect(trace, i -> !trace.hole(i) && in.test(i), words, LEAST_STRETCH, stretches);
        return stretches;
    }

    private static void collect(
            Trace trace,
            IntPredicate in,
            String words,
            double least,
            List<LaneView.Stretch> stretches) {
        int i = 0;
        while (i < trace.size()) {
            int start = i;
            while (i < trace.size() && in.test(i)) {
                i++;
            }
            if (i > start && trace.second(i - 1) - trace.second(start) >= least) {
                double to = trace.second(Math.min(i, trace.size() - 1));
                stretches.add(new LaneView.Stretch(trace.second(start), to, words));
            }
            i = Math.max(i, start + 1);
        }
    }

    private static List<LaneView.Run> runs(
            LiveSnapshot snapshot, List<Moment.Concluded> shown, Standing standing) {
        List<LaneView.Run> runs = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Moment.Concluded concluded = shown.get(i);
            double at = concluded.at().toSeconds();
            double next = i + 1 < shown.size() ? shown.get(i + 1).at().toSeconds() : at;
            RegulationState state = LiveWords.stateOf(concluded);
            String because =
                    state == RegulationState.UNKNOWN
                            ? LiveWords.unknownBecause(concluded).toWords()
                            : "";
            append(runs, state, at, Math.min(next, at + LONGEST_STEP), because);
            if (next > at + LONGEST_STEP) {
                append(runs, RegulationState.UNKNOWN, at, next, "nothing concluded");
            }
        }
        double now = snapshot.now().toSeconds();
        if (!runs.isEmpty()) {
            double end = runs.get(runs.size() - 1).to();
            if (now > end) {
                append(runs, standing.state(), end, now, standing.unknownBecause().orElse(""));
            }
        }
        return runs;
    }

    private static void append(
            List<LaneView.Run> runs,
            RegulationState state,
            double from,
            double to,
            String because) {
        LaneView.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.state() == state && sameReason(last.because(), because)) {
            runs.set(runs.size() - 1, new LaneView.Run(state, last.from(), to, last.because()));
        } else {
            runs.add(new LaneView.Run(state, from, to, because));
        }
    }

    /** Figures change from second to second; the reason is the same as long as its words are. */
    private static boolean sameReason(String a, String b) {
        return a.equals(b) || a.replaceAll("[0-9.]+", "#").equals(b.replaceAll("[0-9.]+", "#"));
    }
}

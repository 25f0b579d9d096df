package org.attune.ui;

import java.util.List;
import java.util.OptionalDouble;
import org.attune.hrv.HrvWindow;
import org.attune.live.LaneSnapshot;
import org.attune.pipeline.Moment;
import org.attune.regulation.Baseline;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SourceClass;

/**
 * What is said and drawn of one person's variability, with its doubt. Pure, any thread.
 *
 * @param words in the language of the display
 * @param lane whose
 */
record Variability(LiveWords words, LaneSnapshot lane) {
    /** Share of artefacts above which variability is drawn in dots. */
    static final double CARE_ARTEFACTS = 0.05;

    /** Fixed too: about the person's own, or else about the first value of the session. */
    LaneView.Axis axis() {
        List<Moment.Concluded> history = lane.history();
        OptionalDouble usual =
                LanePresenter.newestBaseline(history)
                        .map(Baseline::lnRmssd)
                        .orElse(OptionalDouble.empty());
        double middle =
                usual.orElseGet(
                        () ->
                                history.stream()
                                        .mapToDouble(Variability::value)
                                        .filter(Double::isFinite)
                                        .findFirst()
                                        .orElse(3.5));
        return new LaneView.Axis(middle - 1.6, middle + 1.6);
    }

    /** Half a window at least, or it is not shown. */
    static double value(Moment.Concluded concluded) {
        HrvWindow window = concluded.reading().variability();
        return Standing.stateOf(concluded) == RegulationState.UNKNOWN || window.coverage() < 0.5
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

    String note() {
        if (lane.sensor().source() == SourceClass.HEART_RATE_ONLY) {
            return words.text("chart.variation.none");
        }
        List<Moment.Concluded> history = lane.history();
        // Pulse intervals are not RR intervals, and are not to be read as if they were.
        String what =
                words.text(
                        lane.sensor().source() == SourceClass.OPTICAL
                                ? "chart.variation.pulse"
                                : "chart.variation.note");
        return history.isEmpty()
                ? what
                : what
                        + ", "
                        + words.text(
                                "duration.seconds",
                                LanePresenter.seconds(
                                        history.get(history.size() - 1).reading().variability()));
    }

    /** Stretches to be read with care, and why. */
    List<LaneView.Stretch> care(List<Moment.Concluded> shown, Trace moved) {
        Trace variation = Trace.of(shown, Variability::value);
        List<LaneView.Stretch> stretches =
                Stretches.of(
                        variation,
                        i -> {
                            HrvWindow window = shown.get(i).reading().variability();
                            return window.coverage() < LanePresenter.POOR_COVERAGE
                                    || window.artefactShare() > CARE_ARTEFACTS;
                        },
                        "");
        return stretches.stream()
                .map(s -> new LaneView.Stretch(s.from(), s.to(), careWords(s, shown, moved)))
                .toList();
    }

    private String careWords(LaneView.Stretch stretch, List<Moment.Concluded> shown, Trace moved) {
        for (int i = 0; i < moved.size(); i++) {
            if (moved.second(i) >= stretch.from()
                    && moved.second(i) <= stretch.to()
                    && moved.value(i) >= LanePresenter.MOVING_MILLI_G) {
                return words.text("care.moving");
            }
        }
        boolean artefacts =
                shown.stream()
                        .filter(c -> c.at().toSeconds() >= stretch.from())
                        .filter(c -> c.at().toSeconds() <= stretch.to())
                        .anyMatch(c -> c.reading().variability().artefactShare() > CARE_ARTEFACTS);
        return words.text(artefacts ? "care.uneven" : "care.few");
    }
}

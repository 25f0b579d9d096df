package org.attune.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Of what was said with a probability, the share that was so. */
final class ReliabilityChart {
    private ReliabilityChart() {}

    /** Empty when there are no tasks, or no detector gives a probability. */
    static Optional<JFreeChart> of(List<Measured> recordings) {
        Map<String, List<Reliability>> given = new TreeMap<>();
        for (Measured measured : recordings) {
            for (RecordingFigures each : measured.figures()) {
                if (!each.tasks().isEmpty() && each.reliability().isPresent()) {
                    given.computeIfAbsent(each.detector(), d -> new java.util.ArrayList<>())
                            .add(each.reliability().get());
                }
            }
        }
        XYSeriesCollection data = new XYSeriesCollection();
        given.forEach((detector, parts) -> data.addSeries(line(detector, Reliability.sum(parts))));
        if (data.getSeriesCount() == 0) {
            return Optional.empty();
        }
        JFreeChart chart =
                SquareChart.of(
                        "Does the probability mean what it says?",
                        "said",
                        "was: share of these seconds that were a task",
                        data);
        if (chart.getXYPlot().getRenderer() instanceof XYLineAndShapeRenderer lines) {
            lines.setDefaultShapesVisible(true);
        }
        return Optional.of(chart);
    }

    private static XYSeries line(String detector, Reliability r) {
        XYSeries line =
                new XYSeries(
                        String.format(
                                Locale.ROOT,
                                "%s: error %.3f, Brier %.3f (constant %.3f)",
                                detector,
                                r.calibrationError(),
                                r.brier(),
                                r.constantBrier()),
                        false);
        for (int i = 0; i < r.bins(); i++) {
            if (r.counts(i)) {
                line.add(r.said(i), r.was(i));
            }
        }
        return line;
    }
}

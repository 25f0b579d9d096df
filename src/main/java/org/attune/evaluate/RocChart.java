package org.attune.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How many seconds of tasks score above a threshold, against how many of rest: the mean over
 * recordings, since scores of different people have no threshold in common.
 */
final class RocChart {
    private static final int STEPS = 100;
    private static final int LEAST_SECONDS = 30;

    /** Colour and dash both tell the lines apart. */
    private static final Color[] COLOURS = {
        new Color(0x1A, 0x4E, 0x8A),
        new Color(0xC0, 0x1C, 0x28),
        new Color(0x2E, 0x7D, 0x32),
        new Color(0x8E, 0x44, 0xAD),
        new Color(0xB3, 0x6B, 0x00),
        new Color(0x55, 0x55, 0x55),
        new Color(0x00, 0x83, 0x8F),
        new Color(0xAD, 0x14, 0x57),
        new Color(0x9E, 0x9D, 0x24)
    };

    private RocChart() {}

    static Optional<JFreeChart> of(List<Measured> recordings) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int i = 0; i < recordings.get(0).tracks().size(); i++) {
            mean(recordings, i).ifPresent(data::addSeries);
        }
        if (data.getSeriesCount() == 0) {
            return Optional.empty();
        }
        JFreeChart chart =
                SquareChart.of(
                        "ROC, mean of the recordings (median area)",
                        "share of rest above the threshold",
                        "share of tasks above it",
                        data);
        for (int i = 0; i < data.getSeriesCount(); i++) {
            chart.getXYPlot().getRenderer().setSeriesPaint(i, COLOURS[i % COLOURS.length]);
            float[] dash = i < 2 ? null : new float[] {2f + 2 * i, 3f};
            chart.getXYPlot()
                    .getRenderer()
                    .setSeriesStroke(
                            i,
                            new BasicStroke(
                                    i == 0 ? 2.6f : 1.5f,
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_ROUND,
                                    1,
                                    dash,
                                    0));
        }
        return Optional.of(chart);
    }

    private static Optional<XYSeries> mean(List<Measured> recordings, int detector) {
        double[] sums = new double[STEPS + 1];
        List<Double> areas = new ArrayList<>();
        String name = recordings.get(0).tracks().get(detector).detector();
        for (Measured each : recordings) {
            // Recordings without movement have a detector less.
            if (detector >= each.tracks().size()) {
                continue;
            }
            Track track = each.tracks().get(detector);
            Truth truth = each.recording().truth();
            double[] high = RecordingFigures.scores(truth.task(), track);
            double[] low = RecordingFigures.scores(truth.rest(), track);
            if (high.length >= LEAST_SECONDS && low.length >= LEAST_SECONDS) {
                add(sums, high, low);
                areas.add(each.figures().get(detector).auc());
            }
        }
        if (areas.isEmpty()) {
            return Optional.empty();
        }
        double median = Spread.of(areas).median();
        XYSeries line = new XYSeries(String.format(Locale.ROOT, "%s %.2f", name, median), false);
        line.add(0, 0);
        for (int i = 0; i <= STEPS; i++) {
            line.add((double) i / STEPS, sums[i] / areas.size());
        }
        return Optional.of(line);
    }

    private static void add(double[] sums, double[] high, double[] low) {
        double[] rest = low.clone();
        double[] task = high.clone();
        Arrays.sort(rest);
        Arrays.sort(task);
        for (int i = 0; i <= STEPS; i++) {
            double threshold =
                    i == STEPS
                            ? Double.NEGATIVE_INFINITY
                            : Stats.sortedQuantile(rest, 1 - (double) i / STEPS);
            int above = 0;
            while (above < task.length && task[task.length - 1 - above] > threshold) {
                above++;
            }
            sums[i] += (double) above / task.length;
        }
    }
}

package org.attune.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Polygon;
import java.util.BitSet;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One recording over time: score, alarm, cues, and the labels behind them. */
final class RecordingChart {
    static final Color TASK = new Color(0xF6, 0xC8, 0x8A);
    static final Color REST = new Color(0xE3, 0xEE, 0xF8);
    static final Color PHYSICAL = new Color(0xCF, 0xE8, 0xC9);
    static final Color CALIBRATION = new Color(0xD9, 0xD2, 0xE9);
    static final Color ALARM = new Color(0xC0, 0x1C, 0x28);
    static final Color UNJUDGED = new Color(0x9A, 0x9A, 0x9A);
    private static final Color LINE = new Color(0x1A, 0x4E, 0x8A);

    private static final int SCORE_ROW = 0;
    private static final int ALARM_ROW = 1;
    private static final int UNJUDGED_ROW = 2;
    private static final int CUE_ROW = 3;

    private RecordingChart() {}

    static JFreeChart of(Measured measured) {
        Track track = measured.tracks().get(0);
        Truth truth = measured.recording().truth();
        double[] range = range(track);
        XYPlot plot = new XYPlot(data(track, range), timeAxis(truth), scoreAxis(range), lines());
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(0xCC, 0xCC, 0xCC));
        plot.setInsets(new RectangleInsets(2, 4, 2, 10));
        bands(plot, truth);
        double auc = measured.figures().get(0).auc();
        String known = Double.isFinite(auc) ? String.format(Locale.ROOT, "   AUC %.2f", auc) : "";
        JFreeChart chart =
                new JFreeChart(
                        measured.recording().name() + known,
                        new Font(Font.SANS_SERIF, Font.BOLD, 12),
                        plot,
                        false);
        chart.setBackgroundPaint(Color.WHITE);
        return chart;
    }

    private static NumberAxis timeAxis(Truth truth) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, truth.seconds() / 60.0);
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        return axis;
    }

    private static NumberAxis scoreAxis(double[] range) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(range[0], range[1]);
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        return axis;
    }

    /** All but the outermost hundredth of the score, with room for the bars. */
    private static double[] range(Track track) {
        double[] known = new double[track.seconds()];
        int count = 0;
        for (int s = 0; s < track.seconds(); s++) {
            if (Double.isFinite(track.score(s))) {
                known[count++] = track.score(s);
            }
        }
        double[] scores = java.util.Arrays.copyOf(known, count);
        double low = count == 0 ? -1 : Math.min(-1, Stats.quantile(scores, 0.005));
        double high = count == 0 ? 1 : Math.max(1, Stats.quantile(scores, 0.995));
        double room = 0.14 * (high - low);
        return new double[] {low - room, high + room};
    }

    private static XYSeriesCollection data(Track track, double[] range) {
        double height = range[1] - range[0];
        BitSet unjudged = new BitSet();
        unjudged.set(0, track.seconds());
        unjudged.andNot(track.judged());
        XYSeriesCollection data = new XYSeriesCollection();
        XYSeries score = new XYSeries("score", false);
        for (int s = 0; s < track.seconds(); s++) {
            score.add(s / 60.0, track.score(s)); // not a number parts the line
        }
        data.addSeries(score);
        data.addSeries(bar("alarm", track.alarm(), track.seconds(), range[1] - 0.05 * height));
        data.addSeries(bar("unjudged", unjudged, track.seconds(), range[0] + 0.04 * height));
        XYSeries cues = new XYSeries("cues", false);
        track.cues().stream().forEach(s -> cues.add(s / 60.0, range[1] - 0.13 * height));
        data.addSeries(cues);
        return data;
    }

    private static XYSeries bar(String name, BitSet seconds, int end, double height) {
        XYSeries bar = new XYSeries(name, false);
        for (int s = 0; s < end; s++) {
            bar.add(s / 60.0, seconds.get(s) ? height : Double.NaN);
        }
        return bar;
    }

    private static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setSeriesPaint(SCORE_ROW, LINE);
        lines.setSeriesStroke(SCORE_ROW, new BasicStroke(1.1f));
        lines.setSeriesPaint(ALARM_ROW, ALARM);
        lines.setSeriesStroke(ALARM_ROW, flat(7));
        lines.setSeriesPaint(UNJUDGED_ROW, UNJUDGED);
        lines.setSeriesStroke(UNJUDGED_ROW, flat(5));
        lines.setSeriesPaint(CUE_ROW, Color.BLACK);
        lines.setSeriesLinesVisible(CUE_ROW, false);
        lines.setSeriesShapesVisible(CUE_ROW, true);
        lines.setSeriesShape(CUE_ROW, new Polygon(new int[] {-5, 5, 0}, new int[] {-4, -4, 5}, 3));
        return lines;
    }

    private static BasicStroke flat(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    private static void bands(XYPlot plot, Truth truth) {
        Label calibration = truth.calibration();
        band(plot, calibration.from(), calibration.to(), CALIBRATION, "");
        runs(plot, truth.rest(), REST);
        runs(plot, truth.physical(), PHYSICAL);
        for (Task task : truth.tasks()) {
            band(plot, task.from(), task.to(), TASK, task.kind());
        }
    }

    private static void runs(XYPlot plot, BitSet seconds, Color colour) {
        for (int s = seconds.nextSetBit(0); s >= 0; ) {
            int end = seconds.nextClearBit(s);
            band(plot, s, end, colour, "");
            s = seconds.nextSetBit(end);
        }
    }

    private static void band(XYPlot plot, double from, double to, Color colour, String label) {
        IntervalMarker marker = new IntervalMarker(from / 60, to / 60, colour);
        marker.setAlpha(1);
        if (!label.isEmpty()) {
            marker.setLabel(label);
            marker.setLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 9));
            marker.setLabelAnchor(org.jfree.chart.ui.RectangleAnchor.BOTTOM_LEFT);
            marker.setLabelTextAnchor(org.jfree.chart.ui.TextAnchor.BOTTOM_LEFT);
            marker.setLabelBackgroundColor(colour);
            marker.setLabelOffset(new RectangleInsets(2, 2, 12, 2));
        }
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }
}

package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.attune.regulation.RegulationState;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * Heart rate against the person's own band, in words rather than numbers. Confined to the EDT.
 *
 * @param compact whether it is one of several
 */
record RateLane(Look look, LaneView lane, LaneLabels labels, boolean compact) {
    /** Band, trace and gaps. */
    void paint(Graphics2D g, TimeScale time, LaneLayout layout, boolean numbers) {
        LaneView.Charts charts = lane.charts();
        double labelAt = layout.rateTop() + look.px(compact ? 10 : 14);
        labels.label(g, look.words.text("chart.rate"), labelAt);
        labels.note(g, rateNote(numbers), labelAt + look.px(17));
        XYPlot plot =
                TracePlot.of(
                        charts.rate(),
                        time,
                        charts.axis(),
                        new RunRenderer(Brushes.rate(look, charts.band())));
        charts.band().ifPresent(band -> addBand(plot, band, layout));
        TracePlot.draw(g, plot, time, layout.rateTop(), layout.rateHeight());
        paintGaps(g, time, layout);
        charts.band().ifPresent(band -> paintBandWords(g, time, layout, band, numbers));
    }

    private String rateNote(boolean numbers) {
        double newest = lane.charts().rate().newest();
        return numbers && Double.isFinite(newest)
                ? look.words.text(
                        "chart.rate.number", lane.charts().rateNote(), look.words.whole(newest))
                : lane.charts().rateNote();
    }

    private void addBand(XYPlot plot, LaneView.Band band, LaneLayout layout) {
        IntervalMarker usual = new IntervalMarker(band.lower(), band.upper(), look.palette.band);
        usual.setAlpha(1);
        usual.setOutlinePaint(null);
        plot.addRangeMarker(usual, Layer.BACKGROUND);
        for (double edge : new double[] {band.lower(), band.upper()}) {
            plot.addRangeMarker(
                    marker(
                            onPixel(edge, layout),
                            look.palette.bandEdge,
                            new BasicStroke((float) look.px(1))),
                    Layer.BACKGROUND);
        }
        plot.addRangeMarker(
                marker(band.wellAbove(), look.palette.text3, look.dashed(1, 2, 5)),
                Layer.BACKGROUND);
    }

    /**
     * The value nearest to {@code bpm} whose line fills one row of pixels: a line upon two rows is
     * pale. The chart itself is drawn within whole pixels.
     */
    private double onPixel(double bpm, LaneLayout layout) {
        LaneView.Axis axis = lane.charts().axis();
        double perBpm = 1 / (axis.upper() - axis.lower());
        double foot = Math.floor(layout.rateBottom());
        double height = foot - Math.ceil(layout.rateTop());
        double row = Math.floor(foot - (bpm - axis.lower()) * perBpm * height) + 0.5;
        return axis.lower() + (foot - row) / (perBpm * height);
    }

    private static ValueMarker marker(double value, Color colour, BasicStroke stroke) {
        ValueMarker marker = new ValueMarker(value, colour, stroke);
        marker.setAlpha(1);
        return marker;
    }

    private double y(LaneLayout layout, double bpm) {
        LaneView.Axis axis = lane.charts().axis();
        double share = (bpm - axis.lower()) / (axis.upper() - axis.lower());
        return layout.rateBottom() - share * layout.rateHeight();
    }

    /** Where nothing is known: hatched, with how long and why; no bridge, no guess. */
    private void paintGaps(Graphics2D g, TimeScale time, LaneLayout layout) {
        for (LaneView.Run run : lane.charts().states()) {
            double from = time.bounded(run.from());
            double to = time.bounded(run.to());
            if (run.state() != RegulationState.UNKNOWN || to - from < 1) {
                continue;
            }
            Rectangle2D column =
                    new Rectangle2D.Double(from, layout.rateTop(), to - from, layout.rateHeight());
            Hatch.paint(
                    g,
                    column,
                    Palette.faint(look.palette.hatch, 150),
                    look.px(Hatch.PITCH),
                    look.px(1));
        }
    }

    /** How long nothing was known, and why; painted last, to be read over lines. */
    void paintGapWords(Graphics2D g, TimeScale time, LaneLayout layout) {
        Font font = look.type.regular(Typeface.NOTE);
        double free = Double.NEGATIVE_INFINITY;
        for (LaneView.Run run : lane.charts().states()) {
            double from = time.bounded(run.from());
            double to = time.bounded(run.to());
            if (run.state() != RegulationState.UNKNOWN || to - from < 1) {
                continue;
            }
            String words = look.words.duration(run.seconds()) + ", " + run.because();
            double width = Look.width(g, words, font);
            double latest = time.right() - width - look.px(6);
            double x = Math.max(time.left(), Math.min((from + to) / 2 - width / 2, latest));
            if (x > free) {
                double base = layout.rateBottom() + look.px(14);
                g.setColor(look.palette.ground);
                g.fill(new Rectangle2D.Double(x, base - look.px(11), width, look.px(14)));
                look.write(g, words, font, look.palette.text3, x, base);
                free = x + width + look.px(12);
            }
        }
    }

    private void paintBandWords(
            Graphics2D g, TimeScale time, LaneLayout layout, LaneView.Band band, boolean numbers) {
        double x = time.right() + look.px(12);
        double threshold = y(layout, band.wellAbove());
        double upper = y(layout, band.upper());
        double lower = y(layout, band.lower());
        double middle = (upper + lower) / 2;
        Font font = look.type.regular(Typeface.LABEL);
        LiveWords words = look.words;
        String wellAbove =
                numbers
                        ? words.text("band.well-above.number", words.whole(band.wellAbove()))
                        : words.text("band.well-above");
        labels.right(g, wellAbove, font, look.palette.text2, x, threshold - look.px(13));
        if (upper - threshold > look.px(13)) {
            labels.right(
                    g,
                    words.text("band.above"),
                    font,
                    look.palette.text2,
                    x,
                    (threshold + upper) / 2);
        }
        String range =
                numbers
                        ? words.text(
                                "band.number", words.whole(band.lower()), words.whole(band.upper()))
                        : words.text("band.own");
        boolean twoLines = lower - upper > look.px(34) && !compact;
        labels.right(
                g,
                words.text("band.usual"),
                font,
                look.palette.text,
                x,
                twoLines ? middle - look.px(3) : middle);
        if (twoLines) {
            Font note = look.type.regular(Typeface.NOTE);
            labels.right(g, range, note, look.palette.text3, x, middle + look.px(13));
        }
        labels.right(g, words.text("band.below"), font, look.palette.text2, x, lower + look.px(14));
    }

    /** The dot at the newest second. */
    void paintNewest(Graphics2D g, TimeScale time, LaneLayout layout) {
        double newest = lane.charts().rate().newest();
        if (!Double.isFinite(newest) || lane.state() == RegulationState.UNKNOWN) {
            return;
        }
        double y = y(layout, newest);
        if (y < layout.rateTop() || y > layout.rateBottom()) {
            return;
        }
        double outer = look.px(6);
        double inner = look.px(4.2);
        g.setColor(look.palette.ground);
        g.fill(circle(time.right(), y, outer));
        g.setColor(look.palette.data);
        g.fill(circle(time.right(), y, inner));
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}

package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import javax.swing.JPanel;
import org.attune.regulation.RegulationState;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * What one person's signals did over the minutes shown, in the order of trust: state, heart rate
 * against their own range, its variation with its doubt, movement, signal. Confined to the EDT.
 */
final class LaneChart extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double MOVEMENT_TOP_MILLI_G = 60;

    private final boolean compact;
    private transient Look look;
    private transient LaneView lane;
    private transient LiveView.Timeline timeline;
    private boolean numbers;
    private boolean showsTherapist;

    /**
     * @param compact whether only ribbon and heart rate are drawn, for one of several people
     */
    LaneChart(Look look, LaneView lane, LiveView.Timeline timeline, boolean compact) {
        this.look = look;
        this.lane = lane;
        this.timeline = timeline;
        this.compact = compact;
        setOpaque(true);
    }

    void show(
            Look newLook,
            LaneView newLane,
            LiveView.Timeline newTimeline,
            boolean withNumbers,
            boolean withTherapist) {
        look = newLook;
        lane = newLane;
        timeline = newTimeline;
        numbers = withNumbers;
        showsTherapist = withTherapist;
        AccessibleContext context = getAccessibleContext();
        context.setAccessibleName("Charts of " + lane.code());
        context.setAccessibleDescription(lane.why());
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        TimeScale time = TimeScale.of(timeline, look, getWidth());
        LaneLayout layout =
                compact
                        ? LaneLayout.compact(getHeight(), look)
                        : LaneLayout.full(getHeight(), look);
        double foot = compact ? layout.rateBottom() : getHeight();
        TimeLines.minutes(g, look, time, layout.ribbonTop(), foot);
        if (layout.showsRate()) {
            paintRate(g, time, layout);
        }
        if (layout.showsVariation()) {
            paintVariation(g, time, layout);
        }
        if (layout.showsMovement()) {
            paintMovement(g, time, layout);
        }
        if (layout.showsSignal()) {
            paintSignal(g, time, layout);
        }
        if (!compact) {
            TimeLines.marks(
                    g,
                    look,
                    timeline,
                    time,
                    layout.ribbonTop() + layout.ribbonHeight() + look.px(3),
                    foot,
                    showsTherapist);
        }
        paintRibbon(g, time, layout);
        TimeLines.now(g, look, time, layout.ribbonTop(), foot);
        if (layout.showsRate()) {
            paintNewest(g, time, layout);
        }
        g.dispose();
    }

    private void paintRibbon(Graphics2D g, TimeScale time, LaneLayout layout) {
        double middle = layout.ribbonTop() + layout.ribbonHeight() / 2;
        label(g, "State", middle);
        Ribbon.paint(
                g, look, lane.charts().states(), time, layout.ribbonTop(), layout.ribbonHeight());
    }

    private void paintRate(Graphics2D g, TimeScale time, LaneLayout layout) {
        LaneView.Charts charts = lane.charts();
        double labelAt = layout.rateTop() + look.px(compact ? 10 : 14);
        label(g, "Heart rate", labelAt);
        note(g, rateNote(), labelAt + look.px(17));
        XYPlot plot =
                TracePlot.of(
                        charts.rate(),
                        time,
                        charts.axis(),
                        new RunRenderer(Brushes.rate(look, charts.band())));
        charts.band().ifPresent(band -> addBand(plot, band));
        TracePlot.draw(g, plot, time, layout.rateTop(), layout.rateHeight());
        paintGaps(g, time, layout);
        charts.band().ifPresent(band -> paintBandWords(g, time, layout, band));
    }

    private String rateNote() {
        double newest = lane.charts().rate().newest();
        return numbers && Double.isFinite(newest)
                ? String.format(Locale.ROOT, "%s, %.0f bpm", lane.charts().rateNote(), newest)
                : lane.charts().rateNote();
    }

    private void addBand(XYPlot plot, LaneView.Band band) {
        IntervalMarker usual = new IntervalMarker(band.lower(), band.upper(), look.palette.band);
        usual.setAlpha(1);
        usual.setOutlinePaint(null);
        plot.addRangeMarker(usual, Layer.BACKGROUND);
        for (double edge : new double[] {band.lower(), band.upper()}) {
            plot.addRangeMarker(
                    marker(edge, look.palette.bandEdge, new BasicStroke((float) look.px(1))),
                    Layer.BACKGROUND);
        }
        plot.addRangeMarker(
                marker(band.wellAbove(), look.palette.text3, TimeLines.dashed(look, 2, 5)),
                Layer.BACKGROUND);
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
        Font font = look.type.regular(Typeface.NOTE);
        double free = Double.NEGATIVE_INFINITY;
        for (LaneView.Run run : lane.charts().states()) {
            double from = time.bounded(run.from());
            double to = time.bounded(run.to());
            if (run.state() != RegulationState.UNKNOWN || to - from < 1) {
                continue;
            }
            Rectangle2D column =
                    new Rectangle2D.Double(from, layout.rateTop(), to - from, layout.rateHeight());
            Color hatch = look.palette.hatch;
            Hatch.paint(
                    g,
                    column,
                    new Color(hatch.getRed(), hatch.getGreen(), hatch.getBlue(), 150),
                    look.px(Hatch.PITCH),
                    look.px(1));
            String words = LiveWords.duration(run.seconds()) + ", " + run.because();
            double width = Look.width(g, words, font);
            double x =
                    Math.max(
                            time.left(),
                            Math.min(
                                    (from + to) / 2 - width / 2,
                                    time.right() - width - look.px(6)));
            if (x > free) {
                look.write(
                        g, words, font, look.palette.text3, x, layout.rateBottom() + look.px(14));
                free = x + width + look.px(12);
            }
        }
    }

    private void paintBandWords(
            Graphics2D g, TimeScale time, LaneLayout layout, LaneView.Band band) {
        double x = time.right() + look.px(12);
        double threshold = y(layout, band.wellAbove());
        double upper = y(layout, band.upper());
        double lower = y(layout, band.lower());
        double middle = (upper + lower) / 2;
        Font font = look.type.regular(Typeface.LABEL);
        String bpm = numbers ? bpm(band.wellAbove(), "from ") : "";
        right(g, "well above" + bpm, font, look.palette.text2, x, threshold - look.px(13));
        if (upper - threshold > look.px(13)) {
            right(g, "above", font, look.palette.text2, x, (threshold + upper) / 2);
        }
        String range =
                numbers
                        ? String.format(Locale.ROOT, "%.0f to %.0f bpm", band.lower(), band.upper())
                        : "this person's own";
        boolean twoLines = lower - upper > look.px(34) && !compact;
        right(
                g,
                "usual range",
                font,
                look.palette.text,
                x,
                twoLines ? middle - look.px(3) : middle);
        if (twoLines) {
            Font note = look.type.regular(Typeface.NOTE);
            right(g, range, note, look.palette.text3, x, middle + look.px(13));
        }
        right(g, "below", font, look.palette.text2, x, lower + look.px(14));
    }

    private static String bpm(double value, String before) {
        return String.format(Locale.ROOT, ", %s%.0f bpm", before, value);
    }

    private void paintNewest(Graphics2D g, TimeScale time, LaneLayout layout) {
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

    private void paintVariation(Graphics2D g, TimeScale time, LaneLayout layout) {
        LaneView.Charts charts = lane.charts();
        double labelAt = layout.variationTop() + look.px(18);
        label(g, "Beat-to-beat variation", labelAt);
        note(g, charts.variationNote(), labelAt + look.px(17));
        XYPlot plot =
                TracePlot.of(
                        charts.variation(),
                        time,
                        charts.variationAxis(),
                        new RunRenderer(Brushes.variation(look, charts.doubt(), charts.care())));
        TracePlot.draw(g, plot, time, layout.variationTop(), layout.variationHeight());
        Font font = look.type.regular(Typeface.NOTE);
        for (LaneView.Stretch care : charts.care()) {
            double width = Look.width(g, care.words(), font);
            double from = time.bounded(care.from());
            double to = time.bounded(care.to());
            if (to - from >= look.px(30)) {
                double x =
                        Math.max(
                                time.left(),
                                Math.min((from + to) / 2 - width / 2, time.right() - width));
                look.write(
                        g,
                        care.words(),
                        font,
                        look.palette.text3,
                        x,
                        layout.variationTop() + look.px(6));
            }
        }
        if (Double.isFinite(charts.variation().newest())) {
            right(
                    g,
                    "shade = how sure",
                    font,
                    look.palette.text3,
                    time.right() + look.px(12),
                    layout.variationTop() + layout.variationHeight() / 2);
        }
    }

    private void paintMovement(Graphics2D g, TimeScale time, LaneLayout layout) {
        LaneView.Charts charts = lane.charts();
        double foot = layout.movementTop() + layout.movementHeight();
        label(g, "Movement", foot - look.px(24));
        Font font = look.type.regular(Typeface.NOTE);
        double x = time.right() + look.px(12);
        if (!charts.movementKnown()) {
            look.write(
                    g,
                    "not known: this sensor does not tell movement",
                    font,
                    look.palette.text3,
                    time.left(),
                    foot - look.px(5));
            return;
        }
        XYPlot plot =
                TracePlot.of(
                        charts.movement(),
                        time,
                        new LaneView.Axis(0, MOVEMENT_TOP_MILLI_G),
                        new RunRenderer(Brushes.movement(look)));
        TracePlot.draw(g, plot, time, layout.movementTop(), layout.movementHeight());
        for (LaneView.Stretch moving : charts.moving()) {
            double middle = (time.bounded(moving.from()) + time.bounded(moving.to())) / 2;
            look.writeCentred(
                    g,
                    moving.words(),
                    font,
                    look.palette.text3,
                    middle,
                    layout.movementTop() + look.px(2));
        }
        movementWord(charts.movement().newest())
                .ifPresent(word -> right(g, word, font, look.palette.text3, x, foot - look.px(9)));
    }

    private static Optional<String> movementWord(double milliG) {
        if (!Double.isFinite(milliG)) {
            return Optional.empty();
        }
        return Optional.of(
                milliG >= LanePresenter.MOVING_MILLI_G
                        ? "moving"
                        : milliG >= Standing.SOME_MOVEMENT_MILLI_G ? "a little" : "still");
    }

    private void paintSignal(Graphics2D g, TimeScale time, LaneLayout layout) {
        double middle = layout.signalMiddle();
        label(g, "Signal", middle);
        double half = look.px(3);
        g.setColor(look.palette.hatch);
        LaneView.Charts charts = lane.charts();
        if (charts.states().isEmpty()) {
            return;
        }
        double start = time.bounded(charts.states().get(0).from());
        g.fill(new Rectangle2D.Double(start, middle - half, time.right() - start, 2 * half));
        for (LaneView.Stretch poor : charts.poor()) {
            double from = time.bounded(poor.from());
            double to = Math.max(time.bounded(poor.to()), from + look.px(12));
            Rectangle2D nick =
                    new Rectangle2D.Double(from, middle - look.px(7), to - from, look.px(14));
            g.setColor(look.palette.ground);
            g.fill(nick);
            Hatch.paint(g, nick, look.palette.hatch, look.px(Hatch.PITCH), look.px(1.2));
        }
        charts.usablePercent()
                .ifPresent(
                        percent ->
                                right(
                                        g,
                                        "usable " + percent + " %",
                                        look.type.regular(Typeface.NOTE),
                                        look.palette.text3,
                                        time.right() + look.px(12),
                                        middle));
    }

    private void label(Graphics2D g, String words, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        double x = look.px(24);
        String fitted = Look.fit(g, words, font, look.px(TimeScale.LABELS_LEFT) - x);
        look.write(g, fitted, font, look.palette.text2, x, Look.baselineFor(g, font, middle));
    }

    private void note(Graphics2D g, String words, double middle) {
        Font font = look.type.regular(Typeface.NOTE);
        double x = look.px(24);
        String fitted = Look.fit(g, words, font, look.px(TimeScale.LABELS_LEFT) - x);
        look.write(g, fitted, font, look.palette.text3, x, Look.baselineFor(g, font, middle));
    }

    private void right(
            Graphics2D g, String words, Font font, Color colour, double x, double middle) {
        String fitted = Look.fit(g, words, font, getWidth() - x - look.px(4));
        look.write(g, fitted, font, colour, x, Look.baselineFor(g, font, middle));
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}

package org.attune.ui;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import javax.swing.JPanel;
import org.jfree.chart.plot.XYPlot;

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
    private transient LaneLabels labels;
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
        this.labels = new LaneLabels(look, 0);
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
        context.setAccessibleName(look.words.text("chart.of", lane.code()));
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
        labels = new LaneLabels(look, getWidth());
        RateLane rate = new RateLane(look, lane, labels, compact);
        TimeLines.minutes(g, look, time, layout.ribbonTop(), foot);
        if (layout.showsRate()) {
            rate.paint(g, time, layout, numbers);
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
        if (layout.showsRate()) {
            rate.paintGapWords(g, time, layout);
        }
        paintRibbon(g, time, layout);
        TimeLines.now(g, look, time, layout.ribbonTop(), foot);
        if (layout.showsRate()) {
            rate.paintNewest(g, time, layout);
        }
        g.dispose();
    }

    private void paintRibbon(Graphics2D g, TimeScale time, LaneLayout layout) {
        double middle = layout.ribbonTop() + layout.ribbonHeight() / 2;
        labels.label(g, look.words.text("chart.state"), middle);
        Ribbon.paint(
                g, look, lane.charts().states(), time, layout.ribbonTop(), layout.ribbonHeight());
    }

    private void paintVariation(Graphics2D g, TimeScale time, LaneLayout layout) {
        LaneView.Charts charts = lane.charts();
        double labelAt = layout.variationTop() + look.px(18);
        labels.label(g, look.words.text("chart.variation"), labelAt);
        labels.note(g, charts.variationNote(), labelAt + look.px(17));
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
            labels.right(
                    g,
                    look.words.text("chart.shade"),
                    font,
                    look.palette.text3,
                    time.right() + look.px(12),
                    layout.variationTop() + layout.variationHeight() / 2);
        }
    }

    private void paintMovement(Graphics2D g, TimeScale time, LaneLayout layout) {
        LaneView.Charts charts = lane.charts();
        double foot = layout.movementTop() + layout.movementHeight();
        labels.label(g, look.words.text("chart.movement"), foot - look.px(24));
        Font font = look.type.regular(Typeface.NOTE);
        double x = time.right() + look.px(12);
        if (!charts.movementKnown()) {
            look.write(
                    g,
                    look.words.text("chart.movement.unknown"),
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
                .ifPresent(
                        word ->
                                labels.right(
                                        g, word, font, look.palette.text3, x, foot - look.px(9)));
    }

    private Optional<String> movementWord(double milliG) {
        if (!Double.isFinite(milliG)) {
            return Optional.empty();
        }
        String some =
                milliG >= StandingWords.SOME_MOVEMENT_MILLI_G
                        ? "chart.moving.little"
                        : "chart.still";
        return Optional.of(
                look.words.text(milliG >= LanePresenter.MOVING_MILLI_G ? "chart.moving" : some));
    }

    private void paintSignal(Graphics2D g, TimeScale time, LaneLayout layout) {
        double middle = layout.signalMiddle();
        labels.label(g, look.words.text("chart.signal"), middle);
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
                                labels.right(
                                        g,
                                        look.words.text("chart.usable", percent),
                                        look.type.regular(Typeface.NOTE),
                                        look.palette.text3,
                                        time.right() + look.px(12),
                                        middle));
    }
}

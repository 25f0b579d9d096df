package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;

/** The rows all lanes share: phase, marks and the time axis. Confined to the EDT. */
final class TimeFoot extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double PHASE_ROW = 30;
    private static final double MARK_ROW = 38;
    private static final double AXIS_ROW = 40;
    private static final double BOX = 18;

    private transient Look look;
    private transient LiveView.Timeline timeline;
    private boolean showsTherapist;

    TimeFoot(Look look, LiveView.Timeline timeline) {
        this.look = look;
        this.timeline = timeline;
        setOpaque(true);
    }

    /** The height it needs. */
    static int height(Look look) {
        return look.whole(PHASE_ROW + MARK_ROW + AXIS_ROW);
    }

    void show(Look newLook, LiveView.Timeline newTimeline, boolean withTherapist) {
        look = newLook;
        timeline = newTimeline;
        showsTherapist = withTherapist;
        getAccessibleContext().setAccessibleName(look.words.text("chart.foot"));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        TimeScale time = TimeScale.of(timeline, look, getWidth());
        double phase = look.px(PHASE_ROW / 2);
        double marks = look.px(PHASE_ROW + MARK_ROW / 2);
        double axis = look.px(PHASE_ROW + MARK_ROW);
        double foot = axis + look.px(4);
        TimeLines.minutes(g, look, time, 0, foot);
        TimeLines.marks(g, look, timeline, time, 0, marks, showsTherapist);
        TimeLines.now(g, look, time, 0, foot);
        label(g, look.words.text("chart.phase"), phase);
        paintPhases(g, time, phase);
        label(g, look.words.text("chart.marks"), marks);
        paintMarks(g, time, marks);
        paintAxis(g, time, axis + look.px(17));
        g.dispose();
    }

    private void paintPhases(Graphics2D g, TimeScale time, double middle) {
        Font font = look.type.regular(Typeface.TICK);
        for (LaneView.Stretch phase : timeline.phases()) {
            double from = time.bounded(phase.from());
            double to = time.bounded(phase.to());
            if (to <= from) {
                continue;
            }
            double gap = look.px(10);
            double start = from + (phase.from() > time.from() ? look.px(4) : 0);
            String words = Look.fit(g, phase.words(), font, to - start - gap);
            double width = Look.width(g, words, font);
            if (!words.isEmpty()) {
                g.setColor(look.palette.ground);
                g.fill(
                        new Rectangle2D.Double(
                                start - 1, middle - look.px(10), width + gap, look.px(20)));
                double base = Look.baselineFor(g, font, middle);
                look.write(g, words, font, look.palette.text2, start, base);
            }
            g.setColor(look.palette.text3);
            g.setStroke(new BasicStroke((float) look.px(1.6)));
            double lineFrom = words.isEmpty() ? from : start + width + gap;
            if (to - look.px(4) > lineFrom) {
                g.draw(new Line2D.Double(lineFrom, middle, to - look.px(2), middle));
            }
        }
    }

    private void paintMarks(Graphics2D g, TimeScale time, double middle) {
        List<LiveView.MarkView> shown =
                timeline.marks().stream()
                        .filter(mark -> mark.at() >= time.from())
                        .filter(mark -> showsTherapist || !mark.ofTherapist())
                        .toList();
        List<Double> centres = places(g, shown, time);
        double used = time.left();
        for (int i = 0; i < shown.size(); i++) {
            LiveView.MarkView mark = shown.get(i);
            double half = boxWidth(g, mark.key()) / 2;
            double centre = centres.get(i);
            paintBox(g, mark.key(), centre, middle, half);
            Font font = look.type.regular(Typeface.TICK);
            double width = Look.width(g, mark.words(), font);
            double next = i + 1 < shown.size() ? centres.get(i + 1) - look.px(14) : time.right();
            double base = Look.baselineFor(g, font, middle);
            double after = centre + half + look.px(6);
            double before = centre - half - look.px(6) - width;
            if (after + width < next - look.px(4)) {
                look.write(g, mark.words(), font, look.palette.text2, after, base);
                used = after + width;
            } else if (i == shown.size() - 1 && before > used + look.px(10)) {
                look.write(g, mark.words(), font, look.palette.text2, before, base);
            } else {
                used = centre + half;
            }
        }
    }

    /** The middles of the boxes: true to time, older ones pushed left where they would collide. */
    private List<Double> places(Graphics2D g, List<LiveView.MarkView> marks, TimeScale time) {
        List<Double> centres = new ArrayList<>();
        double limit = time.right() + look.px(BOX / 2);
        for (int i = marks.size() - 1; i >= 0; i--) {
            double half = boxWidth(g, marks.get(i).key()) / 2;
            double centre = Math.min(time.x(marks.get(i).at()), limit - half);
            centres.add(0, centre);
            limit = centre - half - look.px(2);
        }
        return centres;
    }

    private double boxWidth(Graphics2D g, String key) {
        double words = Look.width(g, key, look.type.semibold(Typeface.NOTE));
        return Math.max(look.px(BOX), words + look.px(8));
    }

    private void paintBox(Graphics2D g, String key, double centre, double middle, double half) {
        double height = look.px(BOX);
        RoundRectangle2D box =
                new RoundRectangle2D.Double(
                        centre - half,
                        middle - height / 2,
                        2 * half,
                        height,
                        look.px(6),
                        look.px(6));
        g.setColor(look.palette.ground);
        g.fill(box);
        g.setColor(look.palette.text2);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(box);
        Font font = look.type.semibold(Typeface.NOTE);
        look.writeCentred(
                g, key, font, look.palette.text, centre, Look.baselineFor(g, font, middle));
    }

    private void paintAxis(Graphics2D g, TimeScale time, double middle) {
        Font font = look.type.regular(Typeface.TICK);
        Font bold = look.type.semibold(Typeface.TICK);
        double base = Look.baselineFor(g, font, middle);
        double tick = time.tick(look.px(60));
        double free = time.right() - look.px(34);
        boolean first = true;
        for (double at = TimeLines.firstTick(time, tick); at < time.now(); at += tick) {
            double x = time.x(at);
            if (x < free) {
                long minute = Math.round(at / 60);
                String words =
                        first ? look.words.text("chart.minutes", minute) : String.valueOf(minute);
                look.writeCentred(g, words, font, look.palette.text3, x, base);
                first = false;
            }
        }
        look.writeCentred(
                g, look.words.text("chart.now"), bold, look.palette.text, time.right(), base);
    }

    private void label(Graphics2D g, String words, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        double base = Look.baselineFor(g, font, middle);
        look.write(g, words, font, look.palette.text2, look.px(24), base);
    }
}

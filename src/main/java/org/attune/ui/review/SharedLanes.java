package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.attune.review.Marks;
import org.attune.review.ReviewFigures;
import org.attune.review.Span;
import org.attune.session.Phase;
import org.attune.ui.LiveWords;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * What is the same for all people of a session: the client's own numbers, phases and the time.
 * Confined to the EDT.
 */
record SharedLanes(Look look, ReviewWords words, ReviewView view, Canvas canvas) {
    private static final List<Double> STEPS =
            List.of(
                    1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0,
                    3600.0, 7200.0, 14_400.0, 28_800.0);
    private static final double HOURS_FROM = 7200;

    /** The client's own numbers as stems, with the questions they raise. */
    void paintSuds(Graphics2D g, LanesLayout.Row row) {
        Canvas scale = new Canvas(view.window(), rectangle(row), 0, 10);
        Font tick = look.type.regular(Typeface.TICK);
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1)));
        double foot = row.bottom();
        g.draw(new Line2D.Double(canvas.area().getX(), foot, canvas.area().getMaxX(), foot));
        for (int end : new int[] {0, 10}) {
            look.writeEnding(
                    g,
                    Integer.toString(end),
                    tick,
                    look.palette.text3,
                    canvas.area().getX() - look.px(10),
                    Look.baselineFor(g, tick, scale.y(end)));
        }
        Font font = look.type.semibold(Typeface.LABEL);
        for (Marks.Suds each : view.marks().suds()) {
            if (!view.window().holds(each.second())) {
                continue;
            }
            double x = scale.x(each.second());
            double y = scale.y(each.value());
            g.setColor(look.palette.text);
            g.setStroke(new BasicStroke((float) look.px(1)));
            g.draw(new Line2D.Double(x, y, x, foot));
            double r = look.px(4.5);
            g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            String number = Integer.toString(each.value());
            double width = Look.width(g, number, font);
            boolean left = x + look.px(10) + width > canvas.area().getMaxX();
            double at = left ? x - look.px(10) - width : x + look.px(10);
            look.write(g, number, font, look.palette.text, at, Look.baselineFor(g, font, y));
        }
    }

    private Rectangle2D rectangle(LanesLayout.Row row) {
        return new Rectangle2D.Double(
                canvas.area().getX(), row.top(), canvas.area().getWidth(), row.height());
    }

    /** Where number and trace part: a question, under the stem. */
    void paintQuestions(Graphics2D g, LanesLayout.Row row) {
        Font font = look.type.regular(Typeface.NOTE);
        double free = canvas.area().getX();
        for (ReviewFigures.Divergence each : view.questions()) {
            double second = each.suds().second();
            if (!view.window().holds(second)) {
                continue;
            }
            String asked = words.of(LiveWords.key("question", each.parting()));
            double width = Look.width(g, asked, font);
            double x = canvas.x(second) - width / 2;
            x = Math.max(canvas.area().getX(), Math.min(canvas.area().getMaxX() - width, x));
            if (x >= free) {
                g.setColor(look.palette.ground);
                g.fill(new Rectangle2D.Double(x, row.bottom() + look.px(3), width, look.px(13)));
                look.write(g, asked, font, look.palette.text2, x, row.bottom() + look.px(13));
                free = x + width + look.px(10);
            }
        }
    }

    /** The name at each beginning, then a line; sets of stimulation as a bar under it. */
    void paintPhases(Graphics2D g, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        TimeWindow window = view.window();
        for (Span<Phase> phase : view.marks().phases().within(window.from(), window.to())) {
            double from = canvas.bounded(phase.from());
            double to = canvas.bounded(phase.to());
            String name = words.live().phase(phase.what());
            double x = from + look.px(4);
            double end = x + Look.width(g, name, font);
            boolean room = end + look.px(4) <= to;
            if (room) {
                look.write(g, name, font, look.palette.text2, x, Look.baselineFor(g, font, middle));
            }
            double start = room ? end + look.px(8) : from + look.px(2);
            if (to - look.px(4) > start) {
                g.setColor(look.palette.text2);
                g.setStroke(new BasicStroke((float) look.px(1.4)));
                g.draw(new Line2D.Double(start, middle, to - look.px(4), middle));
            }
        }
        g.setColor(look.palette.text3);
        g.setStroke(
                new BasicStroke((float) look.px(3), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        double under = middle + look.px(9);
        for (Span<?> set : view.marks().sets().within(window.from(), window.to())) {
            double from = canvas.bounded(set.from());
            g.draw(
                    new Line2D.Double(
                            from, under, Math.max(from + 1, canvas.bounded(set.to())), under));
        }
    }

    /** Vertical lines that all lanes share. */
    void paintGrid(Graphics2D g, double top, double foot) {
        g.setColor(look.palette.grid);
        g.setStroke(new BasicStroke((float) look.px(1)));
        for (double at : ticks()) {
            double x = Math.floor(canvas.x(at)) + 0.5;
            g.draw(new Line2D.Double(x, top, x, foot));
        }
    }

    void paintAxis(Graphics2D g, double top) {
        Font font = look.type.regular(Typeface.TICK);
        double base = top + look.px(16);
        for (double at : ticks()) {
            String said = label(at);
            double width = Look.width(g, said, font);
            double x = canvas.x(at) - width / 2;
            x = Math.min(x, canvas.area().getMaxX() + look.px(12) - width);
            look.write(g, said, font, look.palette.text3, x, base);
        }
    }

    private List<Double> ticks() {
        double perPixel = view.window().seconds() / canvas.area().getWidth();
        double step = STEPS.get(STEPS.size() - 1);
        for (double each : STEPS) {
            if (each / perPixel >= look.px(66)) {
                step = each;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        double first = Math.ceil(view.window().from() / step) * step;
        for (double at = first; at <= view.window().to(); at += step) {
            ticks.add(at);
        }
        return ticks;
    }

    private String label(double at) {
        boolean minutes = view.window().end() < HOURS_FROM && at % 60 == 0;
        if (minutes && view.window().seconds() > 300) {
            String minute = Long.toString(Math.round(at / 60));
            return at == 0 ? words.of("axis.minutes", minute) : minute;
        }
        return ReviewWords.clock(at);
    }
}

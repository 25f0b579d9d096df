package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.attune.beat.Verdict;
import org.attune.review.Beats;
import org.attune.review.Timeline;
import org.attune.ui.LiveWords;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * Single beats: full dots for what was used, open ones for what was left out. Where they are too
 * many to be told apart, a stroke for each pixel column from the least to the greatest. Confined to
 * the EDT.
 */
record BeatDots(Look look, Timeline lane, Canvas canvas) {
    /** Up to this width of window beats are seen singly, seconds. */
    static final double SINGLE_SECONDS = 180;

    private static final double RADIUS = 2;

    boolean mayBeSingle() {
        return canvas.window().seconds() <= SINGLE_SECONDS;
    }

    /**
     * @param raw whether, where they are too many, a stroke stands for them
     */
    void paint(Graphics2D g, boolean raw) {
        Beats beats = lane.beats();
        int from = Math.max(0, beats.indexFrom(canvas.window().from()));
        int to = Math.min(beats.size(), beats.indexFrom(canvas.window().to()) + 1);
        if (mayBeSingle()) {
            for (int i = from; i < to; i++) {
                dot(g, i);
            }
        } else if (raw) {
            strokes(g);
        }
    }

    private double y(int beat) {
        Rectangle2D area = canvas.area();
        double edge = look.px(RADIUS + 1);
        double y = canvas.y(60_000 / lane.beats().rrMillis(beat));
        return Math.max(area.getMinY() + edge, Math.min(area.getMaxY() - edge, y));
    }

    /** One that lies beyond the scale is a small open triangle at its edge. */
    private void dot(Graphics2D g, int beat) {
        double x = canvas.x(lane.beats().second(beat));
        double y = y(beat);
        double r = look.px(RADIUS);
        g.setColor(look.palette.text2);
        boolean used = lane.beats().verdict(beat).isNormal();
        double beyond = canvas.y(60_000 / lane.beats().rrMillis(beat)) - y;
        g.setStroke(new BasicStroke((float) look.px(1.2)));
        if (Math.abs(beyond) > look.px(RADIUS + 1)) {
            double tip = y + Math.signum(beyond) * r;
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(x, tip);
            triangle.lineTo(x - r * 1.4, tip - Math.signum(beyond) * r * 2.4);
            triangle.lineTo(x + r * 1.4, tip - Math.signum(beyond) * r * 2.4);
            triangle.closePath();
            g.draw(triangle);
        } else if (used) {
            g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        } else {
            double wide = look.px(RADIUS + 0.8);
            g.draw(new Ellipse2D.Double(x - wide, y - wide, 2 * wide, 2 * wide));
        }
    }

    private void strokes(Graphics2D g) {
        Path2D path = new Path2D.Double();
        double step = canvas.window().seconds() / canvas.columns();
        Rectangle2D area = canvas.area();
        for (int column = 0; column < canvas.columns(); column++) {
            double from = canvas.window().from() + column * step;
            var least = lane.beats().raw().min(from, from + step);
            var greatest = lane.beats().raw().max(from, from + step);
            if (least.isPresent() && greatest.isPresent()) {
                double x = area.getX() + column + 0.5;
                double top = Math.max(area.getMinY(), canvas.y(greatest.getAsDouble()));
                double foot = Math.min(area.getMaxY(), canvas.y(least.getAsDouble()));
                path.append(
                        new Rectangle2D.Double(x - 0.5, top, 1, Math.max(1.5, foot - top)), false);
            }
        }
        g.setColor(look.palette.hatch);
        g.fill(path);
    }

    /**
     * What was left out: a stroke at the head for each, and its verdict in a word if there is room.
     */
    void paintVerdicts(Graphics2D g, ReviewWords words) {
        Beats beats = lane.beats();
        int to = Math.min(beats.size(), beats.indexFrom(canvas.window().to()) + 1);
        Font font = look.type.regular(Typeface.NOTE);
        double free = Double.NEGATIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        Path2D ticks = new Path2D.Double();
        for (int i = beats.indexFrom(canvas.window().from()); i < to; i++) {
            if (beats.verdict(i).isNormal()) {
                continue;
            }
            double x = canvas.bounded(beats.second(i));
            if (x - last >= 1) {
                ticks.moveTo(x, canvas.area().getMinY());
                ticks.lineTo(x, canvas.area().getMinY() + look.px(7));
                last = x;
            }
            if (mayBeSingle()) {
                free = word(g, words, font, i, free);
            }
        }
        g.setColor(look.palette.text2);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(ticks);
    }

    private double word(Graphics2D g, ReviewWords words, Font font, int beat, double free) {
        Verdict verdict = lane.beats().verdict(beat);
        double x = canvas.x(lane.beats().second(beat)) + look.px(6);
        String word = words.of(LiveWords.key("verdict", verdict));
        double width = Look.width(g, word, font);
        double base = y(beat) + look.px(4);
        if (x < free || x + width > canvas.area().getMaxX()) {
            return free;
        }
        look.write(g, word, font, look.palette.text2, x, base);
        return x + width + look.px(6);
    }
}

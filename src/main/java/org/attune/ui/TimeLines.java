package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** The vertical lines that all lanes share: minutes, marks, and now. */
final class TimeLines {
    private TimeLines() {}

    static void minutes(Graphics2D g, Look look, TimeScale time, double top, double bottom) {
        g.setColor(look.palette.grid);
        g.setStroke(new BasicStroke((float) look.px(1)));
        double tick = time.tick(look.px(60));
        for (double at = firstTick(time, tick); at < time.now(); at += tick) {
            vertical(g, time.x(at), top, bottom);
        }
    }

    /** The first multiple of {@code tick} in sight that is not before the session. */
    static double firstTick(TimeScale time, double tick) {
        return Math.max(0, Math.ceil(time.from() / tick) * tick);
    }

    static void marks(
            Graphics2D g,
            Look look,
            LiveView.Timeline timeline,
            TimeScale time,
            double top,
            double bottom,
            boolean ofTherapist) {
        g.setColor(look.palette.text3);
        g.setStroke(look.dashed(1, 1, 4));
        for (LiveView.MarkView mark : timeline.marks()) {
            if (mark.at() >= time.from() && (ofTherapist || !mark.ofTherapist())) {
                vertical(g, time.x(mark.at()), top, bottom);
            }
        }
    }

    static void now(Graphics2D g, Look look, TimeScale time, double top, double bottom) {
        g.setColor(look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(1.2)));
        vertical(g, time.right(), top, bottom);
    }

    private static void vertical(Graphics2D g, double x, double top, double bottom) {
        double crisp = Math.floor(x) + 0.5;
        g.draw(new Line2D.Double(crisp, top, crisp, bottom));
    }
}

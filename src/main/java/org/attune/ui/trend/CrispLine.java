package org.attune.ui.trend;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.attune.ui.Look;

/**
 * Thin lines of whole pixels on whole pixels: one that lies between them, or whose dashes do, is a
 * haze of half its contrast. Lengths are pixels at 100 %. Stateless.
 */
final class CrispLine {
    private CrispLine() {}

    /** From {@code top} down to {@code foot}; broken where dashes and holes are given. */
    static void upright(
            Graphics2D g, Look look, double width, double x, double top, double foot, int... on) {
        double at = across(look, width, x);
        g.setStroke(stroke(look, width, on));
        g.draw(new Line2D.Double(at, Math.rint(top), at, Math.rint(foot)));
    }

    /** From {@code from} to {@code to}; broken where dashes and holes are given. */
    static void level(
            Graphics2D g, Look look, double width, double y, double from, double to, int... on) {
        double at = across(look, width, y);
        g.setStroke(stroke(look, width, on));
        g.draw(new Line2D.Double(Math.rint(from), at, Math.rint(to), at));
    }

    /** The middle of so many whole pixels nearest to {@code place}. */
    private static double across(Look look, double width, double place) {
        return pixels(look, width) % 2 == 0 ? Math.rint(place) : Math.floor(place) + 0.5;
    }

    private static int pixels(Look look, double units) {
        return Math.max(1, look.whole(units));
    }

    private static BasicStroke stroke(Look look, double width, int... on) {
        if (on.length == 0) {
            return new BasicStroke(
                    pixels(look, width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        float[] dashes = new float[on.length];
        for (int i = 0; i < on.length; i++) {
            dashes[i] = pixels(look, on[i]);
        }
        return new BasicStroke(
                pixels(look, width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }
}

package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.attune.regulation.RegulationState;

/**
 * The states of one person over time: thin where usual, a filled box where above, hatched where not
 * known.
 */
public final class Ribbon {
    private static final double WORD_ROOM = 58;
    private static final double GLYPH_ROOM = 20;

    private Ribbon() {}

    static void paint(
            Graphics2D g,
            Look look,
            List<LaneView.Run> runs,
            TimeScale time,
            double top,
            double height) {
        for (LaneView.Run run : runs) {
            double from = time.bounded(run.from());
            double to = time.bounded(run.to());
            if (to > from) {
                paintRun(
                        g, look, run.state(), new Rectangle2D.Double(from, top, to - from, height));
            }
        }
    }

    /** Paints one unbroken stretch of {@code state} into {@code box}. */
    public static void paintRun(Graphics2D g, Look look, RegulationState state, Rectangle2D box) {
        g.setColor(look.palette.ink(state));
        g.setStroke(new BasicStroke((float) look.px(1)));
        switch (state) {
            case USUAL -> g.fill(centred(box, look.px(6)));
            case LEARNING -> g.draw(inset(centred(box, look.px(8)), 0.5));
            case QUIET -> {
                g.fill(centred(box, look.px(2.5)));
                double cap = look.px(2.5);
                g.fill(new Rectangle2D.Double(box.getX(), box.getY(), cap, box.getHeight()));
                g.fill(
                        new Rectangle2D.Double(
                                box.getMaxX() - cap, box.getY(), cap, box.getHeight()));
            }
            case UNKNOWN -> {
                if (box.getWidth() > look.px(2)) { // else its edges fill it
                    Hatch.paint(g, box, look.palette.hatch, look.px(Hatch.PITCH), look.px(1.2));
                }
                g.setColor(look.palette.hatch);
                g.draw(inset(box, 0.5));
            }
            case RISING, HIGH, SETTLING -> paintAbove(g, look, state, box);
        }
    }

    private static void paintAbove(
            Graphics2D g, Look look, RegulationState state, Rectangle2D box) {
        g.setColor(look.palette.fill(state));
        g.fill(box);
        // Neighbours stay apart in greyscale too.
        g.setColor(look.palette.outlinesFills() ? look.palette.ink(state) : look.palette.ground);
        g.draw(inset(box, 0.5));
        if (box.getWidth() < look.px(GLYPH_ROOM)) {
            return;
        }
        double size = look.px(14);
        double x = box.getX() + look.px(5);
        StateGlyph.paint(
                g, state, x, box.getCenterY() - size / 2, size, look.palette.onFill(state), 0);
        Font font = look.type.semibold(Typeface.NOTE);
        String word = look.words.word(state);
        double needed = size + look.px(14) + Look.width(g, word, font);
        if (box.getWidth() >= Math.max(look.px(WORD_ROOM), needed)) {
            look.write(
                    g,
                    word,
                    font,
                    look.palette.onFill(state),
                    x + size + look.px(4),
                    Look.baselineFor(g, font, box.getCenterY()));
        }
    }

    private static Rectangle2D centred(Rectangle2D box, double height) {
        return new Rectangle2D.Double(
                box.getX(), box.getCenterY() - height / 2, box.getWidth(), height);
    }

    private static Rectangle2D inset(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() + by,
                box.getY() + by,
                Math.max(0, box.getWidth() - 2 * by),
                box.getHeight() - 2 * by);
    }
}

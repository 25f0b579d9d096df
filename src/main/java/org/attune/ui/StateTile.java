package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.attune.regulation.RegulationState;

/**
 * The square that carries a state's glyph. Salience is a ladder: filled for what is above usual,
 * outlined for the rest, hatched for what is not known.
 */
final class StateTile {
    private StateTile() {}

    /** Whether the tile of {@code state} is filled. */
    static boolean filled(RegulationState state) {
        return state.isAboveUsual();
    }

    static void paint(
            Graphics2D g, Look look, RegulationState state, double progress, Rectangle2D tile) {
        Palette palette = look.palette;
        g.setColor(palette.surface);
        g.fill(tile);
        double line = Math.max(1, tile.getHeight() / 42);
        Rectangle2D inner =
                new Rectangle2D.Double(
                        tile.getX() + line / 2,
                        tile.getY() + line / 2,
                        tile.getWidth() - line,
                        tile.getHeight() - line);
        g.setStroke(new BasicStroke((float) line));
        if (filled(state)) {
            g.setColor(palette.fill(state));
            g.fill(tile);
            if (palette.outlinesFills()) {
                g.setColor(palette.ink(state));
                g.draw(inner);
            }
        } else if (state == RegulationState.UNKNOWN) {
            Hatch.paint(g, tile, palette.hatch, look.px(Hatch.PITCH), look.px(Hatch.STROKE));
        } else {
            g.setColor(palette.ink(state));
            g.draw(inner);
        }
        paintGlyph(g, look, state, progress, tile);
    }

    /** The tile of a state that is hidden: a frame with nothing in it yet, and no state's shape. */
    static void paintHidden(Graphics2D g, Look look, Rectangle2D tile) {
        Palette palette = look.palette;
        g.setColor(palette.surface);
        g.fill(tile);
        double line = Math.max(1, tile.getHeight() / 42);
        g.setColor(palette.text2);
        g.setStroke(new BasicStroke((float) line));
        g.draw(
                new Rectangle2D.Double(
                        tile.getX() + line / 2,
                        tile.getY() + line / 2,
                        tile.getWidth() - line,
                        tile.getHeight() - line));
        double dot = tile.getHeight() / 12;
        for (int i = -1; i <= 1; i++) {
            double x = tile.getCenterX() + i * 2.4 * dot - dot / 2;
            g.fill(new Ellipse2D.Double(x, tile.getCenterY() - dot / 2, dot, dot));
        }
    }

    private static void paintGlyph(
            Graphics2D g, Look look, RegulationState state, double progress, Rectangle2D tile) {
        double size = Math.min(tile.getWidth(), tile.getHeight()) * 0.58;
        double x = tile.getCenterX() - size / 2;
        double y = tile.getCenterY() - size / 2;
        if (state == RegulationState.UNKNOWN) {
            // A clear field, or the hatch would eat the question mark.
            g.setColor(look.palette.surface);
            g.fill(new Rectangle2D.Double(x - 1, y - 1, size + 2, size + 2));
        }
        StateGlyph.paint(
                g,
                state,
                x,
                y,
                size,
                filled(state) ? look.palette.onFill(state) : look.palette.ink(state),
                progress);
    }
}

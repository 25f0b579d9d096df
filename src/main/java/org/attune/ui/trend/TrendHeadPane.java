package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import org.attune.ui.Chip;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** Whose sessions, which, and what else there is. Confined to the EDT. */
final class TrendHeadPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 68;
    private static final double TITLE = 17.5;

    TrendHeadPane(Look look, TrendWindowWords words, TrendView view) {
        super(look, words, view);
    }

    @Override
    void tell() {
        name(view.code() + ": " + view.title(), String.join(" ", view.facts(), view.terms()));
    }

    private double chipEnd() {
        Font font = look.type.semibold(Typeface.SENTENCE);
        double chip = getFontMetrics(font).stringWidth(view.code()) + look.px(28);
        return look.px(EDGE) + chip + look.px(12);
    }

    /** In pixels, of a window so wide: what does not fit is broken, never cut. */
    int neededHeight(int width) {
        return look.whole(HEIGHT + (textLines(width) - 1) * LINE);
    }

    private int textLines(int width) {
        double room = width - chipEnd() - look.px(EDGE);
        return Math.max(1, lines(view.facts(), room).size() + lines(view.terms(), room).size());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        int line = Math.max(1, look.whole(1));
        g.fillRect(0, getHeight() - line, getWidth(), line);
        Font code = look.type.semibold(Typeface.SENTENCE);
        if (!view.code().isEmpty()) {
            Chip.paint(
                    g,
                    look,
                    view.code(),
                    code,
                    look.palette.chip(0),
                    look.px(EDGE),
                    look.px(HEIGHT / 2),
                    look.px(36));
        }
        double left = chipEnd();
        double room = getWidth() - left - look.px(EDGE);
        look.write(
                g,
                view.title(),
                look.type.semibold(TITLE),
                look.palette.text,
                left,
                look.px(HEIGHT / 2 - 4));
        double y =
                write(
                        g,
                        lines(view.facts(), room),
                        look.palette.text2,
                        left,
                        look.px(HEIGHT / 2 + 16));
        write(g, lines(view.terms(), room), look.palette.text3, left, y);
        g.dispose();
    }
}

package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** A passive part of the window: shows a view. Confined to the EDT. */
abstract class TrendPane extends JPanel {
    private static final long serialVersionUID = 1L;
    static final double LINE = 19;
    static final double EDGE = 24;

    transient Look look;
    transient TrendWindowWords words;
    transient TrendView view;

    TrendPane(Look look, TrendWindowWords words, TrendView view) {
        this.look = look;
        this.words = words;
        this.view = view;
        setLayout(null);
        setOpaque(true);
    }

    void show(Look newLook, TrendWindowWords newWords, TrendView newView) {
        look = newLook;
        words = newWords;
        view = newView;
        tell();
        revalidate();
        repaint();
    }

    /** Names and describes it to those who do not see it. */
    abstract void tell();

    final void name(String name, String description) {
        getAccessibleContext().setAccessibleName(name);
        getAccessibleContext().setAccessibleDescription(description);
    }

    /** {@code said} in lines of the label's size. */
    final List<String> lines(String said, double width) {
        return said.isEmpty()
                ? List.of()
                : Look.wrap(
                        getFontMetrics(look.type.regular(Typeface.LABEL)),
                        said,
                        Math.max(look.px(120), width));
    }

    /** What words lie upon at the foot, apart from what is above. */
    final void surface(Graphics2D g) {
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        g.fillRect(0, 0, getWidth(), Math.max(1, look.whole(1)));
    }

    /** Writes lines downwards; returns the base of the line after the last. */
    final double write(
            Graphics2D g, List<String> lines, java.awt.Color ink, double left, double first) {
        Font font = look.type.regular(Typeface.LABEL);
        double y = first;
        for (String line : lines) {
            look.write(g, line, font, ink, left, y);
            y += look.px(LINE);
        }
        return y;
    }
}

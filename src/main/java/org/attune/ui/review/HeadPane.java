package org.attune.ui.review;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.attune.ui.Chip;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** Who, when, how good the signal was, and what was agreed. Confined to the EDT. */
final class HeadPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 68;
    private static final double LINE = 19;
    private static final double TITLE = 17.5;

    private transient Look look;
    private transient ReviewView view;

    HeadPane(Look look, ReviewView view) {
        this.look = look;
        this.view = view;
        setOpaque(true);
    }

    void show(Look newLook, ReviewView newView) {
        look = newLook;
        view = newView;
        ReviewView.Head head = view.head();
        getAccessibleContext()
                .setAccessibleName(String.join(", ", head.codes()) + ": " + head.title());
        getAccessibleContext()
                .setAccessibleDescription(
                        String.join(" ", head.facts(), head.consent(), head.own()));
        repaint();
    }

    /** In pixels, of a window so wide: what does not fit beside goes below, nothing is cut. */
    int neededHeight(int width) {
        int lines = fits(width) ? 0 : facts(width).size() - 1;
        return look.whole(HEIGHT + lines * LINE);
    }

    /** Whether title and terms have room beside each other. */
    private boolean fits(int width) {
        ReviewView.Head head = view.head();
        FontMetrics label = metrics(look.type.regular(Typeface.LABEL));
        int left = Math.max(titleWidth(), label.stringWidth(head.facts()));
        int right = Math.max(label.stringWidth(head.consent()), label.stringWidth(head.own()));
        return chipsEnd() + left + right + look.px(72) <= width;
    }

    private int titleWidth() {
        return metrics(look.type.semibold(TITLE)).stringWidth(view.head().title());
    }

    private FontMetrics metrics(Font font) {
        return getFontMetrics(font);
    }

    /** The facts, and under them the terms, as lines. */
    private List<String> facts(int width) {
        ReviewView.Head head = view.head();
        FontMetrics label = metrics(look.type.regular(Typeface.LABEL));
        List<String> lines =
                new ArrayList<>(Look.wrap(label, head.facts(), width - chipsEnd() - look.px(24)));
        for (String each : new String[] {head.consent(), head.own()}) {
            if (!each.isEmpty()) {
                lines.add(each);
            }
        }
        return lines;
    }

    private double chipsEnd() {
        ReviewView.Head head = view.head();
        double x = look.px(24);
        FontMetrics code = metrics(look.type.semibold(Typeface.SENTENCE));
        for (String each : head.codes()) {
            x += code.stringWidth(each) + look.px(28);
        }
        FontMetrics small = metrics(look.type.semibold(Typeface.LABEL));
        x += head.simulated() ? small.stringWidth(look.words.simulated()) + look.px(28) : 0;
        return x + look.px(6);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        int line = Math.max(1, look.whole(1));
        g.fillRect(0, getHeight() - line, getWidth(), line);
        ReviewView.Head head = view.head();
        double left = chips(g, head);
        double right = getWidth() - look.px(24);
        Font font = look.type.regular(Typeface.LABEL);
        double upper = look.px(33);
        double lower = look.px(53);
        Font title = look.type.semibold(TITLE);
        String said = Look.fit(g, head.title(), title, right - left);
        look.write(g, said, title, look.palette.text, left, upper);
        if (fits(getWidth())) {
            look.write(g, head.facts(), font, look.palette.text2, left, lower);
            look.writeEnding(g, head.consent(), font, look.palette.text2, right, upper);
            look.writeEnding(g, head.own(), font, look.palette.text3, right, lower);
        } else {
            for (String each : facts(getWidth())) {
                look.write(g, each, font, look.palette.text2, left, lower);
                lower += look.px(LINE);
            }
        }
        g.dispose();
    }

    /** A chip for each person; where the words begin. */
    private double chips(Graphics2D g, ReviewView.Head head) {
        Font font = look.type.semibold(Typeface.SENTENCE);
        double x = look.px(24);
        double middle = look.px(HEIGHT / 2);
        for (int i = 0; i < head.codes().size(); i++) {
            String code = head.codes().get(i);
            Chip.paint(g, look, code, font, look.palette.chip(i), x, middle, look.px(36));
            x += Chip.width(g, look, code, font) + look.px(10);
        }
        if (head.simulated()) {
            Font small = look.type.semibold(Typeface.LABEL);
            String said = look.words.simulated();
            Chip.paint(g, look, said, small, look.palette.text2, x, middle, look.px(36));
            x += Chip.width(g, look, said, small) + look.px(10);
        }
        return x + look.px(6);
    }
}

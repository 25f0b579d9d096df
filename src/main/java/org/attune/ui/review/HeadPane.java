package org.attune.ui.review;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;
import org.attune.ui.Chip;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** Who, when, how good the signal was, and what was agreed. Confined to the EDT. */
final class HeadPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 68;

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

    int neededHeight() {
        return look.whole(HEIGHT);
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
        double block =
                Math.max(Look.width(g, head.consent(), font), Look.width(g, head.own(), font));
        look.writeEnding(g, head.consent(), font, look.palette.text2, right, upper);
        look.writeEnding(g, head.own(), font, look.palette.text3, right, lower);
        double room = right - block - look.px(24) - left;
        Font title = look.type.semibold(17.5);
        look.write(
                g, Look.fit(g, head.title(), title, room), title, look.palette.text, left, upper);
        look.write(g, Look.fit(g, head.facts(), font, room), font, look.palette.text2, left, lower);
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

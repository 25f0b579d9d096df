package org.attune.ui.desk;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JToggleButton;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** A way to a page; the one that is open has a bar before it. Confined to the EDT. */
final class NavTab extends JToggleButton {
    private static final long serialVersionUID = 1L;
    private final transient Look look;

    NavTab(Look look, String words) {
        super(words);
        this.look = look;
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setOpaque(false);
        setPreferredSize(new Dimension(look.whole(156), look.whole(42)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        boolean chosen = isSelected();
        if (chosen || getModel().isRollover()) {
            g.setColor(look.palette.raised);
            g.fillRect(0, 0, getWidth(), getHeight());
        }
        if (chosen) {
            g.setColor(look.palette.text);
            g.fillRect(0, 0, look.whole(3), getHeight());
        }
        if (isFocusOwner()) {
            g.setColor(look.palette.focus);
            g.setStroke(new java.awt.BasicStroke((float) look.px(2)));
            g.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
        }
        Font font = chosen ? look.type.semibold(Typeface.BODY) : look.type.regular(Typeface.BODY);
        look.write(
                g,
                getText(),
                font,
                chosen ? look.palette.text : look.palette.text2,
                look.px(16),
                Look.baselineFor(g, font, getHeight() / 2.0));
        g.dispose();
    }
}

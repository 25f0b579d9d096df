package org.attune.ui.desk;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JButton;
import org.attune.ui.Look;

/** An outlined button: yes and no weigh the same. Confined to the EDT. */
final class PlainButton extends JButton {
    private static final long serialVersionUID = 1L;
    private transient Look look;

    PlainButton(Look look, String words) {
        super(words);
        this.look = look;
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setOpaque(false);
    }

    void show(Look newLook) {
        look = newLook;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        double edge = look.px(3);
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(
                        edge,
                        edge,
                        getWidth() - 2 * edge,
                        getHeight() - 2 * edge,
                        look.px(8),
                        look.px(8));
        g.setColor(getModel().isPressed() ? look.palette.raised : look.palette.surface);
        g.fill(shape);
        g.setStroke(new BasicStroke((float) look.px(1.5)));
        g.setColor(isEnabled() ? look.palette.text : look.palette.rule);
        g.draw(shape);
        if (isFocusOwner()) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(2)));
            g.draw(
                    new RoundRectangle2D.Double(
                            look.px(1),
                            look.px(1),
                            getWidth() - look.px(2),
                            getHeight() - look.px(2),
                            look.px(10),
                            look.px(10)));
        }
        Font font = look.type.semibold(16);
        look.writeCentred(
                g,
                Look.fit(g, getText(), font, getWidth() - look.px(24)),
                font,
                isEnabled() ? look.palette.text : look.palette.text3,
                getWidth() / 2.0,
                Look.baselineFor(g, font, getHeight() / 2.0));
        g.dispose();
    }
}

package org.attune.ui.desk;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JButton;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

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

    /** As wide as its words need it, and as high as all of the desk's. */
    static PlainButton fitted(Look look, String words) {
        PlainButton button = new PlainButton(look, words);
        button.setFont(look.type.semibold(Typeface.BODY));
        button.fit();
        return button;
    }

    /** Other words, and as wide as they need it. */
    void say(String words) {
        setText(words);
        fit();
    }

    private void fit() {
        int width = getFontMetrics(look.type.semibold(16)).stringWidth(getText());
        Dimension size = new Dimension(width + look.whole(44), look.whole(44));
        setPreferredSize(size);
        setMaximumSize(size);
        revalidate();
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

package org.attune.ui.desk;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import org.attune.ui.Look;

/** A large tick box with a ring for the focus, which is not a tick. Confined to the EDT. */
final class TickBox extends JCheckBox {
    private static final long serialVersionUID = 1L;

    /** Side of the box, and how far the ring stands off, at 100 %. */
    private static final double SIDE = 26;

    private static final double RING = 5;

    private transient Look look;

    TickBox(Look look, String accessibleName) {
        this.look = look;
        setOpaque(false);
        setBorder(null);
        setFocusPainted(false);
        setIcon(new Box());
        setSelectedIcon(new Box());
        setDisabledIcon(new Box());
        setRolloverEnabled(false);
        getAccessibleContext().setAccessibleName(accessibleName);
    }

    void show(Look newLook) {
        look = newLook;
        repaint();
    }

    /** The box in all its conditions: they differ by what is drawn, never by colour alone. */
    private final class Box implements Icon {
        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Graphics2D g = Look.smooth(graphics);
            double ring = look.px(RING);
            double side = look.px(SIDE);
            double round = look.px(6);
            if (isFocusOwner()) {
                g.setColor(look.palette.focus);
                g.setStroke(new BasicStroke((float) look.px(2)));
                g.draw(
                        new RoundRectangle2D.Double(
                                x + look.px(1),
                                y + look.px(1),
                                side + 2 * ring - look.px(2),
                                side + 2 * ring - look.px(2),
                                round + ring,
                                round + ring));
            }
            g.setColor(isEnabled() ? look.palette.text2 : look.palette.rule);
            g.setStroke(new BasicStroke((float) look.px(2)));
            g.draw(
                    new RoundRectangle2D.Double(
                            x + ring + look.px(1),
                            y + ring + look.px(1),
                            side - look.px(2),
                            side - look.px(2),
                            round,
                            round));
            if (isSelected()) {
                Path2D tick = new Path2D.Double();
                tick.moveTo(x + ring + side * 0.24, y + ring + side * 0.52);
                tick.lineTo(x + ring + side * 0.43, y + ring + side * 0.71);
                tick.lineTo(x + ring + side * 0.77, y + ring + side * 0.30);
                g.setColor(look.palette.text);
                g.setStroke(
                        new BasicStroke(
                                (float) look.px(3), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(tick);
            }
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return look.whole(SIDE + 2 * RING);
        }

        @Override
        public int getIconHeight() {
            return look.whole(SIDE + 2 * RING);
        }
    }
}

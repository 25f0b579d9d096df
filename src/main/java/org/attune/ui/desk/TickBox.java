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

/** A tick box with a ring for the focus, which is not a tick. Confined to the EDT. */
final class TickBox extends JCheckBox {
    private static final long serialVersionUID = 1L;

    /** Sides of a box that stands alone and of one in a line of words, at 100 %. */
    private static final double LARGE = 26;

    private static final double SMALL = 16;

    private transient Look look;
    private final double side;

    private TickBox(Look look, double side, String accessibleName) {
        this.look = look;
        this.side = side;
        setOpaque(false);
        setBorder(null);
        setFocusPainted(false);
        setIcon(new Box());
        setSelectedIcon(new Box());
        setDisabledIcon(new Box());
        setRolloverEnabled(false);
        getAccessibleContext().setAccessibleName(accessibleName);
    }

    /** A box that stands alone beside what it is for. */
    static TickBox large(Look look, String accessibleName) {
        return new TickBox(look, LARGE, accessibleName);
    }

    /** A box before its own words. */
    static TickBox before(Look look, String words) {
        TickBox box = new TickBox(look, SMALL, words);
        box.setText(words);
        return box;
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
            double ring = look.px(side) / 5;
            double round = look.px(side) / 4;
            if (isFocusOwner()) {
                g.setColor(look.palette.focus);
                frame(g, x, y, look.px(side) + 2 * ring, round + ring);
            }
            g.setColor(isEnabled() ? look.palette.text2 : look.palette.rule);
            frame(g, x + ring, y + ring, look.px(side), round);
            if (isSelected()) {
                g.setColor(look.palette.text);
                tick(g, x + ring, y + ring, look.px(side));
            }
            g.dispose();
        }

        /** Two pixels wide, within {@code wide}. */
        private void frame(Graphics2D g, double x, double y, double wide, double round) {
            g.setStroke(new BasicStroke((float) look.px(2)));
            double in = look.px(1);
            g.draw(
                    new RoundRectangle2D.Double(
                            x + in, y + in, wide - 2 * in, wide - 2 * in, round, round));
        }

        private void tick(Graphics2D g, double x, double y, double wide) {
            Path2D tick = new Path2D.Double();
            tick.moveTo(x + wide * 0.24, y + wide * 0.52);
            tick.lineTo(x + wide * 0.43, y + wide * 0.71);
            tick.lineTo(x + wide * 0.77, y + wide * 0.30);
            g.setStroke(
                    new BasicStroke(
                            (float) (wide / 9), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(tick);
        }

        @Override
        public int getIconWidth() {
            return look.whole(side * 7 / 5);
        }

        @Override
        public int getIconHeight() {
            return getIconWidth();
        }
    }
}

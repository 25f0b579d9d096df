package org.attune.ui.desk;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import org.attune.ui.Look;

/**
 * The shape before the word for how a recording ended, in the ink of the word: a ring that does not
 * close for one that broke off, a triangle with a stroke for one of which something is missing.
 * Immutable.
 */
final class StateSign implements Icon {
    private static final double SIDE = 16;
    private final Look look;
    private final boolean missing;

    /**
     * @param missing whether something is missing, which counts before how it ended
     */
    StateSign(Look look, boolean missing) {
        this.look = look;
        this.missing = missing;
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        Graphics2D g = Look.smooth(graphics);
        g.translate(x, y);
        g.setColor(on.getForeground());
        g.scale(getIconWidth() / SIDE, getIconHeight() / SIDE);
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        if (missing) {
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(8, 2);
            triangle.lineTo(15, 14);
            triangle.lineTo(1, 14);
            triangle.closePath();
            g.draw(triangle);
            g.fill(new Rectangle2D.Double(7, 6, 2, 3.5));
            g.fill(new Rectangle2D.Double(7, 10.5, 2, 2));
        } else {
            g.draw(new Arc2D.Double(2, 2, 12, 12, 40, 280, Arc2D.OPEN));
        }
        g.dispose();
    }

    @Override
    public int getIconWidth() {
        return look.whole(SIDE);
    }

    @Override
    public int getIconHeight() {
        return look.whole(SIDE);
    }
}

package org.attune.ui;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.attune.regulation.RegulationState;

/**
 * The band of the strip along any edge. On an upright edge it is turned: its foot lies at the edge
 * of the screen, so that further from usual reaches further in, and learning grows upwards.
 * Stateless.
 */
final class TurnedBand {
    private TurnedBand() {}

    static void paint(
            Graphics2D g,
            Look look,
            RegulationState state,
            double progress,
            Rectangle2D area,
            DisplaySettings.Edge edge) {
        if (!edge.upright()) {
            StateBand.paint(g, look, state, progress, area);
            return;
        }
        Graphics2D turned = (Graphics2D) g.create();
        turned.transform(turn(area, edge == DisplaySettings.Edge.LEFT));
        Rectangle2D lying = new Rectangle2D.Double(0, 0, area.getHeight(), area.getWidth());
        turned.clip(lying);
        StateBand.paint(turned, look, state, progress, lying);
        turned.dispose();
    }

    /** From a lying band at the origin to {@code area}. */
    private static AffineTransform turn(Rectangle2D area, boolean left) {
        double foot = area.getMaxY();
        return left
                ? new AffineTransform(0, -1, -1, 0, area.getMaxX(), foot)
                : new AffineTransform(0, -1, 1, 0, area.getX(), foot);
    }
}

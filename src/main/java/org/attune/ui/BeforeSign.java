package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.attune.regulation.RegulationState;

/** The sign before a line of the page before the session: a tick, or a ring that fills. */
final class BeforeSign {
    private static final double RADIUS = 13;

    private BeforeSign() {}

    static void paint(
            Graphics2D g, Look look, BeforeView.Sign sign, double done, double x, double y) {
        double radius = look.px(RADIUS);
        if (sign == BeforeView.Sign.DONE) {
            g.setColor(look.palette.ink(RegulationState.USUAL));
            g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            Path2D tick = new Path2D.Double();
            tick.moveTo(x - look.px(5), y + look.px(0.5));
            tick.lineTo(x - look.px(1.5), y + look.px(4));
            tick.lineTo(x + look.px(5.5), y - look.px(4));
            g.setColor(look.palette.surface);
            g.setStroke(new BasicStroke((float) look.px(2.4)));
            g.draw(tick);
            return;
        }
        double ring = radius - look.px(1.5);
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(3)));
        g.draw(new Ellipse2D.Double(x - ring, y - ring, 2 * ring, 2 * ring));
        g.setColor(look.palette.ink(RegulationState.USUAL));
        g.draw(
                new Arc2D.Double(
                        x - ring, y - ring, 2 * ring, 2 * ring, 90, -360 * done, Arc2D.OPEN));
    }
}

package org.attune.ui.review;

import java.awt.geom.Rectangle2D;

/**
 * Where session seconds and values lie on the screen.
 *
 * @param window the seconds from left to right
 * @param area the rectangle drawn in, pixels
 * @param lower value at its foot
 * @param upper value at its head
 */
record Canvas(TimeWindow window, Rectangle2D area, double lower, double upper) {
    static Canvas of(TimeWindow window, Rectangle2D area, ReviewView.Axis axis) {
        return new Canvas(window, area, axis.lower(), axis.upper());
    }

    /** The x of {@code second}; may lie outside. */
    double x(double second) {
        return area.getX()
                + (second - window.from()) / Math.max(1e-9, window.seconds()) * area.getWidth();
    }

    /** The same, kept within the ends. */
    double bounded(double second) {
        return Math.max(area.getX(), Math.min(area.getMaxX(), x(second)));
    }

    double y(double value) {
        return area.getMaxY() - (value - lower) / (upper - lower) * area.getHeight();
    }

    /** The session second at {@code x}, kept within the window. */
    double second(double x) {
        double share = (x - area.getX()) / Math.max(1, area.getWidth());
        return window.from() + Math.max(0, Math.min(1, share)) * window.seconds();
    }

    /** How many pixels wide, at least one. */
    int columns() {
        return (int) Math.max(1, Math.round(area.getWidth()));
    }
}

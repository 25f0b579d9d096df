package org.attune.ui;

/**
 * Where session seconds lie across the screen. The newest second is always at the same place.
 *
 * @param from session second at {@code left}
 * @param now session second at {@code right}
 * @param left x of the left end, pixels
 * @param right x of the right end, pixels
 */
record TimeScale(double from, double now, double left, double right) {
    static final double LABELS_LEFT = 170;
    static final double LABELS_RIGHT = 178;

    static TimeScale of(LiveView.Timeline timeline, Look look, int width) {
        double left = look.px(LABELS_LEFT);
        double right = Math.max(left + 40, width - look.px(LABELS_RIGHT));
        return new TimeScale(timeline.from(), timeline.now(), left, right);
    }

    /** The x of {@code second}; may lie outside. */
    double x(double second) {
        return left + (second - from) / (now - from) * (right - left);
    }

    /** The same, kept within the ends. */
    double bounded(double second) {
        return Math.max(left, Math.min(right, x(second)));
    }

    double width() {
        return right - left;
    }

    /** How many seconds one pixel holds. */
    double secondsPerPixel() {
        return (now - from) / (right - left);
    }

    /** Seconds between two vertical lines: one minute, or more where they would crowd. */
    double tick(double leastPixels) {
        double tick = 60;
        while (tick / secondsPerPixel() < leastPixels) {
            tick = tick < 120 ? 120 : tick + (tick < 300 ? 180 : 300);
        }
        return tick;
    }
}

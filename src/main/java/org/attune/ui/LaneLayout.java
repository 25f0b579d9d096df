package org.attune.ui;

/**
 * How the height of one person's charts is shared out. Lanes shrink before words do, and leave in
 * the reverse order of trust when there is no room: movement first, then variability.
 *
 * @param ribbonTop top of the ribbon of states
 * @param ribbonHeight its height
 * @param rateTop top of the heart-rate chart
 * @param rateHeight its height; zero when there is no room for one
 * @param variationTop top of the variability chart
 * @param variationHeight its height; zero when left out
 * @param movementTop top of the movement chart
 * @param movementHeight its height; zero when left out
 * @param signalMiddle middle of the signal bar; negative when left out
 */
record LaneLayout(
        double ribbonTop,
        double ribbonHeight,
        double rateTop,
        double rateHeight,
        double variationTop,
        double variationHeight,
        double movementTop,
        double movementHeight,
        double signalMiddle) {
    private static final double RATE_LEAST = 90;
    private static final double UNDER_RATE = 22;
    private static final double VARIATION_LEAST = 64;
    private static final double MOVEMENT = 48;
    private static final double OVER_MOVEMENT = 22;
    private static final double SIGNAL = 38;

    /** Everything, for one person, as far as {@code height} pixels allow. */
    static LaneLayout full(double height, Look look) {
        double top = 28;
        double ribbon = 22;
        double rateTop = top + ribbon + 17;
        double room = height / look.scale - rateTop - UNDER_RATE;
        boolean signal = room >= RATE_LEAST + SIGNAL;
        room -= signal ? SIGNAL : 0;
        boolean variation = room >= RATE_LEAST + VARIATION_LEAST;
        boolean movement = room >= RATE_LEAST + VARIATION_LEAST + MOVEMENT + OVER_MOVEMENT;
        room -= movement ? MOVEMENT + OVER_MOVEMENT : 0;
        double variationHeight = variation ? Math.max(VARIATION_LEAST, room * 0.263) : 0;
        double rateHeight = Math.max(0, room - variationHeight);
        double y = rateTop + rateHeight + UNDER_RATE;
        double variationTop = y;
        y += variationHeight + (movement ? OVER_MOVEMENT : 0);
        double movementTop = y;
        y += movement ? MOVEMENT : 0;
        return new LaneLayout(
                look.px(top),
                look.px(ribbon),
                look.px(rateTop),
                look.px(rateHeight),
                look.px(variationTop),
                look.px(variationHeight),
                look.px(movementTop),
                movement ? look.px(MOVEMENT) : 0,
                signal ? look.px(y + 22) : -1);
    }

    /** Ribbon and heart rate only, for one of several people. */
    static LaneLayout compact(double height, Look look) {
        double top = 14;
        double ribbon = 20;
        double rateTop = top + ribbon + 14;
        double rate = Math.max(0, height / look.scale - rateTop - UNDER_RATE);
        return new LaneLayout(
                look.px(top),
                look.px(ribbon),
                look.px(rateTop),
                look.px(rate < 40 ? 0 : rate),
                0,
                0,
                0,
                0,
                -1);
    }

    boolean showsRate() {
        return rateHeight > 0;
    }

    boolean showsVariation() {
        return variationHeight > 0;
    }

    boolean showsMovement() {
        return movementHeight > 0;
    }

    boolean showsSignal() {
        return signalMiddle >= 0;
    }

    double rateBottom() {
        return rateTop + rateHeight;
    }
}

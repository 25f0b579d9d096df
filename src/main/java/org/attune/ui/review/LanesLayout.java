package org.attune.ui.review;

import java.util.ArrayList;
import java.util.List;
import org.attune.ui.Look;

/**
 * How the height is shared out among the lanes, in pixels. They shrink before words do, and leave
 * in the reverse order of trust when there is no room: rows of marks first, then movement,
 * variability, the client's numbers. A height of zero is a lane left out.
 *
 * @param people one box for each person
 * @param phaseMiddle middle of the row of phases
 * @param axisTop under it stand the minutes
 */
record LanesLayout(
        List<Box> people,
        Row suds,
        Row movement,
        Row marks,
        int markRows,
        double phaseMiddle,
        double axisTop) {
    static final double MARK_ROW = 21;

    private static final double TOP = 24;
    private static final double RIBBON = 22;
    private static final double UNDER_RIBBON = 18;
    private static final double OVER_WOULD = 14;
    private static final double MOVEMENT = 24;
    private static final double OVER_MOVEMENT = 14;
    private static final double OVER_SUDS = 38;
    private static final double OVER_VARIATION = 28;
    private static final double OVER_MARKS = 14;
    private static final double PHASE = 22;
    private static final double AXIS = 34;
    private static final double RATE_LEAST = 70;
    private static final double VARIATION_LEAST = 44;
    private static final double SUDS_LEAST = 36;

    /** From {@code top}, so high. */
    record Row(double top, double height) {
        boolean isShown() {
            return height > 0;
        }

        double bottom() {
            return top + height;
        }
    }

    /**
     * One person's lane.
     *
     * @param would the ribbon as it would have been judged
     */
    record Box(Row ribbon, Row would, Row rate, Row variation) {
        double bottom() {
            return Math.max(rate.bottom(), variation.bottom());
        }
    }

    /**
     * @param height what there is, pixels
     * @param people how many
     * @param would whether each has a second ribbon
     */
    static LanesLayout of(double height, int people, boolean would, Look look) {
        boolean one = people == 1;
        double room = height / look.scale - PHASE - AXIS - OVER_MARKS;
        double lane = TOP + RIBBON + (would ? OVER_WOULD + RIBBON : 0) + UNDER_RIBBON;
        room -= people * lane;
        double least = people * RATE_LEAST;
        boolean variation = one && room >= least + MARK_ROW + OVER_VARIATION + VARIATION_LEAST;
        double wanted = least + (variation ? OVER_VARIATION + VARIATION_LEAST : 0);
        boolean suds = room >= wanted + MARK_ROW + OVER_SUDS + SUDS_LEAST;
        wanted += suds ? OVER_SUDS + SUDS_LEAST : 0;
        boolean movement = one && suds && room >= wanted + MARK_ROW + OVER_MOVEMENT + MOVEMENT;
        wanted += movement ? OVER_MOVEMENT + MOVEMENT : 0;
        int rows = (int) Math.max(1, Math.min(3, (room - wanted) / (2 * MARK_ROW)));
        room -= rows * MARK_ROW + (movement ? OVER_MOVEMENT + MOVEMENT : 0);
        room -= (suds ? OVER_SUDS : 0) + (variation ? OVER_VARIATION : 0);
        double sudsHeight = suds ? Math.max(SUDS_LEAST, Math.min(78, room * 0.159)) : 0;
        double variationHeight = variation ? Math.max(VARIATION_LEAST, room * 0.263) : 0;
        double rate = Math.max(0, (room - sudsHeight - variationHeight) / Math.max(1, people));
        return laid(look, people, would, rate, variationHeight, sudsHeight, movement, rows);
    }

    private static LanesLayout laid(
            Look look,
            int people,
            boolean would,
            double rate,
            double variation,
            double suds,
            boolean movement,
            int rows) {
        List<Box> boxes = new ArrayList<>();
        double y = 0;
        for (int i = 0; i < people; i++) {
            double ribbonTop = y + TOP;
            double wouldTop = ribbonTop + RIBBON + OVER_WOULD;
            double rateTop = (would ? wouldTop : ribbonTop) + RIBBON + UNDER_RIBBON;
            y = rateTop + rate;
            double variationTop = y + OVER_VARIATION;
            y = variation > 0 ? variationTop + variation : y;
            boxes.add(
                    new Box(
                            row(look, ribbonTop, RIBBON),
                            row(look, wouldTop, would ? RIBBON : 0),
                            row(look, rateTop, rate),
                            row(look, variationTop, variation)));
        }
        double sudsTop = y + OVER_SUDS;
        y = suds > 0 ? sudsTop + suds : y;
        double movementTop = y + OVER_MOVEMENT;
        y = movement ? movementTop + MOVEMENT : y;
        double marksTop = y + OVER_MARKS;
        double phaseMiddle = marksTop + rows * MARK_ROW + PHASE / 2;
        return new LanesLayout(
                boxes,
                row(look, sudsTop, suds),
                row(look, movementTop, movement ? MOVEMENT : 0),
                row(look, marksTop, rows * MARK_ROW),
                rows,
                look.px(phaseMiddle),
                look.px(phaseMiddle + PHASE / 2));
    }

    private static Row row(Look look, double top, double height) {
        return new Row(look.px(top), look.px(height));
    }
}

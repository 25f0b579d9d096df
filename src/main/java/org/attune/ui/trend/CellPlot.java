package org.attune.ui.trend;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.attune.ui.Look;

/**
 * Where in a chart a session and a value stand, in pixels of the chart. Immutable.
 *
 * @param look in whose size
 * @param view what is shown
 * @param cell which of its charts
 * @param width of the chart
 * @param height of the chart
 */
record CellPlot(Look look, TrendView view, TrendView.Cell cell, int width, int height) {
    private static final double TICKS = 36;
    private static final double HEAD = 20;
    private static final double FOOT = 18;
    private static final double RIGHT = 12;

    /** From one line of words to the next. */
    static final double LINE = 16;

    /** More reasons than this are told in the list of sessions only. */
    private static final int MOST_REASONS = 4;

    /** What the axes enclose. */
    Rectangle2D box() {
        double left = look.px(TICKS);
        double top = look.px(HEAD + LINE * reasons());
        return new Rectangle2D.Double(
                left,
                top,
                Math.max(1, width - left - look.px(RIGHT)),
                Math.max(1, height - top - look.px(FOOT)));
    }

    /**
     * How many lines of words stand over the axes: why lines of values end, where there is room.
     */
    int reasons() {
        return view.large() && view.breaks().size() <= MOST_REASONS ? view.breaks().size() : 0;
    }

    /** How much of the width a session has. */
    double slotWidth() {
        return box().getWidth() / Math.max(1, view.slots().size());
    }

    double x(double slot) {
        return box().getX() + (slot + 0.5) * slotWidth();
    }

    /** Which session stands at this x; -1 for none. */
    int slotAt(double x) {
        int slot = (int) Math.floor((x - box().getX()) / slotWidth());
        return slot >= 0 && slot < view.slots().size() ? slot : -1;
    }

    double y(double value) {
        Rectangle2D box = box();
        double share = (value - cell.axis().lower()) / (cell.axis().upper() - cell.axis().lower());
        return box.getMaxY() - Math.max(0, Math.min(1, share)) * box.getHeight();
    }

    /** Where a range lies, carried on to the newest session; with its edges. */
    Rectangle2D within(TrendView.Range range) {
        double from = x(range.from()) - slotWidth() / 2;
        double to = x(newestSlot()) + slotWidth() / 2;
        double top = y(range.high());
        double foot = Math.max(y(range.low()), top + 1);
        return new Rectangle2D.Double(from, top - 1, to - from, foot - top + 2);
    }

    /** The last session that has a value. */
    int newestSlot() {
        List<TrendView.Dot> last = cell.runs().get(cell.runs().size() - 1);
        return last.get(last.size() - 1).slot();
    }
}

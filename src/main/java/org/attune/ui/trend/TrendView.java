package org.attune.ui.trend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attune.review.trend.Trend.Standing;
import org.attune.review.trend.TrendMeasure;
import org.attune.session.Phase;

/**
 * All that the window shows, in words and numbers. Immutable.
 *
 * @param code whose sessions
 * @param title of the window
 * @param facts under it
 * @param terms what was agreed, and what else there is
 * @param slots the sessions, oldest first: each has its place in every chart
 * @param breaks where lines end
 * @param bands which version of the range held over which sessions
 * @param cells the charts that are shown
 * @param chosen which of them is chosen
 * @param slot which session is chosen, if any
 * @param large whether the chosen chart is shown alone
 * @param nothing what is said instead of charts; empty where there are any
 * @param said the newest line at the foot
 * @param limits what it is not
 * @param keyCard whether all keys are shown
 * @param choosesSource whether there is another class of sensor to turn to
 * @param pictures whether pictures can be handed out
 */
record TrendView(
        String code,
        String title,
        String facts,
        String terms,
        List<Slot> slots,
        List<Break> breaks,
        List<BandSpan> bands,
        List<Cell> cells,
        int chosen,
        OptionalInt slot,
        boolean large,
        String nothing,
        String said,
        String limits,
        boolean keyCard,
        boolean choosesSource,
        boolean pictures) {
    TrendView {
        slots = List.copyOf(slots);
        breaks = List.copyOf(breaks);
        bands = List.copyOf(bands);
        cells = List.copyOf(cells);
    }

    /**
     * A session.
     *
     * @param number from 1
     * @param day when, short
     * @param facts what else is known of it
     * @param pending whether its figures are still being worked out
     */
    record Slot(int number, String day, String facts, boolean pending) {}

    /**
     * An end of lines.
     *
     * @param before the place of the session before which it is
     * @param because why
     */
    record Break(int before, String because) {}

    /**
     * A version of the range.
     *
     * @param from place of the first session that was judged against it
     * @param to place of the last
     * @param words its name
     * @param shortly its name where there is little room
     */
    record BandSpan(int from, int to, String words, String shortly) {}

    /**
     * A scale of values.
     *
     * @param lower at the foot
     * @param upper at the head
     * @param ticks where numbers stand
     */
    record Axis(double lower, double upper, List<Double> ticks) {
        Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * A value of a session.
     *
     * @param slot place of the session
     * @param value in the unit of the measure
     */
    record Dot(int slot, double value) {}

    /**
     * The last sessions that the newest is set beside.
     *
     * @param from place of the first of them
     * @param to place of the last
     * @param low lower end of their range
     * @param middle of them
     * @param high upper end
     */
    record Range(int from, int to, double low, double middle, double high) {}

    /**
     * One small multiple.
     *
     * @param measure what it shows
     * @param phase of which phase; empty for the whole session
     * @param row where in the grid, from 0
     * @param column where in the grid, from 0
     * @param name in words
     * @param axis its scale: one for all charts of a measure
     * @param runs values that are joined: of neighbouring sessions that compare
     * @param withheld places of sessions whose value the data do not carry
     * @param apart places of sessions with a value that too few others compare with: not drawn
     * @param range of the last sessions, where the newest is set beside them
     * @param standing where the newest stands
     * @param word how the newest stands, in a word or two; or why there is no line
     * @param says the same as a sentence
     * @param tells all its values, for those who do not see it
     */
    record Cell(
            TrendMeasure measure,
            Optional<Phase> phase,
            int row,
            int column,
            String name,
            Axis axis,
            List<List<Dot>> runs,
            List<Integer> withheld,
            List<Integer> apart,
            Optional<Range> range,
            Optional<Standing> standing,
            String word,
            String says,
            String tells) {
        Cell {
            runs = runs.stream().map(List::copyOf).toList();
            withheld = List.copyOf(withheld);
            apart = List.copyOf(apart);
        }

        Optional<Double> valueOf(int slot) {
            return runs.stream()
                    .flatMap(List::stream)
                    .filter(each -> each.slot() == slot)
                    .map(Dot::value)
                    .findFirst();
        }
    }

    /** The chosen chart; empty where there is none. */
    Optional<Cell> chosenCell() {
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(chosen));
    }
}

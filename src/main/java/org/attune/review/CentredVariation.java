package org.attune.review;

import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.Reason;
import org.attune.review.SecondTable.Column;

/**
 * ln RMSSD by hindsight with its doubt: the window that ends half its length later is the one
 * around a second. Immutable; any thread.
 *
 * @param table what was concluded in each second
 * @param shown ln RMSSD around each second, a hole where nothing is known
 */
record CentredVariation(SecondTable table, Series shown) {
    static CentredVariation of(SecondTable table) {
        return new CentredVariation(
                table, Series.sharingGrid(CentredAverage.shifted(table, shift(table))));
    }

    private static int shift(SecondTable table) {
        return (int) Math.round(table.variabilityWindowSeconds() / 2);
    }

    /** Half the width of the doubt at a second, in ln units; empty where it is a hole. */
    OptionalDouble doubtWidth(int second) {
        return shown.at(second).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(table.value(Column.DOUBT, second + shift(table)));
    }

    /** How far it can be relied upon at a second; empty where it is a hole. */
    Optional<Timeline.Doubt> doubt(int second) {
        if (shown.at(second).isEmpty()) {
            return Optional.empty();
        }
        int shifted = second + shift(table);
        if (table.hasReason(shifted, Reason.Code.UNEVEN_BREATHING)) {
            return Optional.of(Timeline.Doubt.TALKING);
        }
        boolean care = table.needsCare(shifted);
        return Optional.of(care ? Timeline.Doubt.UNCERTAIN : Timeline.Doubt.SURE);
    }
}

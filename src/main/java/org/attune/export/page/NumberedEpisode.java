package org.attune.export.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.attune.review.Episode;

/**
 * A rise with the number that stands beside it in the chart and in the table.
 *
 * @param number from 1, in order of time among all rises of the session
 */
record NumberedEpisode(int number, Episode episode) {
    /** The largest by area, in order of time: a page has room for so many. */
    static List<NumberedEpisode> largest(List<Episode> all, int most) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> new NumberedEpisode(i + 1, all.get(i)))
                .sorted(
                        Comparator.comparingDouble(
                                (NumberedEpisode each) -> -each.episode().areaBpmMinutes()))
                .limit(most)
                .sorted(Comparator.comparingInt(NumberedEpisode::number))
                .toList();
    }
}

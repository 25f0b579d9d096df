package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.review.Timeline;

/**
 * Beats a minute against points of the page.
 *
 * @param lowest bpm at the bottom
 * @param highest bpm at the top
 */
record RateScale(double lowest, double highest, double top, double bottom) {
    private static final double LEAST_SPAN = 20;

    static RateScale of(Timeline lane, double top, double bottom) {
        double low = lane.rate().min(0, lane.endSeconds() + 1).orElse(60);
        double high = lane.rate().max(0, lane.endSeconds() + 1).orElse(80);
        Optional<Timeline.Band> band = lane.band(lane.lastSecond());
        if (band.isPresent()) {
            low = Math.min(low, band.get().lowerBpm() - 4);
            high = Math.max(high, band.get().upperBpm());
        }
        double missing = Math.max(0, LEAST_SPAN - (high - low)) / 2;
        return new RateScale(low - 2 - missing, high + 2 + missing, top, bottom);
    }

    double y(double bpm) {
        return bottom - (bpm - lowest) / (highest - lowest) * (bottom - top);
    }

    /** Round rates with room between them. */
    List<Integer> ticks() {
        int step = highest - lowest > 90 ? 20 : 10;
        List<Integer> ticks = new ArrayList<>();
        for (int bpm = (int) Math.ceil(lowest / step) * step; bpm <= highest; bpm += step) {
            ticks.add(bpm);
        }
        return ticks;
    }
}

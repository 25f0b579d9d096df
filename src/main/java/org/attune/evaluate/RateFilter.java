package org.attune.evaluate;

import org.attune.hrv.RateBelief;

/** What is believed of the rate of a whole recording, second by second. */
final class RateFilter {
    /** Mean of the logarithm of the interval in ms; once a second. */
    final double[] mean;

    /** Its uncertainty. */
    final double[] deviation;

    /** Seconds of beats believed, of those that ended in this second. */
    final double[] believed;

    /** Seconds of beats heard. */
    final double[] heard;

    private RateFilter(int seconds) {
        mean = Seconds.none(seconds);
        deviation = Seconds.none(seconds);
        believed = new double[seconds];
        heard = new double[seconds];
    }

    /** Of intervals, ms. */
    static RateFilter ofBeats(Series beats, int seconds) {
        RateFilter filter = new RateFilter(seconds);
        org.attune.hrv.RateFilter running = new org.attune.hrv.RateFilter();
        int next = 0;
        for (int s = 0; s < seconds; s++) {
            for (; next < beats.size() && beats.time(next) <= s; next++) {
                running.hear(beats.value(next));
            }
            filter.put(s, running.conclude());
        }
        return filter;
    }

    /** Of heart rates, bpm, which are taken as they are. */
    static RateFilter ofRates(Series rates, int seconds) {
        RateFilter filter = new RateFilter(seconds);
        for (int i = 0; i < rates.size(); i++) {
            int s = (int) Math.ceil(rates.time(i));
            if (s >= 0 && s < seconds && rates.value(i) > 25) {
                filter.put(s, RateBelief.reported(rates.value(i)));
            }
        }
        return filter;
    }

    private void put(int second, RateBelief belief) {
        mean[second] = belief.lnMillis();
        deviation[second] = belief.deviation();
        believed[second] = belief.believedSeconds();
        heard[second] = belief.heardSeconds();
    }
}

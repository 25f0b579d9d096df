package org.attune.hrv;

import java.util.Random;

/** A heart at 75 a minute that swings with breath, blood pressure and the time of day. */
final class SyntheticHeart {
    private SyntheticHeart() {}

    /** Whole milliseconds, {@code seconds} long; the same for the same seed. */
    static NnSeries series(double seconds, long seed) {
        Random random = new Random(seed);
        NnSeries.Builder builder = new NnSeries.Builder();
        double at = 0;
        while (at < seconds) {
            double millis =
                    800
                            + 25 * Math.sin(2 * Math.PI * 0.1 * at)
                            + 30 * Math.sin(2 * Math.PI * 0.25 * at)
                            + 60 * Math.sin(2 * Math.PI * at / 86_400)
                            + 12 * random.nextGaussian();
            millis = Math.rint(millis);
            at += millis / 1000;
            builder.append(at, millis, true);
        }
        return builder.build();
    }
}

package org.attune.review.dyad;

import java.util.Arrays;

/** Means of z over the segments at each lag, from the second person's lead to the first's. */
final class LagProfile {
    private final double[] signed;
    private final double[] absolute;

    /**
     * @param signed mean of z by lag, as many below none as above it
     * @param absolute mean of z without its sign by lag
     */
    LagProfile(double[] signed, double[] absolute) {
        this.signed = signed;
        this.absolute = absolute;
    }

    int lags() {
        return signed.length;
    }

    double z(int lag) {
        return signed[lag];
    }

    double meanSigned() {
        return Arrays.stream(signed).sum() / signed.length;
    }

    double meanAbsolute() {
        return Arrays.stream(absolute).sum() / absolute.length;
    }

    /** Where the mean of z lies farthest from none. */
    int peak() {
        return peak(0, signed.length);
    }

    /** How far it lies from none there. */
    double peakHeight() {
        return height(peak());
    }

    /** How much farther the mean of z goes while the first leads than while the second does. */
    double lead() {
        int half = signed.length / 2;
        return height(peak(half + 1, signed.length)) - height(peak(0, half));
    }

    private double height(int lag) {
        return Math.abs(signed[lag]);
    }

    private int peak(int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            best = height(i) > height(best) ? i : best;
        }
        return best;
    }
}

package org.attune.hrv;

/**
 * A one-sided power spectrum at multiples of a step, and what is read from it. Power of a band is
 * the sum over its frequencies, lower edge included and upper one not, times the step: bands add up
 * (Task Force 1996, Circulation 93:1043, for their limits).
 *
 * <p>Confined to one thread.
 */
final class Spectrum {
    static final double VLF = 0.0033;
    static final double LF = 0.04;
    static final double HF = 0.15;
    static final double END = 0.40;

    private double[] density = new double[0];
    private int size;
    private double step;

    /** Makes it hold {@code size} frequencies 0, step, 2 step, … Hz; their densities are unset. */
    void reset(int newSize, double newStep) {
        if (density.length < newSize) {
            density = new double[newSize];
        }
        size = newSize;
        step = newStep;
    }

    /** Sets the density, ms²/Hz, at frequency number {@code k}. */
    void set(int k, double value) {
        density[k] = value;
    }

    double density(int k) {
        return density[k];
    }

    double step() {
        return step;
    }

    /** The number of the first frequency at or above {@code hertz}; never 0, which is no wave. */
    int first(double hertz) {
        int k = (int) Math.max(1, Math.min(size, Math.floor(hertz / step) - 1));
        while (k < size && k * step < hertz) {
            k++;
        }
        return k;
    }

    /** Whether a frequency lies in the band. */
    boolean reaches(double low, double high) {
        return first(low) < first(high);
    }

    /** Power from {@code low} to below {@code high} Hz, ms². */
    double power(double low, double high) {
        double sum = 0;
        int end = first(high);
        for (int k = first(low); k < end; k++) {
            sum += density[k];
        }
        return sum * step;
    }

    /** The number of the frequency of greatest density in the band, which holds one. */
    int peak(double low, double high) {
        int best = first(low);
        int end = first(high);
        for (int k = best + 1; k < end; k++) {
            if (density[k] > density[best]) {
                best = k;
            }
        }
        return best;
    }
}

package org.attune.hrv;

import java.util.Arrays;

/**
 * The periodogram of Lomb (1976, Astrophys Space Sci 39:447) and Scargle (1982, ApJ 263:835) of the
 * intervals at the instants they ended, which needs no resampling. With T from the first to the
 * last of N ends, density is (2T / N) · P, so that it sums to the variance; the step is 1 / 4T.
 *
 * <p>Its four sums are Fourier sums over unequal instants. They are found by spreading each value
 * over a grid as a narrow bell and transforming the grid (Greengard and Lee 2004, SIAM Rev 46:443):
 * N log N instead of N², exact to 1e-9 and better. The sums at twice the frequency are those of
 * instants twice as late, so one complex transform carries both.
 *
 * <p>Confined to one thread.
 */
final class Lomb {
    /** A series longer than this would need a grid of 64 MB and more. */
    static final double LONGEST_SECONDS = 180_000;

    /** Points of the grid a bell covers to each side; the error falls by 8 with each. */
    private static final int REACH = 12;

    /** Least number of grid points to a coefficient; so that half a million do for a day. */
    private static final double OVERSAMPLING = 1.89;

    private static final double END_OF_GRID = 0.5;
    private static final int RESEED = 32;

    private final Fft fft;
    private final double[] bell = new double[REACH + 1];
    private double[] grid = new double[0];
    private int length;

    Lomb(Fft fft) {
        this.fft = fft;
    }

    /**
     * Fills {@code spectrum} up to the end of HF; false when it is too short for two frequencies.
     *
     * @param nn its ends rise strictly, it has two intervals at least and they are not all equal
     */
    boolean analyse(NnSeries nn, Spectrum spectrum) {
        int size = nn.size();
        double origin = nn.endSeconds(0);
        double seconds = nn.endSeconds(size - 1) - origin;
        double step = 1 / (4 * seconds);
        int all = (int) (END_OF_GRID / step);
        if (all < 2) {
            return false;
        }
        int most = (int) Math.min(all, Math.ceil(Spectrum.END / step));
        prepare(most);
        double mean = TimeDomain.meanNn(nn).orElseThrow();
        double scale = 0;
        for (int i = 0; i < size; i++) {
            scale = Math.max(scale, Math.abs(nn.millis(i) - mean));
        }
        double widening = length / (double) (2 * most + 2);
        double sharpness = StrictMath.PI * (widening - 0.5) / (widening * REACH);
        for (int l = 0; l <= REACH; l++) {
            bell[l] = StrictMath.exp(-sharpness * l * l);
        }
        for (int i = 0; i < size; i++) {
            double place = (nn.endSeconds(i) - origin) * step * length;
            spread(place, (nn.millis(i) - mean) / scale, 0, sharpness);
            spread(2 * place, 1, 1, sharpness);
        }
        fft.complex(grid, length);
        spectrum.reset(most + 1, step);
        read(spectrum, most, size, sharpness, scale * scale * 2 * seconds / size);
        return true;
    }

    private void prepare(int most) {
        length = 64;
        while (length < OVERSAMPLING * (2 * most + 2)) {
            length *= 2;
        }
        if (grid.length < 2 * length) {
            grid = new double[2 * length];
        }
        Arrays.fill(grid, 0, 2 * length, 0);
    }

    /** Adds value · exp(-sharpness (point - place)²) to the points around; part 0 real, 1 other. */
    private void spread(double place, double value, int part, double sharpness) {
        int point = (int) place;
        double u = place - point;
        double height = value * StrictMath.exp(-sharpness * u * u);
        double ratio = StrictMath.exp(2 * sharpness * u);
        double inverse = 1 / ratio;
        int mask = length - 1;
        grid[2 * (point & mask) + part] += height;
        double up = height;
        double down = height;
        for (int l = 1; l <= REACH; l++) {
            up *= ratio;
            down *= inverse;
            grid[2 * ((point + l) & mask) + part] += up * bell[l];
            grid[2 * ((point - l) & mask) + part] += down * bell[l];
        }
    }

    private void read(Spectrum spectrum, int most, int size, double sharpness, double scale) {
        // exp(k² tau) undoes the bell; tau in the units of Greengard and Lee.
        double spacing = 2 * StrictMath.PI / length;
        double tau = spacing * spacing / (4 * sharpness);
        double unit = Math.sqrt(StrictMath.PI / tau) / length;
        double twice = StrictMath.exp(2 * tau);
        double gain = 0;
        double growth = 0;
        spectrum.set(0, 0);
        for (int k = 1; k <= most; k++) {
            if (k % RESEED == 1) {
                gain = unit * StrictMath.exp(tau * k * k);
                growth = StrictMath.exp(tau * (2.0 * k + 1));
            } else {
                gain *= growth;
                growth *= twice;
            }
            int low = 2 * k;
            int high = 2 * (length - k);
            double half = gain / 2;
            double valueCos = half * (grid[low] + grid[high]);
            double valueSin = -half * (grid[low + 1] - grid[high + 1]);
            double doubleCos = half * (grid[low + 1] + grid[high + 1]);
            double doubleSin = half * (grid[low] - grid[high]);
            spectrum.set(k, scale * power(valueCos, valueSin, doubleCos, doubleSin, size));
        }
    }

    /** Lomb's power, half angles taken by square roots instead of an arctangent. */
    private static double power(double yc, double ys, double c2, double s2, int size) {
        double radius = Math.sqrt(c2 * c2 + s2 * s2);
        double cos = radius > 0 ? c2 / radius : 1;
        double sin = radius > 0 ? s2 / radius : 0;
        double cosHalf;
        double sinHalf;
        if (cos >= 0) {
            cosHalf = Math.sqrt((1 + cos) / 2);
            sinHalf = sin / (2 * cosHalf);
        } else {
            sinHalf = Math.copySign(Math.sqrt((1 - cos) / 2), sin);
            cosHalf = sin / (2 * sinHalf);
        }
        double along = yc * cosHalf + ys * sinHalf;
        double across = ys * cosHalf - yc * sinHalf;
        double alongNorm = (size + radius) / 2;
        double acrossNorm = (size - radius) / 2;
        double sum = along * along / alongNorm;
        if (acrossNorm > 1e-9 * size) { // Else every instant lies on a node of the sine.
            sum += across * across / acrossNorm;
        }
        return sum / 2;
    }
}

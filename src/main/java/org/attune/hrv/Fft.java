package org.attune.hrv;

/**
 * The discrete Fourier transform of lengths that are powers of two, in place, radix 2 (Cooley and
 * Tukey 1965, Math Comput 19:297). Arrays hold real and imaginary parts in turn.
 *
 * <p>Tables of sines are kept once made. Confined to one thread.
 */
final class Fft {
    /** Factors kept of any one stage; a longer stage makes its own from them. */
    private static final int STRETCH = 1024;

    /** The logarithm of the longest stage whose factors are all kept. */
    private static final int WHOLE = 11;

    /** By the logarithm of a stage's length: cos and -sin of 2πk / length, from k = 0 on. */
    private final double[][] tables = new double[31][0];

    private final double[] stretch = new double[2 * STRETCH];

    /** Transforms {@code a}, {@code length} complex values: X(k) = Σ x(m) exp(-2πi km / length). */
    void complex(double[] a, int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("must be a power of two: length=" + length);
        }
        reverseBits(a, length);
        int logLength = Integer.numberOfTrailingZeros(length);
        int done = 0;
        if (logLength >= 2) {
            quadruples(a, length);
            done = 2;
        }
        for (int log = done + 1; log <= logLength; log++) {
            stage(a, length, log);
        }
    }

    /**
     * Transforms {@code a}, 2 · {@code half} real values, into its coefficients 0 to half - 1; the
     * imaginary part of the first holds the real coefficient {@code half}.
     */
    void real(double[] a, int half) {
        if (half > STRETCH) {
            throw new IllegalArgumentException("must be at most " + STRETCH + ": half=" + half);
        }
        complex(a, half);
        double first = a[0];
        a[0] = first + a[1];
        a[1] = first - a[1];
        double[] table = table(Integer.numberOfTrailingZeros(half) + 1);
        for (int k = 1; k <= half / 2; k++) {
            int low = 2 * k;
            int high = 2 * (half - k);
            double evenRe = (a[low] + a[high]) / 2;
            double evenIm = (a[low + 1] - a[high + 1]) / 2;
            double oddRe = (a[low + 1] + a[high + 1]) / 2;
            double oddIm = (a[high] - a[low]) / 2;
            double re = oddRe * table[low] - oddIm * table[low + 1];
            double im = oddRe * table[low + 1] + oddIm * table[low];
            a[low] = evenRe + re;
            a[low + 1] = evenIm + im;
            a[high] = evenRe - re;
            a[high + 1] = im - evenIm;
        }
    }

    private static void reverseBits(double[] a, int length) {
        int j = 0;
        for (int i = 1; i < length; i++) {
            int bit = length >> 1;
            while ((j & bit) != 0) {
                j ^= bit;
                bit >>= 1;
            }
            j ^= bit;
            if (i < j) {
                double re = a[2 * i];
                double im = a[2 * i + 1];
                a[2 * i] = a[2 * j];
                a[2 * i + 1] = a[2 * j + 1];
                a[2 * j] = re;
                a[2 * j + 1] = im;
            }
        }
    }

    /** The first two stages at once: their factors are 1 and -i. */
    private static void quadruples(double[] a, int length) {
        for (int i = 0; i < 2 * length; i += 8) {
            double sumRe = a[i] + a[i + 2];
            double sumIm = a[i + 1] + a[i + 3];
            double differenceRe = a[i] - a[i + 2];
            double differenceIm = a[i + 1] - a[i + 3];
            double sum2Re = a[i + 4] + a[i + 6];
            double sum2Im = a[i + 5] + a[i + 7];
            double difference2Re = a[i + 4] - a[i + 6];
            double difference2Im = a[i + 5] - a[i + 7];
            a[i] = sumRe + sum2Re;
            a[i + 1] = sumIm + sum2Im;
            a[i + 4] = sumRe - sum2Re;
            a[i + 5] = sumIm - sum2Im;
            a[i + 2] = differenceRe + difference2Im;
            a[i + 3] = differenceIm - difference2Re;
            a[i + 6] = differenceRe - difference2Im;
            a[i + 7] = differenceIm + difference2Re;
        }
    }

    private void stage(double[] a, int length, int log) {
        int span = 1 << log;
        if (log <= WHOLE) {
            double[] table = table(log);
            for (int begin = 0; begin < 2 * length; begin += 2 * span) {
                butterflies(a, begin, begin + span, table, span);
            }
            return;
        }
        // The factors of a long stage are made a stretch at a time: exp(-i(u + v)).
        double[] fine = table(log);
        for (int first = 0; first < span; first += 2 * STRETCH) {
            double angle = -StrictMath.PI * first / span;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            for (int k = 0; k < 2 * STRETCH; k += 2) {
                stretch[k] = cos * fine[k] - sin * fine[k + 1];
                stretch[k + 1] = cos * fine[k + 1] + sin * fine[k];
            }
            for (int begin = first; begin < 2 * length; begin += 2 * span) {
                butterflies(a, begin, begin + span, stretch, 2 * STRETCH);
            }
        }
    }

    private static void butterflies(double[] a, int low, int high, double[] factors, int count) {
        for (int k = 0; k < count; k += 2) {
            double cos = factors[k];
            double sin = factors[k + 1];
            double re = a[high + k] * cos - a[high + k + 1] * sin;
            double im = a[high + k] * sin + a[high + k + 1] * cos;
            double lowRe = a[low + k];
            double lowIm = a[low + k + 1];
            a[low + k] = lowRe + re;
            a[low + k + 1] = lowIm + im;
            a[high + k] = lowRe - re;
            a[high + k + 1] = lowIm - im;
        }
    }

    private double[] table(int log) {
        if (tables[log].length == 0) {
            int half = 1 << (log - 1);
            double[] made = new double[2 * Math.min(half, STRETCH)];
            for (int k = 0; 2 * k < made.length; k++) {
                double angle = StrictMath.PI * k / half;
                made[2 * k] = StrictMath.cos(angle);
                made[2 * k + 1] = -StrictMath.sin(angle);
            }
            tables[log] = made;
        }
        return tables[log];
    }
}

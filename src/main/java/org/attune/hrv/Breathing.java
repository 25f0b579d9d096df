package org.attune.hrv;

/**
 * The rate of breathing as the heart shows it: breathing speeds and slows the heart (respiratory
 * sinus arrhythmia), so the spectrum of the intervals has a peak at its frequency (Hirsch and
 * Bishop 1981, Am J Physiol 241:H620).
 *
 * <p>The peak is looked for from 0.15 to 0.50 Hz, and also below, down to 0.065 Hz (four breaths a
 * minute), where slow breathing moves it. The slow one is taken when it stands far above the other
 * and alone: 0.1 Hz is also where blood pressure swings by itself. How the two are told apart is a
 * rule of this program.
 *
 * <p>Confidence is the share of the power searched (from the chosen band's lower limit to 0.50 Hz)
 * within 0.03 Hz of the peak: 1 for one pure wave, about 0.2 for noise.
 *
 * <p>Confined to one thread.
 */
final class Breathing {
    private static final double SLOWEST = 0.065;
    private static final double FASTEST = 0.5;
    private static final double HALF_WIDTH = 0.03;

    /** A slow peak holds at least this share of all power from 0.04 Hz on to be breathing. */
    private static final double ALONE = 0.6;

    /** And its power is this many times that of the peak at the usual place. */
    private static final double FAR_ABOVE = 4;

    private double perMinute;
    private double confidence;

    /** Reads {@code spectrum}; false when it holds no power where breathing could be. */
    boolean read(Spectrum spectrum) {
        if (!(spectrum.power(SLOWEST, FASTEST) > 0)) {
            return false;
        }
        int slow = spectrum.peak(SLOWEST, Spectrum.HF);
        int usual = spectrum.peak(Spectrum.HF, FASTEST);
        double slowPower = around(spectrum, slow, Spectrum.LF);
        double usualPower = around(spectrum, usual, Spectrum.HF);
        double all = spectrum.power(Spectrum.LF, FASTEST);
        boolean isSlow = slowPower >= ALONE * all && slowPower >= FAR_ABOVE * usualPower;
        double searched = isSlow ? all : spectrum.power(Spectrum.HF, FASTEST);
        if (!(searched > 0)) {
            return false;
        }
        perMinute = 60 * between(spectrum, isSlow ? slow : usual);
        confidence = Math.min(1, (isSlow ? slowPower : usualPower) / searched);
        return true;
    }

    /** Breaths a minute of the last spectrum read. */
    double perMinute() {
        return perMinute;
    }

    /** 0 to 1, for the last spectrum read. */
    double confidence() {
        return confidence;
    }

    private static double around(Spectrum spectrum, int peak, double low) {
        double middle = peak * spectrum.step();
        return spectrum.power(
                Math.max(low, middle - HALF_WIDTH), Math.min(FASTEST, middle + HALF_WIDTH));
    }

    /** The peak's place between frequencies, by the parabola through it and its neighbours. */
    private static double between(Spectrum spectrum, int k) {
        double before = spectrum.density(k - 1);
        double at = spectrum.density(k);
        double after = spectrum.density(k + 1);
        double bend = before - 2 * at + after;
        boolean isTop = at >= before && at >= after && bend < 0;
        return (isTop ? k + (before - after) / (2 * bend) : k) * spectrum.step();
    }
}

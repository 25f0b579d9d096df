package org.attune.sensor.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Samples of a made-up body whose beats are known: waves of Gaussian bumps on a wandering base,
 * with mains and noise, as a converter of ten bits gives them.
 *
 * @param beats seconds
 * @param ecg an electrocardiogram, else a pulse wave
 * @param noise deviation, as a share of the height of a beat
 * @param mains height of a hum of 50 Hz, as a share of the height of a beat
 */
record BodySignals(List<Double> beats, boolean ecg, double noise, double mains, long seed) {
    static final int RATE = 250;
    static final int MOST = 1023;

    /** A heart of about 70 beats a minute that breathes. */
    static BodySignals of(boolean ecg, int count, double noise, double mains, long seed) {
        Random random = new Random(seed);
        List<Double> beats = new ArrayList<>();
        double t = 1;
        for (int i = 0; i < count; i++) {
            beats.add(t);
            t +=
                    0.85
                            + 0.05 * Math.sin(2 * Math.PI * 0.25 * t)
                            + 0.03 * Math.sin(2 * Math.PI * 0.1 * t)
                            + 0.004 * random.nextGaussian();
        }
        return new BodySignals(beats, ecg, noise, mains, seed);
    }

    /** The intervals between its beats, in microseconds. */
    List<Double> intervals() {
        List<Double> intervals = new ArrayList<>();
        for (int i = 1; i < beats.size(); i++) {
            intervals.add((beats.get(i) - beats.get(i - 1)) * 1e6);
        }
        return intervals;
    }

    /** A sample for each period of the device. */
    int[] samples() {
        Random random = new Random(seed + 1);
        int count = (int) ((beats.get(beats.size() - 1) + 1) * RATE);
        int[] samples = new int[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            double t = (double) i / RATE;
            while (from < beats.size() && beats.get(from) < t - 2) {
                from++;
            }
            double value =
                    0.2 * Math.sin(2 * Math.PI * 0.2 * t)
                            + mains * Math.sin(2 * Math.PI * 50 * t)
                            + noise * random.nextGaussian();
            for (int b = from; b < Math.min(from + 6, beats.size()); b++) {
                value += ecg ? heart(t - beats.get(b)) : pulse(t - beats.get(b), beats.get(b));
            }
            double scaled = 0.4 * MOST + (ecg ? 0.35 : 0.25) * MOST * value;
            samples[i] = (int) Math.max(0, Math.min(MOST, scaled));
        }
        return samples;
    }

    /** P, Q, R, S and T, seconds from the R wave's top. */
    private static double heart(double t) {
        return 0.12 * bump(t, -0.17, 0.022)
                - 0.1 * bump(t, -0.028, 0.009)
                + bump(t, 0, 0.011)
                - 0.2 * bump(t, 0.028, 0.01)
                + 0.28 * bump(t, 0.28, 0.05);
    }

    /** A wave with its echo, 0.2 s after the beat, higher and lower with breathing. */
    private static double pulse(double t, double beat) {
        double height = 1 + 0.2 * Math.sin(2 * Math.PI * 0.25 * beat);
        return height * (bump(t, 0.32, 0.065) + 0.45 * bump(t, 0.56, 0.11));
    }

    private static double bump(double t, double centre, double width) {
        double distance = (t - centre) / width;
        return Math.abs(distance) > 8 ? 0 : Math.exp(-0.5 * distance * distance);
    }
}

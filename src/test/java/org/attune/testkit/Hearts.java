package org.attune.testkit;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.attune.sensor.RrInterval;

/** Seeded hearts, and ways to spoil what they say. */
public final class Hearts {
    private Hearts() {}

    /** A heart of constant mean rate, breathing and a little irregular. */
    public static Heart steady(double bpm) {
        return following(t -> bpm);
    }

    /** A heart that varies by some thousandths from beat to beat. */
    public static Heart even(double bpm) {
        return new Heart(t -> bpm, 0, 0.003, 1);
    }

    /** A heart whose mean rate (bpm) follows a curve over the session's seconds. */
    public static Heart following(DoubleUnaryOperator bpmAtSeconds) {
        return new Heart(bpmAtSeconds, 0.03, 0.012, 1);
    }

    /** A heart as different from others as people are. */
    public static Heart random(long seed) {
        Random random = scrambled(seed);
        double bpm = 48 + 50 * random.nextDouble();
        double wander = 4 * random.nextDouble();
        double period = 120 + 300 * random.nextDouble();
        return new Heart(
                t -> bpm + wander * Math.sin(2 * Math.PI * t / period),
                0.01 + 0.03 * random.nextDouble(),
                0.005 + 0.012 * random.nextDouble(),
                random.nextLong());
    }

    /** Neighbouring seeds of {@link Random} begin almost alike; scrambled, they do not. */
    public static Random scrambled(long seed) {
        return new Random((seed + 1) * 0x9E3779B97F4A7C15L);
    }

    /**
     * A beating heart.
     *
     * @see #following
     */
    public static final class Heart {
        private static final double NUMB = 0.2;

        private final DoubleUnaryOperator bpmAtSeconds;
        private final double breathing;
        private final double noise;
        private final Random random;
        private double numbFromSeconds = Double.POSITIVE_INFINITY;

        private Heart(DoubleUnaryOperator bpmAtSeconds, double breathing, double noise, long seed) {
            this.bpmAtSeconds = bpmAtSeconds;
            this.breathing = breathing;
            this.noise = noise;
            this.random = new Random(seed);
        }

        /** The same heart, which from that second on hardly varies; not yet beating. */
        public Heart numbFrom(double seconds) {
            Heart numb = new Heart(bpmAtSeconds, breathing, noise, 1);
            numb.numbFromSeconds = seconds;
            return numb;
        }

        /** The same kind of heart from another seed; not yet beating. */
        public Heart seeded(long seed) {
            return new Heart(bpmAtSeconds, breathing, noise, seed);
        }

        /** The interval that begins at {@code seconds}, in the 1/1024 s of straps. */
        public RrInterval next(double seconds) {
            double mean = 60_000 / bpmAtSeconds.applyAsDouble(seconds);
            double liveliness = seconds < numbFromSeconds ? 1 : NUMB;
            double relative =
                    liveliness * breathing * Math.sin(2 * Math.PI * 0.25 * seconds)
                            + liveliness * noise * random.nextGaussian();
            long ticks = Math.round(mean * (1 + relative) * 1.024);
            return RrInterval.ofTicks1024((int) Math.max(200, ticks));
        }

        /** The first {@code count} intervals, ms. */
        public double[] intervalsMillis(int count) {
            double[] millis = new double[count];
            double seconds = 0;
            for (int i = 0; i < count; i++) {
                millis[i] = next(seconds).toMillis();
                seconds += millis[i] / 1000;
            }
            return millis;
        }
    }
}

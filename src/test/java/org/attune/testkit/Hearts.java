package org.attune.testkit;

import java.util.ArrayList;
import java.util.List;
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

    /** A heart that never varies at all. */
    public static Heart flat(double bpm) {
        return new Heart(t -> bpm, 0, 0, 1);
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
        private final DoubleUnaryOperator bpmAtSeconds;
        private final double breathing;
        private final double noise;
        private final Random random;

        private Heart(DoubleUnaryOperator bpmAtSeconds, double breathing, double noise, long seed) {
            this.bpmAtSeconds = bpmAtSeconds;
            this.breathing = breathing;
            this.noise = noise;
            this.random = new Random(seed);
        }

        /** The same kind of heart from another seed; not yet beating. */
        public Heart seeded(long seed) {
            return new Heart(bpmAtSeconds, breathing, noise, seed);
        }

        /** The interval that begins at {@code seconds}, in the 1/1024 s of straps. */
        public RrInterval next(double seconds) {
            double mean = 60_000 / bpmAtSeconds.applyAsDouble(seconds);
            double relative =
                    breathing * Math.sin(2 * Math.PI * 0.25 * seconds)
                            + noise * random.nextGaussian();
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

    /**
     * A series with artefacts, and which of its intervals they are.
     *
     * @param millis the spoilt series, ms
     * @param event number of the artefact an interval belongs to, -1 for clean ones
     * @param events how many artefacts there are
     * @param source index of the clean interval each stems from
     */
    public record Spoilt(
            List<Double> millis, List<Integer> event, int events, List<Integer> source) {}

    /** Spoils one in {@code 1 / share} beats, in runs of {@code burst}, away from both ends. */
    public static Spoilt spoil(double[] clean, double share, int burst, long seed) {
        Random random = new Random(seed);
        Spoilt spoilt = new Spoilt(new ArrayList<>(), new ArrayList<>(), 0, new ArrayList<>());
        int events = 0;
        int i = 0;
        while (i < clean.length) {
            boolean here = i > 12 && i < clean.length - 12 && random.nextDouble() < share / burst;
            if (!here) {
                put(spoilt, clean[i], -1, i);
                i++;
                continue;
            }
            for (int k = 0; k < burst; k++) {
                i = artefact(spoilt, clean, i, events++, random);
            }
            // A clean stretch after each, so that events can be told apart.
            for (int k = 0; k < 4 && i < clean.length; k++, i++) {
                put(spoilt, clean[i], -1, i);
            }
        }
        return new Spoilt(spoilt.millis(), spoilt.event(), events, spoilt.source());
    }

    private static int artefact(Spoilt to, double[] clean, int i, int event, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> { // missed
                put(to, clean[i] + clean[i + 1], event, i);
                return i + 2;
            }
            case 1 -> { // extra
                double part = clean[i] * (0.25 + 0.5 * random.nextDouble());
                put(to, part, event, i);
                put(to, clean[i] - part, event, i);
                return i + 1;
            }
            case 2 -> { // ectopic, with its compensatory pause
                double early = clean[i] * 0.3;
                put(to, clean[i] - early, event, i);
                put(to, clean[i + 1] + early, event, i + 1);
                return i + 2;
            }
            default -> { // a wild one
                put(to, clean[i] * (random.nextBoolean() ? 0.55 : 1.5), event, i);
                return i + 1;
            }
        }
    }

    private static void put(Spoilt to, double millis, int event, int source) {
        to.millis().add(millis);
        to.event().add(event);
        to.source().add(source);
    }
}

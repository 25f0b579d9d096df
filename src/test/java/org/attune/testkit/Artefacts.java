package org.attune.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Puts artefacts of known kind into a series of intervals, and says which are theirs.
 *
 * <p>The kinds are those of the comparison of correction methods in {@code beat-artefacts.md}: a
 * beat missed, a beat too many (anywhere in the middle three fifths of an interval), a premature
 * beat (30 % early) with its full pause, a beat shifted by 15 %, and a single interval of any
 * length from 300 to 2000 ms.
 */
public final class Artefacts {
    /** A kind of artefact. */
    public enum Kind {
        MISSED,
        EXTRA,
        ECTOPIC,
        SHIFTED,
        WILD
    }

    /** One artefact: its kind, and the first and last of its intervals in the spoilt series. */
    public record Event(Kind kind, int first, int last) {}

    /** A spoilt series. */
    public static final class Series {
        private final double[] millis;
        private final boolean[] spoilt;
        private final double[] endMillis;
        private final List<Event> events;

        private Series(double[] millis, boolean[] spoilt, double[] endMillis, List<Event> events) {
            this.millis = millis;
            this.spoilt = spoilt;
            this.endMillis = endMillis;
            this.events = events;
        }

        /** The intervals, ms. */
        public double[] millis() {
            return millis;
        }

        /** Which of them are an artefact's. */
        public boolean[] spoilt() {
            return spoilt;
        }

        /**
         * Where each ends on the clean series' own time, ms, so that windows of both hold the same
         * heart.
         */
        public double[] endMillis() {
            return endMillis;
        }

        /** The artefacts in order. */
        public List<Event> events() {
            return events;
        }
    }

    private final double[] clean;
    private final Random random;
    private final double[] millis;
    private final boolean[] spoilt;
    private final double[] ends;
    private final List<Event> events = new ArrayList<>();
    private int size;
    private double end;

    private Artefacts(double[] clean, Random random) {
        this.clean = clean;
        this.random = random;
        millis = new double[2 * clean.length];
        spoilt = new boolean[2 * clean.length];
        ends = new double[2 * clean.length];
    }

    /** Spoils {@code share} as many times as there are beats, in runs of {@code burst}. */
    public static Series spoil(double[] clean, double share, int burst, long seed) {
        Random random = Hearts.scrambled(seed);
        return new Artefacts(clean, random).spoilAt(places(clean.length, share, burst, random));
    }

    /** True where an artefact begins; each takes two clean intervals, runs lie apart. */
    private static boolean[] places(int length, double share, int burst, Random random) {
        int wanted = (int) Math.round(share * length);
        boolean[] begins = new boolean[length];
        boolean[] taken = new boolean[length];
        int runLength = 2 * burst;
        int placed = 0;
        for (int tries = 0; placed < wanted && tries < 100_000; tries++) {
            int at = 2 + random.nextInt(length - runLength - 6);
            boolean free = true;
            for (int i = at - 1; i <= at + runLength; i++) {
                free &= !taken[i];
            }
            for (int k = 0; free && k < burst && placed < wanted; k++, placed++) {
                begins[at + 2 * k] = true;
                taken[at + 2 * k] = true;
                taken[at + 2 * k + 1] = true;
            }
        }
        return begins;
    }

    private Series spoilAt(boolean[] begins) {
        int i = 0;
        while (i < clean.length) {
            if (!begins[i]) {
                put(clean[i], clean[i], false);
                i++;
                continue;
            }
            int first = size;
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            i += put(kind, clean[i], clean[i + 1]);
            events.add(new Event(kind, first, size - 1));
        }
        return new Series(
                Arrays.copyOf(millis, size),
                Arrays.copyOf(spoilt, size),
                Arrays.copyOf(ends, size),
                events);
    }

    /** Puts an artefact in place of {@code a}, and of {@code b} if it needs to; says how many. */
    private int put(Kind kind, double a, double b) {
        return switch (kind) {
            case MISSED -> {
                put(a + b, a + b, true);
                yield 2;
            }
            case EXTRA -> {
                double part = a * (0.2 + 0.6 * random.nextDouble());
                put(part, part, true);
                put(a - part, a - part, true);
                yield 1;
            }
            case ECTOPIC -> moved(a, b, -0.3);
            case SHIFTED -> moved(a, b, random.nextBoolean() ? 0.15 : -0.15);
            case WILD -> {
                put(300 + 1700 * random.nextDouble(), a, true);
                yield 1;
            }
        };
    }

    private int moved(double a, double b, double share) {
        double by = share * a;
        put(a + by, a + by, true);
        put(b - by, b - by, true);
        return 2;
    }

    private void put(double value, double time, boolean bad) {
        end += time;
        millis[size] = value;
        spoilt[size] = bad;
        ends[size] = end;
        size++;
    }
}

package org.attune.hrv;

/** The last beats of a course, remembered plainly: the newest thousands, in order. */
final class BeatLog {
    private static final int KEPT = 2_048;

    private final long[] at = new long[KEPT];
    private final long[] interval = new long[KEPT];
    private final long[] ordinal = new long[KEPT];
    private final boolean[] normal = new boolean[KEPT];
    private long count;

    void add(BeatCourse course) {
        int slot = (int) (count++ % KEPT);
        at[slot] = course.at;
        interval[slot] = course.interval;
        ordinal[slot] = course.ordinal;
        normal[slot] = course.normal;
    }

    int size() {
        return (int) Math.min(count, KEPT);
    }

    long at(int i) {
        return at[slot(i)];
    }

    long interval(int i) {
        return interval[slot(i)];
    }

    long ordinal(int i) {
        return ordinal[slot(i)];
    }

    boolean normal(int i) {
        return normal[slot(i)];
    }

    private int slot(int i) {
        return (int) ((Math.max(0, count - KEPT) + i) % KEPT);
    }
}

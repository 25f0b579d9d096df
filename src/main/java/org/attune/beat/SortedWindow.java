package org.attune.beat;

/**
 * The last so many values, in order of size: quantiles of a moving window without sorting it anew.
 *
 * <p>Cost: one pass over the window for each value, no garbage.
 */
final class SortedWindow {
    private final double[] ring;
    private final double[] sorted;
    private int next;
    private int size;

    SortedWindow(int capacity) {
        ring = new double[capacity];
        sorted = new double[capacity];
    }

    void clear() {
        size = 0;
        next = 0;
    }

    int size() {
        return size;
    }

    /** Takes a value; the oldest leaves when the window is full. */
    void add(double value) {
        int hole = size;
        if (size == ring.length) {
            hole = indexOf(ring[next]);
        } else {
            size++;
        }
        ring[next] = value;
        next = (next + 1) % ring.length;
        while (hole > 0 && sorted[hole - 1] > value) {
            sorted[hole] = sorted[hole - 1];
            hole--;
        }
        while (hole < size - 1 && sorted[hole + 1] < value) {
            sorted[hole] = sorted[hole + 1];
            hole++;
        }
        sorted[hole] = value;
    }

    /** The value that {@code share} of the others lie below; {@code share} 0 to 1, size above 0. */
    double quantile(double share) {
        return sorted[Math.min(size - 1, (int) (size * share))];
    }

    double median() {
        int half = size / 2;
        return size % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private int indexOf(double value) {
        int i = 0;
        while (sorted[i] != value) {
            i++;
        }
        return i;
    }
}

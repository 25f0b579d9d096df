package org.attune.hrv;

import java.util.OptionalDouble;

/**
 * Sample entropy for templates of two intervals (Richman and Moorman 2000, Am J Physiol Heart Circ
 * Physiol 278:H2039): -ln(A / B), where B counts the pairs of templates of two, A of three
 * intervals, that differ by at most the tolerance at every place; of n intervals, the first n - 2
 * begin templates of both lengths, and none is compared with itself. A template that would span a
 * gap is none.
 *
 * <p>The counts are exact for any numbers. Confined to one thread; buffers grow and stay.
 */
final class SampleEntropy {
    /** From this number on, sets of bits are faster than looking at each pair. */
    private static final int MANY = 200;

    private final SimilarPairs similar = new SimilarPairs();
    private double[] first = new double[0];
    private double[] second = new double[0];
    private double[] third = new double[0];
    private long ofTwo;
    private long ofThree;

    /** The entropy; empty when nothing was similar. */
    OptionalDouble of(NnSeries nn, double tolerance) {
        count(nn, tolerance, nn.size() >= MANY);
        if (ofTwo == 0 || ofThree == 0) {
            return OptionalDouble.empty();
        }
        double entropy = -StrictMath.log((double) ofThree / ofTwo);
        return OptionalDouble.of(Math.max(0.0, entropy)); // No negative zero.
    }

    /** Counts similar pairs one way or the other; both give the same. */
    void count(NnSeries nn, double tolerance, boolean bySets) {
        if (bySets) {
            similar.count(nn, tolerance);
            ofTwo = similar.ofTwo();
            ofThree = similar.ofThree();
        } else {
            countPairs(nn, tolerance);
        }
    }

    /** B of the last count. */
    long ofTwo() {
        return ofTwo;
    }

    /** A of the last count. */
    long ofThree() {
        return ofThree;
    }

    private void countPairs(NnSeries nn, double tolerance) {
        int templates = gather(nn);
        ofTwo = 0;
        ofThree = 0;
        for (int i = 0; i < templates; i++) {
            double a = first[i];
            double b = second[i];
            double c = third[i];
            for (int j = i + 1; j < templates; j++) {
                if (Math.abs(first[j] - a) <= tolerance && Math.abs(second[j] - b) <= tolerance) {
                    ofTwo++;
                    if (Math.abs(third[j] - c) <= tolerance) {
                        ofThree++;
                    }
                }
            }
        }
    }

    private int gather(NnSeries nn) {
        if (first.length < nn.size()) {
            first = new double[nn.size()];
            second = new double[nn.size()];
            third = new double[nn.size()];
        }
        int templates = 0;
        for (int i = 0; i + 2 < nn.size(); i++) {
            if (isTemplate(nn, i)) {
                first[templates] = nn.millis(i);
                second[templates] = nn.millis(i + 1);
                third[templates++] = nn.millis(i + 2);
            }
        }
        return templates;
    }

    /** Whether three neighbouring intervals begin at {@code i}. */
    static boolean isTemplate(NnSeries nn, int i) {
        return i + 2 < nn.size() && nn.followsPrevious(i + 1) && nn.followsPrevious(i + 2);
    }
}

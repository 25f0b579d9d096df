package org.attune.archfixture.signal;

/** Breaks no-mutable-statics: anyone may write into it. */
final class OpenArray {
    static final double[] TAPS = {0.25, 0.5, 0.25};

    double first() {
        return TAPS[0];
    }
}

package org.attune.archfixture.signal;

/** Breaks no-mutable-statics. */
final class Counter {
    private static int count;

    int next() {
        return ++count;
    }
}

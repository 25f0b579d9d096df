package org.attune.archfixture.beat;

/** Breaks core-is-pure: a lock in the core. */
final class Locked {
    private int beats;

    synchronized int next() {
        return ++beats;
    }
}

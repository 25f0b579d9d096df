package org.attune.archfixture.beat;

/** Breaks core-is-pure: a thread in the core. */
final class Threaded {
    Thread thread() {
        return new Thread(() -> {});
    }
}

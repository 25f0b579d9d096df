package org.attune.archfixture.time;

/** Keeps one-clock: this is where the time is asked. */
final class SystemTicker {
    long nanos() {
        return System.nanoTime();
    }
}

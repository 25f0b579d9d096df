package org.attune.archfixture.store;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks one-clock, by a reference that no search for a call would find. */
final class AsksTheClock {
    Supplier<Instant> clock() {
        return Instant::now;
    }
}

package org.attune.archfixture.store;

import java.time.Clock;
import java.time.LocalDate;

/** Keeps one-clock: whoever calls says what time it is. */
final class GivenTheClock {
    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}

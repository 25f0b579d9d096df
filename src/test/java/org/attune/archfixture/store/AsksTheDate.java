package org.attune.archfixture.store;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Breaks one-clock: the calendar is a clock too. */
final class AsksTheDate {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}

package org.attune.archfixture.store;

import org.attune.Exempt;

/** Breaks one-clock and is let off, with the class nested in it. */
@Exempt(rule = "one-clock", because = "to prove that an exemption lets a class off")
final class Excused {
    long nanos() {
        return System.nanoTime();
    }

    static final class Nested {
        long nanos() {
            return System.nanoTime();
        }
    }
}

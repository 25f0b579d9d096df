package org.attune.export;

/**
 * Stand-ins for names, made for one recipient and one purpose: the same every time for them, and
 * without any likeness to those another recipient is given. Whoever makes them holds a key that
 * never leaves the vault. Any thread.
 */
@FunctionalInterface
public interface Pseudonyms {
    /** What a stand-in stands for: equal values of different kinds get different ones. */
    enum Kind {
        CLIENT,
        SESSION,
        /** How a sensor is opened, its serial number in it. */
        SENSOR,
        /** The hash of a recording, which would otherwise be the same for all recipients. */
        RECORDING
    }

    /** The stand-in for {@code value}: 16 of the signs {@code a} to {@code z}, {@code 2} to 7. */
    String of(Kind kind, String value);
}

package org.attune.consent;

import java.util.Locale;
import java.util.Optional;

/** How far data that leave point at the person. None includes another. */
public enum Identifiability {
    /** Under the person's code only. */
    PSEUDONYMISED,
    /** With the person's name. */
    IDENTIFIED,
    /** Figures over several people. */
    AGGREGATE;

    /** The name used on the command line and in records: {@code pseudonymised}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name; empty for an unknown one, which therefore is never covered. */
    public static Optional<Identifiability> ofCode(String code) {
        for (Identifiability each : values()) {
            if (each.code().equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

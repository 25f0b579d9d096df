package org.attune.session;

import java.util.Locale;
import java.util.Optional;

/**
 * Something about a person's body that makes a heart say other things than it does in most people.
 * Each one disables what it falsifies; what exactly is decided where the conclusions are drawn.
 * Health data: kept only where consent allows.
 */
public enum ClientFlag {
    /** A medicine that holds the rate down: rises are blunted, and beats vary more. */
    BETA_BLOCKER,
    /** Known atrial fibrillation or another rhythm in which no beat foretells the next. */
    IRREGULAR_RHYTHM,
    /** The rate may be the device's own. */
    PACEMAKER,
    /** A transplanted heart answers late and little: its nerves are cut. */
    HEART_TRANSPLANT,
    /** The resting rate climbs from week to week. */
    PREGNANCY;

    /** The name used on the command line: {@code beta-blocker}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The flag of that name. */
    public static Optional<ClientFlag> ofCode(String code) {
        for (ClientFlag flag : values()) {
            if (flag.code().equals(code)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}

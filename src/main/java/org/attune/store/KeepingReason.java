package org.attune.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why something is kept although its time is over. A word of a list and no free text: it goes into
 * the audit, which outlives the person's own key and so may hold nothing about anybody.
 */
public enum KeepingReason {
    /** The treatment goes on, and its record with it. */
    TREATMENT,
    /** The person asked for it. */
    WISH,
    /** A law or a professional rule asks for a longer time. */
    LAW,
    /** It is needed for a claim, of the person or against the practice. */
    CLAIM;

    /** How commands and the audit write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeepingReason> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}

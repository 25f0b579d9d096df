package org.attune.consent;

import java.util.Locale;
import java.util.Optional;

/** What data may be used for; each with its code in HL7's v3-ActReason. */
public enum Purpose {
    /** The person's own therapy. */
    CARE("TREAT"),
    /** The therapist's work, looked at with a supervisor. */
    SUPERVISION("HOPERAT"),
    /** A named study. */
    RESEARCH("HRESCH"),
    /** The person's own copy. */
    ACCESS("PATRQT");

    private final String actReason;

    Purpose(String actReason) {
        this.actReason = actReason;
    }

    /** The name used on the command line and in records: {@code care}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of {@code http://terminology.hl7.org/CodeSystem/v3-ActReason}. */
    public String actReason() {
        return actReason;
    }

    /** The purpose of that name; empty for an unknown one, which therefore is never covered. */
    public static Optional<Purpose> ofCode(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code().equals(code)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}

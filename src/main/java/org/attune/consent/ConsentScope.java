package org.attune.consent;

import java.util.Locale;
import java.util.Optional;

/** The separate things a person may agree to. None follows from another; none is pre-ticked. */
public enum ConsentScope {
    RECORD,
    LIVE_DISPLAY,
    STORE,
    REVIEW,
    DERIVE,
    REPORT,
    EXPORT,
    SHARE_RECIPIENT,
    RESEARCH,
    SUPERVISION,
    NOTES_STORE,
    NOTES_EXPORT;

    /** The name used on the command line and in records: {@code live-display}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something leaves by it, so that every grant of it must name who receives it. */
    public boolean letsOut() {
        return this == REPORT
                || this == EXPORT
                || this == SHARE_RECIPIENT
                || this == RESEARCH
                || this == SUPERVISION
                || this == NOTES_EXPORT;
    }

    /** Whether it is about the therapist's free text. */
    public boolean isOfNotes() {
        return this == NOTES_STORE || this == NOTES_EXPORT;
    }

    /** The scope of that name; empty for an unknown one, which therefore grants nothing. */
    public static Optional<ConsentScope> ofCode(String code) {
        for (ConsentScope scope : values()) {
            if (scope.code().equals(code)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}

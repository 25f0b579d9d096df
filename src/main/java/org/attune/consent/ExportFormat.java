package org.attune.consent;

import java.util.Locale;
import java.util.Optional;

/** The forms in which data can leave. */
public enum ExportFormat {
    CSV,
    RR,
    EDF,
    BIDS,
    FHIR,
    OMH,
    BUNDLE,
    PDF,
    PNG,
    SVG,
    /** Plain text: the form of notes. */
    TEXT;

    /** The name used on the command line and in records: {@code csv}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name; empty for an unknown one, which therefore is never covered. */
    public static Optional<ExportFormat> ofCode(String code) {
        for (ExportFormat format : values()) {
            if (format.code().equals(code)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}

package org.attune.consent;

import java.util.Locale;
import java.util.Optional;

/** The kinds of data a consent can name. Each is agreed to by itself. */
public enum DataCategory {
    /** Times between heartbeats. */
    RR,
    /** Heart rate as the sensor reports it. */
    HR,
    /** What sensor was worn, without its serial number. */
    DEVICE,
    /** Marks and phases set during a session. */
    MARKERS,
    /** The settings and signals of pacing. */
    PACING_SETTINGS,
    /** What was concluded: levels, states, confidence. */
    ESTIMATES,
    /** The printed page. */
    REPORT,
    /** The therapist's free text: only ever by a consent of its own. */
    NOTES,
    /** Name, date of birth, serial numbers: whatever points at the person. */
    IDENTITY;

    /** The name used on the command line and in records: {@code pacing-settings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category of that name; empty for an unknown one, which therefore is never covered. */
    public static Optional<DataCategory> ofCode(String code) {
        for (DataCategory category : values()) {
            if (category.code().equals(code)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}

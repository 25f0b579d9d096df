package org.attune.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.attune.time.SessionTime;

/**
 * A therapist's mark in the log of a session.
 *
 * @param at when the key was pressed
 * @param kind what was marked
 * @param detail machine-readable addition as the kind says, or empty; never free text
 */
public record Marker(SessionTime at, MarkKind kind, String detail) {
    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");

    public Marker {
        if (kind == MarkKind.PHASE) {
            checkPhase(detail);
        }
        if (kind == MarkKind.SNOOZE && !MINUTES.matcher(detail).matches()) {
            throw new IllegalArgumentException(
                    "a snooze must say for how many minutes: detail=" + detail);
        }
    }

    /** A mark without a detail. */
    public static Marker of(SessionTime at, MarkKind kind) {
        return new Marker(at, kind, "");
    }

    /** The beginning of a phase. */
    public static Marker ofPhase(SessionTime at, Phase phase) {
        return new Marker(at, MarkKind.PHASE, phase.name());
    }

    /** Cues are silent for {@code length}, to the second; zero lets them speak again. */
    public static Marker ofSnooze(SessionTime at, Duration length) {
        double minutes = Math.rint(length.toSeconds() / 60.0 * 1e6) / 1e6;
        return new Marker(at, MarkKind.SNOOZE, Double.toString(minutes));
    }

    /** When the cues that a {@link MarkKind#SNOOZE} silenced speak again. */
    public SessionTime snoozeEnd() {
        if (kind != MarkKind.SNOOZE) {
            throw new IllegalStateException("only a snooze has an end: kind=" + kind);
        }
        return at.plusNanos(Math.round(Double.parseDouble(detail) * 60e9));
    }

    private static void checkPhase(String detail) {
        for (Phase phase : Phase.values()) {
            if (phase.name().equals(detail)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "must be one of " + Arrays.toString(Phase.values()) + ": detail=" + detail);
    }
}

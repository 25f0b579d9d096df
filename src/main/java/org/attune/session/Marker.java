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
    private static final String SET_BEGINS = "BEGIN";
    private static final String SET_ENDS = "END";
    private static final Pattern PROFILE = Pattern.compile("[a-z0-9_-]{1,40}@[0-9a-f]{16}");
    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");

    public Marker {
        if (kind == MarkKind.PHASE) {
            checkPhase(detail);
        }
        if (kind == MarkKind.SNOOZE && !MINUTES.matcher(detail).matches()) {
            throw new IllegalArgumentException(
                    "a snooze must say for how many minutes: detail=" + detail);
        }
        if (kind == MarkKind.SET && !detail.equals(SET_BEGINS) && !detail.equals(SET_ENDS)) {
            throw new IllegalArgumentException("a set begins or ends: detail=" + detail);
        }
        if (kind == MarkKind.PROFILE && !PROFILE.matcher(detail).matches()) {
            throw new IllegalArgumentException(
                    "a profile is written name@settings: detail=" + detail);
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

    /** The beginning or the end of a set. */
    public static Marker ofSet(SessionTime at, boolean begins) {
        return new Marker(at, MarkKind.SET, begins ? SET_BEGINS : SET_ENDS);
    }

    /** Whether a {@link MarkKind#SET} begins. */
    public boolean beginsSet() {
        return kind == MarkKind.SET && detail.equals(SET_BEGINS);
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

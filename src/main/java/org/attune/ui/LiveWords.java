package org.attune.ui;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.live.SessionCommands;
import org.attune.pipeline.Moment;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.session.Role;
import org.attune.time.SessionTime;

/**
 * The words of the display, for window and terminal alike: always about this person's own range,
 * never about emotion, never an instruction. Plain apostrophes; any thread.
 */
public final class LiveWords {
    /** What the display is, said wherever it could be taken for more. */
    public static final String LIMITS =
            "Shows heart-rate change from this person's own range. It does not measure emotion."
                    + " A quiet trace can be wrong. Look at the person.";

    /** Said wherever a heart is not a living one. */
    public static final String SIMULATED = "Simulated client";

    private LiveWords() {}

    /** The one word of a state. */
    public static String word(RegulationState state) {
        return switch (state) {
            case UNKNOWN -> "Unknown";
            case LEARNING -> "Learning";
            case USUAL -> "Usual";
            case RISING -> "Rising";
            case HIGH -> "High";
            case SETTLING -> "Settling";
            case QUIET -> "Quiet";
        };
    }

    /** How the person of {@code lane} stands now, in one sentence. */
    public static String sentence(LiveSnapshot snapshot, LaneSnapshot lane) {
        return Standing.of(snapshot, lane).sentence();
    }

    /**
     * One line for the terminal: time, person, state and sentence.
     *
     * <p>"21:38 client K-07 High: Well above this person's usual range, still climbing. Room to
     * slow."
     */
    public static String line(LiveSnapshot snapshot, LaneSnapshot lane) {
        Standing standing = Standing.of(snapshot, lane);
        StringJoiner line = new StringJoiner(" ");
        line.add(clock(snapshot.now()));
        String place = lane.participant().lane().value();
        String code = lane.participant().code().value();
        line.add(place);
        if (!code.equals(place)) { // somebody unnamed is called by their lane
            line.add(code);
        }
        if (lane.sensor().simulated()) {
            line.add("(" + SIMULATED.toLowerCase(Locale.ROOT) + ")");
        }
        line.add(word(standing.state()) + ":");
        line.add(standing.sentence());
        return line.toString();
    }

    /** Why the person of {@code lane} is said to stand so: one sentence of figures. */
    public static String why(LiveSnapshot snapshot, LaneSnapshot lane, boolean numbers) {
        return Standing.of(snapshot, lane).why(numbers);
    }

    /** Whether anything is written. */
    public static String recording(RecordingStatus status) {
        return switch (status.kind()) {
            case LIVE_ONLY -> "Nothing is recorded";
            case RECORDING -> "Kept for our review, as agreed";
            case INCOMPLETE -> "The recording is incomplete";
            case WITHDRAWN ->
                    status.words().isBlank()
                            ? "Recording stopped, consent withdrawn"
                            : "Recording stopped: " + status.words();
        };
    }

    /** What the withdrawal at {@code time} did, and what may follow. */
    static String withdrawn(String time) {
        return "Recording stopped at "
                + time
                + ", kept. Delete it: Ctrl+D within "
                + SessionCommands.DELETE_WITHIN.toSeconds()
                + " s";
    }

    /** What a mark says, with what belongs to it. */
    public static String mark(Marker marker) {
        return switch (marker.kind()) {
            case SET -> marker.beginsSet() ? "set begins" : "set ends";
            case PROFILE -> "profile: " + profileName(marker.detail());
            default -> mark(marker.kind());
        };
    }

    /** The name of a profile, of the detail of its mark. */
    static String profileName(String detail) {
        int at = detail.indexOf('@');
        return at < 0 ? detail : detail.substring(0, at);
    }

    /** The profile that comes after the one in force; empty if there is none to change to. */
    static Optional<String> nextProfile(List<String> profiles, List<Marker> markers) {
        if (profiles.isEmpty()) {
            return Optional.empty();
        }
        int now =
                newest(markers, MarkKind.PROFILE).map(m -> profiles.indexOf(m.detail())).orElse(0);
        return Optional.of(profiles.get((now + 1) % profiles.size()));
    }

    /** Whether a set is running. */
    static boolean inSet(List<Marker> markers) {
        return newest(markers, MarkKind.SET).map(Marker::beginsSet).orElse(false);
    }

    /** The newest mark of that kind. */
    static Optional<Marker> newest(List<Marker> markers, MarkKind kind) {
        return markers.stream().filter(each -> each.kind() == kind).reduce((old, late) -> late);
    }

    /** What a kind of mark says. */
    public static String mark(MarkKind kind) {
        return switch (kind) {
            case SLOW -> "slow";
            case GROUND -> "ground";
            case BREATHE -> "breathe";
            case PAUSE -> "pause";
            case INQUIRE -> "inquire";
            case RESUME -> "resume";
            case COGNITIVE -> "cognitive";
            case SOMATIC -> "somatic";
            case BEHAVIOURAL -> "behavioural";
            case VERBAL -> "verbal";
            case EMOTIONAL -> "emotional";
            case WORDS_NOT_BODY -> "words ≠ body";
            case FELT -> "felt";
            case ACKNOWLEDGED -> "seen";
            case SUDS -> "client's own number";
            case PHASE -> "phase";
            case SNOOZE -> "cues silent";
            case SET -> "set";
            case PROFILE -> "profile";
            case UNDO -> "taken back";
            case WITHDRAWN -> "recording stopped";
        };
    }

    /** The name of a phase. */
    public static String phase(Phase phase) {
        return switch (phase) {
            case ARRIVE -> "Arrive";
            case WORK -> "Work";
            case SETTLE -> "Settle";
        };
    }

    /** What a person is in the session. */
    static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** "20:49", or "1:02:03" after the first hour. */
    public static String clock(SessionTime time) {
        long seconds = time.nanos() / 1_000_000_000L;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }

    /** "38 s" or "1 min 20 s". */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole % 60 == 0 ? whole / 60 + " min" : whole / 60 + " min " + whole % 60 + " s";
    }

    /**
     * The state to be shown for one conclusion. A withheld signal is shown as not known, unless it
     * is withheld only because the range is still being learned.
     */
    static RegulationState stateOf(Moment.Concluded concluded) {
        return concluded
                .signal()
                .match(
                        shown -> concluded.estimate().state(),
                        withheld ->
                                withheld.because().code() == Reason.Code.LEARNING
                                        ? RegulationState.LEARNING
                                        : RegulationState.UNKNOWN);
    }

    /** Why nothing can be said, in words that do not change from second to second. */
    static Reason unknownBecause(Moment.Concluded concluded) {
        return concluded
                .signal()
                .match(
                        shown ->
                                concluded.estimate().reasons().stream()
                                        .findFirst()
                                        .orElse(Reason.SENSOR_SILENT),
                        withheld -> withheld.because());
    }

    /** The figure of the reason with {@code code}, if it is among {@code reasons}. */
    static OptionalDouble figure(List<Reason> reasons, Reason.Code code) {
        return reasons.stream()
                .filter(reason -> reason.code() == code)
                .mapToDouble(Reason::value)
                .findFirst();
    }

    /** How long cues stay silent; empty when they speak. */
    static Optional<String> snooze(LiveSnapshot snapshot) {
        return snapshot.snoozedUntil()
                .filter(until -> until.isAfter(snapshot.now()))
                .map(until -> until.since(snapshot.now()))
                .map(Duration::toSeconds)
                .map(seconds -> "Cues silent, " + (seconds + 59) / 60 + " min left");
    }
}

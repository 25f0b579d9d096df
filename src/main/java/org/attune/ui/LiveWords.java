package org.attune.ui;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;

/**
 * The words of the display in one language, for window and terminal alike: always about this
 * person's own range, never about emotion, never an instruction. From the resource bundle beside
 * this class; plain apostrophes. Immutable, any thread.
 */
public final class LiveWords {
    private static final Pattern KEY = Pattern.compile("\\{key:([a-z_]+)\\}");

    private final ResourceBundle bundle;
    private final KeySettings keys;
    private final WordSettings own;
    private final SaidReasons said;

    private LiveWords(ResourceBundle bundle, KeySettings keys, WordSettings own) {
        this.bundle = bundle;
        this.keys = keys;
        this.own = own;
        this.said = new SaidReasons(bundle);
    }

    /** In {@code language}, or English where there is no translation into it; keys as delivered. */
    public static LiveWords in(Locale language) {
        return of(language, KeySettings.DEFAULT, WordSettings.NONE);
    }

    /** In the language of {@code settings}, with the therapist's keys and own words. */
    public static LiveWords of(DisplaySettings settings) {
        return of(settings.language().locale(), settings.keys(), settings.words());
    }

    private static LiveWords of(Locale language, KeySettings keys, WordSettings own) {
        return new LiveWords(WordBundle.in("org.attune.ui.words", language), keys, own);
    }

    /**
     * The words of {@code key}, with {@code {0}}, {@code {1}} and so on replaced, and {@code
     * {key:undo}} by the key that undoes.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String text(String key, Object... values) {
        String words =
                KEY.matcher(bundle.getString(key))
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                key(
                                                        Act.valueOf(
                                                                found.group(1)
                                                                        .toUpperCase(
                                                                                Locale.ROOT)))));
        return WordBundle.fill(words, values);
    }

    /** The words of one of several that are numbered off by an enumeration. */
    public String text(String family, Enum<?> which, Object... values) {
        return text(key(family, which), values);
    }

    public static String key(String family, Enum<?> which) {
        return family + "." + which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is anything to be said under {@code key}. */
    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** What the display is, said wherever it could be taken for more. */
    public String limits() {
        return text("limits");
    }

    /** Said wherever a heart is not a living one. */
    public String simulated() {
        return text("simulated");
    }

    /** The one word of a state. */
    public String word(RegulationState state) {
        return text("state", state);
    }

    /** The words of all states, for the room they need. */
    String[] allStateWords() {
        return Arrays.stream(RegulationState.values()).map(this::word).toArray(String[]::new);
    }

    /** How the person of {@code lane} stands now, in one sentence. */
    public String sentence(LiveSnapshot snapshot, LaneSnapshot lane) {
        return StandingWords.of(this, snapshot, lane).sentence();
    }

    /**
     * One line for the terminal: time, person, state and sentence.
     *
     * <p>"21:38 client K-07 High: Well above this person's usual range, still climbing. Room to
     * slow."
     */
    public String line(LiveSnapshot snapshot, LaneSnapshot lane) {
        StandingWords standing = StandingWords.of(this, snapshot, lane);
        StringJoiner line = new StringJoiner(" ");
        line.add(clock(snapshot.now()));
        String place = lane.participant().lane().value();
        String code = lane.participant().code().value();
        line.add(place);
        if (!code.equals(place)) { // somebody unnamed is called by their lane
            line.add(code);
        }
        if (lane.sensor().simulated()) {
            line.add("(" + text("simulated.inline") + ")");
        }
        line.add(word(standing.standing().state()) + ":");
        line.add(standing.sentence());
        return line.toString();
    }

    /** Why something is concluded or withheld. */
    public String reason(Reason reason) {
        return ReasonWords.of(this, reason);
    }

    /** What another part of the program gives as a reason, in English, in this language. */
    public String said(String english) {
        return said.of(english);
    }

    /** Whether anything is written. */
    public String recording(RecordingStatus status) {
        boolean why = status.kind() == RecordingStatus.Kind.WITHDRAWN && !status.words().isBlank();
        return why
                ? text("recording.withdrawn.why", said(status.words()))
                : text("recording", status.kind());
    }

    /** What a mark says, with what belongs to it. */
    public String mark(Marker marker) {
        return switch (marker.kind()) {
            case SET -> marker.beginsSet() ? text("mark.set.begins") : text("mark.set.ends");
            case PROFILE -> text("mark.profile.to", MarkLog.profileName(marker.detail()));
            default -> mark(marker.kind());
        };
    }

    /** What a kind of mark says. */
    public String mark(MarkKind kind) {
        return text("mark", kind);
    }

    /** The name of a phase. */
    public String phase(Phase phase) {
        return text("phase", phase);
    }

    /** "20:49", or "1:02:03" after the first hour; the same in every language. */
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
    public String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return text("duration.seconds", whole);
        }
        return whole % 60 == 0
                ? text("duration.minutes", whole / 60)
                : text("duration.both", whole / 60, whole % 60);
    }

    /** To the nearest whole number, halves away from zero. */
    public String whole(double value) {
        long rounded = (long) (Math.abs(value) + 0.5);
        return value < 0 && rounded != 0 ? "-" + rounded : Long.toString(rounded);
    }

    /** With one decimal, after the point or comma of the language. */
    public String tenths(double value) {
        long rounded = (long) (Math.abs(value) * 10 + 0.5);
        return (value < 0 ? "-" : "") + rounded / 10 + text("number.point") + rounded % 10;
    }

    /** The key of {@code act}, as it is written on this language's keyboards. */
    public String key(Act act) {
        return stroke(keys.of(act));
    }

    /** The key of that name, as it is written on this language's keyboards. */
    String stroke(String stroke) {
        if (stroke.equals("Space")) {
            return text("key.space");
        }
        return stroke.startsWith("Ctrl+") ? control(stroke.charAt(5)) : stroke;
    }

    /** What {@code act} is called. */
    String act(Act act) {
        return act.mark().map(this::mark).orElseGet(() -> text("act", act));
    }

    /** What Attune says where the therapist has no words of their own. */
    String standard(Saying saying) {
        return switch (saying) {
            case EASE -> text("sentence.ease");
            case ENDING -> text("sentence.ending.many", 10);
            case NOTIFICATION -> text("cue.neutral");
            default -> text("strip." + saying.setting());
        };
    }

    /** What a therapist may say in their own words. */
    String saying(Saying saying) {
        return text("saying", saying);
    }

    /** Which key asks for what. */
    public KeySettings keys() {
        return keys;
    }

    /** The therapist's own words for {@code saying}; empty where they have none. */
    public Optional<String> own(Saying saying) {
        return own.of(saying);
    }

    /** A key that is pressed with the control key. */
    public String control(char letter) {
        return text("key.control") + " " + letter;
    }

    /** How long cues stay silent; empty when they speak. */
    Optional<String> snooze(LiveSnapshot snapshot) {
        return snapshot.snoozedUntil()
                .filter(until -> until.isAfter(snapshot.now()))
                .map(until -> until.since(snapshot.now()))
                .map(Duration::toSeconds)
                .map(seconds -> text("cues.silent", (seconds + 59) / 60));
    }
}

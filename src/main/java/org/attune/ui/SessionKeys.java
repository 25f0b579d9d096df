package org.attune.ui;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.live.SessionCommands;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;

/**
 * What the keys do. Every key answers at once, on screen, before the session does. Confined to the
 * EDT.
 */
final class SessionKeys implements KeyBindings.Target {
    private static final Duration SNOOZE = Duration.ofMinutes(5);
    private static final int SHOWN_MILLIS = Confirmation.SECONDS * 1000;

    /** Where the answers are shown. */
    interface Screen {
        /** What the session said last; empty before it said anything. */
        Optional<LiveSnapshot> newest();

        /** What is confirmed now. */
        Optional<Confirmation> confirmation();

        /** Says what was done, for {@code millis}. */
        void confirm(String words, boolean undoable, int millis);

        /** Closes the key card; whether it was open. */
        boolean closeCard();

        /** Does what changes the screen alone, and shows it. */
        void display(KeyBindings.DisplayKey key, boolean cardWasOpen);
    }

    private final SessionCommands commands;
    private final LiveWords words;
    private final Screen screen;

    SessionKeys(SessionCommands commands, LiveWords words, Screen screen) {
        this.commands = commands;
        this.words = words;
        this.screen = screen;
    }

    @Override
    public void mark(MarkKind kind) {
        screen.closeCard();
        commands.mark(kind);
        boolean own = kind == MarkKind.FELT;
        confirm(words.text(own ? "done.mark.private" : "done.mark", name(kind), time()), true);
    }

    private String name(MarkKind kind) {
        String said = words.mark(kind);
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    @Override
    public void suds(int number) {
        screen.closeCard();
        commands.mark(MarkKind.SUDS, Integer.toString(number));
        confirm(words.text("done.suds", number, time()), true);
    }

    @Override
    public void phase(Phase phase) {
        screen.closeCard();
        commands.phase(phase);
        confirm(words.text("done.phase", words.phase(phase), time()), false);
    }

    @Override
    public void display(KeyBindings.DisplayKey key) {
        boolean cardWasOpen = screen.closeCard();
        switch (key) {
            case UNDO -> undo();
            case SNOOZE -> snooze();
            case SET -> set();
            case NEXT_PROFILE -> nextProfile();
            case WITHDRAW -> withdraw();
            case DELETE -> delete();
            case NUMBERS, THERAPIST, KEY_CARD, CLOSE_CARD, THEME, STRIP, QUIT -> {
                // Nothing is asked of the session.
            }
        }
        screen.display(key, cardWasOpen);
    }

    private void undo() {
        commands.undo();
        boolean something = screen.confirmation().map(Confirmation::undoable).orElse(false);
        confirm(words.text(something ? "done.undo" : "done.undo.nothing"), false);
    }

    private void withdraw() {
        commands.withdraw();
        if (nothingIsRecorded()) {
            confirm(words.text("done.withdraw.nothing"), false);
        } else {
            Duration within = SessionCommands.DELETE_WITHIN;
            String delete = words.control('D');
            screen.confirm(
                    words.text("done.withdraw", time(), delete, within.toSeconds()),
                    false,
                    (int) within.toMillis());
        }
    }

    /** What became of it, the recording's own words say. */
    private void delete() {
        if (!nothingIsRecorded() && commands.delete()) {
            confirm(words.text("done.delete"), false);
        }
    }

    private boolean nothingIsRecorded() {
        return screen.newest()
                .map(newest -> newest.recording().kind() == RecordingStatus.Kind.LIVE_ONLY)
                .orElse(false);
    }

    private void snooze() {
        boolean silent = screen.newest().flatMap(words::snooze).isPresent();
        commands.snooze(silent ? Duration.ZERO : SNOOZE);
        confirm(
                silent
                        ? words.text("done.snooze.over")
                        : words.text("done.snooze", SNOOZE.toMinutes()),
                false);
    }

    private void set() {
        boolean begins = !MarkLog.inSet(markers());
        Marker mark = Marker.ofSet(SessionTime.ZERO, begins);
        commands.mark(MarkKind.SET, mark.detail());
        confirm(words.text(begins ? "done.set.begins" : "done.set.ends", time()), false);
    }

    private void nextProfile() {
        Optional<String> next = MarkLog.nextProfile(commands.profiles(), markers());
        next.ifPresent(detail -> commands.mark(MarkKind.PROFILE, detail));
        confirm(
                next.map(detail -> words.text("done.profile", MarkLog.profileName(detail)))
                        .orElseGet(() -> words.text("done.profile.none")),
                false);
    }

    private void confirm(String said, boolean undoable) {
        screen.confirm(said, undoable, SHOWN_MILLIS);
    }

    private List<Marker> markers() {
        return screen.newest().map(LiveSnapshot::markers).orElse(List.of());
    }

    private String time() {
        return LiveWords.clock(screen.newest().map(LiveSnapshot::now).orElse(SessionTime.ZERO));
    }
}

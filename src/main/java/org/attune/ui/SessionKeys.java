package org.attune.ui;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.live.SessionCommands;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;

/**
 * What the keys do. Every key answers at once, on screen, before the session does. Confined to the
 * EDT.
 */
final class SessionKeys implements KeyBindings.Target {
    /** How long cues are silent, minutes: pressed again at once, the next; at last they speak. */
    private static final List<Integer> SNOOZES = List.of(2, 5, 10);

    private static final int SHOWN_MILLIS = Confirmation.SECONDS * 1000;

    /** Where the answers are shown. */
    interface Screen {
        /** What the session said last; empty before it said anything. */
        Optional<LiveSnapshot> newest();

        /** What is confirmed now. */
        Optional<Confirmation> confirmation();

        /** Says what was done, for {@code millis}. */
        void confirm(String words, boolean undoable, int millis);

        /** Whether others can see the screen, so that numbers are not said. */
        boolean guarded();

        /** Closes the key card; whether it was open. */
        boolean closeCard();

        /** Enters a guess; what is to be said of it, or nothing where nobody guesses. */
        default Optional<String> guess(RegulationState state) {
            return Optional.empty();
        }

        /** Does what changes the screen alone, and shows it. */
        void display(KeyBindings.DisplayKey key, boolean cardWasOpen);
    }

    private final SessionCommands commands;
    private final LiveWords words;
    private final Screen screen;
    private String lastSaid = "";
    private int snoozes;
    private int pressed;
    private Optional<Runnable> takeBack = Optional.empty();

    SessionKeys(SessionCommands commands, LiveWords words, Screen screen) {
        this.commands = commands;
        this.words = words;
        this.screen = screen;
    }

    /** How often a key was pressed in this session, for the therapist's own eyes. */
    int pressed() {
        return pressed;
    }

    @Override
    public void mark(MarkKind kind) {
        pressed++;
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
        pressed++;
        screen.closeCard();
        commands.mark(MarkKind.SUDS, Integer.toString(number));
        confirm(
                words.text(screen.guarded() ? "done.suds.guarded" : "done.suds", number, time()),
                true);
    }

    @Override
    public void phase(Phase phase) {
        pressed++;
        screen.closeCard();
        Phase before = screen.newest().map(LiveSnapshot::phase).orElse(Phase.ARRIVE);
        commands.phase(phase);
        confirmed(
                words.text("done.phase", words.phase(phase), time()), () -> commands.phase(before));
    }

    @Override
    public void display(KeyBindings.DisplayKey key) {
        pressed++;
        boolean cardWasOpen = screen.closeCard();
        switch (key) {
            case UNDO -> undo();
            case SNOOZE -> snooze();
            case SET -> set();
            case NEXT_PROFILE -> nextProfile();
            case WITHDRAW -> withdraw();
            case DELETE -> delete();
            case NUMBERS,
                    THERAPIST,
                    KEY_CARD,
                    CLOSE_CARD,
                    HIDE,
                    THEME,
                    STRIP,
                    WHY,
                    PACER,
                    CLIENT_VIEW,
                    BUDGET,
                    GUARD,
                    QUIT,
                    REVEAL -> {
                // Nothing is asked of the session.
            }
        }
        screen.display(key, cardWasOpen);
    }

    @Override
    public void guess(RegulationState state) {
        pressed++;
        boolean unused = screen.closeCard();
        confirm(screen.guess(state).orElseGet(() -> words.text("guess.off")), false);
    }

    /**
     * A mark is taken out of the log. What the session changed to is changed back, and both stand
     * in the log, for both were so.
     */
    private void undo() {
        boolean something = screen.confirmation().map(Confirmation::undoable).orElse(false);
        takeBack.filter(each -> something).ifPresentOrElse(Runnable::run, commands::undo);
        confirm(words.text(something ? "done.undo" : "done.undo.nothing"), false);
    }

    private void withdraw() {
        commands.withdraw();
        if (nothingIsRecorded()) {
            confirm(words.text("done.withdraw.nothing"), false);
        } else {
            Duration within = SessionCommands.DELETE_WITHIN;
            String delete = words.key(Act.DELETE);
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
        boolean again =
                screen.confirmation().map(Confirmation::words).filter(lastSaid::equals).isPresent()
                        && snoozes > 0;
        boolean silent = screen.newest().flatMap(words::snooze).isPresent();
        if (!again) {
            snoozes = 0;
        }
        if (snoozes == SNOOZES.size() || (silent && !again)) {
            snoozes = 0;
            commands.snooze(Duration.ZERO);
            confirm(words.text("done.snooze.over"), false);
            return;
        }
        int minutes = SNOOZES.get(snoozes);
        int next = snoozes + 1;
        commands.snooze(Duration.ofMinutes(minutes));
        confirmed(words.text("done.snooze", minutes), () -> commands.snooze(Duration.ZERO));
        snoozes = next;
    }

    private void set() {
        boolean begins = !MarkLog.inSet(markers());
        Marker mark = Marker.ofSet(SessionTime.ZERO, begins);
        commands.mark(MarkKind.SET, mark.detail());
        Marker back = Marker.ofSet(SessionTime.ZERO, !begins);
        confirmed(
                words.text(begins ? "done.set.begins" : "done.set.ends", time()),
                () -> commands.mark(MarkKind.SET, back.detail()));
    }

    private void nextProfile() {
        Optional<String> next = MarkLog.nextProfile(commands.profiles(), markers());
        if (next.isEmpty()) {
            confirm(words.text("done.profile.none"), false);
            return;
        }
        String before =
                MarkLog.newest(markers(), MarkKind.PROFILE)
                        .map(Marker::detail)
                        .orElse(commands.profiles().get(0));
        commands.mark(MarkKind.PROFILE, next.get());
        confirmed(
                words.text("done.profile", MarkLog.profileName(next.get())),
                () -> commands.mark(MarkKind.PROFILE, before));
    }

    /** What is taken back by asking the session for something else. */
    private void confirmed(String said, Runnable back) {
        confirm(said, true);
        takeBack = Optional.of(back);
    }

    private void confirm(String said, boolean undoable) {
        lastSaid = said;
        takeBack = Optional.empty();
        screen.confirm(said, undoable, SHOWN_MILLIS);
    }

    private List<Marker> markers() {
        return screen.newest().map(LiveSnapshot::markers).orElse(List.of());
    }

    private String time() {
        return LiveWords.clock(screen.newest().map(LiveSnapshot::now).orElse(SessionTime.ZERO));
    }
}

package org.attune.ui;

import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JComponent;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Role;
import org.attune.time.SystemTicker;
import org.attune.ui.breath.Pacer;
import org.attune.ui.breath.PacerPane;
import org.attune.ui.place.Displays;

/**
 * What there is beside the therapist's own window: breathing pacer, client's view, tray, the sound
 * and notification of a cue, and the guard while others can see the screen. Confined to the EDT.
 */
final class Beside {
    private static final int SHOWN_MILLIS = Confirmation.SECONDS * 1000;

    /** The therapist's own window. */
    interface Desk {
        /** What the session said last; empty before it said anything. */
        Optional<LiveSnapshot> newest();

        /** Says what was done, for {@code millis}. */
        void confirm(String words, boolean undoable, int millis);

        /** Where it stands. */
        Rectangle place();

        /** How it looks now. */
        Look look();

        /** Whether the state is hidden, so that no cue may tell it. */
        default boolean veiled() {
            return false;
        }

        /** Hides or shows all windows. */
        void hideOrShow();

        /** Ends the session. */
        void end();
    }

    private final SessionCommands commands;
    private final DisplaySettings settings;
    private final Desk desk;
    private final Pacer pacer;
    private final PacerPane small;
    private final ClientWindow client;
    private final TraySign tray;
    private final CueSound sound;
    private Optional<Boolean> guardChosen = Optional.empty();
    private int cues = -1;

    Beside(SessionCommands commands, DisplaySettings settings, Desk desk) {
        this.commands = commands;
        this.settings = settings;
        this.desk = desk;
        this.pacer = new Pacer(settings.pacer(), new SystemTicker());
        this.small = new PacerPane(pacer, smallManner());
        this.client = new ClientWindow(settings, desk.look(), pacer);
        this.tray = TraySign.open(desk.look().words, desk::hideOrShow, desk::end);
        this.sound = settings.signal().sound() ? CueSound.open() : CueSound.silent();
        small.setVisible(false);
    }

    /** Opens what the settings say is open from the beginning. */
    void open() {
        if (settings.clientView()) {
            toggleClient();
        }
    }

    /** The small pacer, for the therapist's own window. */
    JComponent pacer() {
        return small;
    }

    /** Binds the therapist's keys to the client's screen too, for whoever clicked on it. */
    void install(KeyBindings keys) {
        client.install(keys);
    }

    /** What the client sees, whether it is shown or not. */
    ClientPane clientPane() {
        return client.pane();
    }

    private PacerPane.Manner smallManner() {
        Look look = desk.look();
        return new PacerPane.Manner(
                look.palette.raised,
                look.palette.text3,
                look.palette.text,
                look.type.regular(Typeface.LABEL),
                look.words.text("pacer.in"),
                look.words.text("pacer.out"),
                look.words.text("pacer.name"),
                settings.reduceMotion());
    }

    /** Another look. */
    void restyle() {
        small.show(smallManner());
        client.show(desk.look());
    }

    /** Heeds what the session says: a cue, a state. */
    void heed(LiveSnapshot snapshot) {
        if (cues >= 0 && snapshot.cuesGiven() > cues && !desk.veiled()) {
            sound.play();
            if (settings.signal().notification()) {
                LiveWords words = desk.look().words;
                tray.notify(
                        words.own(Saying.NOTIFICATION).orElseGet(() -> words.text("cue.neutral")));
            }
        }
        cues = snapshot.cuesGiven();
        tray.show(guarded() || desk.veiled() ? Optional.empty() : only(snapshot));
    }

    /** The state of the only client; nobody's where there are several. */
    private static Optional<RegulationState> only(LiveSnapshot snapshot) {
        var clients =
                snapshot.lanes().stream()
                        .filter(lane -> lane.participant().lane().role() != Role.THERAPIST)
                        .toList();
        if (clients.size() != 1) {
            return Optional.empty();
        }
        LaneSnapshot lane = clients.get(0);
        return Optional.of(Standing.of(snapshot, lane).state());
    }

    /** Whether others may see the screen, so that numbers and the own lane stay hidden. */
    boolean guarded() {
        return guardChosen.orElseGet(() -> Displays.maySeeOthers(desk.place()));
    }

    /** Does what {@code key} asks for; keys of others do nothing here. */
    void key(KeyBindings.DisplayKey key) {
        switch (key) {
            case PACER -> togglePacer();
            case CLIENT_VIEW -> toggleClient();
            case BUDGET ->
                    desk.newest()
                            .filter(s -> !desk.veiled())
                            .ifPresent(s -> confirm(CueWords.of(desk.look().words, s)));
            case GUARD -> toggleGuard();
            case NUMBERS, THERAPIST -> {
                if (guarded()) {
                    confirm(
                            desk.look()
                                    .words
                                    .text("guard.hides", desk.look().words.key(Act.GUARD)));
                }
            }
            default -> {
                // Not of what is beside the window.
            }
        }
    }

    private void toggleGuard() {
        boolean now = !guarded();
        guardChosen = Optional.of(now);
        confirm(desk.look().words.text(now ? "guard.on" : "guard.off"));
    }

    /** Started by a person: then slow breathing sways the heart, which the mark tells. */
    private void togglePacer() {
        LiveWords words = desk.look().words;
        if (pacer.isRunning()) {
            pacer.stop();
            confirm(words.text("pacer.ends"));
        } else {
            pacer.start();
            commands.mark(MarkKind.BREATHE);
            String at = desk.newest().map(s -> LiveWords.clock(s.now())).orElse("0:00");
            desk.confirm(words.text("pacer.starts", at), true, SHOWN_MILLIS);
        }
        small.setVisible(pacer.isRunning());
    }

    private void toggleClient() {
        LiveWords words = desk.look().words;
        if (client.isShown()) {
            client.hide();
            confirm(words.text("client.closes"));
        } else if (client.open(desk.place())) {
            confirm(words.text("client.opens"));
        } else {
            confirm(words.text("client.none"));
        }
    }

    private void confirm(String words) {
        desk.confirm(words, false, SHOWN_MILLIS);
    }

    void close() {
        pacer.stop();
        client.close();
        tray.close();
        sound.close();
    }
}

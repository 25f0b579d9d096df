package org.attune.ui;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.regulation.RegulationState;
import org.attune.ui.place.Displays;
import org.attune.ui.place.WindowPlaces;

/**
 * The live display in its window, or as a strip at the edge of the screen. Glanced at, never
 * watched: no dialog, no sound, and no target for the mouse. Confined to the EDT; commands go out
 * to the session, and nothing else does.
 */
public final class LiveWindow {
    private static final String PANEL = "panel";

    private final Runnable onClose;
    private final JFrame frame = new JFrame("Attune");
    private final StripWindow strip;
    private final Beside beside;
    private final WindowPlaces places;
    private final Timer confirmationEnds;
    private final Newest newest = new Newest(this::refresh);
    private final SessionKeys keys;
    private final KeyBindings bindings;
    private final LiveContent content;
    private final DisplaySettings settings;
    private Optional<Confirmation> confirmation = Optional.empty();
    private boolean closed;

    private LiveWindow(
            SessionCommands commands,
            DisplaySettings settings,
            WindowPlaces places,
            boolean guessing,
            Runnable onClose) {
        this.places = places;
        this.strip = new StripWindow(settings);
        this.settings = settings;
        this.onClose = onClose;
        this.confirmationEnds =
                new Timer(Confirmation.SECONDS * 1000, event -> clearConfirmation());
        this.confirmationEnds.setRepeats(false);
        this.keys = new SessionKeys(commands, LiveWords.of(settings), new Shown());
        this.content = new LiveContent(frame, strip, settings, keys::pressed, guessing);
        this.bindings = new KeyBindings(keys, settings.keys());
        this.beside = new Beside(commands, settings, new Around());
    }

    /**
     * Opens the window. Call on the EDT.
     *
     * @param commands what the keys ask of the session
     * @param places where windows stood the last time
     * @param onClose called once, on the EDT, when the therapist closes the window
     * @throws IllegalStateException off the EDT
     */
    public static LiveWindow open(
            SessionCommands commands,
            DisplaySettings settings,
            WindowPlaces places,
            Runnable onClose) {
        return open(commands, settings, places, false, onClose);
    }

    /**
     * The same.
     *
     * @param guessing whether the state stays hidden, for the therapist to guess it
     */
    static LiveWindow open(
            SessionCommands commands,
            DisplaySettings settings,
            WindowPlaces places,
            boolean guessing,
            Runnable onClose) {
        requireEdt();
        Look.dressToolkit(settings.theme());
        LiveWindow window = new LiveWindow(commands, settings, places, guessing, onClose);
        window.prepareFrames();
        window.frame.setVisible(true);
        window.beside.open();
        return window;
    }

    /**
     * Shows {@code said}. Call on the EDT. When no further call follows for five seconds, the
     * window says of itself that nothing is known.
     */
    public void show(LiveSnapshot said) {
        requireEdt();
        if (closed) {
            return;
        }
        newest.heard(said);
        beside.heed(said);
        refresh();
    }

    /**
     * Shows the page before the session until the therapist begins. Call on the EDT, before {@link
     * #show}.
     */
    public void prepare(PrepareCommands prepare, BeforeFacts facts) {
        requireEdt();
        BeforePage page = new BeforePage(prepare, facts, settings, this::refresh, this::begin);
        content.prepare(page);
        page.install(unbound());
        refresh();
    }

    /** Other things are known before the session. Call on the EDT. */
    public void know(BeforeFacts facts) {
        requireEdt();
        content.know(facts);
        refresh();
    }

    /** How often a key was pressed in the session. Call on the EDT. */
    public int pressed() {
        requireEdt();
        return keys.pressed();
    }

    /** From now on the session is shown, and its keys count. */
    private void begin() {
        content.begin();
        bindings.install(unbound());
        refresh();
    }

    /** The window's root, where no key asks for anything any more. */
    private JRootPane unbound() {
        JRootPane root = frame.getRootPane();
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).clear();
        return root;
    }

    /** Closes the window without calling {@code onClose}. Call on the EDT; harmless twice. */
    public void close() {
        requireEdt();
        closed = true;
        confirmationEnds.stop();
        newest.stop();
        content.close();
        strip.close();
        beside.close();
        if (frame.getExtendedState() == Frame.NORMAL) {
            places.remember(PANEL, frame.getBounds());
        }
        frame.dispose();
    }

    private void prepareFrames() {
        WindowFrame.prepare(frame, content.look(), new Dimension(640, 420), 1440, 900, this::quit);
        places.of(PANEL, Displays.usable()).ifPresent(frame::setBounds);
        content.waiting();
        bindings.install(frame.getRootPane());
        bindings.install(strip.keys());
        beside.install(bindings);
    }

    private void refresh() {
        if (!closed) {
            newest.now().ifPresent(now -> content.show(now, confirmation, beside));
        }
    }

    private void confirm(String words, boolean undoable, int millis) {
        double now = newest.said().map(said -> said.now().toSeconds()).orElse(0.0);
        confirmation = Optional.of(new Confirmation(words, now, undoable));
        confirmationEnds.setInitialDelay(millis);
        confirmationEnds.restart();
        refresh();
    }

    private void clearConfirmation() {
        confirmation = Optional.empty();
        refresh();
    }

    private void quit() {
        if (!closed) {
            close();
            onClose.run();
        }
    }

    private static void requireEdt() {
        if (!SwingUtilities.isEventDispatchThread()) {
            throw new IllegalStateException("the window lives on the event dispatch thread");
        }
    }

    private final class Around implements Beside.Desk {
        @Override
        public Optional<LiveSnapshot> newest() {
            return newest.said();
        }

        @Override
        public void confirm(String words, boolean undoable, int millis) {
            LiveWindow.this.confirm(words, undoable, millis);
        }

        @Override
        public Rectangle place() {
            return frame.getBounds();
        }

        @Override
        public Look look() {
            return content.look();
        }

        @Override
        public boolean veiled() {
            return content.veiled();
        }

        @Override
        public void hideOrShow() {
            strip.setShown(false, false);
            frame.setVisible(!frame.isVisible());
        }

        @Override
        public void end() {
            quit();
        }
    }

    private final class Shown implements SessionKeys.Screen {
        @Override
        public Optional<LiveSnapshot> newest() {
            return newest.said();
        }

        @Override
        public Optional<Confirmation> confirmation() {
            return confirmation;
        }

        @Override
        public void confirm(String words, boolean undoable, int millis) {
            LiveWindow.this.confirm(words, undoable, millis);
        }

        @Override
        public boolean guarded() {
            return beside.guarded();
        }

        @Override
        public boolean closeCard() {
            return content.closeCard();
        }

        @Override
        public Optional<String> guess(RegulationState state) {
            return newest().flatMap(now -> content.guess(state, now));
        }

        @Override
        public void display(KeyBindings.DisplayKey key, boolean cardWasOpen) {
            content.display(key, cardWasOpen, beside);
            if (key == KeyBindings.DisplayKey.QUIT) {
                quit();
            }
            beside.key(key);
            refresh();
        }
    }
}

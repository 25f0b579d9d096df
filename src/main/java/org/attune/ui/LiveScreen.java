package org.attune.ui;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.attune.live.LatestSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.ui.place.WindowPlaces;
import org.jspecify.annotations.Nullable;

/**
 * The live window for those who live on other threads: opens and closes it on the EDT, and hands it
 * the newest snapshot. Any thread.
 */
public final class LiveScreen implements AutoCloseable {
    private final DisplaySettings settings;
    private final WindowPlaces places;
    private final boolean guessing;
    private final LatestSnapshot latest =
            new LatestSnapshot(SwingUtilities::invokeLater, this::show);

    // Confined to the EDT.
    private @Nullable LiveWindow window;

    private volatile int pressed;

    /**
     * @param places where windows stood the last time
     */
    public LiveScreen(DisplaySettings settings, WindowPlaces places) {
        this(settings, places, false);
    }

    /**
     * @param places where windows stood the last time
     * @param guessing whether the state stays hidden, for the therapist to guess it
     */
    public LiveScreen(DisplaySettings settings, WindowPlaces places, boolean guessing) {
        this.settings = settings;
        this.places = places;
        this.guessing = guessing;
    }

    /** Whether a window can be opened here at all. */
    public static boolean available() {
        return unavailable().isEmpty();
    }

    /**
     * Why no window can be opened here, in a few words; empty where one can. Display, toolkit and
     * fonts are tried in earnest: each may be there by name and fail all the same.
     */
    public static Optional<String> unavailable() {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of("no display, or a Java without windows");
            }
            GraphicsEnvironment here = GraphicsEnvironment.getLocalGraphicsEnvironment();
            if (here.getScreenDevices().length == 0) {
                return Optional.of("no screen");
            }
            Toolkit.getDefaultToolkit().getScreenSize();
        } catch (UnsatisfiedLinkError withoutLibraries) {
            return Optional.of("this Java lacks its window libraries");
        } catch (AWTError | HeadlessException | LinkageError noDisplayAnswers) {
            return Optional.of("the display does not answer");
        }
        return withoutFonts();
    }

    /** Fonts are found late, while something is being written: so write something. */
    private static Optional<String> withoutFonts() {
        try {
            Graphics2D g = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
            g.setFont(Typeface.at(1).regular(Typeface.LABEL));
            g.drawString("?", 0, 8);
            g.dispose();
            return Optional.empty();
        } catch (InternalError | LinkageError | RuntimeException e) {
            // What the Java of the day throws where it finds no font at all.
            return Optional.of("no font can be used");
        }
    }

    /**
     * Opens the window.
     *
     * @param commands what the keys ask of the session
     * @param onClose called once, on the EDT, when the therapist closes the window
     */
    public void open(SessionCommands commands, Runnable onClose) {
        onEdt(() -> window = LiveWindow.open(commands, settings, places, guessing, onClose));
    }

    /** Shows the page before the session, until the therapist begins; after {@link #open}. */
    public void prepare(PrepareCommands prepare, BeforeFacts facts) {
        onEdt(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        open.prepare(prepare, facts);
                    }
                });
    }

    /** Other things are known before the session; returns at once. */
    public void know(BeforeFacts facts) {
        SwingUtilities.invokeLater(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        open.know(facts);
                    }
                });
    }

    /** Makes {@code snapshot} the one to be shown; returns at once. */
    public void offer(LiveSnapshot snapshot) {
        latest.offer(snapshot);
    }

    @Override
    public void close() {
        onEdt(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        pressed = open.pressed();
                        open.close();
                    }
                });
    }

    /** How often a key was pressed in the session; known once it is closed. */
    public int pressed() {
        return pressed;
    }

    private void show(LiveSnapshot snapshot) {
        LiveWindow open = window;
        if (open != null) {
            open.show(snapshot);
        }
    }

    private static void onEdt(Runnable work) {
        if (SwingUtilities.isEventDispatchThread()) {
            work.run();
            return;
        }
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the window failed", e.getCause());
        }
    }
}

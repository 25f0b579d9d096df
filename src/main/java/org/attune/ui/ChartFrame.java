package org.attune.ui;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;

/**
 * The frame of a window of charts, whatever they show: its size, its theme, where a picture is to
 * go, and its end. Confined to the EDT.
 */
public final class ChartFrame {
    private final JFrame frame;
    private final BackgroundWork work;
    private final Runnable onClose;
    private DisplaySettings settings;
    private Look look;
    private boolean closed;

    /**
     * @param work what the window has done beside the EDT; ends with it
     * @param onClose called once, on the EDT, when the window was closed
     * @throws IllegalStateException off the EDT
     */
    public ChartFrame(DisplaySettings settings, BackgroundWork work, Runnable onClose) {
        if (!SwingUtilities.isEventDispatchThread()) {
            throw new IllegalStateException("the window lives on the event dispatch thread");
        }
        Look.dressToolkit(settings.theme());
        this.frame = new JFrame("Attune");
        this.settings = settings;
        this.look = Look.of(settings);
        this.work = work;
        this.onClose = onClose;
    }

    /** How it looks now. */
    public Look look() {
        return look;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    /** What a dialog belongs to. */
    public Window window() {
        return frame;
    }

    /** Where keys are bound. */
    public JRootPane keys() {
        return frame.getRootPane();
    }

    /** Lays the content out, no larger than the screen. */
    public void fill(JComponent content) {
        frame.setContentPane(content);
        WindowFrame.prepare(frame, look, new Dimension(720, 480), 1440, 900, this::close);
    }

    /** Shows it, with the focus where it is wanted. */
    public void open(JComponent focused) {
        frame.setVisible(true);
        focused.requestFocusInWindow();
    }

    /** The next theme; the content is to be painted anew. */
    public void changeTheme() {
        settings = settings.withTheme(settings.theme().next());
        look = Look.of(settings);
        Look.dressToolkit(settings.theme());
        FlatLaf.updateUI();
    }

    /** Asks for a file to write to; empty when nobody named one. */
    public Optional<Path> askFile(String title) {
        Optional<Component> before = Optional.ofNullable(frame.getFocusOwner());
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(title);
        int answer = chooser.showSaveDialog(frame);
        // Where no window manager does it, nobody gives the keys back.
        before.ifPresent(Component::requestFocus);
        return answer == JFileChooser.APPROVE_OPTION
                ? Optional.of(chooser.getSelectedFile().toPath())
                : Optional.empty();
    }

    /** Closes it; harmless twice. */
    public void close() {
        if (!closed) {
            closed = true;
            work.close();
            frame.dispose();
            onClose.run();
        }
    }
}

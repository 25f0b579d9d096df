package org.attune.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.attune.live.LiveSnapshot;

/** Paints the display into an image, without a screen. */
public final class Screens {
    private Screens() {}

    static BufferedImage live(LiveSnapshot snapshot, DisplaySettings settings, int w, int h) {
        return live(
                snapshot,
                settings,
                Optional.empty(),
                new LivePanel.Choices(false, false, false, true),
                w,
                h);
    }

    static BufferedImage live(
            LiveSnapshot snapshot,
            DisplaySettings settings,
            Optional<Confirmation> confirmation,
            LivePanel.Choices choices,
            int width,
            int height) {
        return onEdt(
                () -> {
                    LivePanel panel = panel(snapshot, settings, confirmation, choices);
                    panel.setSize(width, height);
                    return paint(panel, width, height);
                });
    }

    /** The panel as {@code live} paints it. Call on the EDT. */
    static LivePanel panel(
            LiveSnapshot snapshot,
            DisplaySettings settings,
            Optional<Confirmation> confirmation,
            LivePanel.Choices choices) {
        Look look = Look.of(settings);
        LiveView view = new LivePresenter(settings).present(snapshot);
        LivePanel panel = new LivePanel(look, view, new JPanel());
        panel.show(look, view, confirmation, choices);
        return panel;
    }

    static BufferedImage strip(LiveSnapshot snapshot, DisplaySettings settings, int length) {
        return strip(snapshot, settings, length, Optional.empty(), false);
    }

    static BufferedImage strip(
            LiveSnapshot snapshot,
            DisplaySettings settings,
            int length,
            Optional<Confirmation> confirmation,
            boolean asked) {
        return onEdt(
                () -> {
                    StripPane pane = stripPane(snapshot, settings, confirmation, asked);
                    boolean upright = settings.stripEdge().upright();
                    int thick =
                            upright && settings.stripWords()
                                    ? pane.plateWidth()
                                    : pane.stripPixels();
                    int width = upright ? thick : length;
                    int height = upright ? length : thick;
                    pane.setSize(width, height);
                    return paint(pane, width, height);
                });
    }

    /** The strip as {@code strip} paints it. Call on the EDT. */
    static StripPane stripPane(
            LiveSnapshot snapshot,
            DisplaySettings settings,
            Optional<Confirmation> confirmation,
            boolean asked) {
        Look look = Look.of(settings);
        LiveView all = new LivePresenter(settings).present(snapshot);
        LiveView view = asked ? all.explained(false) : all;
        StripPane pane = new StripPane(look, view, settings);
        pane.show(look, view, confirmation, asked);
        return pane;
    }

    static BufferedImage before(
            BeforeFacts facts, LiveSnapshot snapshot, DisplaySettings settings, int w, int h) {
        return onEdt(
                () -> {
                    BeforePane pane = beforePane(facts, snapshot, settings);
                    pane.setSize(w, h);
                    return paint(pane, w, h);
                });
    }

    /** The page as {@code before} paints it. Call on the EDT. */
    static BeforePane beforePane(
            BeforeFacts facts, LiveSnapshot snapshot, DisplaySettings settings) {
        Look look = Look.of(settings);
        BeforeView view =
                new BeforePresenter(settings.language().locale()).present(facts, snapshot);
        BeforePane pane = new BeforePane(look, view, key -> {});
        pane.show(look, view, ChoiceOfPerson.CLOSED);
        return pane;
    }

    public static BufferedImage paint(Component component, int width, int height) {
        layout(component);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        component.paint(g);
        g.dispose();
        return image;
    }

    /** Lays out everything within {@code component}. */
    static void layout(Component component) {
        component.doLayout();
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                layout(child);
            }
        }
    }

    public static <T> T onEdt(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            SwingUtilities.invokeAndWait(task);
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (InvocationTargetException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void save(BufferedImage image, String name) {
        File file = new File("target/screens/" + name + ".png");
        File folder = file.getParentFile();
        try {
            if (!folder.isDirectory() && !folder.mkdirs()) {
                throw new IOException("cannot make " + folder);
            }
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

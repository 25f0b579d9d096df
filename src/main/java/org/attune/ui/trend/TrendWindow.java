package org.attune.ui.trend;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.attune.review.trend.TrendMeasure;
import org.attune.sensor.SourceClass;
import org.attune.ui.BackgroundWork;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.place.Displays;

/**
 * A person's sessions side by side in a window. Nothing leaves by it but pictures, where consent
 * allows. What is known is shown at once, the rest as it is worked out beside the EDT. Confined to
 * the EDT.
 */
public final class TrendWindow {
    private final JFrame frame = new JFrame("Attune");
    private final TrendPresenter presenter;
    private final TrendQuestions questions;
    private final TrendWindowWords words;
    private final BackgroundWork work;
    private final Runnable onClose;
    private final TrendPanel panel;
    private DisplaySettings settings;
    private Look look;
    private boolean closed;

    private TrendWindow(TrendQuestions questions, DisplaySettings settings, Runnable onClose) {
        this.questions = questions;
        this.settings = settings;
        this.onClose = onClose;
        this.look = Look.of(settings);
        this.words = TrendWindowWords.in(settings.language().locale());
        this.presenter =
                new TrendPresenter(words, ZoneId.systemDefault(), questions.pictures().isPresent());
        this.work = new BackgroundWork("attune-trend", this::say, words.of("failed"));
        this.panel = new TrendPanel(look, words, presenter.view(), this::chose, this::choseSession);
    }

    /**
     * Opens the window. Call on the EDT.
     *
     * @param onClose called once, on the EDT, when the window was closed
     * @throws IllegalStateException off the EDT
     */
    public static TrendWindow open(
            TrendQuestions questions, DisplaySettings settings, Runnable onClose) {
        if (!SwingUtilities.isEventDispatchThread()) {
            throw new IllegalStateException("the window lives on the event dispatch thread");
        }
        Look.dressToolkit(settings.theme());
        TrendWindow window = new TrendWindow(questions, settings, onClose);
        window.build();
        window.frame.setVisible(true);
        window.panel.grid().requestFocusInWindow();
        window.ask();
        return window;
    }

    private void build() {
        frame.setContentPane(panel);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        close();
                    }
                });
        frame.setMinimumSize(new Dimension(720, 480));
        Rectangle screen = Displays.usable(frame.getGraphicsConfiguration());
        frame.setSize(
                Math.min(look.whole(1440), screen.width), Math.min(look.whole(900), screen.height));
        frame.setLocationRelativeTo(null);
        new TrendKeys(presenter, new Asked()).install(frame.getRootPane());
    }

    private void ask() {
        work.ask(
                questions::begin,
                start -> {
                    presenter.begin(start);
                    refresh();
                });
        work.ask(
                () -> {
                    questions.workOut(
                            found ->
                                    SwingUtilities.invokeLater(
                                            () -> {
                                                presenter.add(found);
                                                refresh();
                                            }));
                    return true;
                },
                done -> {
                    presenter.complete();
                    refresh();
                });
    }

    private void refresh() {
        if (!closed) {
            panel.show(look, words, presenter.view());
        }
    }

    private void chose(int cell, int session, boolean twice) {
        presenter.choose(cell);
        presenter.chooseSession(session);
        if (twice) {
            presenter.toggleLarge();
        }
        refresh();
    }

    private void choseSession(int session) {
        presenter.chooseSession(session);
        refresh();
    }

    private void say(String line) {
        presenter.say(line);
        refresh();
    }

    /** Waits until what was begun is done. Not on the EDT. */
    public void awaitDone() throws InterruptedException {
        work.finish();
    }

    /** Closes the window. Call on the EDT; harmless twice. */
    public void close() {
        if (!closed) {
            closed = true;
            work.close();
            frame.dispose();
            onClose.run();
        }
    }

    private final class Asked implements TrendKeys.Window {
        @Override
        public void refresh() {
            TrendWindow.this.refresh();
        }

        @Override
        public void picture() {
            Optional<TrendPictures> pictures = questions.pictures();
            List<TrendMeasure> measures = presenter.measuresSeen();
            Optional<SourceClass> source = presenter.source();
            if (pictures.isEmpty() || measures.isEmpty() || source.isEmpty()) {
                return;
            }
            JFileChooser chooser = new JFileChooser();
            chooser.setDialogTitle(words.of("picture.title"));
            if (chooser.showSaveDialog(frame) == JFileChooser.APPROVE_OPTION) {
                Path file = chooser.getSelectedFile().toPath();
                say(words.of("picture.working"));
                work.ask(
                        () -> pictures.get().write(measures, source.get(), file),
                        TrendWindow.this::say,
                        TrendWindow.this::say);
            }
        }

        @Override
        public void changeTheme() {
            settings = settings.withTheme(settings.theme().next());
            look = Look.of(settings);
            Look.dressToolkit(settings.theme());
            FlatLaf.updateUI();
            TrendWindow.this.refresh();
        }

        @Override
        public void close() {
            TrendWindow.this.close();
        }
    }
}

package org.attune.ui.trend;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.attune.review.trend.TrendMeasure;
import org.attune.sensor.SourceClass;
import org.attune.ui.BackgroundWork;
import org.attune.ui.ChartFrame;
import org.attune.ui.DisplaySettings;

/**
 * A person's sessions side by side in a window. Nothing leaves by it but pictures, where consent
 * allows. What is known is shown at once, the rest as it is worked out beside the EDT. Confined to
 * the EDT.
 */
public final class TrendWindow {
    private final ChartFrame frame;
    private final TrendPresenter presenter;
    private final TrendQuestions questions;
    private final TrendWindowWords words;
    private final BackgroundWork work;
    private final TrendPanel panel;

    private TrendWindow(TrendQuestions questions, DisplaySettings settings, Runnable onClose) {
        this.questions = questions;
        this.words = TrendWindowWords.in(settings.language().locale());
        this.presenter =
                new TrendPresenter(words, ZoneId.systemDefault(), questions.pictures().isPresent());
        this.work = new BackgroundWork("attune-trend", this::say, words.of("failed"));
        this.frame = new ChartFrame(settings, work, onClose);
        this.panel =
                new TrendPanel(
                        frame.look(), words, presenter.view(), this::chose, this::choseSession);
    }

    /**
     * Opens the window. Call on the EDT.
     *
     * @param onClose called once, on the EDT, when the window was closed
     * @throws IllegalStateException off the EDT
     */
    public static TrendWindow open(
            TrendQuestions questions, DisplaySettings settings, Runnable onClose) {
        TrendWindow window = new TrendWindow(questions, settings, onClose);
        window.frame.fill(window.panel);
        new TrendKeys(window.presenter, window.new Asked()).install(window.frame.keys());
        window.frame.open(window.panel.grid());
        window.ask();
        return window;
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
        if (!frame.isClosed()) {
            panel.show(frame.look(), words, presenter.view());
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
        frame.close();
    }

    private final class Asked implements TrendKeys.Window {
        @Override
        public void refresh() {
            TrendWindow.this.refresh();
        }

        @Override
        public void scroll(int by) {
            panel.scroll(by);
        }

        @Override
        public void picture() {
            Optional<TrendPictures> pictures = questions.pictures();
            List<TrendMeasure> measures = presenter.measuresSeen();
            Optional<SourceClass> source = presenter.source();
            if (pictures.isEmpty() || measures.isEmpty() || source.isEmpty()) {
                return;
            }
            frame.askFile(words.of("picture.title"))
                    .ifPresent(
                            file -> {
                                say(words.of("picture.working"));
                                work.ask(
                                        () -> pictures.get().write(measures, source.get(), file),
                                        TrendWindow.this::say,
                                        TrendWindow.this::say);
                            });
        }

        @Override
        public void changeTheme() {
            frame.changeTheme();
            TrendWindow.this.refresh();
        }

        @Override
        public void close() {
            TrendWindow.this.close();
        }
    }
}

package org.attune.ui.review;

import java.awt.Window;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.attune.review.dyad.Pair;
import org.attune.session.LaneId;
import org.attune.ui.BackgroundWork;
import org.attune.ui.ChartFrame;
import org.attune.ui.DisplaySettings;

/**
 * A finished session in its window. Nothing leaves by it, and only what is said of the session is
 * kept. Confined to the EDT; what takes long is done beside it.
 */
public final class ReviewWindow {
    private final ChartFrame frame;
    private final ReviewPresenter presenter;
    private final ReviewWords words;
    private final Optional<ReviewActions> actions;
    private final BackgroundWork work;
    private final ReviewSayings sayings;
    private final ReviewPanel panel;
    private boolean playing;

    private ReviewWindow(
            ReviewSession session,
            Optional<ReviewActions> actions,
            DisplaySettings settings,
            Runnable onClose) {
        this.actions = actions;
        this.words = ReviewWords.in(settings.language().locale());
        Optional<ReviewSaying> saying = actions.flatMap(ReviewActions::saying);
        this.presenter =
                new ReviewPresenter(
                        session,
                        words,
                        actions.filter(ReviewActions::plays).isPresent(),
                        actions.flatMap(ReviewActions::whatIf),
                        actions.flatMap(ReviewActions::two).isPresent(),
                        saying.map(
                                        each ->
                                                each.supervises()
                                                        ? ReviewPresenter.Says.SUPERVISING
                                                        : ReviewPresenter.Says.ALL)
                                .orElse(ReviewPresenter.Says.NOTHING));
        this.work = new BackgroundWork("attune-review", this::say, words.of("failed"));
        this.sayings = new ReviewSayings(presenter, words, saying, work, this::say);
        presenter.sight().chooseHighest();
        this.frame = new ChartFrame(settings, work, onClose);
        this.panel =
                new ReviewPanel(
                        frame.look(),
                        words,
                        presenter.view(),
                        this::chooseRow,
                        this::turn,
                        this::chooseNumber);
        panel.offerPictures(actions.flatMap(ReviewActions::pictures).isPresent());
    }

    /**
     * Opens the window. Call on the EDT.
     *
     * @param actions what it may ask for beyond what it shows; without any it only shows
     * @param onClose called once, on the EDT, when the window was closed
     * @throws IllegalStateException off the EDT
     */
    public static ReviewWindow open(
            ReviewSession session,
            Optional<ReviewActions> actions,
            DisplaySettings settings,
            Runnable onClose) {
        ReviewWindow window = new ReviewWindow(session, actions, settings, onClose);
        window.frame.fill(window.panel);
        window.listen();
        window.frame.open(window.panel.lanes());
        return window;
    }

    private void listen() {
        new ReviewKeys(presenter, new Asked()).install(frame.keys());
        new ReviewMouse(panel.lanes(), presenter, sayings, this::refresh).install();
    }

    private void refresh() {
        if (!frame.isClosed()) {
            panel.show(frame.look(), words, presenter.view());
        }
    }

    private void chooseRow(int row) {
        presenter.sight().chooseRow(row);
        refresh();
    }

    private void chooseNumber(int row) {
        presenter.chooseNumber(row);
        refresh();
    }

    private void turn(int row, int by) {
        presenter
                .whatIf()
                .ifPresent(
                        panel -> {
                            panel.choose(row);
                            if (by != 0) {
                                panel.turn(by);
                                askWhatIf(panel);
                            }
                            refresh();
                        });
    }

    /** Judges the session again, beside the EDT; of several turns the last is shown. */
    private void askWhatIf(WhatIfPresenter panel) {
        Optional<WhatIfQuestions> questions = actions.flatMap(ReviewActions::whatIf);
        if (questions.isEmpty() || frame.isClosed()) {
            return;
        }
        WhatIfQuestions.Wish wish = panel.wish();
        work.ask(
                () -> questions.get().judge(wish),
                answer -> {
                    panel.answered(wish, answer);
                    refresh();
                },
                why -> {
                    panel.refused(wish, why);
                    refresh();
                });
    }

    /** Lays the chosen two side by side, beside the EDT. */
    private void askOfTwo(TwoPresenter panel) {
        Optional<TwoQuestions> questions = actions.flatMap(ReviewActions::two);
        Optional<Pair> pair = panel.pair(presenter.sight().shownLanes());
        if (questions.isPresent() && pair.isPresent() && !frame.isClosed()) {
            work.ask(
                    () -> questions.get().between(pair.get().first(), pair.get().second()),
                    answer -> {
                        panel.answered(pair.get(), answer);
                        refresh();
                    },
                    why -> {
                        panel.refused(why);
                        refresh();
                    });
        }
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

    /** How something is handed out. */
    private interface Handing {
        String write(ReviewPictures pictures, LaneId lane, Path file);
    }

    private final class Asked implements ReviewKeys.Window {
        @Override
        public void refresh() {
            ReviewWindow.this.refresh();
        }

        @Override
        public void askWhatIf(WhatIfPresenter asked) {
            ReviewWindow.this.askWhatIf(asked);
        }

        @Override
        public void askOfTwo(TwoPresenter asked) {
            ReviewWindow.this.askOfTwo(asked);
        }

        @Override
        public void playBack() {
            if (actions.filter(ReviewActions::plays).isPresent() && !playing && !frame.isClosed()) {
                playing = true;
                say(words.of("foot.playing"));
                work.ask(
                        () -> {
                            actions.get().playBack();
                            return words.of("foot.played");
                        },
                        this::playedBack,
                        this::playedBack);
            }
        }

        private void playedBack(String said) {
            playing = false;
            say(said);
        }

        @Override
        public ReviewSayings sayings() {
            return sayings;
        }

        @Override
        public void ask(Consumer<Window> question) {
            question.accept(frame.window());
        }

        @Override
        public void page() {
            handOut("picture.title", (pictures, lane, file) -> pictures.write(lane, file));
        }

        @Override
        public void picture() {
            TimeWindow seen = presenter.sight().window();
            handOut(
                    "picture.part",
                    (pictures, lane, file) -> pictures.write(lane, seen.from(), seen.to(), file));
        }

        private void handOut(String title, Handing handing) {
            Optional<ReviewPictures> pictures = actions.flatMap(ReviewActions::pictures);
            Optional<LaneId> lane = presenter.sight().lane();
            if (pictures.isEmpty() || lane.isEmpty() || frame.isClosed()) {
                return;
            }
            frame.askFile(words.of(title))
                    .ifPresent(
                            file -> {
                                say(words.of("picture.working"));
                                work.ask(
                                        () -> handing.write(pictures.get(), lane.get(), file),
                                        ReviewWindow.this::say,
                                        ReviewWindow.this::say);
                            });
        }

        @Override
        public void changeTheme() {
            frame.changeTheme();
            ReviewWindow.this.refresh();
        }

        @Override
        public void close() {
            ReviewWindow.this.close();
        }
    }
}

package org.attune.ui.review;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The keyboard's layout of the review window. Confined to the EDT. */
final class ReviewKeys {
    private static final double PAN = 0.15;
    private static final double PAGE = 0.9;

    /** What the window does by itself. */
    interface Window {
        /** Something was changed: show it. */
        void refresh();

        /** Judges the session by what was turned. */
        void askWhatIf(WhatIfPresenter asked);

        /** Lays the chosen two people side by side. */
        void askOfTwo(TwoPresenter asked);

        void playBack();

        /** What can be said of the session. */
        ReviewSayings sayings();

        /** Opens what asks for a comment, a summary or a note. */
        void ask(Consumer<java.awt.Window> question);

        /** Asks for a file and hands out the page of whom the lists are about. */
        void page();

        /** The same with a picture of what is seen of them. */
        void picture();

        void changeTheme();

        void close();
    }

    private final ReviewPresenter presenter;
    private final ReviewSight sight;
    private final Window window;

    ReviewKeys(ReviewPresenter presenter, Window window) {
        this.presenter = presenter;
        this.sight = presenter.sight();
        this.window = window;
    }

    /** Binds all keys to the window of {@code root}. */
    void install(JComponent root) {
        pressed(root, KeyEvent.VK_LEFT, 0, () -> turnOr(-1, () -> sight.pan(-PAN)));
        pressed(root, KeyEvent.VK_RIGHT, 0, () -> turnOr(1, () -> sight.pan(PAN)));
        pressed(root, KeyEvent.VK_PAGE_UP, 0, () -> sight.pan(-PAGE));
        pressed(root, KeyEvent.VK_PAGE_DOWN, 0, () -> sight.pan(PAGE));
        pressed(root, KeyEvent.VK_HOME, 0, sight::whole);
        pressed(root, KeyEvent.VK_UP, 0, () -> step(-1));
        pressed(root, KeyEvent.VK_DOWN, 0, () -> step(1));
        pressed(
                root,
                KeyEvent.VK_ENTER,
                0,
                () -> {
                    if (!window.sayings().keepMove()) {
                        sight.open();
                    }
                });
        int shift = InputEvent.SHIFT_DOWN_MASK;
        pressed(root, KeyEvent.VK_LEFT, shift, () -> sight.stepWhy(-1));
        pressed(root, KeyEvent.VK_RIGHT, shift, () -> sight.stepWhy(1));
        pressed(root, KeyEvent.VK_M, 0, () -> sight.stepMark(1));
        pressed(root, KeyEvent.VK_M, shift, () -> sight.stepMark(-1));
        zoomKeys(root);
        if (window.sayings().arePossible()) {
            sayKeys(root);
        }
        pressed(root, KeyEvent.VK_K, 0, () -> presenter.stepComment(1));
        pressed(root, KeyEvent.VK_K, shift, () -> presenter.stepComment(-1));
        letter(root, 'Y', sight::toggleWhy);
        letter(root, 'A', presenter::toggleArtefacts);
        letter(root, 'T', sight::toggleOwn);
        letter(root, 'W', this::toggleWhatIf);
        letter(root, 'D', this::toggleTwo);
        letter(root, 'V', presenter::toggleNumbers);
        pressed(root, KeyEvent.VK_BACK_SPACE, 0, this::turnBack);
        typed(root, '?', presenter::toggleKeys);
        pressed(root, KeyEvent.VK_F1, 0, presenter::toggleKeys);
        pressed(root, KeyEvent.VK_ESCAPE, 0, presenter::closeOpen);
        for (int number = 1; number <= 4; number++) {
            int person = number - 1;
            typed(root, (char) ('0' + number), () -> sight.choosePerson(person));
        }
        int control = InputEvent.CTRL_DOWN_MASK;
        bind(root, KeyStroke.getKeyStroke(KeyEvent.VK_L, control), window::changeTheme);
        bind(root, KeyStroke.getKeyStroke(KeyEvent.VK_Q, control), window::close);
        bind(root, KeyStroke.getKeyStroke('x'), window::page);
        bind(root, KeyStroke.getKeyStroke('X'), window::page);
        bind(root, KeyStroke.getKeyStroke('g'), window::picture);
        bind(root, KeyStroke.getKeyStroke('G'), window::picture);
        bind(root, KeyStroke.getKeyStroke('p'), window::playBack);
        bind(root, KeyStroke.getKeyStroke('P'), window::playBack);
    }

    /** While the panel of other settings is open, the arrows are its own. */
    private Optional<WhatIfPresenter> whatIf() {
        return presenter.whatIf().filter(each -> each.isOpen() && two().isEmpty());
    }

    private void turnOr(int by, Runnable otherwise) {
        whatIf().ifPresentOrElse(
                        panel -> {
                            panel.turn(by);
                            window.askWhatIf(panel);
                        },
                        otherwise);
    }

    private void step(int by) {
        if (two().isPresent()) {
            two().get().step(by);
            window.askOfTwo(two().get());
            return;
        }
        if (presenter.numbers().isOpen()) {
            presenter.stepNumber(by);
            return;
        }
        whatIf().ifPresentOrElse(panel -> panel.stepRow(by), () -> sight.stepRow(by));
    }

    private void toggleTwo() {
        presenter.numbers().close();
        presenter.two().ifPresent(TwoPresenter::toggle);
        two().ifPresent(window::askOfTwo);
    }

    private Optional<TwoPresenter> two() {
        return presenter.two().filter(TwoPresenter::isOpen);
    }

    private void toggleWhatIf() {
        presenter.numbers().close();
        presenter.whatIf().ifPresent(WhatIfPresenter::toggle);
        whatIf().ifPresent(window::askWhatIf);
    }

    private void turnBack() {
        whatIf().ifPresent(
                        panel -> {
                            panel.reset();
                            window.askWhatIf(panel);
                        });
    }

    private void sayKeys(JComponent root) {
        int control = InputEvent.CTRL_DOWN_MASK;
        int ten = control | InputEvent.SHIFT_DOWN_MASK;
        pressed(root, KeyEvent.VK_LEFT, control, () -> window.sayings().nudge(-1));
        pressed(root, KeyEvent.VK_RIGHT, control, () -> window.sayings().nudge(1));
        pressed(root, KeyEvent.VK_LEFT, ten, () -> window.sayings().nudge(-10));
        pressed(root, KeyEvent.VK_RIGHT, ten, () -> window.sayings().nudge(10));
        pressed(root, KeyEvent.VK_Z, control, () -> window.sayings().takeBack());
        letter(root, 'C', () -> window.ask(window.sayings()::comment));
        letter(root, 'E', () -> window.ask(window.sayings()::mark));
        letter(root, 'I', () -> presenter.edge(true));
        letter(root, 'O', () -> presenter.edge(false));
        letter(root, 'F', () -> window.sayings().share());
        typed(root, '#', () -> window.ask(window.sayings()::tag));
        letter(root, 'S', () -> window.ask(window.sayings()::summarise));
        letter(root, 'N', () -> window.ask(window.sayings()::note));
    }

    private void zoomKeys(JComponent root) {
        typed(root, '+', () -> sight.zoom(1));
        typed(root, '=', () -> sight.zoom(1));
        typed(root, '-', () -> sight.zoom(-1));
        typed(root, '–', () -> sight.zoom(-1));
    }

    private void letter(JComponent root, char letter, Runnable wish) {
        typed(root, letter, wish);
        typed(root, String.valueOf(letter).toLowerCase(Locale.ROOT).charAt(0), wish);
    }

    private void typed(JComponent root, char letter, Runnable wish) {
        bind(root, KeyStroke.getKeyStroke(letter), then(wish));
    }

    private void pressed(JComponent root, int code, int modifiers, Runnable wish) {
        bind(root, KeyStroke.getKeyStroke(code, modifiers), then(wish));
    }

    private Runnable then(Runnable wish) {
        return () -> {
            wish.run();
            window.refresh();
        };
    }

    private static void bind(JComponent root, KeyStroke stroke, Runnable action) {
        InputMap inputs = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        String name = stroke.toString();
        inputs.put(stroke, name);
        root.getActionMap()
                .put(
                        name,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                action.run();
                            }
                        });
    }
}

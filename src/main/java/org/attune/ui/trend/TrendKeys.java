package org.attune.ui.trend;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The keyboard's layout of the window. Confined to the EDT. */
final class TrendKeys {
    /** What the window does by itself. */
    interface Window {
        void refresh();

        /** On by what is seen at once, or back where negative. */
        void scroll(int by);

        void picture();

        void changeTheme();

        void close();
    }

    private final TrendPresenter presenter;
    private final Window window;

    TrendKeys(TrendPresenter presenter, Window window) {
        this.presenter = presenter;
        this.window = window;
    }

    /** Binds all keys to the window of {@code root}. */
    void install(JComponent root) {
        key(root, KeyEvent.VK_LEFT, () -> presenter.step(-1, 0));
        key(root, KeyEvent.VK_RIGHT, () -> presenter.step(1, 0));
        key(root, KeyEvent.VK_UP, () -> presenter.step(0, -1));
        key(root, KeyEvent.VK_DOWN, () -> presenter.step(0, 1));
        key(root, KeyEvent.VK_PAGE_UP, () -> presenter.stepSession(-1));
        key(root, KeyEvent.VK_PAGE_DOWN, () -> presenter.stepSession(1));
        key(root, KeyEvent.VK_HOME, () -> presenter.chooseSession(0));
        key(root, KeyEvent.VK_END, () -> presenter.stepSession(Short.MAX_VALUE));
        key(root, KeyEvent.VK_ENTER, presenter::toggleLarge);
        bind(root, KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0), () -> window.scroll(1));
        int shift = InputEvent.SHIFT_DOWN_MASK;
        bind(root, KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, shift), () -> window.scroll(-1));
        key(root, KeyEvent.VK_ESCAPE, presenter::closeOpen);
        key(root, KeyEvent.VK_F1, presenter::toggleKeys);
        bind(root, KeyStroke.getKeyStroke('?'), then(presenter::toggleKeys));
        letter(root, 'S', then(presenter::nextSource));
        letter(root, 'X', window::picture);
        int control = InputEvent.CTRL_DOWN_MASK;
        bind(root, KeyStroke.getKeyStroke(KeyEvent.VK_L, control), window::changeTheme);
        bind(root, KeyStroke.getKeyStroke(KeyEvent.VK_Q, control), window::close);
    }

    private void key(JComponent root, int code, Runnable wish) {
        bind(root, KeyStroke.getKeyStroke(code, 0), then(wish));
    }

    private static void letter(JComponent root, char letter, Runnable wish) {
        bind(root, KeyStroke.getKeyStroke(letter), wish);
        bind(root, KeyStroke.getKeyStroke(Character.toLowerCase(letter)), wish);
    }

    private Runnable then(Runnable wish) {
        return () -> {
            wish.run();
            window.refresh();
        };
    }

    private static void bind(JComponent root, KeyStroke stroke, Runnable action) {
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, stroke.toString());
        root.getActionMap()
                .put(
                        stroke.toString(),
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                action.run();
                            }
                        });
    }
}

package org.attune.ui;

import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.attune.session.MarkKind;
import org.attune.session.Phase;

/**
 * Binds the keys to what they ask for. Letters and digits are bound as they are typed, so that they
 * follow the keyboard's layout; a key held down counts once. Confined to the EDT.
 */
final class KeyBindings {
    /**
     * Two presses of one key closer than this are one: keyboards repeat by themselves after a third
     * of a second, and nobody marks the same thing twice within half a second. Milliseconds.
     */
    private static final long REPEAT_MILLIS = 500;

    /** What the keys ask for. */
    interface Target {
        void mark(MarkKind kind);

        void suds(int number);

        void phase(Phase phase);

        void display(DisplayKey key);
    }

    /** Keys that do not mark. */
    enum DisplayKey {
        UNDO,
        NUMBERS,
        THERAPIST,
        KEY_CARD,
        CLOSE_CARD,
        HIDE,
        SNOOZE,
        SET,
        NEXT_PROFILE,
        WITHDRAW,
        DELETE,
        THEME,
        STRIP,
        WHY,
        PACER,
        CLIENT_VIEW,
        BUDGET,
        GUARD,
        QUIT
    }

    private final Target target;
    private String last = "";
    private long lastWhen = Long.MIN_VALUE;

    KeyBindings(Target target) {
        this.target = target;
    }

    /** Binds all keys to the window of {@code root}. */
    void install(JComponent root) {
        for (Map.Entry<Character, MarkKind> letter : MarkKeys.letters().entrySet()) {
            typed(root, letter.getKey(), event -> target.mark(letter.getValue()));
        }
        for (int digit = 0; digit <= 9; digit++) {
            int number = digit;
            typed(root, (char) ('0' + digit), event -> target.suds(number));
        }
        typed(root, MarkKeys.TEN, event -> target.suds(10));
        typed(root, MarkKeys.TEN_ON_PAD, event -> target.suds(10));
        typed(root, ' ', event -> target.display(DisplayKey.HIDE));
        typed(root, MarkKeys.SET, event -> target.display(DisplayKey.SET));
        typed(root, 'U', event -> target.display(DisplayKey.UNDO));
        typed(root, 'N', event -> target.display(DisplayKey.NUMBERS));
        typed(root, 'T', event -> target.display(DisplayKey.THERAPIST));
        typed(root, '?', event -> target.display(DisplayKey.KEY_CARD));
        pressed(root, KeyEvent.VK_ESCAPE, 0, event -> target.display(DisplayKey.CLOSE_CARD));
        pressed(root, KeyEvent.VK_F1, 0, event -> target.display(DisplayKey.KEY_CARD));
        pressed(root, KeyEvent.VK_F2, 0, event -> target.phase(Phase.ARRIVE));
        pressed(root, KeyEvent.VK_F3, 0, event -> target.phase(Phase.WORK));
        pressed(root, KeyEvent.VK_F4, 0, event -> target.phase(Phase.SETTLE));
        pressed(root, KeyEvent.VK_F6, 0, event -> target.display(DisplayKey.NEXT_PROFILE));
        control(root, KeyEvent.VK_S, DisplayKey.SNOOZE);
        control(root, KeyEvent.VK_W, DisplayKey.WITHDRAW);
        control(root, KeyEvent.VK_D, DisplayKey.DELETE);
        control(root, KeyEvent.VK_L, DisplayKey.THEME);
        control(root, KeyEvent.VK_B, DisplayKey.STRIP);
        control(root, KeyEvent.VK_Y, DisplayKey.WHY);
        control(root, KeyEvent.VK_P, DisplayKey.PACER);
        control(root, KeyEvent.VK_K, DisplayKey.CLIENT_VIEW);
        control(root, KeyEvent.VK_U, DisplayKey.BUDGET);
        control(root, KeyEvent.VK_G, DisplayKey.GUARD);
        control(root, KeyEvent.VK_Q, DisplayKey.QUIT);
    }

    private void control(JComponent root, int code, DisplayKey key) {
        pressed(root, code, InputEvent.CTRL_DOWN_MASK, event -> target.display(key));
    }

    private void typed(JComponent root, char letter, Consumer<ActionEvent> action) {
        String name = "typed " + letter;
        bind(root, KeyStroke.getKeyStroke(letter), name, action);
        String lower = String.valueOf(letter).toLowerCase(Locale.ROOT);
        bind(root, KeyStroke.getKeyStroke(lower.charAt(0)), name, action);
    }

    private void pressed(JComponent root, int code, int modifiers, Consumer<ActionEvent> action) {
        KeyStroke stroke = KeyStroke.getKeyStroke(code, modifiers);
        bind(root, stroke, stroke.toString(), action);
    }

    private void bind(
            JComponent root, KeyStroke stroke, String name, Consumer<ActionEvent> action) {
        InputMap inputs = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        ActionMap actions = root.getActionMap();
        inputs.put(stroke, name);
        actions.put(
                name,
                new AbstractAction() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void actionPerformed(ActionEvent event) {
                        if (!repeated(name, event.getWhen())) {
                            action.accept(event);
                        }
                    }
                });
    }

    private boolean repeated(String name, long when) {
        boolean repeated = name.equals(last) && when - lastWhen < REPEAT_MILLIS;
        last = name;
        lastWhen = when;
        return repeated;
    }
}

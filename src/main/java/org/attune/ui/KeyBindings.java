package org.attune.ui;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.attune.regulation.RegulationState;
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

        void guess(RegulationState state);
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
        QUIT,
        REVEAL
    }

    /** What the keys of a number pad are called while its lock for numbers is off, from 0 on. */
    private static final List<List<Integer>> PAD =
            List.of(
                    List.of(KeyEvent.VK_INSERT),
                    List.of(KeyEvent.VK_END),
                    List.of(KeyEvent.VK_KP_DOWN, KeyEvent.VK_DOWN),
                    List.of(KeyEvent.VK_PAGE_DOWN),
                    List.of(KeyEvent.VK_KP_LEFT, KeyEvent.VK_LEFT),
                    List.of(KeyEvent.VK_BEGIN, KeyEvent.VK_CLEAR),
                    List.of(KeyEvent.VK_KP_RIGHT, KeyEvent.VK_RIGHT),
                    List.of(KeyEvent.VK_HOME),
                    List.of(KeyEvent.VK_KP_UP, KeyEvent.VK_UP),
                    List.of(KeyEvent.VK_PAGE_UP));

    private final Target target;
    private final KeySettings settings;
    private String last = "";
    private long lastWhen = Long.MIN_VALUE;

    KeyBindings(Target target, KeySettings settings) {
        this.target = target;
        this.settings = settings;
    }

    /** Binds all keys to the window of {@code root}. */
    void install(JComponent root) {
        for (int digit = 0; digit <= 9; digit++) {
            int number = digit;
            typed(root, (char) ('0' + digit), event -> target.suds(number));
            for (int code : PAD.get(digit)) {
                onPad(root, code, event -> target.suds(number));
            }
        }
        typed(root, KeySettings.TEN_ON_PAD, event -> target.suds(10));
        pressed(root, KeyEvent.VK_ESCAPE, event -> target.display(DisplayKey.CLOSE_CARD));
        pressed(root, KeyEvent.VK_F1, event -> target.display(DisplayKey.KEY_CARD));
        for (Act act : Act.values()) {
            KeyStroke stroke = settings.stroke(act);
            if (settings.isTyped(act)) {
                typed(root, stroke.getKeyChar(), event -> ask(act));
            } else {
                bind(root, stroke, stroke.toString(), event -> ask(act));
            }
        }
    }

    private void ask(Act act) {
        switch (act) {
            case TEN -> target.suds(10);
            case ARRIVE -> target.phase(Phase.ARRIVE);
            case WORK -> target.phase(Phase.WORK);
            case SETTLE -> target.phase(Phase.SETTLE);
            case GUESS_USUAL -> target.guess(RegulationState.USUAL);
            case GUESS_RISING -> target.guess(RegulationState.RISING);
            case GUESS_HIGH -> target.guess(RegulationState.HIGH);
            case GUESS_SETTLING -> target.guess(RegulationState.SETTLING);
            case GUESS_QUIET -> target.guess(RegulationState.QUIET);
            default ->
                    act.mark().ifPresentOrElse(target::mark, () -> target.display(displayKey(act)));
        }
    }

    private static DisplayKey displayKey(Act act) {
        return switch (act) {
            case PROFILE -> DisplayKey.NEXT_PROFILE;
            case OWN_LANE -> DisplayKey.THERAPIST;
            case CARD -> DisplayKey.KEY_CARD;
            default -> DisplayKey.valueOf(act.name());
        };
    }

    private void typed(JComponent root, char letter, Consumer<ActionEvent> action) {
        String name = "typed " + letter;
        bind(root, KeyStroke.getKeyStroke(letter), name, action);
        bind(root, KeyStroke.getKeyStroke(Character.toLowerCase(letter)), name, action);
    }

    private void pressed(JComponent root, int code, Consumer<ActionEvent> action) {
        KeyStroke stroke = KeyStroke.getKeyStroke(code, 0);
        bind(root, stroke, stroke.toString(), action);
    }

    /** The same key elsewhere on the keyboard is no number. */
    private void onPad(JComponent root, int code, Consumer<ActionEvent> action) {
        pressed(
                root,
                code,
                event -> {
                    if (EventQueue.getCurrentEvent() instanceof KeyEvent key
                            && key.getKeyLocation() == KeyEvent.KEY_LOCATION_NUMPAD) {
                        action.accept(event);
                    }
                });
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

package org.attune.ui;

import com.formdev.flatlaf.FlatLaf;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.jspecify.annotations.Nullable;

/**
 * What the live window shows now, of a snapshot and of what the therapist asked to see: the page
 * before the session, the panel, nothing at all, or the question of a guess. The strip follows.
 * Confined to the EDT.
 */
final class LiveContent {
    private final JFrame frame;
    private final StripWindow strip;
    private final IntSupplier pressed;
    private final JLabel aside;
    private final Optional<GuessMode> guesses;
    private DisplaySettings settings;
    private Look look;
    private @Nullable LivePanel panel;
    private @Nullable BeforePage before;
    private boolean numbers;
    private boolean therapist;
    private boolean keyCard;
    private boolean why;
    private boolean hidden;

    /**
     * @param pressed how often a key was pressed
     * @param guessing whether the state stays hidden, for the therapist to guess it
     */
    LiveContent(
            JFrame frame,
            StripWindow strip,
            DisplaySettings settings,
            IntSupplier pressed,
            boolean guessing) {
        this.frame = frame;
        this.strip = strip;
        this.settings = settings;
        this.pressed = pressed;
        this.look = Look.of(settings);
        this.guesses = guessing ? Optional.of(new GuessMode(look)) : Optional.empty();
        this.aside = new JLabel("", SwingConstants.CENTER);
    }

    Look look() {
        return look;
    }

    void waiting() {
        showAside("window.waiting");
    }

    /** Shows {@code page} until the session begins. */
    void prepare(BeforePage page) {
        before = page;
    }

    void begin() {
        before = null;
    }

    void know(BeforeFacts facts) {
        if (before != null) {
            before.know(facts);
        }
    }

    /** Shows {@code snapshot}, with what is confirmed just now. */
    void show(LiveSnapshot snapshot, Optional<Confirmation> confirmation, Beside beside) {
        if (before != null) {
            content(before.show(look, snapshot));
            return;
        }
        LiveView view = new LivePresenter(settings).present(snapshot);
        boolean guarded = beside.guarded();
        if (why) {
            view = view.explained(numbers && !guarded);
        }
        if (guarded) {
            view = view.guarded();
        }
        frame.setTitle(view.title());
        if (hidden) {
            showAside("window.hidden");
        } else if (guesses.isPresent()) {
            content(guesses.get().show(look, view, snapshot, confirmation, settings, card()));
        } else {
            content(panel(view, confirmation, beside));
        }
        if (guesses.isEmpty()) {
            strip.show(look, view, confirmation, why);
        }
    }

    private OptionalInt card() {
        return keyCard ? OptionalInt.of(pressed.getAsInt()) : OptionalInt.empty();
    }

    private LivePanel panel(LiveView view, Optional<Confirmation> confirmation, Beside beside) {
        LivePanel shown = panel;
        if (shown == null) {
            shown = new LivePanel(look, view, beside.pacer());
            panel = shown;
        }
        boolean guarded = beside.guarded();
        shown.show(
                look,
                view,
                confirmation,
                new LivePanel.Choices(
                        numbers && !guarded,
                        therapist && !guarded,
                        keyCard,
                        settings.reduceMotion(),
                        pressed.getAsInt()));
        return shown;
    }

    /** One line in the middle, and nothing else. */
    private void showAside(String key) {
        aside.setText(look.words.text(key));
        aside.setFont(look.type.regular(Typeface.SENTENCE));
        aside.setForeground(look.palette.text2);
        aside.setBackground(look.palette.ground);
        aside.setOpaque(true);
        content(aside);
    }

    private void content(JComponent shown) {
        if (frame.getContentPane() != shown) {
            frame.setContentPane(shown);
            frame.validate();
            if (before == null) { // The page before the session chooses for itself.
                shown.requestFocusInWindow(); // With the focus gone with a page, Tab leads nowhere.
            }
        }
    }

    /** Closes what was opened over the charts; whether anything was. */
    boolean closeCard() {
        boolean revealed = guesses.map(GuessMode::closeReveal).orElse(false);
        boolean wasOpen = keyCard || why || revealed;
        keyCard = false;
        why = false;
        return wasOpen;
    }

    /** What is to be said of a guess; empty where nobody guesses. */
    Optional<String> guess(RegulationState state, LiveSnapshot snapshot) {
        return guesses.flatMap(each -> each.guess(state, snapshot));
    }

    /** Whether the state is hidden, so that nothing else may tell it either. */
    boolean veiled() {
        return guesses.isPresent();
    }

    /** Does what {@code key} asks for, as far as it is of what is shown. */
    void display(KeyBindings.DisplayKey key, boolean cardWasOpen, Beside beside) {
        switch (key) {
            case NUMBERS -> numbers = !numbers;
            case THERAPIST -> therapist = !therapist;
            case KEY_CARD -> keyCard = !cardWasOpen;
            case WHY -> why = !cardWasOpen;
            case HIDE -> toggleHidden();
            case THEME -> changeTheme(beside);
            case STRIP -> toggleStrip();
            case REVEAL -> guesses.filter(each -> !cardWasOpen).ifPresent(GuessMode::reveal);
            default -> {
                // The others are asked of the session, or of what is beside.
            }
        }
    }

    private void toggleHidden() {
        hidden = !hidden;
        if (hidden && strip.isShown()) {
            toggleStrip();
        }
    }

    private void toggleStrip() {
        if (guesses.isPresent()) {
            return; // It says the state, and nothing but the state.
        }
        boolean shown = !strip.isShown();
        boolean instead = strip.sharesScreenWith(frame.getBounds());
        strip.setShown(shown, instead);
        frame.setVisible(!shown || !instead);
        if (!shown) {
            frame.toFront();
        }
    }

    private void changeTheme(Beside beside) {
        settings = settings.withTheme(settings.theme().next());
        look = Look.of(settings);
        Look.dressToolkit(settings.theme());
        FlatLaf.updateUI();
        beside.restyle();
    }

    void close() {
        if (panel != null) {
            panel.stop();
        }
    }
}

package org.attune.ui;

import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.attune.ui.trainee.Guess;
import org.jspecify.annotations.Nullable;

/**
 * A simulated client with the state hidden, the trainee's guesses as marks, and in the end what was
 * meant. Confined to the EDT.
 */
final class TrainWindow {
    private final JFrame frame = new JFrame("Attune");
    private final DisplaySettings settings;
    private final Look look;
    private final TrainLog log;
    private final Runnable onEnough;
    private final Runnable onSeen;
    private @Nullable LiveSnapshot snapshot;
    private @Nullable LivePanel panel;
    private Optional<Confirmation> confirmation = Optional.empty();
    private boolean revealed;

    /**
     * @param onEnough when the trainee wants to see what was meant, or closes the window before
     * @param onSeen when they have seen it
     */
    TrainWindow(DisplaySettings settings, TrainLog log, Runnable onEnough, Runnable onSeen) {
        this.settings = settings;
        this.look = Look.of(settings);
        this.log = log;
        this.onEnough = onEnough;
        this.onSeen = onSeen;
    }

    void open() {
        WindowFrame.prepare(frame, look, new Dimension(640, 420), 1440, 900, this::leave);
        frame.getContentPane().setBackground(look.palette.ground);
        for (char letter : TrainLog.letters().keySet()) {
            bind("typed " + letter, () -> guess(letter));
            bind("typed " + Character.toLowerCase(letter), () -> guess(letter));
        }
        bind("ENTER", onEnough);
        bind("control Q", this::leave);
        bind(
                "ESCAPE",
                () -> {
                    if (revealed) {
                        leave();
                    }
                });
        frame.setVisible(true);
    }

    private void bind(String stroke, Runnable action) {
        JComponent root = frame.getRootPane();
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(stroke), stroke);
        root.getActionMap()
                .put(
                        stroke,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                action.run();
                            }
                        });
    }

    private void guess(char letter) {
        LiveSnapshot now = snapshot;
        if (now != null && !revealed) {
            confirmation =
                    log.mark(letter, now.now())
                            .map(words -> new Confirmation(words, now.now().toSeconds(), false));
            show(now);
        }
    }

    void show(LiveSnapshot newest) {
        snapshot = newest;
        if (revealed) {
            return;
        }
        LiveView view = veiled(new LivePresenter(settings).present(newest), log);
        LivePanel shown = panel;
        if (shown == null) {
            JPanel nothing = new JPanel(null);
            nothing.setVisible(false);
            shown = new LivePanel(look, view, nothing);
            shown.withoutCard();
            panel = shown;
            frame.setContentPane(shown);
            frame.validate();
        }
        if (confirmation.map(c -> c.secondsLeft(view.timeline().now()) <= 0).orElse(false)) {
            confirmation = Optional.empty();
        }
        frame.setTitle(view.title());
        shown.show(look, view, confirmation, new LivePanel.Choices(false, false, false, true, 0));
    }

    /** The view with every state hidden, and the guesses in place of marks. */
    static LiveView veiled(LiveView view, TrainLog log) {
        String question = log.words().text("train.hidden", log.keys());
        List<LiveView.MarkView> marks = new ArrayList<>();
        for (Guess guess : log.guesses()) {
            String word = log.words().word(guess.state());
            marks.add(new LiveView.MarkView(guess.at(), letter(guess.state()), word, false));
        }
        return view.veiled(question, log.words().text("train.veil"), marks);
    }

    private static String letter(RegulationState state) {
        return TrainLog.letters().entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .map(String::valueOf)
                .findFirst()
                .orElse("?");
    }

    void reveal() {
        LiveSnapshot last = snapshot;
        if (last == null || !frame.isDisplayable()) {
            onSeen.run();
            return;
        }
        revealed = true;
        double minutes = Math.max(2, Math.min(60, Math.ceil(last.now().toSeconds() / 60)));
        LiveView view = new LivePresenter(settings.withMinutesShown((int) minutes)).present(last);
        frame.setContentPane(new RevealPane(look, view, log, last.now()));
        frame.validate();
    }

    private void leave() {
        frame.dispose();
        onEnough.run();
        onSeen.run();
    }
}

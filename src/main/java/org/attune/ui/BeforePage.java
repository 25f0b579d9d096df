package org.attune.ui;

import java.awt.event.ActionEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.attune.live.LiveSnapshot;

/**
 * The page before the session and its keys, as long as the session has not begun. Confined to the
 * EDT.
 */
final class BeforePage {
    private final PrepareCommands commands;
    private final Runnable onChange;
    private final Runnable onBegin;
    private final BeforePresenter presenter;
    private BeforeFacts facts;
    private ChoiceOfPerson choice = ChoiceOfPerson.CLOSED;
    private Optional<BeforePane> pane = Optional.empty();
    private Optional<BeforeView> view = Optional.empty();

    /**
     * @param onChange shows the page anew
     * @param onBegin makes room for the display of the session
     */
    BeforePage(
            PrepareCommands commands,
            BeforeFacts facts,
            DisplaySettings settings,
            Runnable onChange,
            Runnable onBegin) {
        this.commands = commands;
        this.facts = facts;
        this.presenter = new BeforePresenter(settings.language().locale());
        this.onChange = onChange;
        this.onBegin = onBegin;
    }

    /** Binds the keys of the page to the window of {@code root}. */
    void install(JComponent root) {
        bind(root, "ENTER", "Enter");
        bind(root, "ESCAPE", "Esc");
        bind(root, "UP", "Up");
        bind(root, "DOWN", "Down");
        bind(root, "typed l", "L");
        bind(root, "typed L", "L");
        bind(root, "typed b", "B");
        bind(root, "typed B", "B");
    }

    private void bind(JComponent root, String stroke, String key) {
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(stroke), "before " + key);
        root.getActionMap()
                .put(
                        "before " + key,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                pressed(key);
                            }
                        });
    }

    /** Shows what is known now; the pane to be shown. */
    BeforePane show(Look look, LiveSnapshot snapshot) {
        BeforeView newest = presenter.present(facts, snapshot);
        view = Optional.of(newest);
        BeforePane shown = pane.orElseGet(() -> new BeforePane(look, newest, this::pressed));
        pane = Optional.of(shown);
        shown.show(look, newest, choice);
        return shown;
    }

    void know(BeforeFacts newest) {
        facts = newest;
    }

    /** A key was pressed, or its button. What cannot be done now is not done. */
    private void pressed(String key) {
        if (choice.open()) {
            choose(key);
            onChange.run();
            return;
        }
        switch (key) {
            case "Enter" -> {
                commands.begin();
                onBegin.run();
            }
            case "L" -> offered(BeforeView::consent, commands::liveOnly);
            case "B" -> offered(BeforeView::range, commands::earlierRange);
            case "Esc" -> offered(BeforeView::who, this::openChoice);
            default -> {
                // Up and down choose nothing here.
            }
        }
    }

    private void openChoice() {
        choice = ChoiceOfPerson.of(facts.others());
        onChange.run();
    }

    private void offered(
            java.util.function.Function<BeforeView, BeforeView.Line> line, Runnable work) {
        if (view.map(line).flatMap(BeforeView.Line::action).isPresent()) {
            work.run();
        }
    }

    private void choose(String key) {
        switch (key) {
            case "Up" -> choice = choice.moved(-1);
            case "Down" -> choice = choice.moved(1);
            case "Enter" -> {
                commands.someoneElse(choice.selected());
                choice = ChoiceOfPerson.CLOSED;
            }
            default -> choice = ChoiceOfPerson.CLOSED;
        }
    }
}

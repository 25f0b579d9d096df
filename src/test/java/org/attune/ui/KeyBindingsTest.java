package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {
    private final List<String> asked = new ArrayList<>();
    private final JRootPane root = new JRootPane();
    private long when = 1_000_000;

    @BeforeEach
    void bind() {
        bind(root, KeySettings.DEFAULT);
    }

    private void bind(JRootPane to, KeySettings settings) {
        new KeyBindings(
                        new KeyBindings.Target() {
                            @Override
                            public void mark(MarkKind kind) {
                                asked.add(kind.name());
                            }

                            @Override
                            public void suds(int number) {
                                asked.add("suds " + number);
                            }

                            @Override
                            public void phase(Phase phase) {
                                asked.add(phase.name());
                            }

                            @Override
                            public void display(KeyBindings.DisplayKey key) {
                                asked.add(key.name());
                            }

                            @Override
                            public void guess(RegulationState state) {
                                asked.add("guess " + state);
                            }
                        },
                        settings)
                .install(to);
    }

    @Test
    void oneKeyIsOneMark() {
        press("typed s", 1000);
        press("typed W", 1000);
        press("typed 6", 1000);
        press("typed x", 1000);
        press("F3", 1000);
        press("ctrl S", 1000);
        press("typed u", 1000);
        press("typed m", 1000);
        press("F6", 1000);
        press("ctrl W", 1000);
        press("ctrl D", 1000);

        assertThat(asked)
                .containsExactly(
                        "SLOW",
                        "WORDS_NOT_BODY",
                        "suds 6",
                        "suds 10",
                        "WORK",
                        "SNOOZE",
                        "UNDO",
                        "SET",
                        "NEXT_PROFILE",
                        "WITHDRAW",
                        "DELETE");
    }

    @Test
    void aKeyHeldDownCountsOnce() {
        press("typed s", 1000);
        for (int i = 0; i < 20; i++) {
            press("typed s", 33);
        }
        press("typed s", 700);

        assertThat(asked).containsExactly("SLOW", "SLOW");
    }

    @Test
    void twoDifferentKeysInQuickSuccessionBothCount() {
        press("typed g", 1000);
        press("typed i", 60);

        assertThat(asked).containsExactly("GROUND", "INQUIRE");
    }

    @Test
    void everyLetterOfTheCardIsBound() {
        for (Act act : Act.values()) {
            act.mark()
                    .ifPresent(
                            kind -> {
                                asked.clear();
                                press("typed " + act.standard().toLowerCase(Locale.ROOT), 1000);
                                assertThat(asked).containsExactly(kind.name());
                            });
        }
    }

    @Test
    void everyActCanBeAskedForByAnotherKeyAndNoLongerByItsOwn() {
        JRootPane other = new JRootPane();
        bind(
                other,
                KeySettings.DEFAULT
                        .with(Act.SLOW, "ä")
                        .with(Act.WHY, "Strg + J")
                        .with(Act.WITHDRAW, "f5")
                        .with(Act.HIDE, "."));
        asked.clear();
        for (String stroke : List.of("typed ä", "typed Ä", "ctrl J", "F5", "typed .")) {
            press(other, stroke, 1000);
        }

        assertThat(asked).containsExactly("SLOW", "SLOW", "WHY", "WITHDRAW", "HIDE");
        for (String stroke : List.of("typed s", "typed S", "ctrl Y", "ctrl W")) {
            assertThat(
                            other.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                                    .get(KeyStroke.getKeyStroke(stroke)))
                    .as(stroke)
                    .isNull();
        }
    }

    private void press(String stroke, long later) {
        press(root, stroke, later);
    }

    private void press(JRootPane root, String stroke, long later) {
        when += later;
        Object name =
                root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                        .get(KeyStroke.getKeyStroke(stroke));
        assertThat(name).as(stroke).isNotNull();
        root.getActionMap().get(name).actionPerformed(new ActionEvent(root, 0, "", when, 0));
    }
}

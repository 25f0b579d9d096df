package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
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
                        })
                .install(root);
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
        MarkKeys.letters()
                .forEach(
                        (letter, kind) -> {
                            asked.clear();
                            press("typed " + Character.toLowerCase(letter), 1000);
                            assertThat(asked).containsExactly(kind.name());
                        });
    }

    private void press(String stroke, long later) {
        when += later;
        Object name =
                root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                        .get(KeyStroke.getKeyStroke(stroke));
        assertThat(name).as(stroke).isNotNull();
        root.getActionMap().get(name).actionPerformed(new ActionEvent(root, 0, "", when, 0));
    }
}

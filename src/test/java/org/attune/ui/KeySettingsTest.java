package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which keys will do for which act, and that what is shown are the real ones. */
final class KeySettingsTest {
    @Test
    void noTwoActsShareAKey() {
        assertThatThrownBy(() -> KeySettings.DEFAULT.with(Act.SLOW, "g"))
                .isInstanceOf(KeySettings.Shared.class)
                .hasMessage("must not be the key of slow too: ground=G");
        assertThat(KeySettings.DEFAULT.with(Act.SLOW, "j").with(Act.GROUND, "s").typed('s'))
                .contains(Act.GROUND);
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAW,Y", "QUIT,Space", "SLOW,Ctrl+J", "SLOW,F9", "UNDO,Space", "SLOW,ß1"})
    void someActsTakeSomeKeysOnly(Act act, String stroke) {
        assertThatThrownBy(() -> KeySettings.DEFAULT.with(act, stroke))
                .hasMessageContaining(act.reach().rule + ": " + act.setting() + "=");
    }

    @ParameterizedTest
    @CsvSource({"SLOW,7", "NUMBERS,+", "NUMBERS,F1", "THEME,F10", "SLOW,٣"})
    void whatMeansSomethingEverywhereIsReserved(Act act, String stroke) {
        assertThatThrownBy(() -> KeySettings.DEFAULT.with(act, stroke))
                .hasMessageContaining("must not be a digit, +, F1 or F10");
    }

    @ParameterizedTest
    @CsvSource({"z", "K", "d", "Q"})
    void whatTheTerminalKeepsIsNoMark(String stroke) {
        assertThatThrownBy(() -> KeySettings.DEFAULT.with(Act.SLOW, stroke))
                .hasMessageContaining("which the terminal keeps");
    }

    @Test
    void aMarkIsShownByTheKeyThatEnteredIt() {
        KeySettings keys = KeySettings.DEFAULT.with(Act.SLOW, "ö").with(Act.PROFILE, "F5");
        assertThat(keys.sign(Marker.of(SessionTime.ZERO, MarkKind.SLOW))).contains("Ö");
        assertThat(
                        keys.sign(
                                new Marker(
                                        SessionTime.ZERO,
                                        MarkKind.PROFILE,
                                        "emdr@" + "a".repeat(16))))
                .contains("F5");
    }

    @Test
    void wordsThatNameAKeyNameTheRealOne() {
        DisplaySettings german =
                DisplaySettings.DEFAULT
                        .withLanguage(DisplaySettings.Language.DE)
                        .withKeys(
                                KeySettings.DEFAULT
                                        .with(Act.UNDO, ",")
                                        .with(Act.HIDE, "F5")
                                        .with(Act.WITHDRAW, "Ctrl+J"));
        LiveWords words = LiveWords.of(german);

        assertThat(words.text("undo.hint")).startsWith(", ");
        assertThat(words.text("window.hidden")).contains("F5");
        assertThat(words.key(Act.WITHDRAW)).isEqualTo("Strg J");
        assertThat(LiveWords.in(Locale.GERMAN).key(Act.HIDE)).isEqualTo("Leer");
    }
}

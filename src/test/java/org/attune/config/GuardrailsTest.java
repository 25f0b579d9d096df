package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuardrailsTest {
    @Test
    void theDefaultsNeedNoWarning() {
        assertThat(Guardrails.warnings(AttuneSettings.DEFAULT)).isEmpty();
    }

    @Test
    void aDwellBelowTenSecondsIsWarnedOfInPlainWords() {
        assertThat(warnings("states.rising_dwell_seconds", "5"))
                .containsExactly(
                        "states.rising_dwell_seconds is 5, recommended 10 to 30: a moment of talk"
                                + " or movement will look like more");
    }

    @Test
    void aBudgetAboveFiveCuesIsWarnedOf() {
        assertThat(warnings("cues.budget", "5")).isEmpty();
        assertThat(warnings("cues.budget", "6"))
                .containsExactly(
                        "cues.budget is 6, recommended 0 to 5: so many cues turn into noise and"
                                + " draw the eye from the person");
    }

    @Test
    void noCuesAtAllIsAChoiceNotAMistake() {
        assertThat(warnings("cues.budget", "0")).isEmpty();
    }

    @Test
    void askingOnlyForMoreIsWarnedOf() {
        assertThat(warnings("cues.ease_cues", "false"))
                .singleElement()
                .asString()
                .contains("never for less");
        assertThat(warnings("cues.invite_cues", "false")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "condition.silent_after_seconds, 2, 10",
        "windows.rate_seconds, 5, 60",
        "windows.variability_seconds, 30, 300",
        "windows.least_coverage, 0.3, 1",
        "windows.least_pairs, 2, 200",
        "level.least_believed, 0.1, 1",
        "level.most_conflict, 0.01, 0.069",
        "baseline.settle_seconds, 0, 900",
        "baseline.learn_seconds, 60, 900",
        "states.rising_dwell_seconds, 5, 60",
        "states.high_dwell_seconds, 5, 60",
        "states.leave_dwell_seconds, 5, 120",
        "states.settling_dwell_seconds, 5, 60",
        "states.hold_seconds, 0, 60",
        "states.high_above, 1.6, 8",
        "states.high_least_bpm, 0, 40",
        "states.quiet_dwell_seconds, 60, 600",
        "cues.budget_minutes, 10, 240",
        "cues.refractory_seconds, 0, 1800"
    })
    void bothEndsOfWhatIsAllowedAreUnwise(String key, String low, String high) {
        String lowFile = key.equals("states.high_above") ? "high_below = 1.5\n" : "";
        assertThat(Guardrails.warnings(load(Keys.written(key, low) + lowFile)))
                .singleElement()
                .asString()
                .startsWith(key + " is " + low + ", recommended ");
        assertThat(warnings(key, high))
                .singleElement()
                .asString()
                .startsWith(key + " is " + high + ", recommended ");
    }

    @Test
    void aBandAllowedToCreepIsWarnedOf() {
        assertThat(warnings("band.rise_per_session_bpm", "2.5"))
                .singleElement()
                .asString()
                .contains("recommended 0 to 2", "always aroused");
        assertThat(warnings("band.most_rise_bpm", "9"))
                .singleElement()
                .asString()
                .contains("recommended 0 to 8");
    }

    @Test
    void everyWarningNamesItsOwnKeyAndSaysWhatItCosts() {
        Map<String, String> extremes =
                new TreeMap<>(Map.of("cues.budget", "20", "windows.rate_seconds", "60"));
        StringBuilder file = new StringBuilder();
        extremes.forEach((key, value) -> file.append(Keys.written(key, value)));

        assertThat(Guardrails.warnings(load(file.toString())))
                .hasSize(2)
                .allMatch(w -> w.matches("[a-z]+\\.[a-z_]+ is \\S+, recommended .+: .{10,}"));
    }

    private static List<String> warnings(String key, String value) {
        return Guardrails.warnings(load(Keys.written(key, value)));
    }

    private static AttuneSettings load(String text) {
        return SettingsLoader.ofText("test", text);
    }
}

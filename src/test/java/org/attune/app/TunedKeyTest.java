package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.attune.config.AttuneSettings;
import org.attune.config.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TunedKeyTest {
    @Test
    void aRangeHoldsBothEndsWithoutRoundingError() {
        assertThat(TunedKey.parse("cues.budget=0.1..0.4:0.1").values())
                .containsExactly("0.1", "0.2", "0.3", "0.4");
    }

    @Test
    void aListIsTakenAsItIs() {
        TunedKey key = TunedKey.parse("cues.ease_cues=true,false");
        assertThat(key.values()).containsExactly("true", "false");
        assertThat(key.isSetting()).isTrue();
        assertThat(TunedKey.parse("HRz60=3").isSetting()).isFalse();
    }

    @Test
    void onlyTheNamedKeyOfTheNamedSectionIsChanged() {
        String toml = AttuneSettings.DEFAULT.toToml();
        TunedKey key = TunedKey.parse("level.least_believed=1");
        AttuneSettings changed = SettingsLoader.ofText("test", key.written(toml, "1"));
        assertThat(changed.pipeline().regulation().level().leastBelieved()).isEqualTo(1);
        assertThat(changed.pipeline().windows())
                .isEqualTo(AttuneSettings.DEFAULT.pipeline().windows());
        assertThat(changed.toToml().lines().filter(line -> !toml.contains(line)))
                .hasSizeLessThan(2);
    }

    @Test
    void anUnknownKeyIsNamed() {
        TunedKey key = TunedKey.parse("quality.nope=1");
        assertThatThrownBy(() -> key.written(AttuneSettings.DEFAULT.toToml(), "1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("quality.nope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b=1..2",
                "a.b=2..1:1",
                "a.b=1..2:0",
                "a.b=1..9:0.0001",
                "a.b=1..2.3.4:1"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> TunedKey.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(text);
    }
}

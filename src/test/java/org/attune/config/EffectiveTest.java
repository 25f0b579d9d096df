package org.attune.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * Records say in different ways that a value is wrong; the user always hears file, line and key.
 */
final class EffectiveTest {
    private final Effective values =
            new Effective(TomlLayer.of("house.toml", "[room]\ndoor_width = 80\n", 0));

    @Test
    void aContractInTheWordsOfTheHouseIsToldInTheWordsOfTheFile() {
        assertThatThrownBy(() -> refuse("must be 60 to 70: doorWidth=80"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "house.toml line 2: room.door_width must be 60 to 70, is 80: correct it");
    }

    @Test
    void aContractInOtherWordsIsToldWithItsSection() {
        assertThatThrownBy(() -> refuse("too narrow"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("section [room]: too narrow: correct it");
        assertThatThrownBy(() -> refuse("must be shut: window=1"))
                .hasMessage("section [room]: must be shut: window=1: correct it");
    }

    @Test
    void aKeyWithoutDefaultIsOurMistakeAndNotTheUsers() {
        assertThatThrownBy(() -> values.section("room").number("floor"))
                .isInstanceOf(IllegalStateException.class);
    }

    private void refuse(String words) {
        values.section("room")
                .build(
                        () -> {
                            throw new IllegalArgumentException(words);
                        });
    }
}

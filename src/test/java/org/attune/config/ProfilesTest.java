package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProfilesTest {
    private static final Path FOLDER = Path.of("config/profiles");

    static List<String> names() {
        return SettingsLoader.BUILT_IN;
    }

    @Test
    void everyProfileInTheFolderIsOfferedAndEveryOneOfferedIsThere() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(
                            names().stream().map(name -> name + ".toml").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyKeyOfAProfileChangesSomething(String name) throws IOException {
        TomlLayer file = TomlLayer.of(name, Files.readString(FOLDER.resolve(name + ".toml")), 0);

        AttuneSettings settings = SettingsLoader.load(null, name);

        assertThat(Keys.changed(AttuneSettings.DEFAULT, settings))
                .containsExactlyInAnyOrderElementsOf(file.keys());
    }

    @ParameterizedTest
    @MethodSource("names")
    void noProfileNeedsAWarning(String name) {
        assertThat(Guardrails.warnings(SettingsLoader.load(null, name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aProfileSaysWhatItCannotDo(String name) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(name + ".toml")))
                .contains("What this profile cannot say yet:");
    }

    @Test
    void exposureAsksForMoreBeforeItCallsAStateHigh() {
        var usual = SettingsLoader.defaults().pipeline().regulation().states();
        var exposure = SettingsLoader.load(null, "exposure").pipeline().regulation().states();

        assertThat(exposure.highAbove()).isGreaterThan(usual.highAbove());
        assertThat(exposure.highDwellSeconds()).isGreaterThan(usual.highDwellSeconds());
        assertThat(exposure.quietDwellSeconds()).isLessThan(usual.quietDwellSeconds());
    }

    @Test
    void stabilisationTellsARiseEarlierAndLeavesQuietAlone() {
        var usual = SettingsLoader.defaults().pipeline();
        var stabilisation = SettingsLoader.load(null, "stabilisation").pipeline();

        assertThat(stabilisation.regulation().states().highAbove())
                .isLessThan(usual.regulation().states().highAbove());
        assertThat(stabilisation.cues().inviteCues()).isFalse();
        assertThat(stabilisation.cues().easeCues()).isTrue();
    }

    @Test
    void allProfilesAtOnceAreWhatEachIsAlone() {
        Map<String, AttuneSettings> all = SettingsLoader.profiles(null);
        assertThat(all.keySet()).containsExactlyElementsOf(SettingsLoader.BUILT_IN);
        all.forEach((name, each) -> assertThat(each).isEqualTo(SettingsLoader.load(null, name)));
    }
}

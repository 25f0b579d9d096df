package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsLoaderTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("mine.toml");
    }

    @Test
    void whatAFileDoesNotNameStaysAsItWas() throws IOException {
        write(file, "[states]\nhigh_above = 3\n");

        AttuneSettings settings = SettingsLoader.load(file, null);

        assertThat(settings.pipeline().regulation().states().highAbove()).isEqualTo(3.0);
        assertThat(Keys.changed(AttuneSettings.DEFAULT, settings))
                .containsExactly("states.high_above");
    }

    @Test
    void aProfileIsLaidOverTheFile() throws IOException {
        write(file, "[cues]\nbudget = 4\n[states]\nhigh_above = 3\n");

        AttuneSettings settings = SettingsLoader.load(file, "exposure");

        assertThat(settings.pipeline().regulation().states().highAbove()).isEqualTo(3.5);
        assertThat(settings.pipeline().cues().budget()).isEqualTo(4);
    }

    @Test
    void aProfileBesideTheFileTakesThePlaceOfTheBuiltInOne() throws IOException {
        write(file, "");
        write(folder.resolve("profiles/exposure.toml"), "[cues]\nbudget = 1\n");
        write(folder.resolve("profiles/my-way.toml"), "[cues]\nbudget = 2\n");
        write(folder.resolve("profiles/Not A Name.toml"), "");

        assertThat(Keys.changed(AttuneSettings.DEFAULT, SettingsLoader.load(file, "exposure")))
                .containsExactly("cues.budget");
        assertThat(SettingsLoader.load(file, "my-way").pipeline().cues().budget()).isEqualTo(2);
        assertThat(SettingsLoader.profileNames(file))
                .containsExactly("couple", "emdr", "exposure", "my-way", "stabilisation");
    }

    @Test
    void aProfileIsFoundBesideAFileNamedWithoutFolder() {
        assertThatThrownBy(() -> SettingsLoader.load(Path.of("nowhere.toml"), "exposure"))
                .hasMessage("nowhere.toml does not exist: check the name");
        assertThat(SettingsLoader.profileNames(Path.of("nowhere.toml")))
                .isEqualTo(SettingsLoader.BUILT_IN);
    }

    @Test
    void anUnknownProfileIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> SettingsLoader.load(null, "exposur"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "there is no profile \"exposur\": choose one of couple, emdr, exposure,"
                                + " stabilisation");
    }

    @Test
    void aProfileNameIsNeverAPathOutOfItsFolder() throws IOException {
        write(file, "");
        write(folder.resolve("outside.toml"), "[cues]\nbudget = 1\n");
        Files.createDirectory(folder.resolve("profiles"));

        assertThatThrownBy(() -> SettingsLoader.load(file, "../outside"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("there is no profile \"../outside\"");
    }

    @Test
    void aValueBeyondItsLimitsIsNamedWithFileLineAndKey() throws IOException {
        write(file, "# mine\n[states]\n\nhigh_above = 90\n");

        refuses(file + " line 4: states.high_above must be 1.0 to 8.0, is 90: correct it");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheOneThatWasProbablyMeant() throws IOException {
        write(file, "[states]\nhigh_abov = 3\n");

        refuses(
                file
                        + " line 2: states.high_abov: there is no such key: did you mean"
                        + " states.high_above?");
    }

    @Test
    void aKeyLikeNoOtherIsToBeRemoved() throws IOException {
        write(file, "[cues]\nringtone_of_choice = 1\n");

        refuses(file + " line 2: cues.ringtone_of_choice: there is no such key: remove it");
    }

    @Test
    void anUnknownSectionIsRefusedEvenWhenItIsEmpty() throws IOException {
        write(file, "\n[state]\n");

        refuses(file + " line 2: state: there is no such section: did you mean states?");
    }

    @Test
    void aKeyOutsideAnySectionIsRefused() throws IOException {
        write(file, "high_above = 3\n");

        refuses(
                file
                        + " line 1: high_above stands outside any section: move it below its"
                        + " [section] heading");
    }

    @Test
    void aSectionWrittenTwiceAsAListIsRefused() throws IOException {
        write(file, "[[states]]\nhigh_above = 3\n");

        refuses(file + " line 1: states is a list, not a section: write [states]");
    }

    @Test
    void aTableInThePlaceOfAValueIsRefused() throws IOException {
        write(file, "[states.high_above]\nx = 3\n");

        assertThatThrownBy(() -> SettingsLoader.load(file, null))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("states.high_above must be a number");
    }

    @Test
    void aWrongTypeIsRefusedInTheWordsOfTheKey() {
        refusesText("[cues]\nbudget = \"many\"", "cues.budget must be a whole number, is \"many\"");
        refusesText("[cues]\nbudget = 2.5", "cues.budget must be a whole number, is 2.5");
        refusesText("[cues]\nbudget = 4294967297", "cues.budget must be a whole number, is 42949");
        refusesText("[cues]\nease_cues = 1", "cues.ease_cues must be true or false, is 1");
        refusesText("[states]\nhigh_above = true", "states.high_above must be a number, is true");
        refusesText("[states]\nhigh_above = nan", "states.high_above must be a number, is NaN");
        refusesText("[states]\nrising_below = -inf", "states.rising_below must be a number, is -I");
    }

    @Test
    void ofTwoValuesThatDoNotGoTogetherTheOneTheUserWroteIsToBlame() {
        refusesText(
                "[states]\nhigh_above = 1.2",
                "test line 2: states.high_above must be above states.rising_above=1.4, is 1.2");
        refusesText(
                "[states]\nhigh_below = 2.75",
                "test line 2: states.high_below must be below states.high_above=2.0, is 2.75");
    }

    @Test
    void ofTwoValuesThatDoNotGoTogetherTheProfileIsToBlameForItsOwn() throws IOException {
        write(file, "[states]\nhigh_below = 2.4\n");
        write(folder.resolve("profiles/low.toml"), "[states]\nhigh_above = 2.2\n");
        assertThatThrownBy(() -> SettingsLoader.load(file, "low"))
                .hasMessageContaining(
                        "low.toml line 2: states.high_above must be above states.high_below=2.4,"
                                + " is 2.2");
    }

    @Test
    void brokenTomlIsRefusedInOneLineWithItsPlace() throws IOException {
        write(file, "[states]\nhigh_above = = 3\n");

        assertThatThrownBy(() -> SettingsLoader.load(file, null))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + " line 2: not valid TOML: ");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        refusesText("[cues]\nbudget = 1\nbudget = 2\n", "test line 3: not valid TOML");
    }

    @Test
    void aMissingFileAFolderAndANonTextAreRefused() throws IOException {
        refuses(file + " does not exist: check the name");
        Files.write(file, new byte[] {'#', (byte) 0xC3, (byte) 0x28});
        refuses(file + " is not UTF-8 text: save it as UTF-8");
        Files.write(file, new byte[70_000]);
        refuses(file + " is larger than 64 KiB, so no settings file: check the name");
        Path inside = folder.resolve("folder.toml");
        Files.createDirectory(inside);
        assertThatThrownBy(() -> SettingsLoader.load(inside, null))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        inside + " cannot be read: check that it is a file and its permissions");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoTrouble() throws IOException {
        write(file, "\uFEFF[cues]\r\nbudget = 1\r\n");

        assertThat(SettingsLoader.load(file, null).pipeline().cues().budget()).isEqualTo(1);
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> SettingsLoader.load(file, null))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    private static void refusesText(String text, String message) {
        assertThatThrownBy(() -> SettingsLoader.ofText("test", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }
}

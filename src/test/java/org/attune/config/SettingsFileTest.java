package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.attune.ui.Act;
import org.attune.ui.DisplaySettings;
import org.attune.ui.KeySettings;
import org.attune.ui.Saying;
import org.attune.ui.WordSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window changes in somebody's own file, and what it leaves alone. */
final class SettingsFileTest {
    private static final DisplaySettings EDITED =
            DisplaySettings.DEFAULT
                    .withKeys(KeySettings.DEFAULT.with(Act.GROUND, "\"").with(Act.SLOW, "g"))
                    .withWords(WordSettings.NONE.with(Saying.EASE, "say \"wait\" \\ ü"))
                    .withClientWords("slowly");

    @TempDir Path folder;

    @Test
    void whereThereIsNoFileOneIsWrittenThatReadsTheSame() {
        Path file = folder.resolve("deeper").resolve("attune.toml");

        SettingsFile.save(file, EDITED);

        assertThat(SettingsLoader.load(file, null).display()).isEqualTo(EDITED);
    }

    @Test
    void whatAPersonWroteStaysAsTheyWroteIt() throws IOException {
        Path file = folder.resolve("mine.toml");
        String mine =
                """
                # my own
                [cues] # fewer
                budget = 2

                [display.keys]
                slow = "J" # was S
                # not this
                [display]
                theme = "dim"
                client_words = "old"
                """;
        Files.writeString(file, mine);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        SettingsFile.save(file, EDITED);

        AttuneSettings now = SettingsLoader.load(file, null);
        assertThat(now.display()).isEqualTo(EDITED.withTheme(DisplaySettings.Theme.DIM));
        assertThat(now.pipeline().cues().budget()).isEqualTo(2);
        assertThat(Files.readString(file)).contains("# my own", "[cues] # fewer", "# not this");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("mine.toml");
    }

    @Test
    void whereNothingDiffersNothingIsWritten() {
        Path file = folder.resolve("attune.toml");

        SettingsFile.save(file, DisplaySettings.DEFAULT.withScale(2));

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsWrittenInAnotherWayIsLeftToItsAuthor() throws IOException {
        for (String odd :
                new String[] {
                    "display = { keys = { slow = \"J\" } }\n", "[display]\nkeys.slow = \"J\"\n"
                }) {
            Path file = folder.resolve("odd.toml");
            Files.writeString(file, odd);

            assertThatThrownBy(() -> SettingsFile.save(file, EDITED))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("only a person can change");
            assertThat(file).hasContent(odd);
        }
    }

    @Test
    void twoActsWithOneKeyAreRefusedByLineAndTheLaterIsToBlame() {
        assertThatThrownBy(
                        () ->
                                SettingsLoader.ofText(
                                        "mine", "[display.keys]\nslow = \"J\"\nground = \"j\"\n"))
                .hasMessage(
                        "mine line 3: display.keys.ground must not be the key of slow too, is"
                                + " \"j\": correct it");
        assertThatThrownBy(() -> SettingsLoader.ofText("mine", "[display.keys]\nslow = \"G\"\n"))
                .hasMessage(
                        "mine line 2: display.keys.slow must not be the key of ground too, is"
                                + " \"G\": correct it");
        assertThatThrownBy(() -> SettingsLoader.ofText("mine", "[display.keys]\nslwo = \"J\"\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("did you mean display.keys.slow?");
        assertThatThrownBy(
                        () ->
                                SettingsLoader.ofText(
                                        "mine", "[display.words]\nease = \"\\u202Ex\"\n"))
                .hasMessageContaining(
                        "mine line 2: display.words.ease must be plain words on one line");
    }
}

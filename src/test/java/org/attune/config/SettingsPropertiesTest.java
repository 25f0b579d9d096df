package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, loading it yields settings or a ConfigException of one line. */
final class SettingsPropertiesTest {
    private static final TomlLayer DEFAULTS = SettingsLoader.builtInDefaults();
    private static final String ALPHABET =
            "[]{}=.,\"'#-_+\\ \t\n\r\u0000\u0007\u2028\uFEFFé0123456789eExinfatrus:TZ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedFilesLoadOrAreRefusedInOneLine(long seed) throws IOException {
        Random random = new Random(seed);
        String shortFile = AttuneSettings.DEFAULT.toToml();
        List<String> originals =
                List.of(
                        shortFile,
                        shortFile,
                        Files.readString(Path.of("config/profiles/exposure.toml")),
                        "[cues]\nbudget = 3\n");
        int refused = 0;
        for (int i = 0; i < 250; i++) {
            String text = originals.get(random.nextInt(originals.size()));
            for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                text = mutate(text, random);
            }
            refused += loads(text, seed, i) ? 0 : 1;
        }
        assertThat(refused).as("mutations do break files, seed %d", seed).isBetween(50, 249);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void noiseIsRefusedInOneLine(long seed, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("noise.toml");
        for (int i = 0; i < 100; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            Files.write(file, noise);
            try {
                SettingsLoader.load(file, null);
            } catch (ConfigException e) {
                assertThat(e.getMessage()).as("seed %d, case %d", seed, i).matches("\\P{Cntrl}+");
            }
            loads(new String(noise, StandardCharsets.ISO_8859_1), seed, i);
            StringBuilder letters = new StringBuilder();
            for (int n = random.nextInt(80); n > 0; n--) {
                letters.append(letter(random));
            }
            loads(letters.toString(), seed, i);
        }
    }

    @Test
    void aFileThatNestsWithoutEndIsRefused() {
        for (String unit : List.of("[", "{a=", "a=[", "[[", "a.", "\"", "'''", "x=1\n", "-")) {
            String text = unit.repeat(60_000 / unit.length());
            assertThat(loads(text, 0, 0)).as(unit).isFalse();
            assertThat(loads("[cues]\nbudget = " + text, 0, 0)).as(unit).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void settingsWrittenOutAndReadAgainAreTheSame(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 100; i++) {
            AttuneSettings settings = randomSettings(random);
            AttuneSettings again = SettingsLoader.ofText(DEFAULTS, "text", settings.toToml());
            assertThat(again).as("seed %d, case %d", seed, i).isEqualTo(settings);
            assertThat(again.fingerprint()).isEqualTo(settings.fingerprint());
            read += settings.equals(AttuneSettings.DEFAULT) ? 0 : 1;
        }
        assertThat(read).as("seed %d", seed).isGreaterThan(50);
    }

    /** Defaults with each value moved by up to a tenth; the defaults where that crosses a limit. */
    private static AttuneSettings randomSettings(Random random) {
        StringBuilder text = new StringBuilder();
        String section = "";
        for (Map.Entry<String, Object> key : Keys.of(AttuneSettings.DEFAULT).entrySet()) {
            String name = key.getKey();
            String heading = name.substring(0, name.lastIndexOf('.'));
            text.append(heading.equals(section) ? "" : "[" + heading + "]\n");
            section = heading;
            Object value = key.getValue();
            if (value instanceof Double number) {
                value = number * (0.95 + 0.1 * random.nextDouble());
            } else if (value instanceof Boolean) {
                value = random.nextBoolean();
            }
            text.append(name.substring(name.lastIndexOf('.') + 1)).append(" = ");
            text.append(Keys.text(value));
            text.append('\n');
        }
        try {
            return SettingsLoader.ofText(DEFAULTS, "random", text.toString());
        } catch (ConfigException e) {
            return AttuneSettings.DEFAULT;
        }
    }

    /** Whether it loads; fails on anything but settings or a ConfigException of one line. */
    private static boolean loads(String text, long seed, int number) {
        try {
            SettingsLoader.ofText(DEFAULTS, "test", text);
            return true;
        } catch (ConfigException e) {
            assertThat(e.getMessage())
                    .as("seed %d, case %d", seed, number)
                    .matches("\\P{Cntrl}+")
                    .hasSizeLessThan(410)
                    .startsWith("test line ");
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("seed " + seed + ", case " + number + ": " + text, e);
        }
    }

    private static String mutate(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(6));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + letter(random) + text.substring(at);
            case 2 -> text.substring(0, at) + letter(random) + text.substring(end);
            case 3 -> shuffled(text, random);
            default -> text.substring(0, at) + text.substring(random.nextInt(text.length() + 1));
        };
    }

    private static String shuffled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private static char letter(Random random) {
        return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }
}

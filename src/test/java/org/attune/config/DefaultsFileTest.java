package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file of defaults says the truth: about the values, the limits, and which keys there are. */
final class DefaultsFileTest {
    private static final Pattern LIMITS =
            Pattern.compile("Limits: ([0-9.]*[0-9]) to ([0-9.]*[0-9])");

    private static final Pattern MOST_CHARACTERS = Pattern.compile("Limits: at most (\\d+)");

    static Collection<String> keys() {
        return Keys.of(AttuneSettings.DEFAULT).keySet();
    }

    @Test
    void theFileStatesTheDefaultsOfTheRecords() {
        assertThat(SettingsLoader.defaults()).isEqualTo(AttuneSettings.DEFAULT);
    }

    @Test
    void everyComponentHasAKeyAndEveryKeyAComponentInTheSameOrder() {
        assertThat(Documented.comments().keySet()).containsExactlyElementsOf(keys());
    }

    @Test
    void theFileInTheJarIsTheOneInTheConfigFolder() throws IOException {
        try (InputStream in = SettingsLoader.class.getResourceAsStream("attune.toml")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Documented.text());
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theKeyIsDocumentedWithUnitLimitsAndSource(String key) {
        assertThat(Documented.comments().get(key))
                .matches(".+ Unit: .+\\. Limits: .+\\. Source: .+\\.");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theDocumentedLimitsAreTheOnesEnforced(String key) {
        Object standard = Keys.of(AttuneSettings.DEFAULT).get(key);
        String comment = Documented.comments().getOrDefault(key, "");
        if (standard instanceof Boolean) {
            assertThat(comment).contains("Limits: none.");
            return;
        }
        if (key.startsWith("display.keys.")) {
            String rule = comment.replaceAll(".*Limits: (.*)\\. Source.*", "must be $1");
            accepts(key, freeKey(key));
            for (String none : List.of("", "Esc", "Alt+J", "ab", "\t", "\u202e", "Ctrl+1", "F13")) {
                assertThatThrownBy(() -> set(key, none)).as(none).hasMessageContaining(rule);
            }
            for (String reserved : List.of("7", "F1", "F10")) {
                assertThatThrownBy(() -> set(key, reserved)).hasMessageContaining("must ");
            }
            String taken = key.endsWith(".theme") ? "Ctrl+Q" : "Ctrl+L";
            assertThatThrownBy(() -> set(key, comment.contains("Ctrl") ? taken : "?"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageMatching(
                            "test line 2: " + Pattern.quote(key) + " must not be the key of .*");
            return;
        }
        if (standard instanceof String) {
            Matcher most = MOST_CHARACTERS.matcher(comment);
            assertThat(most.find()).as(comment).isTrue();
            String longest = "n".repeat(Integer.parseInt(most.group(1)));
            accepts(key, longest);
            assertThatThrownBy(() -> set(key, longest + "n")).isInstanceOf(ConfigException.class);
            assertThatThrownBy(() -> set(key, 5)).hasMessageContaining("must be text");
            return;
        }
        if (standard instanceof Enum<?> choice) {
            for (Enum<?> each : choice.getDeclaringClass().getEnumConstants()) {
                assertThat(comment).contains(Keys.text(each).replace("\"", ""));
                accepts(key, each);
            }
            assertThatThrownBy(() -> set(key, "\"pink\""))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("must be one of ")
                    .hasMessageContaining(Keys.text(choice).replace("\"", ""));
            return;
        }
        Matcher limits = LIMITS.matcher(comment);
        assertThat(limits.find()).as(comment).isTrue();
        boolean whole = standard instanceof Integer;
        double beyond = whole ? 1 : 0.001;
        double least = Double.parseDouble(limits.group(1));
        double most = Double.parseDouble(limits.group(2));
        accepts(key, number(least, whole));
        accepts(key, number(most, whole));
        refuses(key, number(least - beyond, whole));
        refuses(key, number(most + beyond, whole));
    }

    /** At its limit a value may still cross another threshold, but never its own limits. */
    private static void accepts(String key, Object value) {
        try {
            assertThat(Keys.changed(AttuneSettings.DEFAULT, set(key, value))).isSubsetOf(key);
        } catch (ConfigException e) {
            assertThat(e.getMessage()).containsPattern("must be (above|below) [a-z]+\\.[a-z_]+=");
        }
    }

    private static void refuses(String key, Object value) {
        assertThatThrownBy(() -> set(key, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching(
                        "test line 2: "
                                + Pattern.quote(key)
                                + " must be \\S+ to \\S+, is "
                                + Pattern.quote(value.toString())
                                + ": correct it");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theKeyChangesItsOwnComponentAndNoOther(String key) {
        Object standard = Keys.of(AttuneSettings.DEFAULT).get(key);
        Object other;
        if (standard instanceof Boolean flag) {
            other = !flag;
        } else if (standard instanceof Integer number) {
            other = number + 1;
        } else if (standard instanceof Double number) {
            other = number * 0.99;
        } else if (standard instanceof String words) {
            other = key.startsWith("display.keys.") ? freeKey(key) : words + "a \"word\" \\ ü";
        } else if (standard instanceof Enum<?> choice) {
            other =
                    Stream.of(choice.getDeclaringClass().getEnumConstants())
                            .filter(each -> each != choice)
                            .findFirst()
                            .orElseThrow();
        } else {
            throw new AssertionError("a setting of an unforeseen kind: " + key);
        }
        AttuneSettings changed = set(key, other);
        assertThat(Keys.changed(AttuneSettings.DEFAULT, changed)).containsExactly(key);
        assertThat(Keys.of(changed)).containsEntry(key, other);
        // What cannot change a conclusion does not make two sessions incomparable.
        assertThat(changed.fingerprint().equals(AttuneSettings.DEFAULT.fingerprint()))
                .isEqualTo(
                        key.startsWith("display.")
                                || key.startsWith("pacer.")
                                || key.startsWith("signal.")
                                || key.startsWith("band.")
                                || key.startsWith("strap.")
                                || key.startsWith("vault.")
                                || key.startsWith("retention.")
                                || key.startsWith("trend.")
                                || key.startsWith("dyad."));
    }

    @Test
    void settingsWrittenOutNameEveryKey() {
        Map<String, Entry> written =
                TomlLayer.of("text", AttuneSettings.DEFAULT.toToml(), 0).entries();
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(keys());
    }

    /** A key that nothing has, and that will do for this act. */
    private static String freeKey(String key) {
        String comment = Documented.comments().getOrDefault(key, "");
        return comment.contains("one letter") ? "J" : "Ctrl+J";
    }

    private static Object number(double value, boolean whole) {
        if (whole) {
            return (long) value;
        }
        return value;
    }

    private static AttuneSettings set(String key, Object value) {
        return SettingsLoader.ofText("test", Keys.file(key, value));
    }
}

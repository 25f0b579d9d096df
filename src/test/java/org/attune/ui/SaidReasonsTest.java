package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other parts give as a reason is said in the language of the display. */
final class SaidReasonsTest {
    private static final LiveWords GERMAN = LiveWords.in(Locale.GERMAN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "no client was named|niemand wurde genannt",
                "3 moments could not be recorded; the recording has a hole"
                        + "|3 Einträge konnten nicht aufgezeichnet werden; die Aufzeichnung hat"
                        + " eine Lücke",
                "consent was withdrawn; what was recorded is deleted"
                        + "|die Einwilligung wurde zurückgenommen; das Aufgezeichnete ist gelöscht",
                "client: no consent to 'record' is in force, no consent to 'store' is in force"
                        + "|client: keine Einwilligung zu 'record' gilt, keine Einwilligung zu"
                        + " 'store' gilt",
                "a reason nobody foresaw|a reason nobody foresaw"
            })
    void aReasonIsSaidInGermanOrLeftAsItIs(String english, String german) {
        assertThat(GERMAN.said(english)).isEqualTo(german);
        assertThat(LiveWords.in(Locale.ENGLISH).said(english)).isEqualTo(english);
    }

    @Test
    void everyReasonThatIsTranslatedIsGivenSomewhereWordForWord() throws IOException {
        String sources = sources();
        ResourceBundle english = WordBundle.in("org.attune.ui.words", Locale.ENGLISH);
        List<String> strange =
                english.keySet().stream()
                        .filter(key -> key.startsWith("said."))
                        .filter(
                                key ->
                                        Stream.of(english.getString(key).split("\\{\\d}"))
                                                .anyMatch(part -> !sources.contains(part)))
                        .toList();
        assertThat(strange).isEmpty();
    }

    /** With sentences that go over two lines put together again. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("app", "consent", "live", "store")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/attune", folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return Stream.of(all.toString().split("\"\\s*\\+\\s*\"")).collect(Collectors.joining());
    }
}

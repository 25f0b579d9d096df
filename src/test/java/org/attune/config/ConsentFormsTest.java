package org.attune.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsentFormsTest {
    @TempDir Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theFormHasFiveChoicesEachSaysWhatWhoSeesItAndUntilWhen(String language) {
        ConsentForm form = ConsentForms.load(null, "heartbeat", language);

        assertThat(form.choices().stream().map(ConsentForm.Choice::id))
                .containsExactly("live", "keep", "supervisor", "summary", "study");
        for (ConsentForm.Choice choice : form.choices()) {
            assertThat(choice.title()).isNotBlank();
            assertThat(choice.says()).isNotBlank();
            assertThat(choice.who()).isNotBlank();
            assertThat(choice.until()).isNotBlank();
            assertThat(choice.categories())
                    .isNotEmpty()
                    .doesNotContain(DataCategory.NOTES, DataCategory.IDENTITY);
        }
        assertThat(form.notices()).hasSize(4);
        assertThat(form.textSha256()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theFormOfNotesIsAboutNothingElse(String language) {
        ConsentForm form = ConsentForms.load(null, "notes", language);

        for (ConsentForm.Choice choice : form.choices()) {
            assertThat(choice.categories()).containsExactly(DataCategory.NOTES);
            assertThat(choice.scopes()).allMatch(ConsentScope::isOfNotes);
            assertThat(choice.until()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "notes"})
    void bothLanguagesOfferTheSame(String id) {
        ConsentForm english = ConsentForms.load(null, id, "en");
        ConsentForm german = ConsentForms.load(null, id, "de");

        assertThat(german.version()).isEqualTo(english.version());
        assertThat(german.words().keySet()).isEqualTo(english.words().keySet());
        assertThat(german.choices()).hasSameSizeAs(english.choices());
        for (int i = 0; i < english.choices().size(); i++) {
            ConsentForm.Choice one = english.choices().get(i);
            ConsentForm.Choice other = german.choices().get(i);
            assertThat(other.scopes()).isEqualTo(one.scopes());
            assertThat(other.categories()).isEqualTo(one.categories());
            assertThat(other.needs()).isEqualTo(one.needs());
            assertThat(other.purpose()).isEqualTo(one.purpose());
        }
    }

    @Test
    void scopesAreTickedSeparatelyAndNoneStandsInTwoChoices() {
        Set<ConsentScope> seen = EnumSet.noneOf(ConsentScope.class);
        for (ConsentForm.Choice choice : ConsentForms.load(null, "heartbeat", "en").choices()) {
            choice.scopes().forEach(scope -> assertThat(seen.add(scope)).as("%s", scope).isTrue());
        }
    }

    @Test
    void everyFormOfTheFolderTravelsWithTheProgram() throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("config/consent"), "*.md")) {
            files.forEach(file -> found.add(file.getFileName().toString().replace(".md", "")));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ConsentForms.BUILT_IN);
    }

    @Test
    void aTextThePracticeChangedIsUsedAndHasAnotherHash() throws IOException {
        ConsentForm shipped = ConsentForms.load(null, "heartbeat", "en");
        Path settings = temp.resolve("my.toml");
        assertThat(ConsentForms.load(settings, "heartbeat", "en")).isEqualTo(shipped);
        own(shipped.text().replace("practice: ", "practice: Practice Moreau, "));

        ConsentForm own = ConsentForms.load(settings, "heartbeat", "en");

        assertThat(own.practice()).startsWith("Practice Moreau");
        assertThat(own.textSha256()).isNotEqualTo(shipped.textSha256());
        assertThat(ConsentForms.ofText(own.text())).isEqualTo(own);
    }

    @Test
    void aFormThatCannotBeUsedIsRefusedWithItsLine() throws IOException {
        String text = ConsentForms.load(null, "heartbeat", "en").text();
        refused(text.replace("- who: your therapist\n", ""), "does not say 'who'");
        refused(text.replace("scopes: live-display", "scopes: telepathy"), "'telepathy'");
        refused(text.replace("needs: live", "needs: study"), "stands nowhere above");
        refused(text.replace("contact: ask your therapist\n", ""), "'contact'");
        refused(text.replace("- title: Your receipt\n", ""), "'title'");
        refused(text.replace("language: en", "language: fr"), "says it is heartbeat.fr");
        refused("hello", "three dashes");
        refused("", "three dashes");
        refused("---\n---\n", "a title");
    }

    @Test
    void nothingMayBeTickedBeforehand() throws IOException {
        String text = ConsentForms.load(null, "heartbeat", "en").text();
        refused(text.replace("Without your name. In", "[x] Without your name. In"), "ticked");
    }

    @Test
    void aNameIsNeverAPathOutOfTheFolder() {
        for (String name : List.of("../secret", "a/b", "", "HEARTBEAT", "heartbeat.en")) {
            assertThatThrownBy(() -> ConsentForms.load(temp.resolve("my.toml"), name, "en"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("there is no consent form");
        }
        assertThatThrownBy(() -> ConsentForms.load(null, "heartbeat", "../../en"))
                .isInstanceOf(ConfigException.class);
    }

    private void refused(String text, String because) throws IOException {
        own(text);
        assertThatThrownBy(() -> ConsentForms.load(temp.resolve("my.toml"), "heartbeat", "en"))
                .as(because)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(because);
    }

    private void own(String text) throws IOException {
        Files.createDirectories(temp.resolve("consent"));
        Files.writeString(temp.resolve("consent/heartbeat.en.md"), text);
    }
}

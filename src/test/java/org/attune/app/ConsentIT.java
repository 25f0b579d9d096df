package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consent from the first yes to the last no, by the commands. */
class ConsentIT {
    @TempDir Path home;

    private AttuneProcess.Result attune(String... arguments) {
        return InProcess.with(home.resolve("vault"), home.resolve("passphrase")).attune(arguments);
    }

    @BeforeEach
    void aVault() throws IOException {
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE);
        assertThat(attune("vault", "init").exitCode()).isZero();
    }

    @Test
    void aConsentIsGivenShownHandedOutCheckedWithdrawnAndErased() throws IOException {
        AttuneProcess.Result given =
                attune(
                        "consent",
                        "give",
                        "K-07",
                        "--choice",
                        "live,keep,supervisor",
                        "--recipient",
                        "supervisor:lindqvist=Dr B. Lindqvist",
                        "--until",
                        "2199-11-22",
                        "--language",
                        "de");
        assertThat(given.exitCode()).as(given.err()).isZero();
        assertThat(given.out()).contains("entered: record, live-display, store");

        AttuneProcess.Result shown = attune("consent", "show", "K-07", "--json");
        JsonNode json = new ObjectMapper().readTree(shown.out());
        assertThat(json.at("/entries/0/form_language").asText()).isEqualTo("de");
        assertThat(json.at("/entries/0/signature").asText()).hasSize(128);
        assertThat(json.get("grants")).hasSize(6);
        for (JsonNode grant : json.get("grants")) {
            boolean leaves = grant.get("scope").asText().equals("supervision");
            assertThat(grant.get("recipients").size()).isEqualTo(leaves ? 1 : 0);
        }

        Path papers = home.resolve("papers");
        assertThat(attune("consent", "receipt", "K-07", "--out", papers.toString()).exitCode())
                .isZero();
        Path receipt = ending(papers, ".json");
        assertThat(attune("vault", "audit").out()).containsOnlyOnce("receipt_issued");
        assertThat(ending(papers, ".pdf")).isNotEmptyFile();
        AttuneProcess.Result sound = attune("consent", "verify-receipt", receipt.toString());
        assertThat(sound.out()).contains("sound: receipt").contains("of K-07").contains("holds");

        Path page = ending(papers, ".pdf");
        assertThat(attune("consent", "verify-receipt", page.toString()).out())
                .contains("sound: receipt")
                .contains("page and attached data were issued together")
                .contains("the vault holds the consent");
        byte[] bytes = Files.readAllBytes(page);
        bytes[bytes.length / 2] ^= 1;
        Files.write(page, bytes);
        AttuneProcess.Result spoilt = attune("consent", "verify-receipt", page.toString());
        assertThat(spoilt.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(spoilt.out()).contains("changed after it was issued");

        Files.writeString(receipt, Files.readString(receipt).replace("lindqvist", "somebody"));
        AttuneProcess.Result changed = attune("consent", "verify-receipt", receipt.toString());
        assertThat(changed.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(changed.out()).contains("the text was changed");

        Path last = home.resolve("last.json");
        AttuneProcess.Result gone =
                attune("consent", "withdraw", "K-07", "--erase", "--receipt", last.toString());
        assertThat(gone.out()).contains("withdrawn: everything").contains("erased: everything");
        assertThat(attune("consent", "show", "K-07").err()).contains("no client of that code");
        assertThat(attune("consent", "verify-receipt", last.toString()).out())
                .contains("does not hold the consent");
    }

    private static Path ending(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }

    @Test
    void untilWhenThingsAreKeptHoldsFromTheEntryOfTheConsent() {
        AttuneProcess.Result given =
                attune(
                        "consent",
                        "give",
                        "K-07",
                        "--choice",
                        "live,keep",
                        "--retain-until",
                        "soon");
        assertThat(given.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(given.err()).contains("--retain-until is a date");

        attune("consent", "give", "K-07", "--choice", "live,keep");
        assertThat(attune("client", "keep", "K-07").out()).contains("nothing was agreed");
        attune("consent", "give", "K-07", "--choice", "live", "--retain-until", "2037-03-31");
        assertThat(attune("client", "keep", "K-07").out()).contains("kept until 2037-03-31");
        attune("consent", "give", "K-07", "--choice", "live");
        assertThat(attune("client", "keep", "K-07").out())
                .as("who says nothing of it changes nothing")
                .contains("kept until 2037-03-31");
    }

    @Test
    void aWithdrawalHoldsAtOnceForWhatItNamesAndNeedsNoReason() {
        attune("consent", "give", "K-07", "--choice", "live,keep");

        AttuneProcess.Result undecided = attune("consent", "withdraw", "K-07");
        assertThat(undecided.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(attune("consent", "show", "K-07").out()).contains("in force now: record");

        AttuneProcess.Result part =
                attune("consent", "withdraw", "K-07", "--scope", "store,derive", "--keep");
        assertThat(part.exitCode()).as(part.err()).isZero();
        assertThat(attune("consent", "show", "K-07").out())
                .contains("in force now: record, live-display, review\n");
        assertThat(attune("consent", "withdraw", "K-07", "--scope", "store", "--erase").err())
                .contains("--erase takes away everything");
        assertThat(attune("consent", "withdraw", "K-07", "--keep").exitCode()).isZero();
        assertThat(attune("consent", "show", "K-07").out()).contains("in force now: nothing");
    }

    @Test
    void whatIsNotWholeIsNotEntered() {
        refused("names no recipient", "--scope", "supervision");
        refused("which data", "--scope", "export", "--purpose", "care");
        refused("needs 'keep'", "--choice", "live,study");
        refused("somebody in particular", "--scope", "supervision", "--recipient", "other:anyone");
        refused(
                "at a time",
                "--scope",
                "export,supervision",
                "--category",
                "rr",
                "--purpose",
                "care",
                "--recipient",
                "supervisor:x");
        refused(
                "nothing that was agreed to goes to a supervisor",
                "--choice",
                "live",
                "--recipient",
                "supervisor:x");
        refused("a spoken consent needs a witness", "--choice", "live", "--method", "verbal");
        refused(
                "the day the child comes of age",
                "--choice",
                "live",
                "--grantor",
                "guardian",
                "--grantor-name",
                "M",
                "--authority",
                "parent");
        refused(
                "the child did not agree",
                "--choice",
                "live",
                "--grantor",
                "guardian",
                "--grantor-name",
                "M",
                "--authority",
                "parent",
                "--majority",
                "2199-01-01",
                "--assent",
                "no");
        refused("has no end", "--choice", "live", "--basis", "hipaa-auth");
        refused("lies in the past", "--choice", "live", "--until", "2001-01-01");
        refused("say what was agreed to");
        assertThat(attune("consent", "show", "K-07").err()).contains("no client of that code");
    }

    private void refused(String because, String... details) {
        List<String> all = new ArrayList<>(List.of("consent", "give", "K-07"));
        all.addAll(List.of(details));
        AttuneProcess.Result result = attune(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(because).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(because);
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void aTextThePracticeChangedIsRecordedWithItsOwnHash() throws IOException {
        String shipped = Files.readString(Path.of("config/consent/heartbeat.en.md"));
        Path settings = Files.writeString(home.resolve("my.toml"), "");
        Files.createDirectories(home.resolve("consent"));
        Files.writeString(
                home.resolve("consent/heartbeat.en.md"),
                shipped.replace("practice: ", "practice: Practice Moreau, "));
        attune("consent", "give", "K-07", "--choice", "live");
        attune("consent", "give", "K-07", "--choice", "live", "--config", settings.toString());

        Path receipt = home.resolve("r.json");
        attune("consent", "receipt", "K-07", "--out", receipt.toString());
        String shown = attune("consent", "show", "K-07", "--json").out();

        assertThat(shown.lines().filter(line -> line.contains("form_text_sha256")).distinct())
                .hasSize(2);
        assertThat(Files.readString(receipt)).contains("Practice Moreau");
    }
}

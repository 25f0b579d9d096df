package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attune.export.ExportRefusedException;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.testkit.NoKeys;
import org.attune.testkit.OtherPrograms;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A session of the vault becomes a page, where its person agreed, and not where they did not. */
@ExtendWith(NoKeys.class)
class ReportIT {
    private static final Path ORACLE = Path.of("src/test/oracles/page/recompute.py");

    @TempDir static Path home;
    private static InProcess attune = new InProcess(List.of());
    private static String session = "";

    @BeforeAll
    static void aSessionIsInTheVault() throws IOException {
        Path passphrase = home.resolve("passphrase");
        Files.writeString(passphrase, AttuneProcess.PASSPHRASE);
        attune = InProcess.with(home.resolve("vault"), passphrase);
        String recording = home.resolve("recording.tsv").toString();
        InProcess.run("simulate", "overwhelm", "--seed", "4", "--for", "30m", "--out", recording);
        attune.done("vault", "init");
        attune.done("consent", "give", "K-07", "--scope", "record,store");
        session =
                attune.done(
                                "import",
                                recording,
                                "--client",
                                "K-07",
                                "--started",
                                "2026-11-20T14:00")
                        .lines()
                        .filter(line -> line.startsWith("imported as "))
                        .findFirst()
                        .orElseThrow()
                        .substring(12);
    }

    private static String[] report(String file, String... more) {
        List<String> all =
                new ArrayList<>(List.of("report", session, "--out", home.resolve(file).toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String text(String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(home.resolve(file)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void aPageIsPrintedByConsentOnlyAndListedWhenItIsWithdrawn() throws IOException {
        attune.refused(5, "no consent to 'report' is in force", report("page.pdf"));
        attune.done("consent", "give", "K-07", "--scope", "report", "--category", "hr,report");
        attune.refused(5, "does not cover the data category 'markers'", report("page.pdf"));
        assertThat(home.resolve("page.pdf")).doesNotExist();
        attune.done("consent", "give", "K-07", "--scope", "report");
        assertThat(attune.done(report("page.pdf"))).startsWith("printed: ");
        assertThat(text("page.pdf"))
                .contains("Session review", "pseudonym, no name on this page")
                .contains("scope “a summary in your record”, purpose care")
                .doesNotContain("K-07");
        attune.refused(2, "exists already", report("page.pdf"));
        attune.refused(5, "does not cover the recipient", asked("supervisor:lindqvist"));
        assertThat(attune.done("consent", "withdraw", "K-07", "--keep"))
                .contains("already handed out")
                .contains("pdf  page.pdf  session " + session);
        attune.refused(5, "was withdrawn", report("again.pdf"));
    }

    private static String[] asked(String recipient) {
        return report("other.pdf", "--recipient", recipient);
    }

    @Test
    void thePersonsOwnPageNeedsNoConsentAndEveryFormIsMade() throws IOException {
        String[] own = {"--for", "client", "--language", "de", "--paper", "letter"};
        attune.done(report("own.pdf", own));
        assertThat(text("own.pdf")).contains("Ihre Sitzung").doesNotContain("K-07");
        attune.done(report("own.svg", own));
        assertThat(Files.readString(home.resolve("own.svg"))).contains("Ihre Sitzung");
        attune.done(report("own.png", own));
        assertThat(Files.readAllBytes(home.resolve("own.png"))).startsWith(0x89, 'P', 'N', 'G');
        attune.done(report("named.pdf", "--for", "client", "--identified"));
        assertThat(text("named.pdf")).contains("K-07", "code, no name on this page");
        attune.refused(2, "named .pdf, .svg or .png", report("own.doc", own));
        attune.refused(2, "--paper is one of", report("x.pdf", "--paper", "a5"));
        attune.refused(2, "private", report("x.pdf", "--lane", "therapist"));
    }

    @Test
    void whatStandsOnThePageIsRecomputedFromTheExportAlone() throws Exception {
        Rigs.need("python3");
        String[] self = {"--purpose", "access", "--recipient", "self:K-07"};
        attune.done(report("read.pdf", self));
        Path bundle = home.resolve("bundle");
        List<String> export =
                new ArrayList<>(
                        List.of(
                                "export",
                                session,
                                "--format",
                                "bundle",
                                "--out",
                                bundle.toString()));
        export.addAll(List.of(self));
        attune.done(export.toArray(String[]::new));
        Path words = home.resolve("page.txt");
        Files.writeString(words, text("read.pdf"));
        assertThat(recompute(bundle, words)).contains("figures recomputed");
        Files.writeString(words, text("read.pdf").replaceAll("Settling [0-9]", "Settling 99"));
        assertThat(recompute(bundle, words, "not")).contains("Settling");
        assertThat(text("read.pdf")).contains(recordingOf(bundle));
    }

    @Test
    void aPictureOfAPartLeavesByTheSameConsentOfASessionAndOfAFile() throws Exception {
        Path recording = home.resolve("recording.tsv");
        attune.done("consent", "give", "K-09", "--scope", "record,store");
        String kept =
                attune.done(
                                "import",
                                recording.toString(),
                                "--client",
                                "K-09",
                                "--started",
                                "2026-11-20T16:00")
                        .lines()
                        .reduce("", (before, last) -> last)
                        .substring(12);
        StoredSession file =
                TheirFile.read(
                        recording,
                        new ClientCode("K-09"),
                        "2026-11-21T16:00",
                        Wiring.settings(new CommonOptions(), null));
        SessionId id = new SessionId(kept);
        leaves(vault -> VaultPictures.ofKept(vault, id, Locale.ENGLISH), "kept");
        leaves(vault -> VaultPictures.ofFile(vault, file, Locale.GERMAN), "file");
    }

    private static Vault open() {
        CommonOptions common = new CommonOptions();
        common.vault = home.resolve("vault");
        common.passphraseFile = home.resolve("passphrase");
        return Vaults.open(common);
    }

    private static void leaves(Function<Vault, VaultPictures> of, String name) throws Exception {
        Path svg = home.resolve(name + ".svg");
        Path png = home.resolve(name + ".png");
        try (Vault vault = open()) {
            assertThatThrownBy(() -> of.apply(vault).write(LaneId.CLIENT, 600, 840, svg))
                    .isInstanceOf(ExportRefusedException.class)
                    .hasMessageContaining("'report'");
        }
        assertThat(home.toFile().list((folder, file) -> file.startsWith(name))).isEmpty();
        attune.done("consent", "give", "K-09", "--scope", "report");
        try (Vault vault = open()) {
            VaultPictures pictures = of.apply(vault);
            assertThatThrownBy(() -> pictures.write(LaneId.THERAPIST, 600, 840, svg))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("private");
            assertThat(home.toFile().list((folder, file) -> file.startsWith(name))).isEmpty();
            assertThat(pictures.write(LaneId.CLIENT, 600, 840, svg)).startsWith("printed: ");
            assertThat(pictures.write(LaneId.CLIENT, 0.4, 15.2, png)).startsWith("printed: ");
        }
        assertThat(Files.readString(svg))
                .contains(name.equals("kept") ? "Shown: 10:00 to 14:00" : "Gezeigt: 10:00 bis")
                .doesNotContain("K-09");
        assertThat(home.resolve(name + ".svg.metadata.json")).exists();
        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(1700);
        assertThat(attune.done("consent", "withdraw", "K-09", "--keep"))
                .contains("svg  " + name + ".svg", "png  " + name + ".png");
    }

    private static String recordingOf(Path bundle) throws IOException {
        return Files.readString(bundle.resolve("metadata.json"))
                .replaceAll("(?s).*\"recording\" : \\{\\s*\"pseudonym\" : \"([a-z2-7]+)\".*", "$1");
    }

    private static String recompute(Path bundle, Path words, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of("python3", ORACLE.toString(), bundle.toString(), words.toString()));
        command.addAll(List.of(more));
        return OtherPrograms.said(command);
    }
}

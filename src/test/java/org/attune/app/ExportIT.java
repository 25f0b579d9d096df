package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attune.export.Exporter;
import org.attune.session.ClientCode;
import org.attune.store.AuditEntry;
import org.attune.store.AuditEvent;
import org.attune.store.ExportCopy;
import org.attune.store.Vault;
import org.attune.testkit.NoKeys;
import org.attune.testkit.Rigs;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder over a recorded session to files that others read, and to refusals. */
@ExtendWith(NoKeys.class)
class ExportIT {
    private static final String OWN = "self:K-07";

    @TempDir Path home;
    private Path vault = Path.of("vault");
    private String session = "";

    @BeforeEach
    void aSessionWasRecorded() throws IOException {
        vault = home.resolve("vault");
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE);
        done("vault", "init");
        done("consent", "give", "K-07", "--scope", "record,store");
        String live =
                done(
                        "live",
                        "--sensor",
                        "sim:settled?seed=3&speed=60",
                        "--client",
                        "K-07",
                        "--record",
                        "--headless",
                        "--for",
                        "4m");
        session =
                live.lines()
                        .filter(line -> line.startsWith("recorded as "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(live))
                        .substring(12);
    }

    @Test
    void aPersonsOwnCopyLeavesInEveryFormatAndOthersReadIt() throws Exception {
        for (Exporter exporter : Wiring.EXPORTERS) {
            String folder = home.resolve("own-" + exporter.id()).toString();
            assertThat(own(exporter.id(), folder)).startsWith("exported: ");
            assertThat(sha256sum(Path.of(folder))).as(exporter.id()).isZero();
        }
        Path archive = home.resolve("own.zip");
        assertThat(own("bundle", archive.toString())).contains("SHA-256");

        Path beats = home.resolve("own-csv/data/beats.csv");
        String judged = done("beats", beats.toString());
        assertThat(judged.lines().count()).isEqualTo(Files.readAllLines(beats).size());
        assertThat(done("estimate", beats.toString())).contains("LEARNING");
        assertThat(Files.readString(home.resolve("own-csv/metadata.json")))
                .contains("\"simulated\" : true")
                .doesNotContain("K-07");
        assertThat(own("csv", home.resolve("named").toString(), "--identified"))
                .startsWith("exported: ");
        assertThat(Files.readString(home.resolve("named/metadata.json"))).contains("K-07");

        List<ExportCopy> copies;
        List<AuditEntry> entries;
        try (Vault open = Vault.open(vault, passphrase(), WallClock.system())) {
            copies = open.exports().copies(new ClientCode("K-07"));
            entries = open.audit().entries();
        }
        assertThat(copies).hasSize(Wiring.EXPORTERS.size() + 2);
        assertThat(copies).extracting(ExportCopy::fileName).contains("own.zip", "own-rr");
        assertThat(entries.stream().filter(each -> each.kind() == AuditEvent.Kind.ALLOWED))
                .hasSizeGreaterThanOrEqualTo(2 * copies.size());
        assertThat(done("vault", "verify")).startsWith("sound: ");
    }

    private static String[] agreedToSupervisor(String categories) {
        return new String[] {
            "consent",
            "give",
            "K-07",
            "--scope",
            "export",
            "--category",
            categories,
            "--purpose",
            "supervision",
            "--recipient",
            "supervisor:lindqvist=Dr B. Lindqvist"
        };
    }

    @Test
    void whatWasAgreedToLeavesAndAWithdrawalSaysWhoHasIt() {
        done(agreedToSupervisor("rr,hr,device,markers,pacing-settings,estimates,report"));
        String[] export = {
            "export",
            session,
            "--format",
            "csv",
            "--purpose",
            "supervision",
            "--recipient",
            "supervisor:lindqvist",
            "--out",
            home.resolve("agreed").toString()
        };
        assertThat(done(export)).startsWith("exported: ");

        assertThat(done("consent", "withdraw", "K-07", "--keep"))
                .contains("withdrawn: everything")
                .contains("already handed out")
                .contains("lindqvist")
                .contains("csv  agreed  session " + session);
        export[export.length - 1] = home.resolve("again").toString();
        refused(5, "the consent to 'export' was withdrawn", export);
    }

    @Test
    void whatWasNotAgreedToStaysAndSaysWhatIsMissing() throws Exception {
        Path out = home.resolve("out");
        String[] toSupervisor = {
            "export",
            session,
            "--format",
            "csv",
            "--purpose",
            "supervision",
            "--recipient",
            "supervisor:lindqvist",
            "--out",
            out.toString()
        };
        refused(5, "no consent to 'export' is in force", toSupervisor);
        refused(2, "does not say of 'export'", "consent", "give", "K-07", "--scope", "export");
        done(agreedToSupervisor("hr"));
        String rr = "does not cover the data category 'rr'";
        refused(5, rr, toSupervisor);
        refused(5, rr, with(toSupervisor, "--lane", "client", "--preview"));
        refused(2, "in the lane partner", with(toSupervisor, "--lane", "partner"));
        refused(
                2,
                "--purpose is one of care",
                "export",
                session,
                "--format",
                "csv",
                "--purpose",
                "fun",
                "--recipient",
                OWN,
                "--out",
                "x");
        refused(
                2,
                "KIND:ID",
                "export",
                session,
                "--format",
                "csv",
                "--purpose",
                "access",
                "--recipient",
                "anyone",
                "--out",
                "x");
        refused(
                2,
                "--out PATH",
                "export",
                session,
                "--format",
                "csv",
                "--purpose",
                "access",
                "--recipient",
                OWN);
        refused(
                2,
                "holds no session",
                "export",
                "none",
                "--format",
                "csv",
                "--purpose",
                "access",
                "--recipient",
                OWN,
                "--preview");
        assertThat(out).doesNotExist();

        String preview =
                done(
                        "export",
                        session,
                        "--format",
                        "rr",
                        "--purpose",
                        "access",
                        "--recipient",
                        OWN,
                        "--preview");
        assertThat(preview)
                .startsWith("nothing is written")
                .contains("left out  notes: ")
                .contains("for       K-07 (self), purpose access, pseudonymised")
                .contains("(simulated)");
        assertThat(own("rr", out.toString())).startsWith("exported");
        refused(
                2,
                "exists already",
                "export",
                session,
                "--format",
                "rr",
                "--purpose",
                "access",
                "--recipient",
                OWN,
                "--out",
                out.toString());
    }

    private String own(String format, String out, String... more) {
        return done(
                with(
                        new String[] {
                            "export",
                            session,
                            "--format",
                            format,
                            "--purpose",
                            "access",
                            "--recipient",
                            OWN,
                            "--out",
                            out
                        },
                        more));
    }

    private static int sha256sum(Path folder) throws Exception {
        Rigs.need("sha256sum");
        Process process =
                new ProcessBuilder(
                                "sha256sum",
                                "--strict",
                                "--quiet",
                                "-c",
                                "manifest-sha256.txt",
                                "tagmanifest-sha256.txt")
                        .directory(folder.toFile())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static char[] passphrase() {
        return AttuneProcess.PASSPHRASE.toCharArray();
    }

    private static String[] with(String[] first, String... more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** In this process: starting thirty would take a minute. */
    private AttuneProcess.Result attune(String... arguments) {
        return InProcess.with(vault, home.resolve("passphrase")).attune(arguments);
    }

    private String done(String... arguments) {
        AttuneProcess.Result result = attune(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result.out();
    }

    private void refused(int exitCode, String words, String... arguments) {
        AttuneProcess.Result result = attune(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        assertThat(result.err().lines()).as(result.err()).hasSize(1);
        assertThat(result.err()).startsWith("attune: ").contains(words);
    }
}

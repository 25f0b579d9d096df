package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attune.store.AuditEntry;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 1: who agreed to be shown only leaves no byte behind, wherever the program may write. */
class LiveOnlyIT {
    @TempDir Path home;

    @Test
    void aSessionOfNobodyInParticularLeavesNoByteInDataTempOrLogs() throws IOException {
        attune("vault", "init", "--vault", vault().toString());
        Files.createDirectories(home.resolve("tmp"));
        Map<String, String> before = bytes("");

        AttuneProcess.Result live = live();

        assertThat(live.exitCode()).as(live.err()).isZero();
        assertThat(live.out()).contains("Nothing is recorded").contains("2:");
        assertThat(bytes("")).isEqualTo(before);
    }

    /** To know what was agreed to, the vault must be opened; that it was is all that is entered. */
    @Test
    void aClientWithoutConsentToStoreLeavesNothingButThatTheVaultWasOpened() throws IOException {
        attune("vault", "init", "--vault", vault().toString());
        attune("consent", "give", "K-7731", "--choice", "live", "--vault", vault().toString());
        Files.createDirectories(home.resolve("tmp"));
        Map<String, String> before = bytes("vault.db|keys.db");
        List<AuditEntry> audit = audit();

        AttuneProcess.Result live = live("--client", "K-7731", "--vault", vault().toString());

        assertThat(live.exitCode()).as(live.err()).isZero();
        assertThat(live.out()).contains("Nothing is recorded").contains("2:");
        assertThat(live.err()).contains("no consent to 'record'");
        assertThat(bytes("vault.db|keys.db")).isEqualTo(before);
        List<AuditEntry> all = audit();
        List<AuditEntry> since = all.subList(audit.size(), all.size());
        assertThat(since).as("the vault was opened").isNotEmpty();
        assertThat(since.stream().map(AuditEntry::kind))
                .allMatch(kind -> kind.name().startsWith("VAULT_") || kind.name().equals("DENIED"));
    }

    private Path vault() {
        return home.resolve("data/attune/vault");
    }

    private AttuneProcess.Result live(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "live",
                                "--sensor",
                                "sim:overwhelm?speed=60",
                                "--headless",
                                "--for",
                                "3m"));
        all.addAll(List.of(more));
        try (AttuneProcess session =
                AttuneProcess.start(
                        home,
                        AttuneProcess.unlocked(),
                        List.of("-Djava.io.tmpdir=" + home.resolve("tmp")),
                        all.toArray(String[]::new))) {
            return session.await();
        }
    }

    private List<AuditEntry> audit() {
        try (Vault vault =
                Vault.open(vault(), AttuneProcess.PASSPHRASE.toCharArray(), WallClock.system())) {
            assertThat(vault.archive().sessions()).isEmpty();
            return vault.audit().entries();
        }
    }

    @Test
    void theTherapistsLaneNeedsTheTherapistsOwnConsent() {
        Path vault = home.resolve("vault");
        attune("vault", "init", "--vault", vault.toString());
        attune("consent", "give", "K-7731", "--choice", "live,keep", "--vault", vault.toString());

        AttuneProcess.Result refused =
                attune(
                        "live",
                        "--client",
                        "K-7731",
                        "--client",
                        "therapist=T-1",
                        "--sensor",
                        "sim:settled",
                        "--sensor",
                        "therapist=sim:settled",
                        "--record",
                        "--headless",
                        "--vault",
                        vault.toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONSENT);
        assertThat(refused.err()).contains("therapist: no consent to 'record'");
    }

    private AttuneProcess.Result attune(String... arguments) {
        return AttuneProcess.run(home, AttuneProcess.unlocked(), arguments);
    }

    /** Every file below the home but the terminal's two and those of that name, with its hash. */
    private Map<String, String> bytes(String except) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                if (!name.matches("(out|err)[0-9]*\\.txt|(.*/)?(" + except + ")")) {
                    bytes.put(name, hash(file));
                }
            }
        }
        assertThat(bytes).as("there is a vault to look at").isNotEmpty();
        return bytes;
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.attune.testkit.NoKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the exit code says of commands of the vault, as other programs rely on it: 1 a check did not
 * hold, 2 usage or bad input, 4 the vault, 5 refused by consent, 6 the configuration.
 */
@ExtendWith(NoKeys.class)
class ExitCodesTest {
    private static final String STARTED = "2026-11-20T14:00:00Z";
    @TempDir Path home;
    private InProcess attune = new InProcess(List.of());

    @BeforeEach
    void aVault() throws IOException {
        // Its key costs little to derive: each command derives it again.
        VaultWithYes.make(home, new CommonOptions());
        Files.writeString(home.resolve("rr.txt"), "805\n811\n798\n802\n".repeat(60));
        attune = InProcess.with(home.resolve("vault"), home.resolve("passphrase"));
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private String aSession() {
        attune.done("consent", "give", "K-1", "--scope", "record,store");
        return attune.done("import", path("rr.txt"), "--client", "K-1", "--started", STARTED)
                .lines()
                .filter(line -> line.startsWith("imported as "))
                .findFirst()
                .orElseThrow()
                .substring(12);
    }

    private static String[] export(String session, String out, String... more) {
        String[] words = {
            "export",
            session,
            "--format",
            "csv",
            "--purpose",
            "access",
            "--recipient",
            "self:K-1",
            "--out",
            out
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Test
    void whereNothingCanBePutIsBadInput() throws IOException {
        String session = aSession();
        Files.writeString(home.resolve("there"), "mine");
        attune.refused(2, "exists already", export(session, path("there")));
        attune.refused(2, "no folder", export(session, path("none/there")));
        attune.done(export(session, path("copy.zip")));
        attune.refused(2, "exists already", export(session, path("copy.zip")));
        String[] report = {"report", session, "--for", "client", "--out", path("page.pdf")};
        attune.done(report);
        attune.refused(2, "exists already", report);
        attune.done("consent", "receipt", "K-1", "--out", path("receipt.json"));
        attune.refused(2, "already", "consent", "receipt", "K-1", "--out", path("receipt.json"));
        attune.refused(2, "a file already", "vault", "backup", "--to", path("there"));
        attune.refused(2, "no folder", "vault", "backup", "--to", path("none/there"));
        assertThat(home.resolve("there")).hasContent("mine");
    }

    @Test
    void whatDoesNotExistIsBadInput() throws IOException {
        String session = aSession();
        attune.refused(2, "no session", export("none", path("out")));
        attune.refused(2, "--format", export(session, path("out"), "--format", "doc"));
        attune.refused(2, "no backup", "vault", "restore", path("none"));
        attune.refused(2, "cannot be read", "vault", "verify", "--against", path("none"));
        attune.refused(2, "none.txt", "import", path("none.txt"), "--client", "K-1");
        attune.refused(2, "", "vault", "erase", "K-none", "--yes");
        attune.refused(2, "", "vault", "erase", "--session", "none", "--yes");
        attune.refused(2, "", "consent", "receipt", "K-none", "--out", path("r"));
        attune.refused(2, "", "consent", "withdraw", "K-none", "--all", "--keep");
        attune.refused(2, "", "client", "hold", "K-none");
    }

    @Test
    void whatCannotBeReadIsBadInput() throws IOException {
        Files.write(
                home.resolve("noise"),
                "nothing\nof this\nis a beat".getBytes(StandardCharsets.UTF_8));
        attune.done("consent", "give", "K-1", "--scope", "record,store");
        attune.refused(2, "line 1", "import", path("noise"), "--client", "K-1");
        attune.refused(2, "--started", "import", path("rr.txt"), "--client", "K-1");
        attune.done("import", path("rr.txt"), "--client", "K-1", "--started", STARTED);
        attune.refused(
                2, "already", "import", path("rr.txt"), "--client", "K-1", "--started", STARTED);
        attune.refused(4, "", "vault", "restore", path("noise"));
    }

    @Test
    void theVaultConsentAndConfigurationHaveTheirOwn() throws IOException {
        attune.refused(5, "", "import", path("rr.txt"), "--client", "K-1", "--started", STARTED);
        String session = aSession();
        attune.refused(
                5,
                "",
                "export",
                session,
                "--format",
                "csv",
                "--purpose",
                "research",
                "--recipient",
                "institution:lab",
                "--out",
                path("out"));
        attune.refused(4, "a vault already", "vault", "init");
        InProcess nowhere = InProcess.with(home.resolve("none"), home.resolve("passphrase"));
        nowhere.refused(4, "no vault", "vault", "verify");
        Files.writeString(home.resolve("q"), "another passphrase");
        InProcess.with(home.resolve("vault"), home.resolve("q"))
                .refused(4, "passphrase is wrong", "vault", "verify");
        InProcess.with(home.resolve("vault"), home.resolve("none"))
                .refused(2, "cannot be read", "vault", "verify");
        Files.writeString(home.resolve("c.toml"), "colour = 'red'\n");
        attune.refused(
                6,
                "colour",
                "import",
                path("rr.txt"),
                "--client",
                "K-1",
                "--started",
                STARTED,
                "--config",
                path("c.toml"));
        Files.write(home.resolve("vault/keys.db"), new byte[8192]);
        attune.refused(4, "damaged", "vault", "verify");
    }
}

package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, restores, passphrases and recovery codes by command, as scripts use them. */
final class VaultBackupCommandsTest {
    @TempDir Path temp;
    private Path vault;
    private Path passphrase;
    private Path other;

    private record Result(int exitCode, List<String> out, String err) {}

    @BeforeEach
    void anEmptyVault() throws IOException {
        vault = temp.resolve("vault");
        passphrase = Files.writeString(temp.resolve("p"), "seven quiet herons\n");
        other = Files.writeString(temp.resolve("o"), "nine brown bears\n");
        assertThat(vault("init").exitCode()).isZero();
    }

    private Result vault(String... words) {
        return run(vault, passphrase, words);
    }

    private static Result run(Path vault, Path passphrase, String... words) {
        List<String> arguments = new ArrayList<>(List.of("vault"));
        arguments.addAll(List.of(words));
        AttuneProcess.Result ran =
                InProcess.with(vault, passphrase).attune(arguments.toArray(String[]::new));
        return new Result(ran.exitCode(), ran.out().lines().toList(), ran.err());
    }

    @Test
    void aBackupIsMadeAndRestoredAndSaysWhereItKnowsErasuresFrom() throws IOException {
        Path stick = Files.createDirectory(temp.resolve("stick"));
        Result backup = vault("backup", "--to", stick.toString(), "--keep", "3");
        assertThat(backup.err()).isEmpty();
        assertThat(backup.exitCode()).isZero();
        assertThat(backup.out()).hasSize(1);
        assertThat(backup.out().get(0)).startsWith("backup made and proven: ");
        Path file;
        try (var files = Files.list(stick)) {
            file = files.findFirst().orElseThrow();
        }

        Result restored =
                run(
                        temp.resolve("new"),
                        passphrase,
                        "restore",
                        file.toString(),
                        "--ledger",
                        vault.toString());

        assertThat(restored.exitCode()).isZero();
        assertThat(restored.out()).last().asString().contains("erased since is erased here too");
        assertThat(run(temp.resolve("new"), passphrase, "verify").exitCode()).isZero();
        Result again = run(temp.resolve("new"), passphrase, "restore", file.toString());
        assertThat(again.exitCode()).isEqualTo(ExitCode.VAULT);
        assertThat(again.err().lines()).hasSize(1).first().asString().contains("a vault already");
        Result alone = run(temp.resolve("alone"), passphrase, "restore", file.toString());
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.out()).last().asString().contains("is back. Erase it again.");
    }

    @Test
    void aDamagedBackupIsRefusedInOneLine() throws IOException {
        Path file = temp.resolve("b");
        assertThat(vault("backup", "--to", file.toString()).exitCode()).isZero();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        Result restored = run(temp.resolve("new"), passphrase, "restore", file.toString());

        assertThat(restored.exitCode()).isEqualTo(ExitCode.VAULT);
        assertThat(restored.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("the backup is damaged or incomplete");
        assertThat(temp.resolve("new").resolve("vault.header")).doesNotExist();
    }

    @Test
    void thePassphraseIsChanged() {
        Result changed = vault("passphrase", "--new-passphrase-file", other.toString());
        assertThat(changed.err()).isEmpty();
        assertThat(changed.exitCode()).isZero();

        Result old = vault("verify");
        assertThat(old.exitCode()).isEqualTo(ExitCode.VAULT);
        assertThat(old.err()).contains("the passphrase is wrong, or");
        assertThat(run(vault, other, "verify").exitCode()).isZero();
    }

    @Test
    void theRecoveryCodeIsMadeUsedAndRemoved() throws IOException {
        Result made = vault("recovery", "make");
        assertThat(made.exitCode()).isZero();
        Path code = Files.writeString(temp.resolve("c"), made.out().get(0));

        Result used =
                run(
                        vault,
                        passphrase,
                        "recovery",
                        "use",
                        "--code-file",
                        code.toString(),
                        "--new-passphrase-file",
                        other.toString());
        assertThat(used.err()).isEmpty();
        assertThat(used.exitCode()).isZero();
        assertThat(run(vault, other, "recovery", "remove").exitCode()).isZero();
        Result late =
                run(
                        vault,
                        other,
                        "recovery",
                        "use",
                        "--code-file",
                        code.toString(),
                        "--new-passphrase-file",
                        passphrase.toString());
        assertThat(late.exitCode()).isEqualTo(ExitCode.VAULT);
        assertThat(late.err().lines()).hasSize(1);
    }

    @Test
    void withoutAWordItSaysWhichThereAre() {
        Result none = vault();
        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("backup").contains("recovery");
        assertThat(vault("recovery").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(vault("restore", "x", "--vault").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}

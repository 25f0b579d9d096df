package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.keyring.KeyringRig;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a desktop with the real keyring of GNOME. */
class KeyringIT {
    @TempDir Path home;
    private Map<String, String> desktop = Map.of();

    private AttuneProcess.Result attune(String... arguments) {
        return AttuneProcess.run(home, desktop, withVault(arguments));
    }

    private AttuneProcess.Result typing(String... arguments) {
        Map<String, String> environment = new HashMap<>(desktop);
        environment.putAll(AttuneProcess.unlocked());
        return AttuneProcess.run(home, environment, withVault(arguments));
    }

    private String[] withVault(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vault", home.resolve("v").toString()));
        return all.toArray(String[]::new);
    }

    private static void assertDone(AttuneProcess.Result result, String words) {
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains(words);
        assertThat(result.exitCode()).isZero();
    }

    private static void assertAsks(AttuneProcess.Result result, String why) {
        assertThat(result.err().lines())
                .containsExactly(
                        "attune: the vault needs its passphrase"
                                + why
                                + ": use --passphrase-file or set ATTUNE_PASSPHRASE");
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Vault opened() {
        return Vault.open(
                home.resolve("v"), AttuneProcess.PASSPHRASE.toCharArray(), WallClock.system());
    }

    @Test
    void theKeyringOpensTheVaultFromOnToOff() throws IOException {
        Path folder = Files.createDirectory(home.resolve("desktop"));
        Vault.create(
                        home.resolve("v"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        VaultSettings.MINIMUM,
                        WallClock.system())
                .close();
        try (KeyringRig rig = KeyringRig.start(folder)) {
            desktop = rig.environment();
            assertAsks(attune("vault", "verify"), "");
            assertDone(typing("vault", "keyring", "on"), "the keyring opens the vault");
            assertDone(attune("vault", "verify"), "sound:");
            assertDone(attune("vault", "keyring", "status"), "on: the keyring opens the vault");

            try (Vault vault = opened()) {
                vault.door().lock();
            }
            assertAsks(attune("vault", "verify"), " (it was locked)");
            opened().close();

            rig.lock();
            assertAsks(attune("vault", "verify"), " (the system's keyring is locked)");
            assertDone(typing("vault", "verify"), "sound:");
            rig.restart();

            assertDone(attune("vault", "keyring", "off"), "the keyring does not open the vault");
            assertAsks(attune("vault", "verify"), "");
            assertDone(attune("vault", "keyring", "status"), "keyring: unlocked\n");
        }
        AttuneProcess.Result nobody = typing("vault", "keyring", "on");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.VAULT);
        assertThat(nobody.err().lines()).hasSize(1);
        assertThat(nobody.err()).contains("no desktop session");
    }
}

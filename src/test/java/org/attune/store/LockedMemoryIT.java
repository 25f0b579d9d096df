package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Promise 25: after locking, no key of the vault is left in the program's memory. */
final class LockedMemoryIT {
    @TempDir Path temp;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void lockedThereIsNoKeyInTheHeap() throws IOException, InterruptedException {
        Path folder = temp.resolve("v");
        Desk.create(folder).close();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx96m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockedVault.class.getName(),
                                folder.toString(),
                                temp.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<byte[]> keys = keys(folder);
        // Not even a search that is blind would find the keys in the open vault.
        assertThat(holding("open.hprof", keys)).isGreaterThanOrEqualTo(2);
        assertThat(holding("locked.hprof", keys)).isZero();
    }

    /** The vault key, what wraps the clients' keys, and the keys of clients and recordings. */
    private static List<byte[]> keys(Path folder) throws IOException {
        VaultHeader header = VaultHeader.parse(Files.readAllBytes(folder.resolve("vault.header")));
        byte[] vaultKey = header.unlock(VaultHeader.Secret.PASSPHRASE, Desk.passphrase());
        KeyRing ring =
                new KeyRing(VaultParts.keys(folder.resolve("keys.db")), header.id(), vaultKey);
        List<byte[]> keys = new ArrayList<>();
        keys.add(vaultKey.clone());
        keys.add(ring.deriveFor("wrap client keys"));
        KeyRing.Snapshot snapshot = ring.snapshot();
        snapshot.clients()
                .keySet()
                .forEach(id -> ring.clientKey(snapshot, id).ifPresent(keys::add));
        snapshot.streams()
                .keySet()
                .forEach(id -> ring.streamKey(snapshot, id).ifPresent(keys::add));
        assertThat(keys).hasSize(6);
        return keys;
    }

    private long holding(String dump, List<byte[]> keys) throws IOException {
        String memory =
                new String(Files.readAllBytes(temp.resolve(dump)), StandardCharsets.ISO_8859_1);
        return keys.stream()
                .filter(
                        key ->
                                memory.contains(
                                        // Half a key is as telling as a whole one.
                                        new String(key, 0, 16, StandardCharsets.ISO_8859_1)))
                .count();
    }
}

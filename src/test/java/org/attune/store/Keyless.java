package org.attune.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attune.pipeline.Moment;
import org.attune.session.SessionId;

/**
 * A vault opened by its key instead of its passphrase: for tests that open hundreds, each of which
 * would pay for the derivation.
 *
 * @param parts as {@link Vault#open} makes them ready
 */
record Keyless(VaultParts parts) implements AutoCloseable {
    /** The vault key of {@link Desk}'s passphrase. */
    static byte[] key(Path folder) {
        return header(folder).unlock(VaultHeader.Secret.PASSPHRASE, Desk.passphrase());
    }

    private static VaultHeader header(Path folder) {
        try {
            return VaultHeader.parse(Files.readAllBytes(folder.resolve("vault.header")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Keyless open(Path folder, byte[] key) {
        VaultParts parts =
                VaultParts.of(
                        new VaultFolder(folder), header(folder).id(), key.clone(), Desk.CLOCK);
        parts.makeReady(AuditEvent.Kind.VAULT_OPENED);
        return new Keyless(parts);
    }

    /** What is stored of a session; nothing if it is not there. */
    List<Moment> moments(String session) {
        return new SessionArchive(parts.data(), parts.keys(), Optional::empty)
                .read(new SessionId(session))
                .map(StoredSession::moments)
                .orElse(List.of());
    }

    @Override
    public void close() {
        parts.keys().close();
    }
}

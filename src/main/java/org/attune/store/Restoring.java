package org.attune.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.time.WallClock;

/**
 * Restoring a backup into a new folder. What was erased since the backup was made is erased in it
 * before it can be opened, as far as anybody knows: by the ledger of the vault that is still there,
 * and by those in newer backups beside the file. Where only the one backup exists, nobody knows,
 * and {@link Restored#ledgers} is empty: whatever was erased since is back. Stateless; any thread.
 */
public final class Restoring {
    private Restoring() {}

    /**
     * Restores a backup.
     *
     * @param file the backup
     * @param folder new or empty
     * @param passphrase the one in force when the backup was made; overwritten before this returns
     * @param identity of the age key it was sealed to, empty if it was not; overwritten too
     * @param present folder of the vault that is still there, whose ledger counts
     * @param clock when it is restored, for the audit
     * @throws VaultException when the backup is damaged, the passphrase wrong, the folder in use or
     *     {@code present} another vault; {@code folder} is then no vault
     */
    public static Restored restore(
            Path file,
            Path folder,
            char[] passphrase,
            char[] identity,
            Optional<Path> present,
            WallClock clock) {
        try {
            VaultFolder place = new VaultFolder(folder);
            if (!Files.isRegularFile(file)) {
                throw new VaultException("there is no backup " + file + ": check the name");
            }
            return BackupFile.read(
                    file,
                    identity,
                    reading -> {
                        byte[] vaultKey =
                                reading.header().unlock(VaultHeader.Secret.PASSPHRASE, passphrase);
                        place.prepare();
                        boolean done = false;
                        try {
                            Restored restored =
                                    new Work(file, place, identity, present, clock)
                                            .restore(reading, vaultKey);
                            done = true;
                            return restored;
                        } finally {
                            Arrays.fill(vaultKey, (byte) 0);
                            if (!done) {
                                place.discard();
                            }
                            place.leave();
                        }
                    });
        } finally {
            Arrays.fill(passphrase, '\0');
            Arrays.fill(identity, '\0');
        }
    }

    /**
     * Whether a backup is of the vault in {@code folder}.
     *
     * @param identity as for {@link #restore}; overwritten before this returns
     * @throws VaultException when the backup cannot be read
     */
    public static boolean isOf(Path file, char[] identity, Path folder) {
        try {
            String id = BackupFile.read(file, identity, reading -> reading.header().id());
            return VaultHeader.parse(new VaultFolder(folder).readHeader()).id().equals(id);
        } finally {
            Arrays.fill(identity, '\0');
        }
    }

    /** One restore. Confined to the calling thread. */
    private static final class Work {
        private final Path file;
        private final VaultFolder place;
        private final char[] identity;
        private final Optional<Path> present;
        private final WallClock clock;

        Work(
                Path file,
                VaultFolder place,
                char[] identity,
                Optional<Path> present,
                WallClock clock) {
            this.file = file;
            this.place = place;
            this.identity = identity;
            this.present = present;
            this.clock = clock;
        }

        Restored restore(BackupFile.Reading reading, byte[] vaultKey) throws IOException {
            VaultHeader header = reading.header();
            VaultParts parts = VaultParts.of(place, header.id(), vaultKey.clone(), clock);
            byte[] bodyKey = parts.keys().deriveFor(BackupFile.PURPOSE);
            try {
                BackupFile.Body body = reading.body(bodyKey);
                BackupManifest manifest = body.manifest();
                body.unpack(place.keys(), place.data());
                if (!Tally.of(parts.data()).equals(manifest.data())
                        || !Tally.of(parts.keyFile()).equals(manifest.keys())) {
                    throw BackupStream.damaged();
                }
                parts.makeReady(AuditEvent.Kind.RESTORED);
                List<String> ledgers = new ArrayList<>();
                int erased = 0;
                for (Found found : ledgers(header.id(), manifest, bodyKey)) {
                    erased += parts.erasure().apply(found.ledger());
                    erased += parts.spans().apply(found.ledger());
                    ledgers.add(found.where());
                }
                VerifyReport report = new Verification(parts, "").run(List.of());
                // Last: a folder with a header holds a whole vault.
                place.writeHeader(header.toBytes());
                return new Restored(manifest.madeAt(), ledgers, erased, report);
            } finally {
                Arrays.fill(bodyKey, (byte) 0);
                parts.keys().close();
            }
        }

        private record Found(String where, ErasureLedger ledger) {}

        private List<Found> ledgers(String id, BackupManifest manifest, byte[] bodyKey)
                throws IOException {
            List<Found> found = new ArrayList<>();
            present.ifPresent(there -> found.add(new Found(there.toString(), ledgerOf(there, id))));
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null) {
                return found;
            }
            try (Stream<Path> files = Files.list(parent)) {
                for (Path other : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (!Files.isSameFile(other, file)) {
                        newer(other, id, manifest, bodyKey)
                                .ifPresent(
                                        later ->
                                                found.add(
                                                        new Found(
                                                                other.toString(), later.ledger())));
                    }
                }
            }
            return found;
        }

        /** The ledger of the vault that is there; it is not sealed, so it needs no passphrase. */
        private static ErasureLedger ledgerOf(Path there, String id) {
            VaultFolder other = new VaultFolder(there);
            if (!VaultFolder.holdsVault(there)
                    || !VaultHeader.parse(other.readHeader()).id().equals(id)) {
                throw new VaultException(
                        "the backup is not of the vault in "
                                + there
                                + ": name its own with"
                                + " --ledger, or none");
            }
            return VaultParts.keys(other.keys())
                    .read("cannot read the ledger of erasures", ErasureLedger::read);
        }

        /** What a newer backup of the same vault says of itself; empty for any other file. */
        private Optional<BackupManifest> newer(
                Path other, String id, BackupManifest manifest, byte[] bodyKey) {
            try {
                return BackupFile.read(
                        other,
                        identity,
                        reading ->
                                reading.header().id().equals(id)
                                        ? Optional.of(reading.body(bodyKey).manifest())
                                                .filter(
                                                        later ->
                                                                later.madeAt()
                                                                        .isAfter(manifest.madeAt()))
                                        : Optional.<BackupManifest>empty());
            } catch (VaultException noneOrNotForUs) {
                // A file that is no backup, is damaged or is sealed to another key tells nothing.
                return Optional.empty();
            }
        }
    }
}

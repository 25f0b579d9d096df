package org.attune.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.Limits;
import org.attune.time.WallClock;

/**
 * Making backups: one sealed file with all the vault holds, its keys included, that the vault's
 * passphrase (or recovery code) opens. Each is proven when it is made: it is read back from where
 * it lies, unpacked beside the vault, checked whole and compared with the vault, row by row; only
 * then does it get its name. Any thread; none is made while a session is being recorded.
 *
 * <p>A backup holds the keys of that day. What is erased later is still in it: restoring applies
 * the ledger of erasures, see {@link Restoring}, and old generations are removed.
 */
public final class Backups {
    private static final int ATTEMPTS = 3;
    private static final String SUFFIX = ".attune-backup";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final VaultFolder folder;
    private final VaultParts vault;
    private final Recordings recordings;
    private final WallClock clock;

    Backups(VaultFolder folder, VaultParts vault, Recordings recordings, WallClock clock) {
        this.folder = folder;
        this.vault = vault;
        this.recordings = recordings;
        this.clock = clock;
    }

    /**
     * Makes a backup.
     *
     * @param to a new file; or an existing folder, where it gets a name by date and older
     *     generations of the same vault are removed, once the new one is proven
     * @param recipient age recipient ({@code age1…}) to seal it to besides; empty for none
     * @param keep how many generations stay in a folder, 1 to 1000
     * @throws VaultException when it cannot be made or does not hold what the vault holds
     */
    public Backup make(Path to, Optional<String> recipient, int keep) {
        Limits.within("keep", keep, 1, 1000);
        recipient.ifPresent(AgeSeal::check);
        if (recordings.current().isPresent()) {
            throw new VaultException("a session is being recorded: end it, then back up");
        }
        Instant now = clock.now();
        boolean isFolder = Files.isDirectory(to);
        Path target = isFolder ? to.resolve(prefix() + STAMP.format(now) + SUFFIX) : to;
        if (Files.exists(target)) {
            throw new VaultException(
                    "there is a file already: " + target + ": choose another name");
        }
        Path passing = folder.passing();
        try {
            return make(target, recipient, now, passing, isFolder ? keep : Integer.MAX_VALUE);
        } catch (IOException e) {
            throw VaultException.of("cannot write the backup " + target, e);
        } finally {
            remove(passing);
        }
    }

    private String prefix() {
        return "attune-" + vault.keys().vault().substring(0, 8) + "-";
    }

    private Backup make(
            Path target, Optional<String> recipient, Instant now, Path passing, int keep)
            throws IOException {
        Path data = OwnerOnly.newFile(passing.resolve("vault.db"));
        Path keys = OwnerOnly.newFile(passing.resolve("keys.db"));
        BackupManifest manifest = copy(data, keys, now);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        boolean proven = false;
        try {
            // A recipient's identity is not here: a second one, for once, proves the file.
            AgeSeal.Identity once = new AgeSeal.Identity();
            List<String> recipients =
                    recipient.map(r -> List.of(r, once.recipient())).orElse(List.of());
            byte[] bodyKey = vault.keys().deriveFor(BackupFile.PURPOSE);
            // Away from this account no keyring may open it, and here the vault itself is at hand.
            byte[] header =
                    VaultHeader.parse(folder.readHeader()).withoutKeyring(vault.keys()).toBytes();
            BackupFile.write(part, recipients, header, bodyKey, manifest, keys, data);
            VerifyReport report = prove(part, once.secret(), bodyKey, manifest, passing);
            Arrays.fill(bodyKey, (byte) 0);
            OwnerOnly.rename(part, target);
            proven = true;
            boolean unused = vault.audit().note(AuditEvent.of(AuditEvent.Kind.BACKED_UP));
            long rows = manifest.data().rows() + manifest.keys().rows();
            List<Path> removed = report.sound() ? prune(target, keep) : List.of();
            return new Backup(target, Files.size(target), rows, report, removed);
        } finally {
            if (!proven) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** Copies both files as of one instant, during which nothing changed. */
    private BackupManifest copy(Path data, Path keys, Instant now) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Tally dataThen = Tally.of(vault.data());
            Tally keysThen = Tally.of(vault.keyFile());
            ErasureLedger ledger = vault.keys().ledger();
            vault.data().copyInto(data);
            vault.keyFile().copyInto(keys);
            if (Tally.of(VaultParts.data(data)).equals(dataThen)
                    && Tally.of(VaultParts.keys(keys)).equals(keysThen)
                    && Tally.of(vault.data()).equals(dataThen)) {
                return new BackupManifest(now, dataThen, keysThen, ledger);
            }
            for (Path each : List.of(data, keys)) {
                OwnerOnly.overwrite(each).close();
            }
        }
        throw new VaultException("the vault was being changed all the while: back up once more");
    }

    private VerifyReport prove(
            Path part, char[] identity, byte[] bodyKey, BackupManifest expected, Path passing)
            throws IOException {
        Path data = OwnerOnly.newFile(passing.resolve("proof-vault.db"));
        Path keys = OwnerOnly.newFile(passing.resolve("proof-keys.db"));
        BackupManifest said =
                BackupFile.read(
                        part,
                        identity,
                        reading -> {
                            BackupFile.Body body = reading.body(bodyKey);
                            body.unpack(keys, data);
                            return body.manifest();
                        });
        Arrays.fill(identity, '\0');
        VaultParts copy = vault.copyIn(data, keys, clock);
        try {
            if (!said.equals(expected)
                    || !Tally.of(copy.data()).equals(expected.data())
                    || !Tally.of(copy.keyFile()).equals(expected.keys())) {
                throw new VaultException(
                        "the backup does not hold what the vault holds; it was removed: check the"
                                + " disk it was written to");
            }
            return new Verification(copy, "").run(List.of());
        } finally {
            copy.keys().close();
        }
    }

    /** Removes the oldest generations beside {@code target}; names sort by time. */
    private List<Path> prune(Path target, int keep) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null || keep == Integer.MAX_VALUE) {
            return List.of();
        }
        List<Path> generations = new ArrayList<>();
        try (Stream<Path> files = Files.list(parent)) {
            files.filter(
                            file -> {
                                String name = file.getFileName().toString();
                                return name.startsWith(prefix()) && name.endsWith(SUFFIX);
                            })
                    .sorted()
                    .forEach(generations::add);
        }
        List<Path> removed =
                List.copyOf(generations.subList(0, Math.max(0, generations.size() - keep)));
        for (Path old : removed) {
            Files.deleteIfExists(old);
        }
        return removed;
    }

    private static void remove(Path passing) {
        try {
            OwnerOnly.remove(passing);
        } catch (IOException e) {
            throw VaultException.of("cannot remove what the backup was proven with", e);
        }
    }
}

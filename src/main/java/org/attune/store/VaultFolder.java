package org.attune.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The vault's folder: who may look into it, and which program holds it. Folder 0700 and files 0600
 * from the moment they exist; on file systems without such permissions the user's own settings
 * count. Confined to one thread.
 */
final class VaultFolder {
    private static final String HEADER = "vault.header";
    private static final String DATA = "vault.db";
    private static final String KEYS = "keys.db";
    private static final String PASSING = "passing-";
    private static final String LOCK = "vault.lock";
    private static final String LOCKED = "vault.locked";
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    private final Path folder;
    private @Nullable FileChannel lockChannel;
    private @Nullable FileLock lock;

    VaultFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    static boolean holdsVault(Path folder) {
        return Files.exists(folder.resolve(HEADER));
    }

    Path data() {
        return folder.resolve(DATA);
    }

    Path keys() {
        return folder.resolve(KEYS);
    }

    /** Makes the folder and the empty files of a new vault, and takes the lock. */
    void prepare() {
        try {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (Files.isDirectory(folder)) {
                refuseIfNotEmpty();
                if (OwnerOnly.posix()) {
                    Files.setPosixFilePermissions(
                            folder, PosixFilePermissions.fromString("rwx------"));
                }
            } else {
                Files.createDirectory(folder, OwnerOnly.folder());
            }
            takeLock();
            Files.createFile(data(), OwnerOnly.file());
            Files.createFile(keys(), OwnerOnly.file());
        } catch (IOException e) {
            leave();
            throw VaultException.of("cannot create the vault in " + folder, e);
        }
    }

    private void refuseIfNotEmpty() throws IOException {
        if (Files.exists(folder.resolve(HEADER))) {
            throw new VaultException(
                    "there is a vault already in "
                            + folder
                            + ": open it, or choose another folder");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.anyMatch(entry -> !entry.endsWith(LOCK))) {
                throw new VaultException(
                        "the folder is not empty: " + folder + ": choose an empty or a new one");
            }
        }
    }

    /** Takes back what {@link #prepare} made, when the rest of making a vault failed. */
    void discard() {
        try {
            for (String file :
                    List.of(
                            DATA,
                            DATA + "-wal",
                            DATA + "-shm",
                            KEYS,
                            KEYS + "-wal",
                            KEYS + "-shm",
                            HEADER + ".new",
                            LOCK)) {
                Files.deleteIfExists(folder.resolve(file));
            }
        } catch (IOException e) {
            throw VaultException.of("cannot remove the unfinished vault in " + folder, e);
        }
    }

    /** Refuses a vault that is not there, not whole or open to others; then takes the lock. */
    void enter() {
        if (!Files.exists(folder.resolve(HEADER))) {
            throw new VaultException(
                    "there is no vault in " + folder + ": create one with 'attune vault init'");
        }
        for (Path file : List.of(data(), keys())) {
            if (!Files.isRegularFile(file)) {
                throw new VaultException(
                        "the vault lacks its file " + file + ": restore it from a backup");
            }
        }
        try {
            refuseIfOpenToOthers();
            takeLock();
            removePassing();
        } catch (IOException e) {
            throw VaultException.of("cannot open the vault in " + folder, e);
        }
    }

    private void refuseIfOpenToOthers() throws IOException {
        if (!OwnerOnly.posix()) {
            return;
        }
        refuseIfOpenToOthers(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                refuseIfOpenToOthers(entry);
            }
        }
    }

    private void refuseIfOpenToOthers(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        // Of what a link points to: a link's own permissions mean nothing.
        permissions.addAll(Files.getPosixFilePermissions(path));
        permissions.retainAll(OTHERS);
        if (!permissions.isEmpty()) {
            throw new VaultException(
                    "other users of this computer can reach the vault ("
                            + path
                            + "): run chmod -R go-rwx '"
                            + folder
                            + "'");
        }
    }

    private void takeLock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(LOCK),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        OwnerOnly.file());
        FileLock taken;
        // POSIX drops a process's locks on a file when the process closes any channel to it; only
        // a second vault of this very process could come to that, and it is refused here.
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            throw new VaultException(
                    "the vault is open in another Attune: " + folder + ": close that one first");
        }
        lockChannel = channel;
        lock = taken;
    }

    /** Gives the vault free for others. */
    void leave() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (lockChannel != null) {
                lockChannel.close();
            }
        } catch (IOException e) {
            throw VaultException.of("cannot release the vault in " + folder, e);
        } finally {
            lock = null;
            lockChannel = null;
        }
    }

    /** Whether the vault was locked since the passphrase was last given. */
    boolean wasLocked() {
        return Files.exists(folder.resolve(LOCKED));
    }

    /**
     * Writes down whether the vault was locked since the passphrase was last given, for whoever
     * would open it without.
     */
    void tellLocked(boolean locked) {
        Path file = folder.resolve(LOCKED);
        try {
            if (!locked) {
                Files.deleteIfExists(file);
            } else if (!wasLocked()) {
                Files.createFile(file, OwnerOnly.file());
            }
        } catch (IOException e) {
            throw VaultException.of("cannot write down that the vault was locked", e);
        }
    }

    /** A new folder for passing things; removed when the vault is next opened, at the latest. */
    Path passing() {
        try {
            return OwnerOnly.newFolder(folder.resolve(PASSING + Seal.randomId()));
        } catch (IOException e) {
            throw VaultException.of("cannot write into the vault's folder " + folder, e);
        }
    }

    private void removePassing() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(PASSING)) {
                    OwnerOnly.remove(entry);
                }
            }
        }
    }

    byte[] readHeader() {
        try {
            // A header is a few hundred bytes; a file that became huge must not fill the memory.
            if (Files.size(folder.resolve(HEADER)) > 4096) {
                return new byte[0];
            }
            return Files.readAllBytes(folder.resolve(HEADER));
        } catch (IOException e) {
            throw VaultException.of("cannot read the vault's header in " + folder, e);
        }
    }

    /** Replaces the header as a whole: after a power cut there is the old one or the new one. */
    void writeHeader(byte[] header) {
        Path fresh = folder.resolve(HEADER + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (OutputStream out = OwnerOnly.create(fresh)) {
                out.write(header);
            }
            OwnerOnly.rename(fresh, folder.resolve(HEADER));
        } catch (IOException e) {
            throw VaultException.of("cannot write the vault's header in " + folder, e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}

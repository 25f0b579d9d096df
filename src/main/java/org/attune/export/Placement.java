package org.attune.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Puts an export in its place, and is the only class of this package that touches the file system.
 * All is written and brought to the disk under a name of its own in the target's folder, hence on
 * the same volume, for nobody but its owner to read; then it gets its name in one step. Whatever
 * goes wrong before, nothing stays. Confined to one thread; used once.
 */
final class Placement implements AutoCloseable {
    private final Path target;
    private final Path folder;
    private final Path temporary;
    private final boolean posix;

    private Placement(Path target, Path folder, Path temporary, boolean posix) {
        this.target = target;
        this.folder = folder;
        this.temporary = temporary;
        this.posix = posix;
    }

    /**
     * The name that {@code target} will have.
     *
     * @param sealed whether what gets it is sealed
     * @throws IllegalArgumentException when it has none, or none that says whether it is sealed
     */
    static String nameOf(Path target, boolean sealed) {
        Path fileName = target.getFileName();
        if (fileName == null) {
            throw new IllegalArgumentException("a place needs a name: " + target);
        }
        String name = fileName.toString();
        if (name.endsWith(".age") != sealed) {
            throw new IllegalArgumentException(
                    "a sealed export, and no other, is named .age: " + name);
        }
        return name;
    }

    /**
     * Begins beside {@code target}, which must not exist.
     *
     * @throws ExportFailedException when it does, or nothing can be written there
     */
    static Placement beside(Path target) {
        Path whole = target.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ExportFailedException("there is no folder for " + target + ": make it", null);
        }
        if (Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            throw new ExportFailedException(
                    target + " exists already: choose another name or remove it", null);
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Path temporary =
                    Files.createTempDirectory(folder, ".attune-export-", attributes(posix, true));
            return new Placement(whole, folder, temporary, posix);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Writes the files, not yet under their name. */
    void write(SortedMap<String, byte[]> files) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = temporary.resolve(file.getKey());
                makeFolders(temporary.relativize(path));
                write(path, file.getValue());
            }
            try (Stream<Path> tree = Files.walk(temporary)) {
                for (Path each : tree.filter(Files::isDirectory).toList()) {
                    sync(each);
                }
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Gives the folder that was written its name. */
    void nameFolder() {
        move(temporary, target);
    }

    /** Gives files that were written their names, beside the target; the target's own is last. */
    void nameFiles(Map<String, Path> names) {
        List<Path> named = new ArrayList<>();
        boolean done = false;
        try {
            for (Map.Entry<String, Path> each : names.entrySet()) {
                Path name = each.getValue().toAbsolutePath().normalize();
                move(temporary.resolve(each.getKey()), name);
                named.add(name);
            }
            done = true;
        } finally {
            if (!done) {
                named.forEach(this::remove);
            }
        }
    }

    private void move(Path from, Path to) {
        try {
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        } catch (IOException e) {
            throw failed(to, e);
        }
    }

    private void makeFolders(Path relative) throws IOException {
        Path made = temporary;
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            made = made.resolve(relative.getName(i));
            if (!Files.isDirectory(made)) {
                Files.createDirectory(made, attributes(posix, true));
            }
        }
    }

    private void write(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        attributes(posix, false))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                int unused = channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Brings a folder's entries to the disk, where the system lets one. */
    private void sync(Path directory) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes(boolean posix, boolean folder) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Removes what has not got its name. */
    @Override
    public void close() {
        if (!Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(temporary)) {
            tree.sorted(Comparator.reverseOrder()).forEach(this::remove);
        } catch (IOException e) {
            throw notRemoved(e);
        }
    }

    private void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw notRemoved(e);
        }
    }

    private ExportFailedException notRemoved(IOException cause) {
        return new ExportFailedException(
                "what was written cannot be removed: delete " + temporary + " by hand", cause);
    }

    private static ExportFailedException failed(Path target, IOException cause) {
        return new ExportFailedException(
                "the export cannot be written to "
                        + target
                        + " ("
                        + cause.getClass().getSimpleName()
                        + "): check the folder, its permissions and the space left",
                cause);
    }
}

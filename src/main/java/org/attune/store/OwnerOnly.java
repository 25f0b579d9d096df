package org.attune.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders that are their owner's alone from the moment they exist; on file systems
 * without such permissions the user's own settings count. Stateless; any thread.
 */
final class OwnerOnly {
    private OwnerOnly() {}

    static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    static FileAttribute<?>[] folder() {
        return permissions("rwx------");
    }

    static FileAttribute<?>[] file() {
        return permissions("rw-------");
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static Path newFolder(Path path) throws IOException {
        return Files.createDirectory(path, folder());
    }

    static Path newFile(Path path) throws IOException {
        return Files.createFile(path, file());
    }

    /** A new file; closing the stream has all of it on the disk. */
    static OutputStream create(Path path) throws IOException {
        return written(
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        file()));
    }

    /** Overwrites a file that exists, as {@link #create}. */
    static OutputStream overwrite(Path path) throws IOException {
        return written(
                FileChannel.open(
                        path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    private static OutputStream written(FileChannel channel) {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.force(true);
                    channel.close();
                }
            }
        };
    }

    /** Puts a file in the place of another: after a power cut there is the old or the new one. */
    static void rename(Path fresh, Path target) throws IOException {
        Files.move(
                fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path parent = target.toAbsolutePath().getParent();
        if (posix() && parent != null) {
            try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /** Removes a folder and all in it; without effect if it is gone. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package org.attune.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Some files of an export of Attune, as a folder or a zip; each is compared with its hash before it
 * is used.
 *
 * @param name of the folder or zip, for people
 * @param files by path
 */
record Bag(String name, SortedMap<String, byte[]> files) {
    private static final String MANIFEST = "manifest-sha256.txt";

    /** The most bytes of one file. */
    static final int MOST_BYTES = 256 * 1024 * 1024;

    /**
     * Of a folder.
     *
     * @param wanted names of files; all others are passed over
     * @throws UsageException when it cannot be read
     */
    static Bag ofFolder(Path folder, Set<String> wanted) {
        TreeMap<String, byte[]> bag = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 6)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (isWanted(path, wanted)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        bag.put(path, bytes(in, path));
                    }
                }
            }
            return new Bag(folder.toString(), bag);
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be read: check its permissions");
        }
    }

    /**
     * Of a zip.
     *
     * @throws UsageException when it cannot be read
     */
    static Bag ofZip(Path zip, Set<String> wanted) {
        try (InputStream in = Files.newInputStream(zip)) {
            return ofZip(zip.toString(), in, wanted);
        } catch (IOException e) {
            throw broken(zip.toString());
        }
    }

    /** Of a zip that is read from somewhere. */
    static Bag ofZip(String name, InputStream zip, Set<String> wanted) {
        TreeMap<String, byte[]> bag = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(zip)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (isWanted(entry.getName(), wanted)) {
                    bag.put(entry.getName(), bytes(in, entry.getName()));
                }
            }
            return new Bag(name, bag);
        } catch (IOException | IllegalArgumentException e) {
            throw broken(name);
        }
    }

    private static UsageException broken(String name) {
        return new UsageException(name + " cannot be read as a zip: check that it is whole");
    }

    private static boolean isWanted(String path, Set<String> wanted) {
        return path.endsWith(MANIFEST) || wanted.stream().anyMatch(path::endsWith);
    }

    /** Never more than fits: a zip may hold a thousand times its size. */
    static byte[] bytes(InputStream in, String path) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UsageException(path + " is larger than 256 MiB: split the recording");
        }
        return bytes;
    }

    /**
     * The file of that name, wherever in the bag it lies; empty where there is none.
     *
     * @throws UsageException when it is not as it was exported
     */
    Optional<byte[]> file(String wanted) {
        Optional<String> path =
                files.keySet().stream()
                        .filter(each -> each.endsWith("/" + wanted) || each.equals(wanted))
                        .findFirst();
        return path.map(
                found -> {
                    byte[] bytes = files.getOrDefault(found, new byte[0]);
                    checkHash(wanted, found, bytes);
                    return bytes;
                });
    }

    private void checkHash(String wanted, String path, byte[] bytes) {
        String manifestPath =
                files.keySet().stream()
                        .filter(each -> each.endsWith(MANIFEST) && !each.endsWith("tag" + MANIFEST))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                name + " has no " + MANIFEST + ": is it whole?"));
        String root = manifestPath.substring(0, manifestPath.length() - MANIFEST.length());
        String hashed =
                path.startsWith(root)
                        ? Sha256.hex(bytes) + "  " + path.substring(root.length())
                        : "";
        byte[] manifest = files.getOrDefault(manifestPath, new byte[0]);
        if (new String(manifest, StandardCharsets.UTF_8).lines().noneMatch(hashed::equals)) {
            throw new UsageException(
                    name + ": " + wanted + " is not as it was exported: ask for it again");
        }
    }
}

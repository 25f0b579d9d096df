package org.attune.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.sensor.replay.AnyRecording;
import org.attune.sensor.replay.EdfBeats;

/**
 * A file of beats from elsewhere: text of the kinds that {@code estimate} reads, EDF+ with beats as
 * annotations, or an export of another Attune, as a folder or a zip, whose hashes are checked.
 *
 * @param kind what it was taken for, in words
 * @param startedAt when it began, where the file says so
 * @param events what a sensor would have said; marked as imported
 */
record ImportedFile(String kind, Optional<Instant> startedAt, List<SensorEvent> events) {
    private static final String BEATS = "beats.csv";
    private static final String MANIFEST = "manifest-sha256.txt";
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    ImportedFile {
        events = List.copyOf(events);
    }

    /**
     * Reads a file or folder.
     *
     * @throws UsageException when it is no export, or was changed since
     */
    static ImportedFile read(Path file) {
        if (Files.isDirectory(file)) {
            return ofBag(file.toString(), bagOf(file));
        }
        if (file.toString().endsWith(".zip")) {
            return ofBag(file.toString(), unzipped(file));
        }
        if (EdfBeats.isEdf(file)) {
            EdfBeats edf = EdfBeats.read(file);
            SensorDescription sensor = imported("EDF+", SourceClass.UNKNOWN, Capability.RR);
            return new ImportedFile(
                    "EDF+ with beats as annotations",
                    Optional.of(edf.startedAt()),
                    edf.events(sensor));
        }
        return ofText(
                "text of intervals or heart rates", Optional.empty(), AnyRecording.read(file));
    }

    private static ImportedFile ofText(
            String kind, Optional<Instant> startedAt, AnyRecording recording) {
        SensorDescription sensor =
                new SensorDescription(
                        "imported: " + kind,
                        "import:",
                        recording.sensor().source(),
                        recording.sensor().capabilities());
        List<SensorEvent> events = new ArrayList<>();
        for (SensorEvent event : recording.events()) {
            events.add(
                    event instanceof SensorEvent.Linked linked
                            ? new SensorEvent.Linked(linked.at(), sensor)
                            : event);
        }
        return new ImportedFile(kind, startedAt, events);
    }

    private static SensorDescription imported(String kind, SourceClass source, Capability gives) {
        return new SensorDescription("imported: " + kind, "import:", source, Set.of(gives));
    }

    private static ImportedFile ofBag(String name, TreeMap<String, byte[]> bag) {
        String path =
                bag.keySet().stream()
                        .filter(each -> each.endsWith("/" + BEATS) || each.equals(BEATS))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                name
                                                        + " holds no "
                                                        + BEATS
                                                        + ": export it as csv or bundle"));
        byte[] bytes = bag.getOrDefault(path, new byte[0]);
        checkHash(name, bag, path, bytes);
        return ofText(
                "export of Attune",
                Optional.of(startOf(name, bytes)),
                AnyRecording.read(new ByteArrayInputStream(bytes), name + ", " + BEATS));
    }

    /** The session's beginning: the first beat's time of day less its time since then. */
    private static Instant startOf(String name, byte[] csv) {
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().limit(2).toList();
        try {
            String[] cells = lines.get(1).split(",", -1);
            return Instant.parse(cells[0]).minusNanos(Long.parseLong(cells[1]) * 1000);
        } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new UsageException(
                    name + ", " + BEATS + ": its first beat has no time that can be read");
        }
    }

    private static void checkHash(
            String name, TreeMap<String, byte[]> bag, String path, byte[] bytes) {
        String manifestPath =
                bag.keySet().stream()
                        .filter(each -> each.endsWith(MANIFEST) && !each.endsWith("tag" + MANIFEST))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                name + " has no " + MANIFEST + ": is it whole?"));
        String root = manifestPath.substring(0, manifestPath.length() - MANIFEST.length());
        String wanted = Sha256.hex(bytes) + "  " + path.substring(root.length());
        byte[] manifest = bag.getOrDefault(manifestPath, new byte[0]);
        if (new String(manifest, StandardCharsets.UTF_8).lines().noneMatch(wanted::equals)) {
            throw new UsageException(
                    name + ": " + BEATS + " is not as it was exported: ask for it again");
        }
    }

    private static boolean isWanted(String path) {
        return path.endsWith(BEATS) || path.endsWith(MANIFEST);
    }

    private static TreeMap<String, byte[]> bagOf(Path folder) {
        TreeMap<String, byte[]> bag = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 6)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (isWanted(path)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        bag.put(path, bytes(in, path));
                    }
                }
            }
            return bag;
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be read: check its permissions");
        }
    }

    private static TreeMap<String, byte[]> unzipped(Path zip) {
        TreeMap<String, byte[]> bag = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (isWanted(entry.getName())) {
                    bag.put(entry.getName(), bytes(in, entry.getName()));
                }
            }
            return bag;
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(zip + " cannot be read as a zip: check that it is whole");
        }
    }

    /** Never more than fits: a zip may hold a thousand times its size. */
    private static byte[] bytes(InputStream in, String path) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UsageException(path + " is larger than 256 MiB: split the recording");
        }
        return bytes;
    }
}

package org.attune.app;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            return ofBag(Bag.ofFolder(file, Set.of(BEATS)));
        }
        if (file.toString().endsWith(".zip")) {
            return ofBag(Bag.ofZip(file, Set.of(BEATS)));
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

    private static ImportedFile ofBag(Bag bag) {
        byte[] bytes =
                bag.file(BEATS)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                bag.name()
                                                        + " holds no "
                                                        + BEATS
                                                        + ": export it as csv or bundle"));
        return ofText(
                "export of Attune",
                Optional.of(startOf(bag.name(), bytes)),
                AnyRecording.read(new ByteArrayInputStream(bytes), bag.name() + ", " + BEATS));
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
}

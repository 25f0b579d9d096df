package org.attune.sensor.replay;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The beats of an EDF+ file that carries each as an annotation "beat", from the beat before to its
 * own: the form in which Attune exports them (EDF+: Kemp and Olivan 2003, Clin Neurophysiol
 * 114:1755). Samples are passed over. A file without such annotations is refused rather than
 * searched for beats. Immutable; any bytes may come.
 *
 * @param startedAt the second the header names, taken as UTC
 * @param intervals in order; the times count from {@code startedAt}
 */
public record EdfBeats(Instant startedAt, List<TimedInterval> intervals) {
    private static final int MAIN_HEADER = 256;
    private static final int MOST_SIGNALS = 512;
    private static final int MOST_RECORD_BYTES = 16 * 1024 * 1024;
    private static final String ANNOTATIONS = "EDF Annotations";
    private static final String BEAT = "beat";
    private static final char LENGTH = '\u0015';
    private static final char TEXT = '\u0014';
    private static final double MOST_SECONDS = RowSource.YEAR_SECONDS;

    public EdfBeats {
        intervals = List.copyOf(intervals);
    }

    /** Whether a file begins as EDF files do. */
    public static boolean isEdf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8), StandardCharsets.US_ASCII).equals("0       ");
        } catch (IOException e) {
            return false; // Whoever reads it next says why.
        }
    }

    /**
     * Reads a file.
     *
     * @throws RecordingFileException when it is no EDF+ file, is cut short, or holds no beats
     */
    public static EdfBeats read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new RecordingFileException(file + " cannot be read: check its name", e);
        }
    }

    static EdfBeats read(InputStream in, String name) throws IOException {
        try {
            return new Reading(in, name).all();
        } catch (EOFException e) {
            throw new RecordingFileException(
                    name + " is cut short: its header tells of more than it holds", e);
        }
    }

    /** What a sensor would have said, as of a {@link RecordingFile}. */
    public List<SensorEvent> events(SensorDescription sensor) {
        return new RecordingFile(intervals).events(sensor);
    }

    /** One pass over a file. */
    private static final class Reading {
        private final InputStream in;
        private final String name;
        private final List<TimedInterval> beats = new ArrayList<>();

        Reading(InputStream in, String name) {
            this.in = in;
            this.name = name;
        }

        EdfBeats all() throws IOException {
            String main = ascii(MAIN_HEADER);
            Instant start = start(main);
            long records = number(main.substring(236, 244));
            long signals = number(main.substring(252, 256));
            if (signals < 1 || signals > MOST_SIGNALS || records < 0) {
                throw refused("its header names " + signals + " signals, " + records + " records");
            }
            String fields = ascii((int) signals * MAIN_HEADER);
            List<Span> annotations = new ArrayList<>();
            long recordBytes = 0;
            for (int i = 0; i < signals; i++) {
                long samples = number(cut(fields, (int) signals * 216 + i * 8, 8));
                if (samples < 0 || recordBytes + 2 * samples > MOST_RECORD_BYTES) {
                    throw refused("its records are too long");
                }
                if (cut(fields, i * 16, 16).strip().equals(ANNOTATIONS)) {
                    annotations.add(new Span((int) recordBytes, (int) (2 * samples)));
                }
                recordBytes += 2 * samples;
            }
            if (annotations.isEmpty() || recordBytes == 0) {
                throw refused("it carries no annotations");
            }
            for (long record = 0; record < records; record++) {
                byte[] bytes = bytes((int) recordBytes);
                for (Span each : annotations) {
                    tals(new String(bytes, each.from, each.length, StandardCharsets.UTF_8));
                }
            }
            return new EdfBeats(start, ordered());
        }

        private record Span(int from, int length) {}

        private void tals(String block) {
            for (String tal : block.split("\0", -1)) {
                int text = tal.indexOf(TEXT);
                int length = tal.indexOf(LENGTH);
                if (text < 0 || length < 0 || length > text) {
                    continue; // The time of the record, or an annotation without a length.
                }
                String words = tal.substring(text + 1);
                if (words.startsWith(BEAT + TEXT) || words.startsWith(BEAT + " ")) {
                    beat(
                            seconds(tal.substring(0, length)),
                            seconds(tal.substring(length + 1, text)));
                }
            }
        }

        private void beat(double onset, double length) {
            double millis = length * 1000;
            if (!(onset + length >= 0 && onset + length < MOST_SECONDS) || !(millis >= 0.001)) {
                throw refused("it has a beat at " + onset + " s that lasts " + length + " s");
            }
            if (beats.size() == RowSource.MOST_ROWS) {
                throw refused("it has more than " + RowSource.MOST_ROWS + " beats");
            }
            beats.add(
                    new TimedInterval(
                            SessionTime.ofSeconds(onset + length),
                            RrInterval.ofMillis(Math.min(millis, 1e6))));
        }

        private List<TimedInterval> ordered() {
            if (beats.isEmpty()) {
                throw refused(
                        "it holds no beats as annotations; Attune reads those that it wrote itself");
            }
            beats.sort(Comparator.comparing(TimedInterval::at));
            for (int i = 1; i < beats.size(); i++) {
                if (!beats.get(i).at().isAfter(beats.get(i - 1).at())) {
                    throw refused("two of its beats fall at once");
                }
            }
            return beats;
        }

        private double seconds(String text) {
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw refused("a time in it is no number: " + printable(text));
            }
            throw refused("a time in it is no number: " + printable(text));
        }

        private static String printable(String text) {
            return text.replaceAll("[^ -~]", "?").substring(0, Math.min(20, text.length()));
        }

        private Instant start(String main) {
            String date = main.substring(168, 176);
            String time = main.substring(176, 184);
            try {
                int year = (int) number(cut(date, 6, 2));
                return LocalDateTime.of(
                                year < 85 ? 2000 + year : 1900 + year,
                                (int) number(cut(date, 3, 2)),
                                (int) number(cut(date, 0, 2)),
                                (int) number(cut(time, 0, 2)),
                                (int) number(cut(time, 3, 2)),
                                (int) number(cut(time, 6, 2)))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw refused("its header has no date and time");
            }
        }

        private static String cut(String text, int from, int length) {
            return text.substring(from, from + length);
        }

        private long number(String field) {
            try {
                return Long.parseLong(field.strip());
            } catch (NumberFormatException e) {
                throw refused("its header has no number where one belongs");
            }
        }

        private String ascii(int count) throws IOException {
            return new String(bytes(count), StandardCharsets.ISO_8859_1);
        }

        private byte[] bytes(int count) throws IOException {
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new EOFException();
            }
            return bytes;
        }

        private RecordingFileException refused(String why) {
            return new RecordingFileException(name + " cannot be read as EDF+: " + why);
        }
    }
}

package org.attune.sensor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a recording, row after row, with the line each stands on; nothing is kept. It
 * checks form and order; what the numbers mean is said by {@link IntervalReader}, {@link
 * HeartRateFile} and {@link ActivityFile}. Confined to the thread that reads.
 */
final class RowSource {
    /** A guard against endless input where rows are kept: well above a hundred days of beats. */
    static final int MOST_ROWS = 20_000_000;

    static final double YEAR_SECONDS = 366 * 86_400.0;

    private final LineSource source;
    private final Layout layout;
    private @Nullable String waiting;
    private Row row = new Row(0, -1, Double.NaN, false);
    private int leftOut;

    /**
     * A row.
     *
     * @param line where it stands, from 1
     * @param time seconds, as written; NaN where there is no column of times
     * @param value as written
     * @param comma whether the value is small and written with a comma
     */
    record Row(int line, double time, double value, boolean comma) {}

    private RowSource(LineSource source, Layout layout, @Nullable String waiting) {
        this.source = source;
        this.layout = layout;
        this.waiting = waiting;
    }

    /** Hands a file's rows to {@code reading}, and closes it. */
    static <T> T read(Path file, Function<RowSource, T> reading) {
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return reading.apply(open(in, name));
        } catch (NoSuchFileException e) {
            throw new RecordingFileException("there is no file " + file + ": check the path", e);
        } catch (IOException e) {
            throw new RecordingFileException(
                    file + " cannot be read: check that it is a file and that you may read it", e);
        }
    }

    static RowSource open(InputStream in, String name) {
        return open(new LineSource(in, name, () -> {}));
    }

    /** Reads the first line, which tells where the numbers stand. */
    static RowSource open(LineSource source) {
        String first = source.nextSpoken();
        if (first == null) {
            throw new RecordingFileException(source.name() + " is empty: a recording was expected");
        }
        Layout header = Layout.ofHeader(first);
        if (header == null && !Numbers.isNumber(first.strip())) {
            throw source.complaint(
                    "is neither a single interval nor a header such as t_s rr_ms", first);
        }
        return header == null
                ? new RowSource(source, Layout.bare(), first)
                : new RowSource(source, header, null);
    }

    Layout layout() {
        return layout;
    }

    /** The next row; null after the last. */
    @Nullable Row next() {
        while (true) {
            String line = waiting != null ? waiting : source.nextSpoken();
            waiting = null;
            if (line == null) {
                return null;
            }
            Row read = row(line);
            if (read != null) {
                row = read;
                return read;
            }
        }
    }

    private @Nullable Row row(String line) {
        List<String> cells = layout.split(line);
        // An unquoted decimal comma would shift the columns: the count tells.
        if (filled(cells) > layout.columns() || cells.size() <= layout.valueColumn()) {
            throw source.complaint("has not the columns of the header", line);
        }
        String cell = cells.get(layout.valueColumn());
        double value = Numbers.parse(cell);
        boolean chained = layout.kind() == Layout.Kind.INTERVALS;
        boolean absent = !chained && cell.isEmpty();
        if (Double.isNaN(value) && !absent) {
            throw source.complaint(chained ? "is no interval" : "is no number", line);
        }
        double time = hasTimes() ? timeOf(cells, line) : Double.NaN;
        if (chained && time <= row.time) {
            throw source.complaint("is not later than the line before it", line);
        }
        if (time < 0 || time < row.time) {
            leftOut++;
            return null;
        }
        boolean comma = value < 10 && cell.indexOf(',') >= 0;
        return absent ? null : new Row(source.number(), time, value, comma);
    }

    private static int filled(List<String> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    private double timeOf(List<String> cells, String line) {
        String cell = layout.timeColumn() < cells.size() ? cells.get(layout.timeColumn()) : "";
        double time = Numbers.parse(cell) * layout.timeUnit();
        boolean chained = layout.kind() == Layout.Kind.INTERVALS;
        if (Double.isNaN(time) || (chained && time < 0)) {
            throw source.complaint("has no time that can be read", line);
        }
        return time;
    }

    boolean hasTimes() {
        return layout.timeColumn() >= 0;
    }

    /**
     * How many rows of single values lay behind a row before them, or before the beginning. Such
     * values do not hang together as intervals do, so that these can be done without.
     */
    int leftOut() {
        return leftOut;
    }

    /** An error that names the line of a row. */
    RecordingFileException complaint(Row about, String whatItIs) {
        String shown = Double.toString(about.value);
        return LineSource.complaint(about.line, source.name(), whatItIs, shown);
    }

    /** Throws unless this is what was asked for. */
    RowSource expecting(Layout.Kind kind) {
        if (layout.kind() != kind) {
            throw new RecordingFileException(
                    source.name()
                            + " holds "
                            + layout.kind().words()
                            + ", not "
                            + kind.words()
                            + ": a column "
                            + kind.column()
                            + " was expected");
        }
        return this;
    }

    /** Throws unless there is a column of times. */
    RowSource needingTimes() {
        if (!hasTimes()) {
            throw new RecordingFileException(
                    source.name() + " has no times: a column t_s was expected");
        }
        return this;
    }

    /** The time of a row as written, without moving it. */
    SessionTime sessionTime(Row of) {
        if (of.time > YEAR_SECONDS) {
            throw tooFar(of);
        }
        return SessionTime.ofSeconds(of.time);
    }

    /** An error: more rows than can be kept. */
    RecordingFileException tooMany() {
        return new RecordingFileException(
                source.name() + " has more than " + MOST_ROWS + " lines: split the recording");
    }

    /** An error: the row lies too far from the beginning to be one recording. */
    RecordingFileException tooFar(Row row) {
        return new RecordingFileException(
                "line "
                        + row.line
                        + " of "
                        + source.name()
                        + " lies more than a year after the beginning: check the time column");
    }

    /**
     * An error: among whole milliseconds, {@code 1,024} is a thousand and not one point something;
     * we do not guess which.
     */
    RecordingFileException thousandsSeparator(Row row) {
        return new RecordingFileException(
                "line "
                        + row.line
                        + " of "
                        + source.name()
                        + " has a comma that may separate thousands: write intervals without");
    }
}

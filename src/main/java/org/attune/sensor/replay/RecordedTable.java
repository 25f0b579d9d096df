package org.attune.sensor.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.attune.time.SessionTime;

/**
 * The numbers of a recording file, with the line each stands on. It checks form and order; what the
 * numbers mean is said by {@link RecordingFile}, {@link HeartRateFile} and {@link ActivityFile}.
 * Confined to the thread that reads.
 */
final class RecordedTable {
    /** A guard against endless input: well above a hundred days of beats. */
    private static final int MOST_ROWS = 20_000_000;

    static final double YEAR_SECONDS = 366 * 86_400.0;

    private final String name;
    private final Layout layout;
    private double[] times = new double[1024];
    private double[] values = new double[1024];
    private int[] lines = new int[1024];
    private int size;
    private int firstSmallWithComma = -1;
    private int leftOut;

    private RecordedTable(String name, Layout layout) {
        this.name = name;
        this.layout = layout;
    }

    static RecordedTable read(Path file) {
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (NoSuchFileException e) {
            throw new RecordingFileException("there is no file " + file + ": check the path", e);
        } catch (IOException e) {
            throw new RecordingFileException(
                    file + " cannot be read: check that it is a file and that you may read it", e);
        }
    }

    static RecordedTable read(InputStream in, String name) {
        LineSource source = new LineSource(in, name);
        String first = source.nextSpoken();
        if (first == null) {
            throw new RecordingFileException(name + " is empty: a recording was expected");
        }
        Layout header = Layout.ofHeader(first);
        if (header == null && !Numbers.isNumber(first.strip())) {
            throw source.complaint(
                    "is neither a single interval nor a header such as t_s rr_ms", first);
        }
        RecordedTable table = new RecordedTable(name, header == null ? Layout.bare() : header);
        if (header == null) {
            table.add(source, first);
        }
        for (String line = source.nextSpoken(); line != null; line = source.nextSpoken()) {
            table.add(source, line);
        }
        return table;
    }

    private void add(LineSource source, String line) {
        List<String> cells = layout.split(line);
        // An unquoted decimal comma would shift the columns: the count tells.
        if (filled(cells) > layout.columns() || cells.size() <= layout.valueColumn()) {
            throw source.complaint("has not the columns of the header", line);
        }
        String valueCell = cells.get(layout.valueColumn());
        double value = Numbers.parse(valueCell);
        boolean chained = layout.kind() == Layout.Kind.INTERVALS;
        boolean absent = !chained && valueCell.isEmpty();
        if (Double.isNaN(value) && !absent) {
            throw source.complaint(chained ? "is no interval" : "is no number", line);
        }
        double time = layout.timeColumn() < 0 ? Double.NaN : timeOf(source, cells, line);
        double previous = size == 0 ? -1 : times[size - 1];
        if (chained && time <= previous) {
            throw source.complaint("is not later than the line before it", line);
        }
        if (time < 0 || time < previous) {
            leftOut++;
            return;
        }
        if (absent) {
            return;
        }
        if (firstSmallWithComma < 0 && value < 10 && valueCell.indexOf(',') >= 0) {
            firstSmallWithComma = source.number();
        }
        append(time, value, source);
    }

    private static int filled(List<String> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    private double timeOf(LineSource source, List<String> cells, String line) {
        String cell = layout.timeColumn() < cells.size() ? cells.get(layout.timeColumn()) : "";
        double time = Numbers.parse(cell) * layout.timeUnit();
        boolean chained = layout.kind() == Layout.Kind.INTERVALS;
        if (Double.isNaN(time) || (chained && time < 0)) {
            throw source.complaint("has no time that can be read", line);
        }
        return time;
    }

    private void append(double time, double value, LineSource source) {
        if (size == MOST_ROWS) {
            throw new RecordingFileException(
                    name + " has more than " + MOST_ROWS + " lines: split the recording");
        }
        if (size == values.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        times[size] = time;
        values[size] = value;
        lines[size] = source.number();
        size++;
    }

    Layout layout() {
        return layout;
    }

    int size() {
        return size;
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

    /** Seconds, as written; rising, and strictly so for intervals. */
    double time(int row) {
        return times[row];
    }

    /** As written. */
    double value(int row) {
        return values[row];
    }

    /** The middle of all values, as written; only for a table that is not empty. */
    double median() {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[size / 2];
    }

    /** An error that names the line of a row. */
    RecordingFileException complaint(int row, String whatItIs) {
        String shown = Double.toString(values[row]);
        return LineSource.complaint(lines[row], name, whatItIs, shown);
    }

    /**
     * Among whole milliseconds, {@code 1,024} is a thousand and not one point something; we do not
     * guess which.
     */
    void refuseThousandsSeparators() {
        if (firstSmallWithComma >= 0) {
            throw new RecordingFileException(
                    "line "
                            + firstSmallWithComma
                            + " of "
                            + name
                            + " has a comma that may separate thousands: write intervals without");
        }
    }

    /** Throws unless this is what was asked for. */
    RecordedTable expecting(Layout.Kind kind) {
        if (layout.kind() != kind) {
            throw new RecordingFileException(
                    name
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
    RecordedTable needingTimes() {
        if (!hasTimes()) {
            throw new RecordingFileException(name + " has no times: a column t_s was expected");
        }
        return this;
    }

    /** The time of a row as written, without moving it. */
    SessionTime sessionTime(int row) {
        if (times[row] > YEAR_SECONDS) {
            throw tooFar(row);
        }
        return SessionTime.ofSeconds(times[row]);
    }

    /** An error: the row lies too far from the beginning to be one recording. */
    RecordingFileException tooFar(int row) {
        return new RecordingFileException(
                "line "
                        + lines[row]
                        + " of "
                        + name
                        + " lies more than a year after the beginning: check the time column");
    }
}

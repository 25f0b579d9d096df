package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.attune.sensor.RrInterval;
import org.attune.sensor.replay.RowSource.Row;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording of intervals one by one, in constant memory, as long as it may be: a file, or
 * what another program is still writing. It reads what {@link RecordingFile} reads, which is built
 * on it.
 *
 * <p>Whether intervals are seconds or milliseconds is decided once, by the majority of the first
 * nine (below ten: seconds), and holds for all that follow. So the first interval is given when
 * five have agreed.
 *
 * <p>Confined to the thread that reads.
 */
public final class IntervalReader {
    private static final double DAY_SECONDS = 86_400;

    /** Intervals that decide on the unit. */
    private static final int JURY = 9;

    /** No interval of a heart is so long in seconds, nor so short in milliseconds. */
    private static final double LEAST_MILLIS = 10;

    /**
     * Time unaccounted for, as a share of the interval beside it, from which on beats are missing.
     */
    private static final double HOLE_SHARE = 0.3;

    private final RowSource rows;
    private final Queue<Row> undecided = new ArrayDeque<>(JURY);
    private double unitNanos;
    private boolean begun;
    private double originSeconds;
    private double offsetSeconds;
    private long sumNanos;

    IntervalReader(RowSource anyRows) {
        this.rows = anyRows.expecting(Layout.Kind.INTERVALS);
        this.unitNanos = rows.layout().microseconds() ? 1e3 : 0;
    }

    /**
     * Reads the first line; the stream stays open.
     *
     * @param nameForMessages what messages call it: "standard input"
     * @param beforeWaiting is run whenever the next line has not come yet, and the reader will wait
     * @throws RecordingFileException when it holds no recording of intervals
     */
    public static IntervalReader open(
            InputStream in, String nameForMessages, Runnable beforeWaiting) {
        return new IntervalReader(
                RowSource.open(new LineSource(in, nameForMessages, beforeWaiting)));
    }

    /**
     * Hands a file's intervals to {@code reading}, and closes it afterwards.
     *
     * @throws RecordingFileException when it holds no recording of intervals
     */
    public static void read(Path file, Consumer<IntervalReader> reading) {
        RowSource.read(
                file,
                rows -> {
                    reading.accept(new IntervalReader(rows));
                    return rows;
                });
    }

    /**
     * The next interval; null after the last. Times rise.
     *
     * @throws RecordingFileException when the next line cannot be read; the message names it
     */
    public @Nullable TimedInterval next() {
        if (unitNanos == 0) {
            decide();
        }
        Row row = undecided.isEmpty() ? rows.next() : undecided.remove();
        return row == null ? null : timed(row);
    }

    private void decide() {
        int seconds = 0;
        int millis = 0;
        while (seconds <= JURY / 2 && millis <= JURY / 2) {
            Row row = rows.next();
            if (row == null) {
                break;
            }
            undecided.add(row);
            if (row.value() < LEAST_MILLIS) {
                seconds++;
            } else {
                millis++;
            }
        }
        unitNanos = seconds > millis ? 1e9 : 1e6;
    }

    private TimedInterval timed(Row row) {
        if (unitNanos == 1e6 && row.comma()) {
            throw rows.thousandsSeparator(row);
        }
        double nanos = row.value() * unitNanos;
        if (!(nanos >= 1) || nanos > DAY_SECONDS * 1e9) {
            throw rows.complaint(row, "is no interval");
        }
        RrInterval interval = new RrInterval(Math.round(nanos));
        if (!begun && row.time() >= DAY_SECONDS) {
            // Unix times: the first interval begins the recording.
            originSeconds = row.time();
            offsetSeconds = nanos / 1e9;
        }
        begun = true;
        sumNanos += interval.nanos();
        double at = rows.hasTimes() ? (row.time() - originSeconds + offsetSeconds) * 1e9 : sumNanos;
        if (at > RowSource.YEAR_SECONDS * 1e9) {
            throw rows.tooFar(row);
        }
        return new TimedInterval(new SessionTime(Math.round(at)), interval);
    }

    /**
     * Whether time passed before {@code timed} that no interval accounts for: beats are missing.
     */
    public static boolean isHole(SessionTime last, TimedInterval timed) {
        long passed = timed.at().nanos() - last.nanos();
        return passed - timed.interval().nanos() > HOLE_SHARE * timed.interval().nanos();
    }
}

package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * The intervals of a recording made elsewhere, or written by us.
 *
 * <p>Read are: a table whose header names an interval column ({@code rr_ms}, {@code rr}, {@code
 * ibi}, …) and, if it has one, a time column ({@code t_s}, {@code t_ms} or {@code t_us}: the end of
 * the interval), separated by tabs, semicolons, commas or blanks, other columns ignored; the
 * wristband's IBI file (Unix start and the word IBI in its first line); one interval a line without
 * header, as Elite HRV, Kubios and Polar write them; and HRV Logger's table, of which only {@code
 * rr} is used. Decimal commas, a byte order mark, CR LF and lines that begin with {@code #} are
 * accepted. Intervals may be milliseconds or seconds, as the first nine tell: a median below 10
 * means seconds.
 *
 * <p>Times are kept as they are, so that they compare with labels of the same recording; only when
 * the first is a day or later (Unix times) are they moved so that the first interval begins the
 * recording. Without times, intervals are laid end to end.
 *
 * <p>Nothing is repaired: what cannot be read ends the reading with its line number. Intervals are
 * not judged; an interval of a hundred seconds is a fact of the file. Immutable.
 */
public final class RecordingFile {
    private final List<TimedInterval> intervals;

    /** Intervals in order; the times rise strictly. */
    RecordingFile(List<TimedInterval> intervals) {
        this.intervals = List.copyOf(intervals);
    }

    /**
     * Reads a file.
     *
     * @throws RecordingFileException when it holds no recording; the message names the line
     */
    public static RecordingFile read(Path file) {
        return RowSource.read(file, RecordingFile::of);
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @param nameForMessages what messages call it: "standard input"
     * @throws RecordingFileException when it holds no recording; the message names the line
     */
    public static RecordingFile read(InputStream in, String nameForMessages) {
        return of(RowSource.open(in, nameForMessages));
    }

    static RecordingFile of(RowSource rows) {
        IntervalReader reader = new IntervalReader(rows);
        List<TimedInterval> intervals = new ArrayList<>();
        for (TimedInterval next = reader.next(); next != null; next = reader.next()) {
            if (intervals.size() == RowSource.MOST_ROWS) {
                throw rows.tooMany();
            }
            intervals.add(next);
        }
        return new RecordingFile(intervals); // a header and no beat: an empty recording
    }

    /** In order; the times rise strictly. May be empty. */
    public List<TimedInterval> intervals() {
        return intervals;
    }

    /**
     * What a sensor would have said: linked at the start, then each interval as it ended. Where the
     * times show that time passed which no interval accounts for, beats are missing: {@link
     * SensorEvent.Overrun} marks the hole, so that nobody takes the beats beside it for neighbours.
     */
    public List<SensorEvent> events(SensorDescription sensor) {
        List<SensorEvent> events = new ArrayList<>(intervals.size() + 1);
        events.add(new SensorEvent.Linked(SessionTime.ZERO, sensor));
        @Nullable SessionTime last = null;
        for (TimedInterval timed : intervals) {
            if (last != null && IntervalReader.isHole(last, timed)) {
                events.add(new SensorEvent.Overrun(timed.at(), 1));
            }
            events.add(new SensorEvent.RrReceived(timed.at(), List.of(timed.interval())));
            last = timed.at();
        }
        return events;
    }
}

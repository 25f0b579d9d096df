package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.sensor.replay.RowSource.Row;

/**
 * A recording of movement beside a recording of beats: a table with the columns {@code t_s} and
 * {@code activity_mg}, about one row a second. An empty cell gives no row. Immutable.
 */
public final class ActivityFile {
    private final List<MotionReceived> motions;
    private final int leftOut;

    private ActivityFile(List<MotionReceived> motions, int leftOut) {
        this.motions = List.copyOf(motions);
        this.leftOut = leftOut;
    }

    /**
     * Reads a file.
     *
     * @throws RecordingFileException when it holds no movement; the message names the line
     */
    public static ActivityFile read(Path file) {
        return RowSource.read(file, ActivityFile::of);
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws RecordingFileException when it holds no movement; the message names the line
     */
    public static ActivityFile read(InputStream in, String nameForMessages) {
        return of(RowSource.open(in, nameForMessages));
    }

    private static ActivityFile of(RowSource anyRows) {
        RowSource rows = anyRows.expecting(Layout.Kind.ACTIVITY).needingTimes();
        List<MotionReceived> motions = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            double milliG = row.value();
            if (!(milliG >= 0)) {
                throw rows.complaint(row, "is no movement");
            }
            if (motions.size() == RowSource.MOST_ROWS) {
                throw rows.tooMany();
            }
            motions.add(new MotionReceived(rows.sessionTime(row), milliG));
        }
        return new ActivityFile(motions, rows.leftOut());
    }

    /** In order of time. May be empty. */
    public List<MotionReceived> motions() {
        return motions;
    }

    /** How many rows stood out of order of time and were left out; worth telling the user. */
    public int leftOut() {
        return leftOut;
    }
}

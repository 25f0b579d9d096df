package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorEvent.MotionReceived;

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
        return of(RecordedTable.read(file));
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws RecordingFileException when it holds no movement; the message names the line
     */
    public static ActivityFile read(InputStream in, String nameForMessages) {
        return of(RecordedTable.read(in, nameForMessages));
    }

    private static ActivityFile of(RecordedTable anyTable) {
        RecordedTable table = anyTable.expecting(Layout.Kind.ACTIVITY).needingTimes();
        List<MotionReceived> motions = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            double milliG = table.value(row);
            if (!(milliG >= 0)) {
                throw table.complaint(row, "is no movement");
            }
            motions.add(new MotionReceived(table.sessionTime(row), milliG));
        }
        return new ActivityFile(motions, table.leftOut());
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

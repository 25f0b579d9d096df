package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.HeartRateReceived;
import org.attune.time.SessionTime;

/**
 * A recording of heart rates only: a table with the columns {@code t_s} and {@code hr_bpm}. An
 * empty cell or a rate of 0 says that none was known then, and gives no row. Immutable.
 */
public final class HeartRateFile {
    private final List<HeartRateReceived> rates;
    private final int leftOut;

    private HeartRateFile(List<HeartRateReceived> rates, int leftOut) {
        this.rates = List.copyOf(rates);
        this.leftOut = leftOut;
    }

    /**
     * Reads a file.
     *
     * @throws RecordingFileException when it holds no heart rates; the message names the line
     */
    public static HeartRateFile read(Path file) {
        return of(RecordedTable.read(file));
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws RecordingFileException when it holds no heart rates; the message names the line
     */
    public static HeartRateFile read(InputStream in, String nameForMessages) {
        return of(RecordedTable.read(in, nameForMessages));
    }

    static HeartRateFile of(RecordedTable anyTable) {
        RecordedTable table = anyTable.expecting(Layout.Kind.HEART_RATE).needingTimes();
        List<HeartRateReceived> rates = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            double bpm = table.value(row);
            if (bpm == 0) {
                continue;
            }
            if (!(bpm > 0) || bpm > 1000) {
                throw table.complaint(row, "is no heart rate");
            }
            rates.add(new HeartRateReceived(table.sessionTime(row), bpm));
        }
        return new HeartRateFile(rates, table.leftOut());
    }

    /** In order of time. May be empty. */
    public List<HeartRateReceived> rates() {
        return rates;
    }

    /** How many rows stood out of order of time and were left out; worth telling the user. */
    public int leftOut() {
        return leftOut;
    }

    /** What a sensor would have said: linked at the start, then each rate. */
    public List<SensorEvent> events(SensorDescription sensor) {
        List<SensorEvent> events = new ArrayList<>(rates.size() + 1);
        events.add(new SensorEvent.Linked(SessionTime.ZERO, sensor));
        events.addAll(rates);
        return events;
    }
}

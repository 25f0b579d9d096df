package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.HeartRateReceived;
import org.attune.sensor.replay.RowSource.Row;
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
        return RowSource.read(file, HeartRateFile::of);
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws RecordingFileException when it holds no heart rates; the message names the line
     */
    public static HeartRateFile read(InputStream in, String nameForMessages) {
        return of(RowSource.open(in, nameForMessages));
    }

    static HeartRateFile of(RowSource anyRows) {
        RowSource rows = anyRows.expecting(Layout.Kind.HEART_RATE).needingTimes();
        List<HeartRateReceived> rates = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            double bpm = row.value();
            if (bpm == 0) {
                continue;
            }
            if (!(bpm > 0) || bpm > 1000) {
                throw rows.complaint(row, "is no heart rate");
            }
            if (rates.size() == RowSource.MOST_ROWS) {
                throw rows.tooMany();
            }
            rates.add(new HeartRateReceived(rows.sessionTime(row), bpm));
        }
        return new HeartRateFile(rates, rows.leftOut());
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

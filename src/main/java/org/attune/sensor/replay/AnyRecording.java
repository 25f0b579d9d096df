package org.attune.sensor.replay;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;

/**
 * A recording of either kind, as what a sensor would have said: intervals where there are any, else
 * heart rates, from which no variability is ever shown. Immutable.
 *
 * @param sensor what kind of sensor would have said it
 * @param events in order; linked first
 */
public record AnyRecording(SensorDescription sensor, List<SensorEvent> events) {
    public AnyRecording {
        events = List.copyOf(events);
    }

    /**
     * Reads a file.
     *
     * @throws RecordingFileException when it holds neither; the message names the line
     */
    public static AnyRecording read(Path file) {
        return read(file, "replay:" + file);
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws RecordingFileException when it holds neither; the message names the line
     */
    public static AnyRecording read(InputStream in, String nameForMessages) {
        return of(RowSource.open(in, nameForMessages), "replay:");
    }

    static AnyRecording read(Path file, String address) {
        return RowSource.read(file, rows -> of(rows, address));
    }

    private static AnyRecording of(RowSource rows, String address) {
        boolean rateOnly = rows.layout().kind() == Layout.Kind.HEART_RATE;
        SensorDescription sensor =
                new SensorDescription(
                        "recording",
                        address,
                        rateOnly ? SourceClass.HEART_RATE_ONLY : SourceClass.UNKNOWN,
                        Set.of(rateOnly ? Capability.HEART_RATE : Capability.RR));
        return new AnyRecording(
                sensor,
                rateOnly
                        ? HeartRateFile.of(rows).events(sensor)
                        : RecordingFile.of(rows).events(sensor));
    }
}

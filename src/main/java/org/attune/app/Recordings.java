package org.attune.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.sensor.replay.AnyRecording;
import org.attune.sensor.replay.RecordingFile;

/** Recordings as the commands take them: a file, or standard input. */
final class Recordings {
    private static final SensorDescription SOURCE =
            new SensorDescription(
                    "recording", "replay:", SourceClass.UNKNOWN, Set.of(Capability.RR));

    private Recordings() {}

    /** What a sensor would have said: each interval when it ended. */
    static List<SensorEvent> events(String file) {
        return read(file).events(SOURCE);
    }

    /** What a sensor would have said, where heart rates without intervals will do. */
    static List<SensorEvent> eventsOfAnyKind(String file) {
        AnyRecording recording =
                file.equals("-")
                        ? AnyRecording.read(System.in, "standard input")
                        : AnyRecording.read(Path.of(file));
        return recording.events();
    }

    /** The recording of that name; {@code -} is standard input. */
    static RecordingFile read(String file) {
        return file.equals("-")
                ? RecordingFile.read(System.in, "standard input")
                : RecordingFile.read(Path.of(file));
    }
}

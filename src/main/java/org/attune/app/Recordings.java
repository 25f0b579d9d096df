package org.attune.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.AnyRecording;
import org.attune.sensor.replay.IntervalReader;

/** Recordings as the commands take them: a file, or standard input. */
final class Recordings {
    private static final String STANDARD_INPUT = "standard input";

    private Recordings() {}

    /** What a sensor would have said, where heart rates without intervals will do. */
    static List<SensorEvent> eventsOfAnyKind(String file) {
        AnyRecording recording =
                file.equals("-")
                        ? AnyRecording.read(System.in, STANDARD_INPUT)
                        : AnyRecording.read(Path.of(file));
        return recording.events();
    }

    /**
     * Hands the intervals of a recording on one by one; {@code -} is standard input.
     *
     * @param beforeWaiting is run whenever the next line has not come yet
     */
    static void stream(String file, Runnable beforeWaiting, Consumer<IntervalReader> reading) {
        if (file.equals("-")) {
            reading.accept(IntervalReader.open(System.in, STANDARD_INPUT, beforeWaiting));
        } else {
            IntervalReader.read(Path.of(file), reading);
        }
    }
}

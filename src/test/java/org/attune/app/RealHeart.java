package org.attune.app;

import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.sensor.replay.RecordingFile;
import org.attune.sensor.replay.TimedInterval;

/** The beats of a real heart: an excerpt of PhysioNet's nsr2db, credited in its SOURCE.md. */
final class RealHeart {
    private RealHeart() {}

    /** The first {@code count} intervals. */
    static List<RrInterval> intervals(int count) {
        var stream = RealHeart.class.getResourceAsStream("/org/attune/app/heart.rr.tsv");
        if (stream == null) {
            throw new AssertionError("the excerpt is missing");
        }
        return RecordingFile.read(stream, "heart.rr.tsv").intervals().stream()
                .limit(count)
                .map(TimedInterval::interval)
                .toList();
    }
}

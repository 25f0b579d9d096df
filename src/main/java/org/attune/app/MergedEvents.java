package org.attune.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.sensor.SensorEvent;

/** Beats and movement of one recording as one stream. */
final class MergedEvents {
    private MergedEvents() {}

    /** In order of time; of the same instant, the heart first. */
    static List<SensorEvent> of(
            List<? extends SensorEvent> heart, List<? extends SensorEvent> movement) {
        List<SensorEvent> events = new ArrayList<>(heart);
        events.addAll(movement);
        events.sort(Comparator.comparing(SensorEvent::at));
        return events;
    }
}

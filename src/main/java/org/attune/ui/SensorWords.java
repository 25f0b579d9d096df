package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;

/** A sensor in one sentence: which, how it senses, what it gives and what it does not. */
final class SensorWords {
    private SensorWords() {}

    /**
     * @param battery charge left, percent, if told
     */
    static String of(LiveWords words, SensorDescription sensor, OptionalInt battery) {
        Set<Capability> gives = sensor.capabilities();
        List<String> parts = new ArrayList<>();
        if (sensor.source() != SourceClass.HEART_RATE_ONLY) {
            parts.add(words.text("source", sensor.source()));
        }
        boolean beats = gives.contains(Capability.RR);
        parts.add(words.text(beats ? "sensor.beats" : "sensor.rate"));
        boolean motion = gives.contains(Capability.MOTION);
        parts.add(words.text(motion ? "sensor.movement" : "sensor.movement.none"));
        boolean contact = gives.contains(Capability.CONTACT);
        parts.add(words.text(contact ? "sensor.contact" : "sensor.contact.none"));
        if (battery.isPresent()) {
            parts.add(words.text("sensor.battery", battery.getAsInt()));
        }
        return words.text("sensor.sentence", sensor.name(), String.join(", ", parts));
    }
}

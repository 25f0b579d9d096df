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
    static String of(SensorDescription sensor, OptionalInt battery) {
        Set<Capability> gives = sensor.capabilities();
        List<String> words = new ArrayList<>();
        if (sensor.source() != SourceClass.HEART_RATE_ONLY) {
            words.add(kind(sensor.source()));
        }
        words.add(
                gives.contains(Capability.RR)
                        ? "beat by beat"
                        : "heart rate only, so no variability is shown");
        words.add(gives.contains(Capability.MOTION) ? "movement" : "no movement");
        words.add(gives.contains(Capability.CONTACT) ? "contact" : "no contact told");
        if (battery.isPresent()) {
            words.add("battery " + battery.getAsInt() + " %");
        }
        return "Sensor: " + sensor.name() + ", " + String.join(", ", words) + ".";
    }

    private static String kind(SourceClass source) {
        return switch (source) {
            case ECG -> "electrodes";
            case OPTICAL -> "optical pulse, less exact than electrodes";
            case SIMULATED -> "simulated";
            case HEART_RATE_ONLY, UNKNOWN -> "how it senses is not known";
        };
    }
}

package org.attune.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.ble.FoundStrap;
import org.attune.sensor.ble.StrapModel;
import org.attune.sensor.ble.StrapModel.Evidence;

/** What a strap can give, in words for people. */
final class StrapWords {
    private StrapWords() {}

    /** Of a strap in reach that was not heard yet. */
    static String expected(FoundStrap strap) {
        return StrapModel.named(strap.name())
                .filter(model -> model.evidence() != Evidence.UNKNOWN)
                .map(model -> gives(model.gives()) + " (" + model.evidence().words() + ")")
                .orElse("what it gives is unknown until it is heard (--listen)");
    }

    /** {@code intervals (RR), heart rate, battery; no movement, no contact}. */
    static String gives(Set<Capability> capabilities) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        if (!capabilities.contains(Capability.RR)) {
            has.add("heart rate only");
            lacks.add("no intervals (RR), so no variability");
        }
        for (Capability each : EnumSet.allOf(Capability.class)) {
            if (each != Capability.HEART_RATE && each != Capability.RR) {
                if (capabilities.contains(each)) {
                    has.add(word(each));
                } else if (each != Capability.ECG) { // nobody misses what nobody asked for
                    lacks.add("no " + word(each));
                }
            }
        }
        if (capabilities.contains(Capability.RR)) {
            has.add(0, "intervals (RR)");
            has.add(1, "heart rate");
        }
        String text = String.join(", ", has);
        return lacks.isEmpty() ? text : text + "; " + String.join(", ", lacks);
    }

    private static String word(Capability capability) {
        return switch (capability) {
            case RR -> "intervals";
            case HEART_RATE -> "heart rate";
            case CONTACT -> "contact";
            case BATTERY -> "battery";
            case MOTION -> "movement";
            case ECG -> "raw ECG";
        };
    }
}

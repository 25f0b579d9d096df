package org.attune.sensor.ble;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;

/** What a strap is, by what it said and gave so far. Stateless. */
final class StrapDescription {
    private StrapDescription() {}

    /**
     * @param address as the sensor is opened by
     * @param reader what was read of it so far
     * @param measured what it gave beside the heartbeats
     */
    static SensorDescription of(
            GattLink.Peripheral peripheral,
            String address,
            HeartRateReader reader,
            Set<Capability> measured) {
        Set<Capability> can = EnumSet.of(Capability.HEART_RATE);
        if (reader.rrSupport() == RrSupport.YES) {
            can.add(Capability.RR);
        }
        if (reader.contactSupported()) {
            can.add(Capability.CONTACT);
        }
        can.addAll(measured);
        if (peripheral.battery().isPresent()) {
            can.add(Capability.BATTERY);
        }
        return new SensorDescription(
                peripheral.name(),
                address,
                sourceOf(reader, peripheral.bodyLocation()),
                can,
                peripheral.device());
    }

    /** Where it is worn tells how it senses: 1 is the chest; 2 to 6 are wrist, finger and so on. */
    private static SourceClass sourceOf(HeartRateReader reader, OptionalInt bodyLocation) {
        if (reader.rrSupport() == RrSupport.NO) {
            return SourceClass.HEART_RATE_ONLY;
        }
        int location = bodyLocation.orElse(0);
        if (location == 1) {
            return SourceClass.ECG;
        }
        return location >= 2 && location <= 6 ? SourceClass.OPTICAL : SourceClass.UNKNOWN;
    }
}

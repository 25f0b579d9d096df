package org.attune.sensor;

import java.util.Set;

/**
 * What a sensor is and can give.
 *
 * @param name for people: "Polar H10", "simulated client"
 * @param address how to open it again, as on the command line
 * @param source how the beats are sensed
 * @param capabilities what it can give
 * @param device who made it and which model it is, as far as it says
 */
public record SensorDescription(
        String name,
        String address,
        SourceClass source,
        Set<Capability> capabilities,
        DeviceInformation device) {
    public SensorDescription {
        capabilities = Set.copyOf(capabilities);
    }

    /** A sensor that does not say who made it. */
    public SensorDescription(
            String name, String address, SourceClass source, Set<Capability> capabilities) {
        this(name, address, source, capabilities, DeviceInformation.NONE);
    }

    /** Whether no living heart is behind it; said wherever its data are shown. */
    public boolean simulated() {
        return source == SourceClass.SIMULATED;
    }
}

package org.attune.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.ble.BleSettings;
import org.attune.session.LaneId;

/**
 * Whose sensor is whose. Each person has one, nobody shares one, and with several people every
 * strap is named: what is bound by its address cannot change hands.
 */
final class LaneSensors {
    private static final Set<String> EXCLUSIVE = Set.of("ble", "ble+tinyb", "serial");

    private static final String SIMULATED = "sim:demo";

    private LaneSensors() {}

    /**
     * The sensors of a session: those that were named, for a client without one the one that is
     * remembered of them, and a simulated client where there is neither.
     *
     * @param remembered by person, where the vault remembers one
     */
    static List<SensorAddress> addresses(
            List<SensorAddress> named, Map<LaneId, String> remembered) {
        List<SensorAddress> addresses = new ArrayList<>(named);
        remembered.forEach(
                (lane, text) -> {
                    if (named.stream().noneMatch(each -> each.lane().equals(lane))) {
                        addresses.add(SensorAddress.parse(lane + "=" + text));
                    }
                });
        return addresses.isEmpty() ? List.of(SensorAddress.parse(SIMULATED)) : addresses;
    }

    /**
     * The sensors, not yet open, in the order of their addresses.
     *
     * @param strapsInReach says what there is to choose from, for a refusal
     * @param settings how straps are treated
     * @throws UsageException when two people would share a sensor, or one would have to be guessed
     */
    static Map<LaneId, Sensor> of(
            List<SensorAddress> addresses, Supplier<String> strapsInReach, BleSettings settings) {
        refuseSharing(addresses);
        refuseGuessing(addresses, strapsInReach);
        Map<LaneId, Sensor> sensors = new LinkedHashMap<>();
        for (SensorAddress address : addresses) {
            Set<String> others = strapsOfOthers(address, addresses);
            sensors.put(address.lane(), Wiring.sensor(address, others, settings));
        }
        return sensors;
    }

    private static void refuseSharing(List<SensorAddress> addresses) {
        Set<LaneId> lanes = new HashSet<>();
        Map<String, LaneId> owners = new LinkedHashMap<>();
        for (SensorAddress address : addresses) {
            if (!lanes.add(address.lane())) {
                throw new UsageException(
                        "each person has one sensor; two were given for " + address.lane());
            }
            if (!EXCLUSIVE.contains(address.scheme()) || address.target().isEmpty()) {
                continue;
            }
            LaneId owner = owners.put(equipment(address), address.lane());
            if (owner != null) {
                throw new UsageException(
                        "a sensor belongs to one person; "
                                + address.target()
                                + " was given for "
                                + owner
                                + " and for "
                                + address.lane());
            }
        }
    }

    /** Whether a living heart is behind it. */
    static boolean living(SensorAddress address) {
        return EXCLUSIVE.contains(address.scheme());
    }

    /** The same strap is the same through either driver, however its address is written. */
    private static String equipment(SensorAddress address) {
        return isStrap(address) ? address.target().toUpperCase(Locale.ROOT) : address.target();
    }

    private static boolean isStrap(SensorAddress address) {
        return address.scheme().startsWith("ble");
    }

    private static void refuseGuessing(
            List<SensorAddress> addresses, Supplier<String> strapsInReach) {
        List<String> unnamed = new ArrayList<>();
        for (SensorAddress address : addresses) {
            if (isStrap(address) && address.target().isEmpty()) {
                unnamed.add(address.lane().value());
            }
        }
        if (unnamed.size() < 2) {
            return;
        }
        throw new UsageException(
                "which strap is whose must be said: name one for "
                        + String.join(" and for ", unnamed)
                        + "; "
                        + strapsInReach.get());
    }

    private static Set<String> strapsOfOthers(SensorAddress own, List<SensorAddress> addresses) {
        Set<String> straps = new HashSet<>();
        for (SensorAddress address : addresses) {
            if (isStrap(address) && !address.lane().equals(own.lane())) {
                straps.add(equipment(address));
            }
        }
        straps.remove("");
        return straps;
    }
}

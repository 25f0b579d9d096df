package org.attune.sensor.ble;

import java.util.Collection;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A heart-rate strap in reach.
 *
 * @param name what it calls itself; its address if it has no name
 * @param address its Bluetooth address, upper case
 * @param rssi strength of its signal in dBm, if known; nearer to 0 is stronger
 * @param battery percent left, if known; most straps say so only once connected
 * @param rr whether it gives intervals; unknown before it was heard
 * @param connected whether something on this machine is connected to it already
 */
public record FoundStrap(
        String name,
        String address,
        OptionalInt rssi,
        OptionalInt battery,
        RrSupport rr,
        boolean connected) {
    /** To choose from, for people: {@code ble:AA:BB:CC:DD:EE:FF (Polar H10), ...}. */
    public static String listed(Collection<FoundStrap> straps) {
        return listed("ble", straps);
    }

    /** The same, for the driver that is chosen by {@code scheme}. */
    static String listed(String scheme, Collection<FoundStrap> straps) {
        return straps.stream()
                .map(one -> scheme + ":" + one.address() + " (" + one.name() + ")")
                .collect(Collectors.joining(", "));
    }

    /** How to open it, as on the command line. */
    public String toSensorAddress() {
        return "ble:" + address;
    }
}

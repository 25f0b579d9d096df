package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways to a strap on this machine. */
public enum BleDriver {
    /** BlueZ over D-Bus, in Java alone; chosen by {@code ble:}. */
    BLUEZ("ble", Duration.ofSeconds(8)) {
        @Override
        GattLink link(
                @Nullable String busAddress, @Nullable String adapter, Set<PolarStream> streams) {
            return new BluezLink(busAddress, adapter, streams);
        }
    },
    /** Intel's TinyB in a process of its own; chosen by {@code ble+tinyb:}. */
    TINYB("ble+tinyb", Duration.ofSeconds(10).plus(TinybChild.STARTING)) {
        @Override
        GattLink link(
                @Nullable String busAddress, @Nullable String adapter, Set<PolarStream> streams) {
            return new TinybLink(busAddress, adapter, streams);
        }
    };

    private final String scheme;
    private final Duration patience;

    BleDriver(String scheme, Duration patience) {
        this.scheme = scheme;
        this.patience = patience;
    }

    /** As in a sensor's address, such as {@code ble}. */
    public String scheme() {
        return scheme;
    }

    /** How long an answer may take in all. */
    Duration patience() {
        return patience;
    }

    /**
     * A way to straps, not used yet.
     *
     * @param busAddress of the D-Bus to use; null for the system's
     * @param adapter such as hci1; null for the first that is switched on
     * @param streams what a strap that has it is asked for, beside the heartbeats
     */
    abstract GattLink link(
            @Nullable String busAddress, @Nullable String adapter, Set<PolarStream> streams);
}

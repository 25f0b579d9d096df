package org.attune.sensor.ble;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.LinkException.Reason;
import org.jspecify.annotations.Nullable;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothException;
import tinyb.BluetoothGattCharacteristic;
import tinyb.BluetoothGattService;

/**
 * A strap linked through TinyB, in the child. The objects of a link are kept until the next one, as
 * TinyB lets go of its callbacks with them. Confined to the worker thread, but for {@link #letGo}.
 */
final class TinybStrap {
    /** Where a link in the making stands. */
    interface Claim {
        /** The strap was not connected and is about to be: it is ours to disconnect. */
        void made();
    }

    private static final String MEASUREMENT = TinybAir.uuid(0x2A37).toString();
    private static final String BODY_LOCATION = TinybAir.uuid(0x2A38).toString();
    private static final String BATTERY_LEVEL = TinybAir.uuid(0x2A19).toString();
    private static final String MAKER = TinybAir.uuid(0x2A29).toString();
    private static final String MODEL = TinybAir.uuid(0x2A24).toString();
    private static final String FIRMWARE = TinybAir.uuid(0x2A26).toString();
    private static final List<String> SERVICES =
            List.of(
                    TinybAir.uuid(0x180D).toString(),
                    TinybAir.uuid(0x180F).toString(),
                    TinybAir.uuid(0x180A).toString(),
                    PolarMeasurement.SERVICE);

    /** As in {@link BluezLink}: an abort is asked again at once, what fails late is not there. */
    private static final int CONNECT_ATTEMPTS = 3;

    private static final Duration QUICK_FAILURE = Duration.ofSeconds(8);
    private static final Duration RESOLVING = Duration.ofSeconds(15);
    private static final System.Logger LOG = System.getLogger(TinybStrap.class.getName());

    private final BluetoothAdapter adapter;
    private final String address;
    private final TinybStretch stretch;
    private final List<BluetoothGattCharacteristic> kept = new ArrayList<>();
    private volatile @Nullable BluetoothDevice device;
    private volatile boolean ours;

    private TinybStrap(
            BluetoothAdapter adapter, String address, TinybStretch stretch, boolean ours) {
        this.adapter = adapter;
        this.address = address;
        this.stretch = stretch;
        this.ours = ours;
    }

    /**
     * Nothing linked yet.
     *
     * @param ours whether the strap, if connected, was connected by us before
     */
    static TinybStrap unlinked(TinybAir air, String address, TinybStretch stretch, boolean ours)
            throws LinkException {
        return new TinybStrap(air.adapter(), address, stretch, ours);
    }

    /**
     * Connects, resolves, subscribes and announces; one attempt.
     *
     * @param streams what a strap that has it is asked for, beside the heartbeats
     */
    void link(TinybAir air, boolean lookFirst, Set<PolarStream> streams, Claim claim)
            throws LinkException, InterruptedException {
        BluetoothDevice found = connected(air, lookFirst, claim);
        BluetoothGattCharacteristic measurement = resolved(found);
        Optional<BluetoothGattCharacteristic> location = characteristic(BODY_LOCATION);
        Optional<BluetoothGattCharacteristic> battery = characteristic(BATTERY_LEVEL);
        stretch.prepare(
                found.getAddress().toUpperCase(Locale.ROOT),
                TinybAir.nameOf(found),
                location.map(TinybStrap::firstByte).orElse(""),
                battery.map(TinybStrap::firstByte).orElse(""),
                text(MAKER),
                text(MODEL),
                text(FIRMWARE));
        try {
            measurement.enableValueNotifications(stretch::value);
        } catch (RuntimeException e) {
            throw new LinkException(Reason.OUT_OF_REACH, e);
        }
        stretch.announce();
        battery.ifPresent(this::watchBattery);
        startStreams(streams);
    }

    private void startStreams(Set<PolarStream> streams) throws InterruptedException {
        Optional<BluetoothGattCharacteristic> control = characteristic(PolarMeasurement.CONTROL);
        Optional<BluetoothGattCharacteristic> data = characteristic(PolarMeasurement.DATA);
        if (control.isPresent() && data.isPresent()) {
            new TinybStreams(control.get(), data.get(), stretch).start(streams);
        }
    }

    private BluetoothDevice connected(TinybAir air, boolean lookFirst, Claim claim)
            throws LinkException, InterruptedException {
        if (lookFirst) {
            air.look(adapter, address, false).close();
        }
        LinkException last = new LinkException(Reason.OUT_OF_REACH);
        Deadline quick = Deadline.in(QUICK_FAILURE);
        for (int attempt = 0; attempt < CONNECT_ATTEMPTS && !quick.isPast(); attempt++) {
            BluetoothDevice found = air.look(adapter, address, true);
            device = found;
            if (!TinybAir.isConnected(found)) {
                ours = true;
                claim.made();
            }
            try {
                found.connect();
                return found;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "connecting failed: {0}", e.getMessage());
                last = new LinkException(Reason.OUT_OF_REACH, e);
            }
            if (quick.isPast()) { // BlueZ may still be trying on its own: tell it to stop
                disconnect(found);
            }
            device = null;
            found.close();
        }
        throw last;
    }

    /** Waits for the services; "resolved" may be said too early, so it looks for the value. */
    private BluetoothGattCharacteristic resolved(BluetoothDevice found)
            throws LinkException, InterruptedException {
        boolean said = false;
        boolean connected = false;
        for (Deadline end = Deadline.in(RESOLVING); !end.isPast(); end.step()) {
            said = found.getServicesResolved();
            if (said) {
                keepCharacteristics(found);
                Optional<BluetoothGattCharacteristic> value = characteristic(MEASUREMENT);
                if (value.isPresent()) {
                    return value.get();
                }
            }
            if (connected && !TinybAir.isConnected(found)) {
                throw new LinkException(Reason.OUT_OF_REACH);
            }
            connected |= TinybAir.isConnected(found);
        }
        throw new LinkException(said ? Reason.NOT_A_STRAP : Reason.OUT_OF_REACH);
    }

    private void keepCharacteristics(BluetoothDevice found) {
        kept.forEach(BluetoothGattCharacteristic::close);
        kept.clear();
        for (BluetoothGattService service : found.getServices()) {
            if (SERVICES.contains(service.getUUID())) {
                kept.addAll(service.getCharacteristics());
            }
            service.close();
        }
    }

    private Optional<BluetoothGattCharacteristic> characteristic(String uuid) {
        return kept.stream().filter(one -> one.getUUID().equals(uuid)).findFirst();
    }

    /** A short text of the strap, for people; empty where there is none. */
    private String text(String uuid) {
        return characteristic(uuid)
                .map(TinybStrap::read)
                .map(value -> DeviceInformation.plain(new String(value, UTF_8)))
                .orElse("");
    }

    /** The one byte of a small characteristic; empty where it cannot be read. */
    private static String firstByte(BluetoothGattCharacteristic characteristic) {
        byte[] value = read(characteristic);
        return value.length == 0 ? "" : String.valueOf(Byte.toUnsignedInt(value[0]));
    }

    private static byte[] read(BluetoothGattCharacteristic characteristic) {
        try {
            return characteristic.readValue();
        } catch (RuntimeException e) { // a nicety: the strap is as good without it
            LOG.log(System.Logger.Level.DEBUG, "not readable: {0}", e.getMessage());
            return new byte[0];
        }
    }

    private void watchBattery(BluetoothGattCharacteristic battery) {
        try {
            if (List.of(battery.getFlags()).contains("notify")) {
                battery.enableValueNotifications(stretch::battery);
            }
        } catch (RuntimeException e) { // a nicety too
            LOG.log(System.Logger.Level.DEBUG, "battery not told: {0}", e.getMessage());
        }
    }

    /** Looks whether the link still stands, and tells if not. TinyB's own telling has crashed. */
    void watch(TinybAir air) {
        if (device == null || stretch.isOver() || isLinked(air)) {
            return;
        }
        try {
            air.adapter().close();
            stretch.lost(Reason.OUT_OF_REACH);
        } catch (LinkException e) {
            stretch.lost(e.reason());
        }
    }

    boolean isLinked(TinybAir air) {
        BluetoothDevice linked = device;
        return linked != null
                && !stretch.isOver()
                && TinybAir.isConnected(linked)
                && air.knows(address);
    }

    /** Silent from here on, and free for the next link to the same strap. */
    void retire() {
        stretch.mute();
        BluetoothDevice linked = device;
        device = null;
        kept.forEach(BluetoothGattCharacteristic::close);
        kept.clear();
        if (linked != null) {
            linked.close();
        }
        adapter.close();
    }

    /** Disconnects what we connected, also in the middle of connecting. Any thread. */
    void letGo() {
        stretch.mute();
        BluetoothDevice linked = device;
        if (linked != null && ours) {
            disconnect(linked);
        }
    }

    private static void disconnect(BluetoothDevice device) {
        try {
            device.disconnect();
        } catch (BluetoothException e) {
            LOG.log(System.Logger.Level.DEBUG, "not disconnected: {0}", e.getMessage());
        }
    }
}

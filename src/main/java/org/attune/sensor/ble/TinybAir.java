package org.attune.sensor.ble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.LinkException.Reason;
import org.jspecify.annotations.Nullable;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothException;
import tinyb.BluetoothManager;
import tinyb.BluetoothObject;
import tinyb.BluetoothType;
import tinyb.TransportType;

/**
 * Adapters and straps in reach, through TinyB, in the child. It asks again and again: TinyB's own
 * waiting ({@code find} with a time) crashes. Each object TinyB hands out hears every signal of
 * BlueZ, so what is not kept is closed at once. Confined to the worker thread.
 */
final class TinybAir {
    private static final UUID HEART_RATE = uuid(0x180D);
    private static final int RSSI_NOT_SAID = 0;
    private static final int RSSI_NOT_KNOWN = 127;
    private static final Duration LOOKING = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(TinybAir.class.getName());

    private final BluetoothManager manager;
    private final @Nullable String adapterName;

    private TinybAir(BluetoothManager manager, @Nullable String adapterName) {
        this.manager = manager;
        this.adapterName = adapterName;
    }

    /** Loads TinyB. After a failure this process is of no more use: TinyB starts once. */
    static TinybAir open(@Nullable String adapterName) throws LinkException {
        TinybNatives.load();
        try {
            return new TinybAir(BluetoothManager.getBluetoothManager(), adapterName);
        } catch (BluetoothException e) { // "No adapter installed", its only complaint of this type
            throw new LinkException(Reason.NO_ADAPTER, e);
        } catch (RuntimeException e) { // no bus, or none that lets us in
            throw new LinkException(Reason.NO_BUS, e);
        }
    }

    /** The adapter to use: the one named, or the first that is switched on. */
    BluetoothAdapter adapter() throws LinkException {
        List<BluetoothAdapter> all = new ArrayList<>(manager.getAdapters());
        all.sort(Comparator.comparing(BluetoothAdapter::getInterfaceName));
        BluetoothAdapter chosen = null;
        boolean there = false;
        for (BluetoothAdapter each : all) {
            boolean meant = adapterName == null || each.getInterfaceName().equals(adapterName);
            there |= meant;
            if (meant && chosen == null && each.getPowered()) {
                chosen = each;
            } else {
                each.close();
            }
        }
        if (chosen == null) {
            throw new LinkException(there ? Reason.SWITCHED_OFF : Reason.NO_ADAPTER);
        }
        return chosen;
    }

    /** The straps heard within {@code duration}, and those connected. */
    List<FoundStrap> scan(Duration duration) throws LinkException, InterruptedException {
        BluetoothAdapter adapter = adapter();
        Set<String> knownBefore = new HashSet<>();
        each(adapter, device -> knownBefore.add(device.getAddress()));
        Map<String, FoundStrap> seen = new HashMap<>();
        startDiscovery(adapter);
        try {
            for (Deadline end = Deadline.in(duration); !end.isPast(); ) {
                end.step();
                each(
                        adapter,
                        device -> {
                            if (isStrap(device) && isThere(device, knownBefore)) {
                                seen.put(device.getAddress(), described(device));
                            }
                        });
            }
        } finally {
            stopDiscovery(adapter);
        }
        List<FoundStrap> found =
                seen.isEmpty() ? heardShortlyBefore(adapter) : List.copyOf(seen.values());
        adapter.close();
        return found;
    }

    /** The only strap that BlueZ has not forgotten yet, as in {@link BluezAir}; of several none. */
    private List<FoundStrap> heardShortlyBefore(BluetoothAdapter adapter) {
        List<FoundStrap> known = new ArrayList<>();
        each(
                adapter,
                device -> {
                    if (isStrap(device) && !device.getPaired() && !device.getTrusted()) {
                        known.add(described(device));
                    }
                });
        return known.size() == 1 ? known : List.of();
    }

    /**
     * The strap of that address, in reach or known; listens for it where needed, for ten seconds.
     *
     * @param knownWillDo whether a device that is known suffices, heard now or not
     */
    BluetoothDevice look(BluetoothAdapter adapter, String address, boolean knownWillDo)
            throws LinkException, InterruptedException {
        Optional<BluetoothDevice> known = device(adapter, address);
        if (known.isPresent() && (knownWillDo || isConnected(known.get()))) {
            return known.get();
        }
        known.ifPresent(BluetoothDevice::close);
        startDiscovery(adapter);
        try {
            for (Deadline end = Deadline.in(LOOKING); !end.isPast(); ) {
                end.step();
                Optional<BluetoothDevice> now = device(adapter, address);
                if (now.isPresent() && (known.isEmpty() || isHeard(now.get()))) {
                    return now.get();
                }
                now.ifPresent(BluetoothDevice::close);
            }
        } finally {
            stopDiscovery(adapter);
        }
        return device(adapter, address).orElseThrow(() -> new LinkException(Reason.OUT_OF_REACH));
    }

    private Optional<BluetoothDevice> device(BluetoothAdapter adapter, String address) {
        BluetoothDevice found = null;
        for (BluetoothDevice device : devices(adapter)) {
            if (found == null && device.getAddress().equalsIgnoreCase(address)) {
                found = device;
            } else {
                device.close();
            }
        }
        return Optional.ofNullable(found);
    }

    private void each(BluetoothAdapter adapter, java.util.function.Consumer<BluetoothDevice> what) {
        for (BluetoothDevice device : devices(adapter)) {
            what.accept(device);
            device.close();
        }
    }

    /** Telling devices of several adapters apart costs TinyB a question to the bus for each. */
    private List<BluetoothDevice> devices(BluetoothAdapter adapter) {
        List<BluetoothAdapter> adapters = manager.getAdapters();
        adapters.forEach(BluetoothAdapter::close);
        return adapters.size() > 1 ? adapter.getDevices() : manager.getDevices();
    }

    /** The long form of a short number. */
    static UUID uuid(int number) {
        return new UUID(((long) number << 32) | 0x1000, 0x8000_0080_5F9B_34FBL);
    }

    private static boolean isStrap(BluetoothDevice device) {
        return List.of(device.getUUIDs()).contains(HEART_RATE.toString());
    }

    private static boolean isThere(BluetoothDevice device, Set<String> knownBefore) {
        return isConnected(device) || isHeard(device) || !knownBefore.contains(device.getAddress());
    }

    private static boolean isHeard(BluetoothDevice device) {
        return device.getRSSI() != RSSI_NOT_SAID;
    }

    /** What the device calls itself, else its address. */
    static String nameOf(BluetoothDevice device) {
        String name = DeviceInformation.plain(device.getName());
        return name.isEmpty() ? device.getAddress().toUpperCase(Locale.ROOT) : name;
    }

    private static FoundStrap described(BluetoothDevice device) {
        int rssi = device.getRSSI();
        return new FoundStrap(
                nameOf(device),
                device.getAddress().toUpperCase(Locale.ROOT),
                rssi == RSSI_NOT_SAID || rssi == RSSI_NOT_KNOWN
                        ? OptionalInt.empty()
                        : OptionalInt.of(rssi),
                OptionalInt.empty(),
                RrSupport.UNKNOWN,
                isConnected(device));
    }

    /**
     * As TinyB has heard: bluetoothd 5.66 does not always tell of "connected", but then of
     * "services resolved"; of the end of a link it tells both.
     */
    static boolean isConnected(BluetoothDevice device) {
        return device.getConnected() || device.getServicesResolved();
    }

    /** Whether BlueZ still knows the device; when it goes, TinyB's objects keep their last word. */
    boolean knows(String address) {
        BluetoothObject found = manager.getObject(BluetoothType.DEVICE, null, address, null);
        if (found != null) {
            found.close();
        }
        return found != null;
    }

    private static void startDiscovery(BluetoothAdapter adapter) {
        adapter.setDiscoveryFilter(List.of(HEART_RATE), 0, 0, TransportType.LE);
        try {
            adapter.startDiscovery();
        } catch (BluetoothException e) {
            if (!adapter.getDiscovering()) {
                throw e; // otherwise it is in progress already
            }
        }
    }

    /**
     * A scan hinders connecting, so it ends first; if it has ended by itself, so much the better.
     */
    private static void stopDiscovery(BluetoothAdapter adapter) {
        try {
            adapter.stopDiscovery();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "scan had ended: {0}", e.getMessage());
        }
    }
}

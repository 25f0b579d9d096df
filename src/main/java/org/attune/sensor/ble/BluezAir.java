package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.BluezTree.Node;
import org.attune.sensor.ble.LinkException.Reason;
import org.bluez.Adapter1;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

/** What one adapter hears in the air. Confined to the worker thread. */
final class BluezAir {
    private static final int HEART_RATE = 0x180D;
    private static final int NO_RSSI = 127;
    private static final Duration LOOKING = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(BluezAir.class.getName());

    private final BluezBus bus;
    private final Node adapter;

    BluezAir(BluezBus bus, Node adapter) {
        this.bus = bus;
        this.adapter = adapter;
    }

    /** The straps heard within {@code duration}, and those connected; strongest first. */
    List<FoundStrap> scan(Duration duration) throws LinkException, InterruptedException {
        BluezTree tree = bus.tree();
        Set<String> knownBefore = new HashSet<>();
        tree.all(BluezTree.DEVICE).forEach(device -> knownBefore.add(device.path()));
        Map<String, Node> seen = new HashMap<>();
        Adapter1 proxy = bus.adapter(adapter.path());
        startDiscovery(proxy);
        try {
            for (Deadline end = Deadline.in(duration); !end.isPast(); ) {
                end.step();
                tree = bus.tree();
                for (Node strap : straps(tree)) {
                    if (strap.flag("Connected")
                            || strap.number("RSSI").isPresent()
                            || !knownBefore.contains(strap.path())) {
                        seen.put(strap.path(), strap);
                    }
                }
            }
        } finally {
            stopDiscovery(proxy);
        }
        if (seen.isEmpty()) {
            addOneHeardShortlyBefore(tree, seen);
        }
        return described(tree, seen);
    }

    /**
     * Some adapters tell no signal strength, so a strap known before cannot be seen to speak again.
     * BlueZ forgets an unpaired device half a minute after it was last heard: one is taken, of
     * several none.
     */
    private void addOneHeardShortlyBefore(BluezTree tree, Map<String, Node> seen) {
        List<Node> unpaired =
                straps(tree).stream()
                        .filter(strap -> !strap.flag("Paired") && !strap.flag("Trusted"))
                        .toList();
        if (unpaired.size() == 1) {
            seen.put(unpaired.get(0).path(), unpaired.get(0));
        }
    }

    private List<Node> straps(BluezTree tree) {
        String service = BluezTree.uuid(HEART_RATE);
        return tree.all(BluezTree.DEVICE).stream()
                .filter(device -> device.path().startsWith(adapter.path() + "/"))
                .filter(device -> device.texts("UUIDs").contains(service))
                .toList();
    }

    private static List<FoundStrap> described(BluezTree tree, Map<String, Node> seen) {
        return seen.values().stream()
                .map(
                        strap ->
                                new FoundStrap(
                                        nameOf(strap),
                                        strap.text("Address").orElse("").toUpperCase(Locale.ROOT),
                                        signalOf(strap),
                                        batteryOf(tree, strap.path()),
                                        RrSupport.UNKNOWN,
                                        strap.flag("Connected")))
                .sorted(
                        Comparator.comparingInt((FoundStrap strap) -> -strap.rssi().orElse(-999))
                                .thenComparing(FoundStrap::address))
                .toList();
    }

    /** In dBm; adapters that cannot tell say 127. */
    private static OptionalInt signalOf(Node strap) {
        OptionalInt rssi = strap.number("RSSI");
        return rssi.orElse(NO_RSSI) == NO_RSSI ? OptionalInt.empty() : rssi;
    }

    /** Percent left, where BlueZ knows it. */
    static OptionalInt batteryOf(BluezTree tree, String device) {
        return tree.at(device, BluezTree.BATTERY)
                .map(battery -> battery.number("Percentage"))
                .orElse(OptionalInt.empty());
    }

    /** What the device calls itself, else its address. */
    static String nameOf(Node device) {
        return device.text("Name")
                .or(() -> device.text("Alias"))
                .map(DeviceInformation::plain)
                .filter(name -> !name.isEmpty())
                .orElse(device.text("Address").orElse("heart-rate strap"));
    }

    /**
     * The path of the strap's object; listens for it where needed, for ten seconds.
     *
     * @param knownWillDo whether an object that is there suffices, heard now or not
     */
    String look(String address, boolean knownWillDo) throws LinkException, InterruptedException {
        Optional<Node> known = bus.tree().device(adapter.path(), address);
        if (known.isPresent() && (knownWillDo || known.get().flag("Connected"))) {
            return known.get().path();
        }
        Adapter1 proxy = bus.adapter(adapter.path());
        startDiscovery(proxy);
        try {
            for (Deadline end = Deadline.in(LOOKING); !end.isPast(); ) {
                end.step();
                Optional<Node> now = bus.tree().device(adapter.path(), address);
                if (now.isPresent() && (known.isEmpty() || now.get().number("RSSI").isPresent())) {
                    return now.get().path();
                }
            }
        } finally {
            stopDiscovery(proxy);
        }
        return bus.tree()
                .device(adapter.path(), address)
                .orElseThrow(() -> new LinkException(Reason.OUT_OF_REACH))
                .path();
    }

    private void startDiscovery(Adapter1 proxy) throws LinkException, InterruptedException {
        Map<String, Variant<?>> filter = new HashMap<>();
        filter.put("UUIDs", new Variant<>(new String[] {BluezTree.uuid(HEART_RATE)}));
        filter.put("Transport", new Variant<>("le"));
        BluezBus.tell(() -> proxy.SetDiscoveryFilter(filter));
        try {
            BluezBus.tell(proxy::StartDiscovery);
        } catch (LinkException e) {
            Optional<Node> now = bus.tree().at(adapter.path(), BluezTree.ADAPTER);
            if (now.isEmpty() || !now.get().flag("Discovering")) {
                throw e; // otherwise it is in progress already
            }
        }
    }

    /**
     * A scan hinders connecting, so it ends first; if it has ended by itself, so much the better.
     */
    private static void stopDiscovery(Adapter1 proxy) {
        try {
            proxy.StopDiscovery();
        } catch (DBusException | DBusExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "scan had ended: {0}", e.getMessage());
        }
    }
}

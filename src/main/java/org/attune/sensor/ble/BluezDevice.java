package org.attune.sensor.ble;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attune.sensor.ble.BluezTree.Node;
import org.attune.sensor.ble.LinkException.Reason;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.jspecify.annotations.Nullable;

/** What is asked of BlueZ's adapters and devices, whatever the link. Stateless. */
final class BluezDevice {
    private static final Duration RESOLVING = Duration.ofSeconds(15);
    private static final Duration WOKEN_EARLY = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(BluezDevice.class.getName());

    private BluezDevice() {}

    /**
     * The adapter that is switched on.
     *
     * @param adapterName such as hci1; null for the first
     */
    static Node adapter(BluezTree tree, @Nullable String adapterName) throws LinkException {
        List<Node> adapters =
                tree.all(BluezTree.ADAPTER).stream()
                        .filter(node -> adapterName == null || nameOf(node).equals(adapterName))
                        .toList();
        if (adapters.isEmpty()) {
            throw new LinkException(Reason.NO_ADAPTER);
        }
        return adapters.stream()
                .filter(node -> node.flag("Powered"))
                .findFirst()
                .orElseThrow(() -> new LinkException(Reason.SWITCHED_OFF));
    }

    static String nameOf(Node adapter) {
        return adapter.path().substring(adapter.path().lastIndexOf('/') + 1);
    }

    /**
     * Waits for the services; "resolved" alone may be said too early, so it looks for the value.
     */
    static BluezTree resolved(BluezBus theBus, String device, BluezSession mine)
            throws LinkException, InterruptedException {
        boolean said = false;
        for (Deadline end = Deadline.in(RESOLVING); !end.isPast(); end.step()) {
            BluezTree tree = theBus.tree();
            Optional<Node> node = tree.at(device, BluezTree.DEVICE);
            said = node.isPresent() && node.get().flag("ServicesResolved");
            if (said && tree.characteristic(device, BluezLink.MEASUREMENT).isPresent()) {
                return tree;
            }
            if (node.isEmpty() || !node.get().flag("Connected")) {
                throw new LinkException(Reason.OUT_OF_REACH);
            }
            mine.check();
        }
        throw new LinkException(said ? Reason.NOT_A_STRAP : Reason.OUT_OF_REACH);
    }

    /**
     * Disconnects the device. The library waits for an answer only until it is woken, and the
     * interrupt that brought the worker here may wake it once more, late: hence a second asking.
     */
    static void disconnect(BluezBus theBus, String path) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Deadline soon = Deadline.in(WOKEN_EARLY);
            try {
                theBus.device(path).Disconnect();
                return;
            } catch (LinkException | DBusException | DBusExecutionException e) {
                LOG.log(System.Logger.Level.DEBUG, "not disconnected: {0}", e.getMessage());
                if (!(e instanceof NoReply) || soon.isPast()) {
                    return;
                }
            }
        }
    }
}

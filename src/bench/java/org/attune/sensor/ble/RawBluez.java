package org.attune.sensor.ble;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** The D-Bus library alone: a handler, and nothing of ours but what asks the strap to speak. */
final class RawBluez {
    private static final String BLUEZ = "org.bluez";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    private final DBusConnection connection;

    /**
     * @param heard the instant of arrival in nanoseconds, and the value
     */
    RawBluez(String bus, BiConsumer<Long, byte[]> heard)
            throws DBusException, InterruptedException {
        connection = DBusConnectionBuilder.forAddress(bus).withShared(false).build();
        Adapter1 adapter = connection.getRemoteObject(BLUEZ, "/org/bluez/hci0", Adapter1.class);
        adapter.StartDiscovery();
        String device = await("org.bluez.Device1", "");
        adapter.StopDiscovery();
        connection.getRemoteObject(BLUEZ, device, Device1.class).Connect();
        String measurement = await(CHARACTERISTIC, "00002a37");
        connection.addSigHandler(
                new DBusMatchRule(Properties.PropertiesChanged.class, null, measurement),
                (Properties.PropertiesChanged signal) -> {
                    long at = System.nanoTime();
                    BluezTree.bytes(signal.getPropertiesChanged(), "Value")
                            .ifPresent(value -> heard.accept(at, value));
                });
        connection.getRemoteObject(BLUEZ, measurement, GattCharacteristic1.class).StartNotify();
    }

    private String await(String type, String uuid) throws DBusException, InterruptedException {
        ObjectManager root = connection.getRemoteObject(BLUEZ, "/", ObjectManager.class);
        while (true) {
            for (Map.Entry<DBusPath, Map<String, Map<String, Variant<?>>>> entry :
                    root.GetManagedObjects().entrySet()) {
                Map<String, Variant<?>> found = entry.getValue().get(type);
                Variant<?> own = found == null ? null : found.get("UUID");
                if (found != null
                        && (uuid.isEmpty()
                                || (own != null
                                        && String.valueOf(own.getValue()).startsWith(uuid)))) {
                    return entry.getKey().getPath();
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    void close() {
        connection.disconnect();
    }
}

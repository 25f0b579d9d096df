package org.attune.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.sensor.ble.LinkException.Reason;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.AccessDenied;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * One private connection to the system bus, and BlueZ on it. Every failure becomes a {@link
 * LinkException}; signals come on the library's one signal thread, where nothing may be asked.
 *
 * <p>Only signals of BlueZ itself are heard, by its unique name: any local process may send a
 * signal that looks like a heartbeat.
 */
final class BluezBus implements AutoCloseable {
    private static final String BLUEZ = "org.bluez";
    private static final String BUS = "org.freedesktop.DBus";

    /** Milliseconds for which the library tries to connect: once; above it, it waits for a bus. */
    private static final int ONE_TRY = 500;

    private static final System.Logger LOG = System.getLogger(BluezBus.class.getName());

    private final DBusConnection connection;
    private final String owner;
    private final List<AutoCloseable> watches = new ArrayList<>();
    private volatile boolean over;

    private BluezBus(DBusConnection connection, String owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /**
     * Connects and makes sure that BlueZ is there.
     *
     * @param address of the bus; null for the system's own, or what DBUS_SYSTEM_BUS_ADDRESS says
     * @param onLost called once when the bus or BlueZ goes away; returns at once
     */
    static BluezBus connect(@Nullable String address, Consumer<Reason> onLost)
            throws LinkException, InterruptedException {
        BusLoss loss = new BusLoss(onLost);
        DBusConnection connection = connect(address, loss);
        boolean found = false;
        try {
            loss.of(connection);
            connection
                    .getRemoteObject(BLUEZ, "/", ObjectManager.class)
                    .GetManagedObjects(); // starts BlueZ where the bus may start it
            DBus dbus = connection.getRemoteObject(BUS, "/org/freedesktop/DBus", DBus.class);
            BluezBus bus = new BluezBus(connection, dbus.GetNameOwner(BLUEZ));
            bus.watchOwner(onLost);
            if (!dbus.GetNameOwner(BLUEZ).equals(bus.owner)) { // restarted before it was watched
                throw new LinkException(Reason.NO_SERVICE);
            }
            found = true;
            return bus;
        } catch (DBusException | DBusExecutionException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while connecting to BlueZ");
            }
            throw failure(e, Reason.NO_SERVICE);
        } finally {
            if (!found) {
                connection.disconnect();
            }
        }
    }

    private static DBusConnection connect(@Nullable String address, BusLoss loss)
            throws LinkException, InterruptedException {
        try {
            DBusConnectionBuilder builder =
                    address == null
                            ? DBusConnectionBuilder.forSystemBus()
                            : DBusConnectionBuilder.forAddress(address);
            builder.transportConfig().withTimeout(ONE_TRY);
            return builder.withShared(false).withDisconnectCallback(loss).build();
        } catch (DBusException | RuntimeException e) { // the library throws its own and the JDK's
            if (Thread.interrupted()) {
                throw new InterruptedException("while connecting to the bus");
            }
            throw new LinkException(isForbidden(e) ? Reason.DENIED : Reason.NO_BUS, e);
        }
    }

    private static boolean isForbidden(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Permission denied")
                || message.contains("Operation not permitted")
                || (e.getCause() != null && isForbidden(e.getCause()));
    }

    private void watchOwner(Consumer<Reason> onLost) throws DBusException {
        handle(
                DBus.NameOwnerChanged.class,
                BUS,
                "/org/freedesktop/DBus",
                change -> {
                    if (change.name.equals(BLUEZ) && change.oldOwner.equals(owner)) {
                        over = true;
                        onLost.accept(Reason.NO_SERVICE);
                    }
                });
    }

    /** Whether the bus and the BlueZ that was found on it are still there. */
    boolean isUsable() {
        return connection.isConnected() && !over;
    }

    /** All that BlueZ knows now. */
    BluezTree tree() throws LinkException, InterruptedException {
        return new BluezTree(ask(() -> remote("/", ObjectManager.class).GetManagedObjects()));
    }

    Adapter1 adapter(String path) throws LinkException {
        return remote(path, Adapter1.class);
    }

    Device1 device(String path) throws LinkException {
        return remote(path, Device1.class);
    }

    GattCharacteristic1 characteristic(String path) throws LinkException {
        return remote(path, GattCharacteristic1.class);
    }

    private <T extends DBusInterface> T remote(String path, Class<T> type) throws LinkException {
        try {
            return connection.getRemoteObject(BLUEZ, path, type);
        } catch (DBusException e) {
            throw failure(e, Reason.OUT_OF_REACH);
        }
    }

    /** Hears of changed properties of one object: the interface, then its new values. */
    void watchProperties(String path, PropertyWatch watch)
            throws LinkException, InterruptedException {
        tell(
                () ->
                        watches.add(
                                handle(
                                        Properties.PropertiesChanged.class,
                                        owner,
                                        path,
                                        s ->
                                                watch.changed(
                                                        s.getInterfaceName(),
                                                        s.getPropertiesChanged()))));
    }

    /** Hears of objects that vanish: the path of each. */
    void watchRemovals(Consumer<String> removed) throws LinkException, InterruptedException {
        Consumer<ObjectManager.InterfacesRemoved> heard =
                signal -> {
                    List<String> gone = signal.getInterfaces();
                    if (gone.contains(BluezTree.ADAPTER) || gone.contains(BluezTree.DEVICE)) {
                        removed.accept(signal.getSignalSource().getPath());
                    }
                };
        tell(() -> watches.add(handle(ObjectManager.InterfacesRemoved.class, owner, "/", heard)));
    }

    /** Hears of nothing more but of the loss of the bus. */
    void unwatch() {
        for (AutoCloseable watch : watches) {
            try {
                watch.close();
            } catch (Exception e) { // so declared by AutoCloseable; the bus may be gone
                LOG.log(System.Logger.Level.DEBUG, "watch had ended: {0}", e.getMessage());
            }
        }
        watches.clear();
    }

    /** Told on the signal thread. */
    interface PropertyWatch {
        void changed(String interfaceName, Map<String, Variant<?>> values);
    }

    private <T extends DBusSignal> AutoCloseable handle(
            Class<T> type, String sender, String path, Consumer<T> heard) throws DBusException {
        DBusSigHandler<T> guarded =
                signal -> {
                    try {
                        heard.accept(signal);
                    } catch (RuntimeException e) { // would end the library's only signal thread
                        LOG.log(System.Logger.Level.ERROR, "a Bluetooth signal was not taken", e);
                    }
                };
        return connection.addSigHandler(new DBusMatchRule(type, sender, path), guarded);
    }

    /** Something asked of the bus. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws DBusException, LinkException;
    }

    /** Something told to the bus, without an answer but that it was done. */
    @FunctionalInterface
    interface Errand {
        void run() throws DBusException, LinkException;
    }

    /** Tells; what the library throws becomes a {@link LinkException}. */
    static void tell(Errand errand) throws LinkException, InterruptedException {
        ask(
                () -> {
                    errand.run();
                    return true;
                });
    }

    /** Asks; what the library throws becomes a {@link LinkException}. */
    static <T> T ask(Question<T> question) throws LinkException, InterruptedException {
        try {
            return question.ask();
        } catch (DBusException | DBusExecutionException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while asking Bluetooth");
            }
            throw failure(e, Reason.OUT_OF_REACH);
        }
    }

    /**
     * What the library's exception means. It does not pass BlueZ's own error names on, so all of
     * them count as a strap out of reach; the state of the adapter tells more.
     */
    private static LinkException failure(Exception e, Reason otherwise) {
        if (e instanceof AccessDenied) {
            return new LinkException(Reason.DENIED, e);
        }
        if (e instanceof NotConnected) {
            return new LinkException(Reason.NO_BUS, e);
        }
        if (e instanceof ServiceUnknown) {
            return new LinkException(Reason.NO_SERVICE, e);
        }
        if (e instanceof NoReply) {
            return new LinkException(Reason.NO_ANSWER, e);
        }
        return new LinkException(otherwise, e);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}

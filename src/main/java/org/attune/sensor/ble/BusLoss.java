package org.attune.sensor.ble;

import java.io.IOException;
import java.util.function.Consumer;
import org.attune.sensor.ble.LinkException.Reason;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.jspecify.annotations.Nullable;

/** The bus went away. */
final class BusLoss implements IDisconnectCallback {
    private final Consumer<Reason> onLost;
    private volatile @Nullable DBusConnection connection;

    BusLoss(Consumer<Reason> onLost) {
        this.onLost = onLost;
    }

    void of(DBusConnection lost) {
        connection = lost;
    }

    /** Ends the connection here, before the library reports an ordinary loss as an error. */
    @Override
    public void clientDisconnect() {
        onLost.accept(Reason.NO_BUS);
        DBusConnection lost = connection;
        if (lost != null) {
            lost.disconnect();
        }
    }

    @Override
    public void disconnectOnError(IOException e) {
        onLost.accept(Reason.NO_BUS);
    }
}

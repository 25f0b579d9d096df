package org.attune.keyring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the Secret Service: a private connection to the bus of the desktop and an
 * encrypted session on it. Never unlocks anything and never lets the desktop ask the user.
 *
 * <p>Confined to one thread. Everything that fails is a {@link KeyringException}.
 */
final class KeyringBus implements AutoCloseable {
    private static final String NAME = "org.freedesktop.secrets";
    private static final String SERVICE = "/org/freedesktop/secrets";
    private static final String NONE = "/";

    /** Milliseconds for which the library tries to connect: once; above it, it waits for a bus. */
    private static final int ONE_TRY = 500;

    private final DBusConnection connection;
    private final SessionCipher cipher = new SessionCipher();
    private final SecretService service;
    private final DBusPath session;

    private KeyringBus(DBusConnection connection) {
        this.connection = connection;
        this.service = remote(SERVICE, SecretService.class);
        SecretService.Opened<Variant<?>, DBusPath> opened =
                ask(
                        () ->
                                service.openSession(
                                        SessionCipher.ALGORITHM,
                                        new Variant<>(cipher.publicKey())));
        cipher.agree(bytes(opened.output));
        this.session = opened.session;
    }

    /** Bytes in a variant, which the library gives as a list. */
    private static byte[] bytes(Variant<?> variant) {
        List<?> values = variant.getValue() instanceof List<?> list ? list : List.of();
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values.get(i) instanceof Byte each ? each : 0;
        }
        return bytes;
    }

    static KeyringBus open(String address) {
        DBusConnection connection = connect(address);
        boolean opened = false;
        try {
            KeyringBus bus = new KeyringBus(connection);
            opened = true;
            return bus;
        } finally {
            if (!opened) {
                connection.disconnect();
            }
        }
    }

    private static DBusConnection connect(String address) {
        try {
            DBusConnectionBuilder builder = DBusConnectionBuilder.forAddress(address);
            builder.transportConfig().withTimeout(ONE_TRY);
            return builder.withShared(false).build();
        } catch (DBusException | RuntimeException e) { // the library throws its own and the JDK's
            throw noBus(e);
        }
    }

    static KeyringException noBus(@Nullable Exception cause) {
        return new KeyringException(
                "there is no desktop session whose keyring could be asked",
                "use the passphrase, or log in to a desktop",
                cause);
    }

    private static KeyringException noService(@Nullable Exception cause) {
        return new KeyringException(
                "this desktop has no keyring",
                "use the passphrase, or install one (gnome-keyring, KWallet, KeePassXC)",
                cause);
    }

    private static KeyringException locked() {
        return new KeyringException(
                "the system's keyring is locked",
                "use the passphrase, or unlock the keyring with the desktop's password program");
    }

    /** The secret of the first item with these attributes; the caller's to wipe. */
    Optional<byte[]> find(Map<String, String> attributes) {
        List<DBusPath> items = items(attributes);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        SecretService.Item item = remote(items.get(0).getPath(), SecretService.Item.class);
        SecretService.Secret secret = ask(() -> item.getSecret(session));
        return Optional.of(cipher.open(secret.parameters, secret.value));
    }

    /** Puts a secret into the keyring that new things go to; takes the place of an earlier one. */
    void put(String label, Map<String, String> attributes, byte[] plain) {
        String collection = ask(() -> service.readAlias("default")).getPath();
        if (collection.equals(NONE)) {
            throw new KeyringException(
                    "the desktop's keyring was never set up",
                    "use the passphrase, or make a default keyring with the desktop's password"
                            + " program");
        }
        if (isLocked(collection)) {
            throw locked();
        }
        byte[] iv = SessionCipher.newVector();
        SecretService.Secret secret =
                new SecretService.Secret(
                        session, iv, cipher.seal(iv, plain), "application/octet-stream");
        Map<String, Variant<?>> properties =
                Map.of(
                        "org.freedesktop.Secret.Item.Label",
                        new Variant<>(label),
                        "org.freedesktop.Secret.Item.Attributes",
                        new Variant<>(attributes, "a{ss}"));
        SecretService.Collection into = remote(collection, SecretService.Collection.class);
        if (!ask(() -> into.createItem(properties, secret, true)).prompt.getPath().equals(NONE)) {
            throw locked();
        }
    }

    /** Removes all with these attributes; whether there were any. */
    boolean remove(Map<String, String> attributes) {
        List<DBusPath> items = items(attributes);
        for (DBusPath each : items) {
            SecretService.Item item = remote(each.getPath(), SecretService.Item.class);
            if (!ask(item::delete).getPath().equals(NONE)) {
                throw locked();
            }
        }
        return !items.isEmpty();
    }

    private List<DBusPath> items(Map<String, String> attributes) {
        SecretService.Items<List<DBusPath>, List<DBusPath>> items =
                ask(() -> service.searchItems(attributes));
        if (items.unlocked.isEmpty() && !items.locked.isEmpty()) {
            throw locked();
        }
        return items.unlocked;
    }

    private boolean isLocked(String collection) {
        Properties properties = remote(collection, Properties.class);
        return Boolean.TRUE.equals(
                ask(() -> properties.<Boolean>Get("org.freedesktop.Secret.Collection", "Locked")));
    }

    private <T extends DBusInterface> T remote(String path, Class<T> type) {
        try {
            return connection.getRemoteObject(NAME, path, type);
        } catch (DBusException e) {
            throw noService(e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask();
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (NoReply e) {
            throw new KeyringException(
                    "the system's keyring does not answer", "use the passphrase", e);
        } catch (DBusExecutionException e) {
            throw noService(e);
        }
    }

    @Override
    public void close() {
        cipher.wipe();
        connection.disconnect(); // ends the session, too
    }
}

package org.attune.keyring;

import java.util.Map;
import java.util.Optional;

/**
 * The keyring of the desktop, freedesktop's Secret Service as GNOME's, KDE's and other daemons keep
 * it. What is put there is given to every program of the same account while the keyring is
 * unlocked; the service does not tell programs apart.
 *
 * <p>Each call is one conversation of its own with the service. Any thread; a call may take seconds
 * where the service is slow, so not for the event thread.
 */
public final class SystemKeyring {
    private final String address;

    /**
     * @param address of the desktop's bus, as DBUS_SESSION_BUS_ADDRESS has it; empty where there is
     *     none, and every call then says so
     */
    public SystemKeyring(String address) {
        this.address = address;
    }

    private static Map<String, String> attributes(String vault) {
        return Map.of("application", "attune", "vault", vault);
    }

    private KeyringBus bus() {
        if (address.isBlank()) {
            throw KeyringBus.noBus(null);
        }
        return KeyringBus.open(address);
    }

    /**
     * What was put there for a vault.
     *
     * @param vault its random id
     * @return the caller's to overwrite; empty when nothing is there
     * @throws KeyringException when there is no keyring or it is locked
     */
    public Optional<byte[]> find(String vault) {
        try (KeyringBus bus = bus()) {
            return bus.find(attributes(vault));
        }
    }

    /**
     * Puts something there for a vault; takes the place of what was there.
     *
     * @throws KeyringException when there is no keyring, or it is locked
     */
    public void put(String vault, byte[] secret) {
        try (KeyringBus bus = bus()) {
            bus.put("Attune vault " + vault, attributes(vault), secret);
        }
    }

    /**
     * Removes what was put there for a vault.
     *
     * @return whether anything was there
     * @throws KeyringException when there is no keyring, or it is locked
     */
    public boolean remove(String vault) {
        try (KeyringBus bus = bus()) {
            return bus.remove(attributes(vault));
        }
    }
}

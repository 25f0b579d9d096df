package org.attune.sensor.ble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** What BlueZ knew at one moment: its objects and their properties. Immutable. */
final class BluezTree {
    static final String ADAPTER = "org.bluez.Adapter1";
    static final String DEVICE = "org.bluez.Device1";
    static final String BATTERY = "org.bluez.Battery1";
    static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    private final Map<String, Map<String, Map<String, Variant<?>>>> objects = new HashMap<>();

    BluezTree(Map<DBusPath, Map<String, Map<String, Variant<?>>>> answer) {
        answer.forEach((path, interfaces) -> objects.put(path.getPath(), interfaces));
    }

    /** One object under one interface. */
    record Node(String path, Map<String, Variant<?>> values) {
        boolean flag(String key) {
            return value(values, key, Boolean.class).orElse(false);
        }

        Optional<String> text(String key) {
            return value(values, key, String.class);
        }

        OptionalInt number(String key) {
            return BluezTree.number(values, key);
        }

        List<String> texts(String key) {
            Variant<?> variant = values.get(key);
            Object raw = variant == null ? null : variant.getValue();
            List<String> texts = new ArrayList<>();
            if (raw instanceof List<?> list) {
                list.forEach(text -> texts.add(String.valueOf(text)));
            } else if (raw instanceof Object[] array) {
                Arrays.stream(array).forEach(text -> texts.add(String.valueOf(text)));
            }
            return texts;
        }
    }

    /** A property as {@code type}; empty when absent or of another type. */
    static <T> Optional<T> value(Map<String, Variant<?>> values, String key, Class<T> type) {
        Variant<?> variant = values.get(key);
        Object raw = variant == null ? null : variant.getValue();
        return type.isInstance(raw) ? Optional.of(type.cast(raw)) : Optional.empty();
    }

    /** A whole number; a byte is taken as unsigned, as D-Bus has it. */
    static OptionalInt number(Map<String, Variant<?>> values, String key) {
        Optional<Number> number = value(values, key, Number.class);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        Number raw = number.get();
        return OptionalInt.of(raw instanceof Byte b ? Byte.toUnsignedInt(b) : raw.intValue());
    }

    /** Bytes, in either of the two shapes in which the library hands them over. */
    static Optional<byte[]> bytes(Map<String, Variant<?>> values, String key) {
        Variant<?> variant = values.get(key);
        Object raw = variant == null ? null : variant.getValue();
        if (raw instanceof byte[] bytes) {
            return Optional.of(bytes);
        }
        if (!(raw instanceof List<?> list)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(list.get(i) instanceof Byte b)) {
                return Optional.empty();
            }
            bytes[i] = b;
        }
        return Optional.of(bytes);
    }

    /** All objects with an interface, by path. */
    List<Node> all(String interfaceName) {
        List<Node> nodes = new ArrayList<>();
        objects.forEach(
                (path, interfaces) -> {
                    Map<String, Variant<?>> values = interfaces.get(interfaceName);
                    if (values != null) {
                        nodes.add(new Node(path, values));
                    }
                });
        nodes.sort(Comparator.comparing(Node::path));
        return nodes;
    }

    /** One object under one interface, if it is there. */
    Optional<Node> at(String path, String interfaceName) {
        return Optional.ofNullable(objects.get(path))
                .map(interfaces -> interfaces.get(interfaceName))
                .map(values -> new Node(path, values));
    }

    /** A device of an adapter by its address; its name may change, its address not. */
    Optional<Node> device(String adapterPath, String address) {
        return all(DEVICE).stream()
                .filter(device -> device.path().startsWith(adapterPath + "/"))
                .filter(device -> device.text("Address").orElse("").equalsIgnoreCase(address))
                .findFirst();
    }

    /** A characteristic of a device by its 16-bit number. */
    Optional<Node> characteristic(String devicePath, int number) {
        return characteristic(devicePath, uuid(number));
    }

    /** A characteristic of a device by its whole number. */
    Optional<Node> characteristic(String devicePath, String uuid) {
        return all(CHARACTERISTIC).stream()
                .filter(node -> node.path().startsWith(devicePath + "/"))
                .filter(node -> node.text("UUID").orElse("").equalsIgnoreCase(uuid))
                .findFirst();
    }

    /** The long form of a number that the Bluetooth SIG gave out. */
    static String uuid(int number) {
        return String.format(Locale.ROOT, "%08x-0000-1000-8000-00805f9b34fb", number);
    }
}

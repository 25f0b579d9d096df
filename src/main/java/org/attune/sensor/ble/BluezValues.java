package org.attune.sensor.ble;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.ble.BluezTree.Node;

/**
 * What a linked strap lets us read, over BlueZ. All of it is a nicety: what cannot be read is not
 * known, and the strap is as good without it. Confined to the worker thread.
 */
final class BluezValues {
    private static final int BODY_LOCATION = 0x2A38;
    private static final int BATTERY_LEVEL = 0x2A19;
    private static final int MAKER = 0x2A29;
    private static final int MODEL = 0x2A24;
    private static final int FIRMWARE = 0x2A26;
    private static final System.Logger LOG = System.getLogger(BluezValues.class.getName());

    private final BluezBus bus;
    private final BluezTree tree;
    private final String device;

    BluezValues(BluezBus bus, BluezTree tree, String device) {
        this.bus = bus;
        this.tree = tree;
        this.device = device;
    }

    /** Where it is worn, as the Heart Rate Service numbers it. */
    OptionalInt bodyLocation() throws InterruptedException {
        return firstByte(BODY_LOCATION);
    }

    /** Percent left. */
    OptionalInt battery() throws InterruptedException {
        OptionalInt known = BluezAir.batteryOf(tree, device);
        return known.isPresent() ? known : firstByte(BATTERY_LEVEL);
    }

    /** Who made it; the serial number is not read. */
    DeviceInformation deviceInformation() throws InterruptedException {
        return new DeviceInformation(text(MAKER), text(MODEL), text(FIRMWARE));
    }

    private String text(int number) throws InterruptedException {
        return read(number).map(value -> new String(value, StandardCharsets.UTF_8)).orElse("");
    }

    private OptionalInt firstByte(int number) throws InterruptedException {
        byte[] value = read(number).orElse(new byte[0]);
        return value.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Byte.toUnsignedInt(value[0]));
    }

    private Optional<byte[]> read(int number) throws InterruptedException {
        Optional<Node> node = tree.characteristic(device, number);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String path = node.get().path();
        try {
            return Optional.of(
                    BluezBus.ask(() -> bus.characteristic(path).ReadValue(new HashMap<>())));
        } catch (LinkException e) {
            LOG.log(System.Logger.Level.DEBUG, "not readable: {0}", BluezLink.causeOf(e));
            return Optional.empty();
        }
    }
}

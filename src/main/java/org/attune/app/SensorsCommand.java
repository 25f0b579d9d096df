package org.attune.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.ble.BleDriver;
import org.attune.sensor.ble.BleReadiness;
import org.attune.sensor.ble.BleScan;
import org.attune.sensor.ble.BleSettings;
import org.attune.sensor.ble.FoundStrap;
import org.attune.sensor.ble.StrapModel;
import org.attune.sensor.serial.SerialPorts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What sensors this machine can reach. */
@Command(name = "sensors", description = "Lists straps in reach, serial ports and drivers.")
final class SensorsCommand extends Subcommand {
    private static final Duration LISTENING = Duration.ofSeconds(15);

    @Option(
            names = "--scan",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "how long to look for straps (default: 5s)")
    Duration scan = Duration.ofSeconds(5);

    @Option(names = "--json", description = "JSON instead of text")
    boolean json;

    @Option(
            names = "--listen",
            paramLabel = "URI",
            description =
                    "link to this sensor, like ble:AA:BB:CC:DD:EE:FF, for up to 15 s and say what"
                            + " it really gives")
    @Nullable String listen;

    @Override
    int run() {
        if (listen != null) {
            return listenTo(SensorAddress.parse(listen));
        }
        BleReadiness ble = BleScan.readiness(BleDriver.BLUEZ);
        BleReadiness tinyb = BleScan.readiness(BleDriver.TINYB);
        List<FoundStrap> straps = ble.ready() ? straps() : List.of();
        List<SerialPorts.Port> ports = SerialPorts.list();
        if (json) {
            out().println(Json.text(toMap(ble, tinyb, straps, ports)));
            return ExitCode.DONE;
        }
        tell("BlueZ", ble);
        if (ble.ready() && straps.isEmpty()) {
            out().println("  none in reach; moisten the strap and put it on");
        }
        for (FoundStrap strap : straps) {
            out().println("  " + strap.toSensorAddress() + "  " + describe(strap));
            out().println("    " + StrapWords.expected(strap));
        }
        tell("TinyB, chosen by ble+tinyb:", tinyb);
        SerialListing.text(ports).forEach(out()::println);
        out().println("Simulated clients: sim:demo and others, see 'attune simulate --list'");
        return ExitCode.DONE;
    }

    private int listenTo(SensorAddress address) {
        try {
            StrapListening.Heard heard =
                    StrapListening.to(
                            Wiring.sensor(address, Set.of(), BleSettings.DEFAULT), LISTENING);
            if (!heard.linked()) {
                throw new SensorUnavailableException(
                        address.toText()
                                + " was not reached within "
                                + LISTENING.toSeconds()
                                + " s: switch it on, moisten it, put it on, bring it nearer");
            }
            SensorDescription sensor = heard.sensor();
            out().println(sensor.address() + "  " + sensor.name());
            if (sensor.device().isKnown()) {
                out().println("  says of itself: " + sensor.device().words());
            }
            out().println(
                            heard.settled()
                                    ? "  gives "
                                            + StrapWords.gives(sensor.capabilities())
                                            + " (heard just now)"
                                    : "  is linked, but too little was heard to say what it gives;"
                                            + " put it on and try again");
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.SENSOR;
        }
    }

    private void tell(String driver, BleReadiness ready) {
        out().println(
                        "Bluetooth straps ("
                                + driver
                                + "): "
                                + (ready.ready() ? ready.finding() : "not usable"));
        if (!ready.ready()) {
            out().println("  " + ready.finding() + ": " + ready.remedy());
        }
    }

    private List<FoundStrap> straps() {
        try {
            return BleScan.scan(scan);
        } catch (SensorUnavailableException e) {
            err().println("attune: " + e.getMessage());
            return List.of();
        }
    }

    private static String describe(FoundStrap strap) {
        StringBuilder text = new StringBuilder(strap.name());
        strap.rssi().ifPresent(rssi -> text.append(", signal ").append(rssi).append(" dBm"));
        strap.battery().ifPresent(left -> text.append(", battery ").append(left).append(" %"));
        text.append(", RR ").append(Json.lower(strap.rr()));
        return strap.connected() ? text.append(", connected").toString() : text.toString();
    }

    private static Map<String, @Nullable Object> toMap(
            BleReadiness ble,
            BleReadiness tinyb,
            List<FoundStrap> straps,
            List<SerialPorts.Port> ports) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (FoundStrap strap : straps) {
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            each.put("name", strap.name());
            each.put("address", strap.address());
            each.put("sensor", strap.toSensorAddress());
            each.put("rssi_dbm", orNull(strap.rssi()));
            each.put("battery_percent", orNull(strap.battery()));
            each.put("rr", Json.lower(strap.rr()));
            StrapModel model = StrapModel.named(strap.name()).orElse(null);
            each.put("model", model == null ? null : model.name());
            each.put(
                    "expected",
                    model == null
                            ? null
                            : model.gives().stream().sorted().map(Json::lower).toList());
            each.put("evidence", model == null ? "unknown" : model.evidence().words());
            each.put("connected", strap.connected());
            found.add(each);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("straps", found);
        all.put("serial_ports", SerialListing.ports(ports));
        all.put("serial_protocols", SerialListing.protocols());
        all.put("drivers", Map.of("bluez", driver(ble), "tinyb", driver(tinyb)));
        return all;
    }

    private static Map<String, @Nullable Object> driver(BleReadiness ready) {
        Map<String, @Nullable Object> driver = new LinkedHashMap<>();
        driver.put("ready", ready.ready());
        driver.put("finding", ready.finding());
        driver.put("remedy", ready.remedy().isEmpty() ? null : ready.remedy());
        return driver;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}

package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.sensor.Capability;
import org.attune.sensor.serial.SerialPorts;

/** What {@code sensors} says of serial ports, and of what sensors behind them can give. */
final class SerialListing {
    private SerialListing() {}

    static List<String> text(List<SerialPorts.Port> ports) {
        List<String> lines = new ArrayList<>();
        lines.add("Serial ports: " + (ports.isEmpty() ? "none listed" : ports.size()));
        for (SerialPorts.Port port : ports) {
            String now = port.stablePath().equals(port.path()) ? "" : ", now " + port.path();
            lines.add("  " + port.address() + "?protocol=auto  " + port.description() + now);
        }
        lines.add("Serial protocols (?protocol=NAME; auto finds out):");
        for (SerialPorts.Protocol protocol : SerialPorts.protocols()) {
            lines.add("  " + protocol.id() + "  " + String.join(", ", gives(protocol)));
        }
        return lines;
    }

    static List<Map<String, Object>> ports(List<SerialPorts.Port> ports) {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (SerialPorts.Port port : ports) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("path", port.path());
            each.put("stable_path", port.stablePath());
            each.put("description", port.description());
            each.put("sensor", port.address() + "?protocol=auto");
            listed.add(each);
        }
        return listed;
    }

    static List<Map<String, Object>> protocols() {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (SerialPorts.Protocol protocol : SerialPorts.protocols()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("protocol", protocol.id());
            each.put("source", Json.lower(protocol.source()));
            each.put(
                    "gives",
                    protocol.capabilities().stream()
                            .sorted()
                            .map(Json::lower)
                            .collect(Collectors.toList()));
            each.put("hr_only", !protocol.capabilities().contains(Capability.RR));
            each.put("baud", protocol.usualBaud());
            listed.add(each);
        }
        return listed;
    }

    private static List<String> gives(SerialPorts.Protocol protocol) {
        List<String> words = new ArrayList<>();
        boolean rateOnly = !protocol.capabilities().contains(Capability.RR);
        if (rateOnly) {
            words.add("heart rate only");
        }
        for (Capability capability : Capability.values()) {
            boolean said = capability == Capability.HEART_RATE && rateOnly;
            if (protocol.capabilities().contains(capability) && !said) {
                words.add(
                        switch (capability) {
                            case RR -> "intervals";
                            case HEART_RATE -> "heart rate";
                            case CONTACT -> "contact";
                            case BATTERY -> "battery";
                            case MOTION -> "motion";
                            case ECG -> "raw ECG";
                        });
            }
        }
        return words;
    }
}

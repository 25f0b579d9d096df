package org.attune.sensor.serial;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;

/** The protocols that are spoken over a port. */
enum SerialProtocol {
    ATTUNE(SourceClass.UNKNOWN) {
        @Override
        LineProtocol decoder(SensorDescription sensor) {
            return new AttuneLines(sensor);
        }
    },
    LINES_IBI(SourceClass.UNKNOWN) {
        @Override
        LineProtocol decoder(SensorDescription sensor) {
            return new IntervalLines();
        }
    },
    PULSESENSOR_BSQ(SourceClass.OPTICAL) {
        @Override
        LineProtocol decoder(SensorDescription sensor) {
            return new PulseSensorLines();
        }
    },
    KEY_VALUE(SourceClass.HEART_RATE_ONLY) {
        @Override
        LineProtocol decoder(SensorDescription sensor) {
            return new KeyValueLines();
        }
    };

    private final SourceClass source;

    SerialProtocol(SourceClass source) {
        this.source = source;
    }

    abstract LineProtocol decoder(SensorDescription sensor);

    private Set<Capability> capabilities() {
        return switch (this) {
            case ATTUNE -> EnumSet.allOf(Capability.class);
            case LINES_IBI -> EnumSet.of(Capability.RR);
            case PULSESENSOR_BSQ -> EnumSet.of(Capability.RR, Capability.HEART_RATE);
            case KEY_VALUE -> EnumSet.of(Capability.HEART_RATE, Capability.CONTACT);
        };
    }

    /** As written in an address: {@code lines-ibi}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SensorDescription describe(String address) {
        return new SensorDescription("serial sensor", address, source, capabilities());
    }

    static SerialProtocol of(String id) {
        for (SerialProtocol protocol : values()) {
            if (protocol.id().equals(id)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException(
                "there is no serial protocol '" + id + "', only " + known());
    }

    static String known() {
        return Arrays.stream(values()).map(SerialProtocol::id).collect(Collectors.joining(", "));
    }
}

package org.attune.sensor.serial;

import static org.attune.sensor.Capability.BATTERY;
import static org.attune.sensor.Capability.CONTACT;
import static org.attune.sensor.Capability.HEART_RATE;
import static org.attune.sensor.Capability.MOTION;
import static org.attune.sensor.Capability.RR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;

/** The protocols that are spoken over a port, and what a device can say in each. */
enum SerialProtocol {
    ATTUNE(115_200, SourceClass.UNKNOWN),
    LINES_IBI(115_200, SourceClass.UNKNOWN),
    PULSESENSOR_BSQ(115_200, SourceClass.OPTICAL),
    /** Optical with {@code RR} once it is seen to mark its beats. */
    PULSESENSOR_CSV(115_200, SourceClass.HEART_RATE_ONLY),
    KEY_VALUE(115_200, SourceClass.HEART_RATE_ONLY),
    NONIN_1(9_600, SourceClass.HEART_RATE_ONLY),
    NONIN_2(9_600, SourceClass.HEART_RATE_ONLY),
    NONIN_8(9_600, SourceClass.HEART_RATE_ONLY);

    private final int usualBaud;
    private final SourceClass source;

    SerialProtocol(int usualBaud, SourceClass source) {
        this.usualBaud = usualBaud;
        this.source = source;
    }

    /** A fresh decoder for one port. */
    StreamDecoder decoder(SensorDescription sensor) {
        return switch (this) {
            case ATTUNE -> new LineAssembler(new AttuneLines(sensor));
            case LINES_IBI -> new LineAssembler(new IntervalLines());
            case PULSESENSOR_BSQ -> new LineAssembler(new PulseSensorLines());
            case PULSESENSOR_CSV -> new LineAssembler(new PulseSensorCsvLines(sensor));
            case KEY_VALUE -> new LineAssembler(new KeyValueLines());
            case NONIN_1 -> new FrameAssembler(NoninRateFrames.ofThree());
            case NONIN_2 -> new FrameAssembler(new NoninWaveFrames());
            case NONIN_8 -> new FrameAssembler(NoninRateFrames.ofFour());
        };
    }

    /** What a device may say in it; none of the rate-only ones has intervals. */
    Set<Capability> capabilities() {
        return switch (this) {
            case ATTUNE -> EnumSet.of(RR, HEART_RATE, CONTACT, BATTERY, MOTION);
            case LINES_IBI -> EnumSet.of(RR);
            case PULSESENSOR_BSQ -> EnumSet.of(RR, HEART_RATE);
            case PULSESENSOR_CSV -> EnumSet.of(HEART_RATE);
            case KEY_VALUE, NONIN_1, NONIN_2, NONIN_8 -> EnumSet.of(HEART_RATE, CONTACT);
        };
    }

    /** The line speed unless another is named. */
    int usualBaud() {
        return usualBaud;
    }

    SourceClass source() {
        return source;
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
                "there is no serial protocol '" + id + "', only " + known() + ", auto");
    }

    static String known() {
        return Arrays.stream(values()).map(SerialProtocol::id).collect(Collectors.joining(", "));
    }
}

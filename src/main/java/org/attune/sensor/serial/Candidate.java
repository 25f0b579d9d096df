package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * One protocol that a device may speak, tried on what it says. Nothing that is heard here is told,
 * except what still holds once the protocol is recognised: who it is, contact and battery. Confined
 * to the thread that reads.
 */
final class Candidate {
    private static final double NANOS = 1e9;

    private final SerialProtocol protocol;
    private final SensorDescription asAddressed;
    private final StreamDecoder decoder;
    private final byte[] one = new byte[1];
    private int inARow;
    private SessionTime rowBegan = SessionTime.ZERO;
    private SessionTime rowNewest = SessionTime.ZERO;
    private long claimedNanos;
    private SensorEvent.@Nullable Linked linked;
    private SensorEvent.@Nullable ContactChanged contact;
    private SensorEvent.@Nullable BatteryReported battery;

    Candidate(SerialProtocol protocol, String address) {
        this.protocol = protocol;
        this.asAddressed = protocol.describe(address);
        this.decoder = protocol.decoder(asAddressed);
    }

    SerialProtocol protocol() {
        return protocol;
    }

    StreamDecoder decoder() {
        return decoder;
    }

    void take(byte b, SessionTime at) {
        one[0] = b;
        decoder.take(one, 1, at, this::heard);
        int now = decoder.understoodInARow();
        if (now == inARow) {
            return;
        }
        if (now < 2) {
            rowBegan = at;
            claimedNanos = 0; // the first interval began before the row
        }
        inARow = now;
        rowNewest = at;
    }

    private void heard(SensorEvent event) {
        if (event instanceof SensorEvent.Linked now) {
            linked = now;
        } else if (event instanceof SensorEvent.ContactChanged now) {
            contact = now;
        } else if (event instanceof SensorEvent.BatteryReported now) {
            battery = now;
        } else if (event instanceof SensorEvent.RrReceived rr) {
            for (RrInterval interval : rr.intervals()) {
                claimedNanos += interval.nanos();
            }
        }
    }

    /** Whether so much was understood, at such a pace, that nothing else could have said it. */
    boolean isProven() {
        double lasted = (rowNewest.nanos() - rowBegan.nanos()) / NANOS;
        return switch (protocol) {
            // A checksum of 16 bits in a line of our own form.
            case ATTUNE -> inARow >= 1;
            // 75 frames a second with checksums of 8 bits.
            case NONIN_2 -> inARow >= 25;
            // Without a checksum, form alone proves little in a flood: these come once a second.
            case NONIN_1, NONIN_8 -> inARow >= FrameAssembler.PROOF && lasted >= 1.6;
            case PULSESENSOR_BSQ, PULSESENSOR_CSV -> inARow >= 10;
            case KEY_VALUE -> inARow >= 3;
            // Bare numbers: heartbeats only if they take the time that they say.
            case LINES_IBI -> {
                double claimed = claimedNanos / NANOS;
                yield inARow >= 3 && Math.abs(claimed - lasted) <= 0.2 + 0.15 * claimed;
            }
        };
    }

    /** Whether bare numbers came in a row, yet not at the pace of a heart that they would mean. */
    boolean isNumbersAtAnotherPace() {
        return protocol == SerialProtocol.LINES_IBI && inARow >= 3 && !isProven();
    }

    /** Says who was recognised, and what of its state is known. */
    void introduce(SessionTime at, Consumer<SensorEvent> heard) {
        heard.accept(linked == null ? new SensorEvent.Linked(at, asAddressed) : linked.withAt(at));
        if (contact != null) {
            heard.accept(contact.withAt(at));
        }
        if (battery != null) {
            heard.accept(battery.withAt(at));
        }
    }
}

package org.attune.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.sensor.Capability;
import org.attune.sensor.Contact;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;

/** The binary form of sensor events, part of a moment's. Stateless; any thread. */
final class SensorEventCodec {
    private static final int LINKED = 1;
    private static final int RR = 2;
    private static final int HEART_RATE = 3;
    private static final int MOTION = 4;
    private static final int CONTACT = 5;
    private static final int LINK_LOST = 6;
    private static final int BATTERY = 7;
    private static final int OVERRUN = 8;

    /** A link to a sensor that says who made it; others stay as they always were. */
    private static final int LINKED_TO_KNOWN = 9;

    private static final int ECG = 10;

    private SensorEventCodec() {}

    static ByteWriter write(ByteWriter out, SensorEvent event) {
        return event.match(new Writing(out));
    }

    private record Writing(ByteWriter out) implements SensorEvent.Cases<ByteWriter> {
        private ByteWriter begin(int tag, SensorEvent event) {
            return out.u8(tag).i64(event.at().nanos());
        }

        @Override
        public ByteWriter linked(SensorEvent.Linked event) {
            SensorDescription sensor = event.sensor();
            DeviceInformation device = sensor.device();
            begin(device.isKnown() ? LINKED_TO_KNOWN : LINKED, event);
            out.text(sensor.name()).text(sensor.address()).name(sensor.source());
            // In the order of the constants: equal descriptions give equal bytes.
            List<Capability> sorted = sensor.capabilities().stream().sorted().toList();
            out.varint(sorted.size());
            sorted.forEach(out::name);
            if (device.isKnown()) {
                out.text(device.maker()).text(device.model()).text(device.firmware());
            }
            return out;
        }

        @Override
        public ByteWriter rrReceived(SensorEvent.RrReceived event) {
            begin(RR, event).varint(event.intervals().size());
            event.intervals().forEach(interval -> out.varint(interval.nanos()));
            return out;
        }

        @Override
        public ByteWriter heartRateReceived(SensorEvent.HeartRateReceived event) {
            return begin(HEART_RATE, event).f64(event.bpm());
        }

        @Override
        public ByteWriter motionReceived(SensorEvent.MotionReceived event) {
            return begin(MOTION, event).f64(event.milliG());
        }

        /** A piece of ECG changes little from sample to sample: differences are short. */
        @Override
        public ByteWriter ecgReceived(SensorEvent.EcgReceived event) {
            begin(ECG, event).i64(event.sensorNanos()).f64(event.samplesPerSecond());
            out.varint(event.microvolts().size());
            long before = 0;
            for (int microvolts : event.microvolts()) {
                long step = microvolts - before;
                out.varint((step << 1) ^ (step >> 63)); // small ones of either sign stay short
                before = microvolts;
            }
            return out;
        }

        @Override
        public ByteWriter contactChanged(SensorEvent.ContactChanged event) {
            return begin(CONTACT, event).name(event.contact());
        }

        @Override
        public ByteWriter linkLost(SensorEvent.LinkLost event) {
            return begin(LINK_LOST, event).text(event.cause());
        }

        @Override
        public ByteWriter batteryReported(SensorEvent.BatteryReported event) {
            return begin(BATTERY, event).u8(event.percent());
        }

        @Override
        public ByteWriter overrun(SensorEvent.Overrun event) {
            return begin(OVERRUN, event).varint(event.lost());
        }
    }

    /** Reads one event; broken contracts surface as {@link IllegalArgumentException}. */
    static SensorEvent read(ByteReader in) {
        int tag = in.u8();
        SessionTime at = MomentCodec.time(in);
        return switch (tag) {
            case LINKED -> new SensorEvent.Linked(at, readDescription(in, false));
            case LINKED_TO_KNOWN -> new SensorEvent.Linked(at, readDescription(in, true));
            case RR -> new SensorEvent.RrReceived(at, readIntervals(in));
            case HEART_RATE -> new SensorEvent.HeartRateReceived(at, in.f64());
            case MOTION -> new SensorEvent.MotionReceived(at, in.f64());
            case ECG -> new SensorEvent.EcgReceived(at, in.i64(), in.f64(), readEcg(in));
            case CONTACT -> new SensorEvent.ContactChanged(at, in.name(Contact.class));
            case LINK_LOST -> new SensorEvent.LinkLost(at, in.text());
            case BATTERY -> new SensorEvent.BatteryReported(at, in.u8());
            case OVERRUN -> new SensorEvent.Overrun(at, in.varint());
            default -> throw ByteReader.malformed("unknown kind of sensor event " + tag);
        };
    }

    private static SensorDescription readDescription(ByteReader in, boolean known) {
        String name = in.text();
        String address = in.text();
        SourceClass source = in.name(SourceClass.class);
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        int count = in.count(1);
        for (int i = 0; i < count; i++) {
            capabilities.add(in.name(Capability.class));
        }
        DeviceInformation device =
                known
                        ? new DeviceInformation(in.text(), in.text(), in.text())
                        : DeviceInformation.NONE;
        return new SensorDescription(name, address, source, capabilities, device);
    }

    private static List<Integer> readEcg(ByteReader in) {
        int count = in.count(1);
        List<Integer> microvolts = new ArrayList<>(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            long step = in.varint();
            value += (step >>> 1) ^ -(step & 1);
            if (value != (int) value) {
                throw ByteReader.malformed("an ECG beyond all measure");
            }
            microvolts.add((int) value);
        }
        return microvolts;
    }

    private static List<RrInterval> readIntervals(ByteReader in) {
        int count = in.count(1);
        List<RrInterval> intervals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            intervals.add(new RrInterval(in.varint()));
        }
        return intervals;
    }
}

package org.attune.sensor.ble;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.attune.sensor.Contact;

/** Writes values of Heart Rate Measurement as a strap does, and damages them as the air may. */
final class HeartRatePackets {
    private static final List<Contact> CONTACTS =
            List.of(Contact.UNSUPPORTED, Contact.LOST, Contact.GOOD);

    private HeartRatePackets() {}

    /** A strap with contact, and these intervals in 1/1024 s. */
    static byte[] beats(int bpm, int... ticks) {
        List<Integer> list = Arrays.stream(ticks).boxed().toList();
        return encode(
                new HeartRateMeasurement(
                        bpm, Contact.GOOD, OptionalInt.empty(), !list.isEmpty(), list));
    }

    static String hex(byte[] value) {
        return HexFormat.of().formatHex(value);
    }

    static byte[] encode(HeartRateMeasurement measurement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean wide = measurement.bpm() > 255;
        int contact =
                switch (measurement.contact()) {
                    case UNSUPPORTED -> 0x00;
                    case LOST -> 0x04;
                    case GOOD -> 0x06;
                };
        out.write(
                (wide ? 0x01 : 0)
                        | contact
                        | (measurement.energyKilojoules().isPresent() ? 0x08 : 0)
                        | (measurement.rrPresent() ? 0x10 : 0));
        out.write(measurement.bpm());
        if (wide) {
            out.write(measurement.bpm() >> 8);
        }
        measurement.energyKilojoules().ifPresent(energy -> uint16(out, energy));
        measurement.rrTicks().forEach(ticks -> uint16(out, ticks));
        return out.toByteArray();
    }

    private static void uint16(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
    }

    /** Any packet that the rules allow. */
    static HeartRateMeasurement random(Random random) {
        List<Integer> ticks = new ArrayList<>();
        boolean rr = random.nextBoolean();
        for (int n = rr ? random.nextInt(10) : 0; n > 0; n--) {
            ticks.add(random.nextInt(0x10000));
        }
        return new HeartRateMeasurement(
                random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(256),
                CONTACTS.get(random.nextInt(3)),
                random.nextBoolean()
                        ? OptionalInt.of(random.nextInt(0x10000))
                        : OptionalInt.empty(),
                rr,
                ticks);
    }

    /** Cut, lengthened, or with bytes and bits changed. */
    static byte[] damaged(byte[] good, Random random) {
        byte[] value = Arrays.copyOf(good, random.nextInt(good.length + 3));
        for (int n = random.nextInt(3); n > 0 && value.length > 0; n--) {
            value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (value.length > 0 && random.nextInt(4) == 0) {
            value[random.nextInt(value.length)] = (byte) random.nextInt(256);
        }
        return value;
    }
}

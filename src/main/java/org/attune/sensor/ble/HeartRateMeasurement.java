package org.attune.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attune.sensor.Contact;

/**
 * One value of the characteristic Heart Rate Measurement, 0x2A37, as the strap sent it: not yet
 * judged.
 *
 * <p>Layout after the Heart Rate Service 1.0 of the Bluetooth SIG, little endian: a byte of flags;
 * the rate in one byte, or two when bit 0 is set; the energy in two bytes when bit 3 is set; the RR
 * intervals in two bytes each, oldest first, when bit 4 is set. Bits 1 and 2 speak of contact.
 *
 * @param bpm the strap's own averaged rate, beats a minute, 0 to 65535; 0 says it has none
 * @param contact {@link Contact#UNSUPPORTED} unless the strap says that it can tell
 * @param energyKilojoules energy spent since it was reset, if sent
 * @param rrPresent whether the strap says that intervals follow, though there may be none
 * @param rrTicks intervals in 1/1024 s, oldest first, each 0 to 65535
 */
record HeartRateMeasurement(
        int bpm,
        Contact contact,
        OptionalInt energyKilojoules,
        boolean rrPresent,
        List<Integer> rrTicks) {
    /** The longest value an attribute may have, in bytes. */
    static final int MOST_BYTES = 512;

    /** The most intervals that one value can hold. */
    static final int MOST_INTERVALS = (MOST_BYTES - 2) / 2;

    private static final int WIDE_RATE = 0x01;
    private static final int CONTACT_DETECTED = 0x02;
    private static final int CONTACT_SUPPORTED = 0x04;
    private static final int ENERGY = 0x08;
    private static final int RR = 0x10;

    HeartRateMeasurement {
        rrTicks = List.copyOf(rrTicks);
    }

    /**
     * Reads one value. A lone byte after the last interval is left out, as some straps send one.
     *
     * @return empty when the value is shorter than its own flags say, or longer than any may be
     */
    static Optional<HeartRateMeasurement> decode(byte[] value) {
        if (value.length < 2 || value.length > MOST_BYTES) {
            return Optional.empty();
        }
        int flags = value[0];
        boolean wide = (flags & WIDE_RATE) != 0;
        boolean energetic = (flags & ENERGY) != 0;
        int rateEnd = wide ? 3 : 2;
        int energyEnd = energetic ? rateEnd + 2 : rateEnd;
        if (value.length < energyEnd) {
            return Optional.empty();
        }
        int bpm = wide ? uint16(value, 1) : Byte.toUnsignedInt(value[1]);
        OptionalInt energy =
                energetic ? OptionalInt.of(uint16(value, rateEnd)) : OptionalInt.empty();
        boolean rrPresent = (flags & RR) != 0;
        List<Integer> ticks = new ArrayList<>();
        if (rrPresent) {
            for (int i = energyEnd; i + 1 < value.length; i += 2) {
                ticks.add(uint16(value, i));
            }
        }
        return Optional.of(
                new HeartRateMeasurement(bpm, contactOf(flags), energy, rrPresent, ticks));
    }

    /** The sum of the intervals that say something. */
    double rrSeconds() {
        int sum = 0;
        for (int ticks : rrTicks) {
            sum += isInterval(ticks) ? ticks : 0;
        }
        return sum / 1024.0;
    }

    /** Straps say 0 for none, and 65535 for one too long to be told. */
    static boolean isInterval(int ticks) {
        return ticks > 0 && ticks < 0xFFFF;
    }

    /** The second bit means nothing unless the first says that the strap can tell. */
    private static Contact contactOf(int flags) {
        if ((flags & CONTACT_SUPPORTED) == 0) {
            return Contact.UNSUPPORTED;
        }
        return (flags & CONTACT_DETECTED) != 0 ? Contact.GOOD : Contact.LOST;
    }

    private static int uint16(byte[] value, int at) {
        return Byte.toUnsignedInt(value[at]) | Byte.toUnsignedInt(value[at + 1]) << 8;
    }
}

package org.attune.sensor.ble;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One frame of raw electrocardiogram as straps by Polar send it.
 *
 * <p>Layout as of {@link PolarFrame}: type 0, kind 0, then a signed number of three bytes for each
 * sample, little endian, in microvolts. Source as of {@link PolarMeasurement}.
 *
 * @param lastSampleNanos the strap's own clock at the last sample, since 2000-01-01, unsigned
 * @param microvolts oldest first, at least one
 */
record PolarEcgFrame(long lastSampleNanos, List<Integer> microvolts) {
    private static final int HEADER_BYTES = 10;
    private static final int SAMPLE_BYTES = 3;
    private static final int PLAIN_24_BIT = 0x00;

    PolarEcgFrame {
        microvolts = List.copyOf(microvolts);
    }

    /** Reads one value; empty when it is no plain frame of ECG, whole and of 24 bit. */
    static Optional<PolarEcgFrame> decode(byte[] value) {
        int body = value.length - HEADER_BYTES;
        if (body < SAMPLE_BYTES
                || body % SAMPLE_BYTES != 0
                || value.length > HeartRateMeasurement.MOST_BYTES
                || value[0] != PolarMeasurement.ECG
                || value[9] != PLAIN_24_BIT) {
            return Optional.empty();
        }
        long nanos = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(1);
        List<Integer> microvolts = new ArrayList<>();
        for (int i = HEADER_BYTES; i < value.length; i += SAMPLE_BYTES) {
            int low = Byte.toUnsignedInt(value[i]) | Byte.toUnsignedInt(value[i + 1]) << 8;
            microvolts.add(low | value[i + 2] << 16); // the sign is in the highest byte
        }
        return Optional.of(new PolarEcgFrame(nanos, microvolts));
    }
}

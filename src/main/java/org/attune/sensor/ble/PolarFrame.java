package org.attune.sensor.ble;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One frame of acceleration as straps by Polar send it.
 *
 * <p>Layout, little endian: the type of measurement in one byte; the time of the last sample in
 * eight; the kind of frame in one; then three numbers of two bytes for each sample, thousandths of
 * g. Source as of {@link PolarMeasurement}.
 *
 * @param lastSampleNanos the strap's own clock at the last sample, since 2000-01-01, unsigned
 * @param samples oldest first, at least one
 */
record PolarFrame(long lastSampleNanos, List<Acceleration> samples) {
    private static final int HEADER_BYTES = 10;
    private static final int SAMPLE_BYTES = 6;

    /** Sixteen bits an axis, not compressed. Others are known to exist, and are not guessed at. */
    private static final int PLAIN_16_BIT = 0x01;

    PolarFrame {
        samples = List.copyOf(samples);
    }

    /** Thousandths of g along the strap's axes; gravity is part of it. */
    record Acceleration(int x, int y, int z) {
        double magnitude() {
            return Math.sqrt((double) x * x + (double) y * y + (double) z * z);
        }
    }

    /** Reads one value; empty when it is no plain frame of acceleration, whole and of 16 bit. */
    static Optional<PolarFrame> decode(byte[] value) {
        int body = value.length - HEADER_BYTES;
        if (body < SAMPLE_BYTES
                || body % SAMPLE_BYTES != 0
                || value.length > HeartRateMeasurement.MOST_BYTES
                || value[0] != PolarMeasurement.ACCELERATION
                || value[9] != PLAIN_16_BIT) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        in.position(1);
        long nanos = in.getLong();
        in.position(HEADER_BYTES);
        List<Acceleration> samples = new ArrayList<>();
        while (in.hasRemaining()) {
            samples.add(new Acceleration(in.getShort(), in.getShort(), in.getShort()));
        }
        return Optional.of(new PolarFrame(nanos, samples));
    }
}

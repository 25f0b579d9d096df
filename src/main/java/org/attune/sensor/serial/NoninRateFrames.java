package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The protocols {@code nonin-1} and {@code nonin-8} of Nonin's pulse oximeters: one frame a second
 * with an averaged rate, of three and of four bytes. The first byte alone has bit 7 set.
 *
 * <p>Byte 1, status: bit 6 sensor off (nonin-1), 5 out of track, 2 artefact, 1 and 0 the rate's
 * bits 8 and 7. Byte 2: the rate's bits 6 to 0; 511 in all is none. Byte 3: saturation, 127 is
 * none. Byte 4 of nonin-8: bit 3 sensor alarm, bit 0 battery low. There is no checksum: so these
 * are believed only in a row, and rates no heart has make a frame invalid.
 *
 * <p>A rate is told when no bit speaks against it. Confined to the thread that reads.
 */
final class NoninRateFrames implements FrameProtocol {
    private static final int FIRST = 0x80;
    private static final int SENSOR_OFF = 0x40;
    private static final int OUT_OF_TRACK = 0x20;
    private static final int ARTEFACT = 0x04;
    private static final int ALARM = 0x08;
    private static final int NO_RATE = 511;
    private static final int LOWEST_RATE = 18;
    private static final int HIGHEST_RATE = 321;
    private static final int NO_SATURATION = 127;

    private final int length;
    private final FingerRate finger = new FingerRate();

    private NoninRateFrames(int length) {
        this.length = length;
    }

    static NoninRateFrames ofThree() {
        return new NoninRateFrames(3);
    }

    static NoninRateFrames ofFour() {
        return new NoninRateFrames(4);
    }

    @Override
    public int frameLength() {
        return length;
    }

    @Override
    public boolean isFrame(byte[] bytes, int from) {
        if ((bytes[from] & FIRST) == 0) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[from + i] & FIRST) != 0) {
                return false;
            }
        }
        int rate = rate(bytes, from);
        int saturation = bytes[from + 2];
        boolean ratePossible = rate == NO_RATE || (rate >= LOWEST_RATE && rate <= HIGHEST_RATE);
        return ratePossible && (saturation <= 100 || saturation == NO_SATURATION);
    }

    private static int rate(byte[] bytes, int from) {
        return ((bytes[from] & 0x03) << 7) | (bytes[from + 1] & 0x7F);
    }

    @Override
    public void frame(byte[] bytes, int from, SessionTime at, Consumer<SensorEvent> heard) {
        int status = bytes[from];
        boolean off = length == 3 ? (status & SENSOR_OFF) != 0 : (bytes[from + 3] & ALARM) != 0;
        if (off) {
            finger.lost(at, heard);
            return;
        }
        finger.touches(at, heard);
        int rate = rate(bytes, from);
        if ((status & (OUT_OF_TRACK | ARTEFACT)) == 0 && rate != NO_RATE) {
            finger.rate((double) rate, at, heard);
        }
    }

    @Override
    public void interrupted() {
        // A lost frame is a lost rate, and the next one says the same.
    }

    @Override
    public void restart() {
        finger.restart();
    }
}

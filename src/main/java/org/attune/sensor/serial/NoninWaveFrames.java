package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The protocol {@code nonin-2} of Nonin's pulse oximeters: 75 frames a second of five bytes, {@code
 * 01 status wave value checksum}; the checksum is the sum of the other four, modulo 256.
 *
 * <p>Status: bit 7 always, 0 first frame of 25, 3 sensor alarm, 4 out of track, 5 artefact, 6
 * sensor off. What {@code value} means is told by the frame's place among the 25: in the first two
 * stand the bits 8, 7 and 6 to 0 of the averaged rate, 511 is none. The wave could tell pulses only
 * to 13.3 ms, too coarse for variability: it is passed over, and the sensor is declared to give a
 * rate only.
 *
 * <p>A rate is told when all frames of its 25 came and none spoke against it. Confined to the
 * thread that reads.
 */
final class NoninWaveFrames implements FrameProtocol {
    private static final int LENGTH = 5;
    private static final int IN_A_PACKET = 25;
    private static final int ALWAYS = 0x80;
    private static final int FIRST = 0x01;
    private static final int NOT_TOUCHING = 0x48;
    private static final int DOUBTFUL = 0x30;
    private static final int NO_RATE = 511;
    private static final int NO_PLACE = 0;

    private final FingerRate finger = new FingerRate();

    /** The place of the last frame among the 25, from 1; 0 when it is not known. */
    private int place = NO_PLACE;

    private int seen;
    private int rate;

    @Override
    public int frameLength() {
        return LENGTH;
    }

    @Override
    public boolean isFrame(byte[] bytes, int from) {
        int sum = bytes[from] + bytes[from + 1] + bytes[from + 2] + bytes[from + 3];
        return bytes[from] == 1
                && (bytes[from + 1] & ALWAYS) != 0
                && ((sum ^ bytes[from + 4]) & 0xFF) == 0;
    }

    @Override
    public void frame(byte[] bytes, int from, SessionTime at, Consumer<SensorEvent> heard) {
        int status = bytes[from + 1];
        int value = bytes[from + 3];
        if ((status & FIRST) != 0) {
            place = 1;
            seen = 0;
            rate = 0;
        } else if (place != NO_PLACE) {
            place = place == IN_A_PACKET ? NO_PLACE : place + 1;
        }
        seen |= status;
        if (place == 1) {
            rate = (value & 0x03) << 7;
        } else if (place == 2) {
            rate |= value & 0x7F;
        } else if (place == IN_A_PACKET) {
            tell(at, heard);
        }
    }

    private void tell(SessionTime at, Consumer<SensorEvent> heard) {
        if ((seen & NOT_TOUCHING) != 0) {
            finger.lost(at, heard);
            return;
        }
        finger.touches(at, heard);
        if ((seen & DOUBTFUL) == 0 && rate != NO_RATE) {
            finger.rate((double) rate, at, heard);
        }
    }

    @Override
    public void interrupted() {
        place = NO_PLACE;
    }

    @Override
    public void restart() {
        place = NO_PLACE;
        finger.restart();
    }
}

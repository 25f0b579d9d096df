package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Cuts bytes into frames of one length for a protocol that marks no beginning beyond doubt. A place
 * is believed to be a beginning when three valid frames follow one another there; until then it
 * slides on by one byte. Of these three only the newest is handed on: the others are no longer news
 * where there is one a second. One invalid frame, and the search begins again. It holds three
 * frames at most. Confined to the thread that reads.
 */
final class FrameAssembler implements StreamDecoder {
    static final int PROOF = 3;

    private final FrameProtocol protocol;
    private final byte[] held;
    private int count;
    private int inARow;

    FrameAssembler(FrameProtocol protocol) {
        this.protocol = protocol;
        this.held = new byte[PROOF * protocol.frameLength()];
    }

    @Override
    public void restart() {
        count = 0;
        inARow = 0;
        protocol.restart();
    }

    @Override
    public int understoodInARow() {
        return inARow;
    }

    @Override
    public void take(byte[] bytes, int length, SessionTime at, Consumer<SensorEvent> heard) {
        for (int i = 0; i < length; i++) {
            held[count++] = bytes[i];
            if (count % protocol.frameLength() == 0) {
                settle(at, heard);
            }
        }
    }

    /** The bytes held are whole frames, all but the newest of them valid. */
    private void settle(SessionTime at, Consumer<SensorEvent> heard) {
        int frame = protocol.frameLength();
        if (!protocol.isFrame(held, count - frame)) {
            slide();
            return;
        }
        inARow++;
        if (inARow >= PROOF) {
            protocol.frame(held, count - frame, at, heard);
            count = 0; // the next is held alone; its predecessors have proved the place
        }
    }

    /** To the next place from which on all that is held could be frames. */
    private void slide() {
        inARow = 0;
        protocol.interrupted();
        int from = 1;
        while (from < count && !couldBegin(from)) {
            from++;
        }
        System.arraycopy(held, from, held, 0, count - from);
        count -= from;
        inARow = count / protocol.frameLength();
    }

    private boolean couldBegin(int from) {
        int frame = protocol.frameLength();
        for (int at = from; at + frame <= count; at += frame) {
            if (!protocol.isFrame(held, at)) {
                return false;
            }
        }
        return true;
    }
}

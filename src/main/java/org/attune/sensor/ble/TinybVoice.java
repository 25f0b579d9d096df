package org.attune.sensor.ble;

import java.io.IOException;
import java.io.OutputStream;
import org.attune.sensor.ble.TinybFrames.Frame;

/** Writes numbered frames, each at once and whole. Any thread. */
final class TinybVoice {
    private final OutputStream out;
    private long number;

    /**
     * @param out not buffered, or flushed as one write
     */
    TinybVoice(OutputStream out) {
        this.out = out;
    }

    /** Says it, or throws when nobody listens any longer. */
    synchronized void say(long request, String kind, String... fields) throws IOException {
        byte[] bytes = TinybFrames.encode(new Frame(number + 1, request, kind, fields));
        number++;
        out.write(bytes);
        out.flush();
    }
}

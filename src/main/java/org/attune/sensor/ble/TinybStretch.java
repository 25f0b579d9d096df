package org.attune.sensor.ble;

import java.io.IOException;
import java.util.HexFormat;
import org.attune.sensor.ble.LinkException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of being linked, in the child: tells the parent of the strap first and of values
 * after. TinyB's callback thread and the child's worker both come through it. Once muted or lost it
 * is silent for ever, so that callbacks of an old link, which TinyB may keep, reach nobody.
 */
final class TinybStretch {
    private final TinybVoice voice;
    private final long request;
    private String @Nullable [] strap;
    private boolean announced;
    private boolean over;

    TinybStretch(TinybVoice voice, long request) {
        this.voice = voice;
        this.request = request;
    }

    /** The strap is about to be connected by us: so the parent knows it, whatever happens now. */
    synchronized void claim() {
        if (!over) {
            say("claimed");
        }
    }

    /** What the strap is; from now on the first value announces it, or {@link #announce}. */
    synchronized void prepare(String... fields) {
        strap = fields;
    }

    synchronized void announce() {
        String[] fields = strap;
        if (!announced && !over && fields != null) {
            announced = true;
            say("linked", fields);
        }
    }

    /** A notification; on a thread of TinyB, which must see no exception. */
    synchronized void value(byte[] value) {
        announce();
        if (announced && !over) {
            say("value", HexFormat.of().formatHex(value));
        }
    }

    /** A frame of Polar's service; on a thread of TinyB too. */
    synchronized void measured(byte[] frame) {
        if (announced && !over) {
            say("measured", HexFormat.of().formatHex(frame));
        }
    }

    synchronized void battery(byte[] value) {
        if (announced && !over && value.length > 0) {
            say("battery", String.valueOf(Byte.toUnsignedInt(value[0])));
        }
    }

    synchronized void lost(Reason reason) {
        if (announced && !over) {
            say("lost", reason.name());
        }
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized void mute() {
        over = true;
    }

    private void say(String kind, String... fields) {
        try {
            voice.say(request, kind, fields);
        } catch (IOException e) { // the parent is gone, and so will the child be
            over = true;
        }
    }
}

package org.attune.sensor.serial;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/** A port whose protocol and speed are known. Confined to the thread that reads. */
final class NamedProtocol implements Conversation {
    private static final System.Logger LOG = System.getLogger(NamedProtocol.class.getName());
    private static final long MUTE_AFTER_BYTES = 20_000;

    private final SensorDescription description;
    private final int baud;
    private final StreamDecoder decoder;
    private long bytesUnderstoodNothing;

    NamedProtocol(SerialProtocol protocol, int baud, String address) {
        this.description = protocol.describe(address);
        this.baud = baud;
        this.decoder = protocol.decoder(description);
    }

    @Override
    public SensorDescription description() {
        return description;
    }

    @Override
    public int baud() {
        return baud;
    }

    @Override
    public void opened(SessionTime at, Consumer<SensorEvent> heard) {
        decoder.restart();
        heard.accept(new SensorEvent.Linked(at, description));
    }

    @Override
    public void take(byte[] bytes, int length, SessionTime at, Consumer<SensorEvent> heard) {
        boolean[] understood = new boolean[1];
        decoder.take(
                bytes,
                length,
                at,
                event -> {
                    understood[0] = true;
                    heard.accept(event);
                });
        long before = bytesUnderstoodNothing;
        bytesUnderstoodNothing = understood[0] ? 0 : before + length;
        if (before < MUTE_AFTER_BYTES && bytesUnderstoodNothing >= MUTE_AFTER_BYTES) {
            LOG.log(
                    Level.WARNING,
                    "{0} speaks, but nothing can be read: check baud and protocol ({1}), or say"
                            + " protocol=auto",
                    description.address(),
                    SerialProtocol.known());
        }
    }

    @Override
    public void nothing(SessionTime at, Consumer<SensorEvent> heard) {
        // Silence is noticed by whoever waits for beats.
    }
}

package org.attune.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.attune.beat.Beat;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;

/**
 * SHA-256 of what a lane's sensor said of beats, and of what was judged of them: the same for the
 * same recording, whatever is granted of it.
 */
final class RecordingHash {
    private RecordingHash() {}

    static String of(RecordedLane lane) {
        MessageDigest digest = sha256();
        digest.update(lane.session().id().value().getBytes(StandardCharsets.UTF_8));
        digest.update(lane.lane().value().getBytes(StandardCharsets.UTF_8));
        for (Moment moment : lane.moments()) {
            if (moment instanceof Moment.Heard heard
                    && heard.lane().equals(lane.lane())
                    && heard.event() instanceof SensorEvent.RrReceived received) {
                number(digest, received.at().nanos());
                for (RrInterval interval : received.intervals()) {
                    number(digest, interval.nanos());
                }
            } else if (moment instanceof Moment.Judged judged
                    && judged.lane().equals(lane.lane())) {
                beat(digest, judged.beat());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void beat(MessageDigest digest, Beat beat) {
        number(digest, beat.ordinal());
        number(digest, beat.at().nanos());
        number(digest, beat.interval().nanos());
        digest.update(beat.verdict().name().getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.attune.sensor.ble;

import java.util.Arrays;
import java.util.Optional;
import org.attune.time.SessionTime;

/**
 * Tells notifications that were delivered twice from those that are merely alike.
 *
 * <p>A duplicate equals the notification before it and holds more interval time than can have
 * passed. "Can have passed" is kept as a running lead: time heard minus time lived, so that the
 * ordinary jitter of a paced heart, whose notifications are all equal, is not mistaken for
 * duplicates. A lead of more than half a notification is one.
 *
 * <p>After a silence the lead is a debt, which late notifications pay back at once and lost ones
 * never. While it stands, an equal notification at the same moment may be late or a duplicate:
 * nobody can tell, and the answer is a doubt. A debt that outlasts some notifications is one of
 * lost ones and is forgotten, or it would hide every later duplicate. So is a lead that lasts, or
 * an interval that nobody lived would make duplicates of alike beats for ever.
 *
 * <p>Not safe for threads: guarded by the sensor's gate.
 */
final class DuplicateWatch {
    /** A strap that always sends too much is the cleaner's to judge: no more is held against it. */
    private static final double LONGEST_LEAD_S = 2;

    /** Notifications that a debt or a lead must outlast. */
    private static final int MEMORY = 8;

    private final double[] leads = new double[MEMORY];
    private int count;
    private double leadSeconds;
    private byte[] lastValue = {};
    private Optional<SessionTime> lastAt = Optional.empty();

    /** What a notification is to the one before it. */
    enum Finding {
        NEW,
        DUPLICATE,
        /** Late, or a duplicate. */
        DOUBT
    }

    /** Forgets the last stretch. */
    void startStretch() {
        count = 0;
        leadSeconds = 0;
        lastValue = new byte[0];
        lastAt = Optional.empty();
    }

    /**
     * Judges one notification.
     *
     * @param rrSeconds the sum of its intervals; 0 when it has none
     */
    Finding judge(SessionTime at, byte[] value, double rrSeconds) {
        double lived = lastAt.map(last -> at.since(last).toNanos() / 1e9).orElse(rrSeconds);
        double lead = leadSeconds + rrSeconds - lived;
        boolean alike =
                lastAt.isPresent()
                        && rrSeconds > 0
                        && rrSeconds > lived
                        && Arrays.equals(value, lastValue);
        Finding finding = Finding.NEW;
        if (alike && lead > rrSeconds / 2) {
            finding = Finding.DUPLICATE;
        } else if (alike && lived < rrSeconds / 4) {
            finding = Finding.DOUBT;
        }
        lastAt = Optional.of(at);
        lastValue = value.clone();
        if (finding != Finding.NEW) {
            leadSeconds = lead - rrSeconds;
            return finding;
        }
        leadSeconds = Math.min(LONGEST_LEAD_S, lead);
        if (rrSeconds > 0) {
            forgetWhatLasts();
        }
        return finding;
    }

    private void forgetWhatLasts() {
        leads[count % MEMORY] = leadSeconds;
        count++;
        if (count < MEMORY) {
            return;
        }
        double most = Arrays.stream(leads).max().orElse(0);
        double least = Arrays.stream(leads).min().orElse(0);
        double lasting = Math.min(0, most) + Math.max(0, least);
        leadSeconds -= lasting;
        Arrays.setAll(leads, i -> leads[i] - lasting);
    }
}

package org.attune.sensor.ble;

import java.time.Duration;
import org.attune.time.Ticker;

/**
 * What to do about a strap that is linked and says nothing: ask it for its notifications anew, and
 * if that does not help, link anew. A strap that stays silent, perhaps because it lies on a table,
 * is left alone for twice as long each time, up to two minutes.
 *
 * <p>Whoever has said that it lost contact has a reason to be silent. Confined to one thread.
 */
final class SilenceWatch {
    private static final long MOST_NANOS = Duration.ofMinutes(2).toNanos();

    /** A link without a word for so long is asked after. */
    private static final long CHECK_NANOS = Duration.ofSeconds(15).toNanos();

    /** What is to be done now. */
    enum Step {
        WAIT,
        /** Ask the driver whether the link still stands. */
        CHECK,
        ASK_AGAIN,
        LINK_AGAIN
    }

    private final Ticker ticker;
    private final long firstNanos;
    private long patienceNanos;
    private long heard;
    private long silentSince;
    private long checkedAt;
    private boolean asked;

    /**
     * @param patience how long a strap may be silent before it is asked anew
     */
    SilenceWatch(Ticker ticker, Duration patience) {
        this.ticker = ticker;
        this.firstNanos = patience.toNanos();
        this.patienceNanos = firstNanos;
    }

    /** A link begins; it is given as much time as the last one was, if that one stayed silent. */
    void linked(long notifications) {
        heard = notifications;
        silentSince = ticker.nanos();
        checkedAt = silentSince;
        asked = false;
    }

    /** The link is ended since it was silent; the next one is borne for twice as long. */
    void givenUp() {
        patienceNanos = Math.min(MOST_NANOS, 2 * patienceNanos);
    }

    /**
     * @param notifications how many were heard so far
     * @param contactLost whether the strap has said so, and nothing else since
     */
    Step look(long notifications, boolean contactLost) {
        long now = ticker.nanos();
        if (notifications != heard) {
            patienceNanos = firstNanos;
            linked(notifications);
        }
        long silent = now - silentSince;
        if (!contactLost && !asked && silent >= patienceNanos) {
            asked = true;
            return Step.ASK_AGAIN;
        }
        if (!contactLost && asked && silent >= 2 * patienceNanos) {
            return Step.LINK_AGAIN;
        }
        if (now - checkedAt >= CHECK_NANOS) {
            checkedAt = now;
            return Step.CHECK;
        }
        return Step.WAIT;
    }
}

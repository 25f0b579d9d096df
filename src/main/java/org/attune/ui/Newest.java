package org.attune.ui;

import java.time.Duration;
import java.util.Optional;
import javax.swing.Timer;
import org.attune.live.LiveSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the session said last. Where it says nothing more, its time runs on all the same, so that
 * what was concluded last grows old and is withdrawn, and the gap is seen to grow. Counted by a
 * timer; coarse is fine. Confined to the EDT.
 */
final class Newest {
    private static final int OVERDUE_MILLIS = (int) (Standing.STALE_SECONDS * 1000);

    private final Timer overdue;
    private @Nullable LiveSnapshot snapshot;
    private int silentMillis;

    /**
     * @param older called each second once nothing came for five
     */
    Newest(Runnable older) {
        this.overdue =
                new Timer(
                        1000,
                        event -> {
                            silentMillis += silentMillis == 0 ? OVERDUE_MILLIS + 1 : 1000;
                            older.run();
                        });
        this.overdue.setInitialDelay(OVERDUE_MILLIS);
    }

    void heard(LiveSnapshot newest) {
        snapshot = newest;
        silentMillis = 0;
        overdue.restart();
    }

    /** As it was said; empty before anything was. */
    Optional<LiveSnapshot> said() {
        return Optional.ofNullable(snapshot);
    }

    /** With the time that went by since. */
    Optional<LiveSnapshot> now() {
        return said().map(each -> silentMillis == 0 ? each : later(each, silentMillis));
    }

    void stop() {
        overdue.stop();
    }

    private static LiveSnapshot later(LiveSnapshot s, int millis) {
        return new LiveSnapshot(
                s.session(),
                s.now().plus(Duration.ofMillis(millis)),
                s.phase(),
                s.phaseSince(),
                s.lanes(),
                s.markers(),
                s.recording(),
                s.cuesGiven(),
                s.cueBudget(),
                s.snoozedUntil(),
                s.fault());
    }
}

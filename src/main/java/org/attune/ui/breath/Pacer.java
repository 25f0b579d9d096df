package org.attune.ui.breath;

import java.util.ArrayList;
import java.util.List;
import javax.swing.Timer;
import org.attune.time.Ticker;

/**
 * The one breathing pacer of a session: started and stopped by a person, seen on several screens at
 * once, all in step. At rest nothing runs and nothing moves. Confined to the EDT.
 */
public final class Pacer {
    /** About thirty pictures a second: smooth for something this slow. */
    private static final int STEP_MILLIS = 33;

    private final PacerSettings settings;
    private final Ticker ticker;
    private final Timer timer;
    private final List<Runnable> watchers = new ArrayList<>();
    private long startedAt;
    private boolean running;

    public Pacer(PacerSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.timer = new Timer(STEP_MILLIS, event -> tell());
    }

    /** Begins at the beginning of a breath. */
    public void start() {
        startedAt = ticker.nanos();
        running = true;
        timer.start();
        tell();
    }

    /** Ends it; harmless at rest. */
    public void stop() {
        running = false;
        timer.stop();
        tell();
    }

    /** Whether it breathes. */
    public boolean isRunning() {
        return running;
    }

    /** Where the breath stands; at its emptiest at rest. */
    public Breath now() {
        return Breath.at(settings, running ? (ticker.nanos() - startedAt) / 1e9 : 0);
    }

    /** {@code watcher} is told of every step, for as long as the pacer lives. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }
}

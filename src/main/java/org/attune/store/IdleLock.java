package org.attune.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.attune.time.Ticker;
import org.attune.time.WallClock;

/**
 * Locks a vault that nobody uses: after a while without a sign of life, unless a session is being
 * recorded; and at once, recording or not, when the computer slept. Sleep shows in the clock on the
 * wall running ahead of the one that stands still meanwhile, so the keys are gone when it wakes,
 * not before it falls asleep.
 *
 * <p>{@link #touch} from any thread. Watches from a thread of its own, {@code attune-vault-lock},
 * once a second, until closed.
 */
public final class IdleLock implements AutoCloseable {
    private static final Logger LOG = System.getLogger(IdleLock.class.getName());
    private static final Duration SLEPT = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 1_000;

    private final Door door;
    private final Duration after;
    private final Ticker ticker;
    private final WallClock clock;
    private final Thread thread;
    private volatile long touched;
    private long lastTick;
    private Instant lastTime;

    /**
     * @param after how long nobody may use it
     */
    IdleLock(Door door, Duration after, Ticker ticker, WallClock clock) {
        this.door = door;
        this.after = after;
        this.ticker = ticker;
        this.clock = clock;
        this.touched = ticker.nanos();
        this.lastTick = touched;
        this.lastTime = clock.now();
        this.thread = new Thread(this::watch, "attune-vault-lock");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Somebody is there. */
    public void touch() {
        touched = ticker.nanos();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Locks if it is time; it looks by itself once a second. */
    public synchronized void look() {
        long tick = ticker.nanos();
        Instant time = clock.now();
        Duration ran = Duration.ofNanos(tick - lastTick);
        boolean slept = Duration.between(lastTime, time).minus(ran).compareTo(SLEPT) > 0;
        lastTick = tick;
        lastTime = time;
        if (door.isRecording()) {
            touched = tick;
        }
        boolean idle = tick - touched >= after.toNanos();
        if ((slept || idle) && !door.isLocked()) {
            door.lock();
            LOG.log(Level.INFO, slept ? "vault locked: the computer slept" : "vault locked: idle");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

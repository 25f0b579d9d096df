package org.attune.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.attune.consent.RecordingPermit;
import org.attune.pipeline.Moment;
import org.attune.pipeline.MomentListener;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.time.WallClock;

/**
 * Writes a running session into the vault: only the lanes of people who agreed, and only for as
 * long as they do. Made by {@link Vault#record}.
 *
 * <p>{@link #happened} belongs to the pipeline thread; it neither blocks nor throws. Writing is
 * done by a thread of its own, one commit a second. All else may be called from any thread.
 *
 * <p>Marks, faults and the end belong to nobody alone; they stand in the stream of the first lane
 * that may still be recorded, and are erased with it.
 */
public final class SessionRecorder implements MomentListener, AutoCloseable {
    private static final long GRACE_MILLIS = 1_500;

    /** What becomes of what was recorded before consent was withdrawn. */
    public enum Withdrawal {
        /** It stays, on another basis than the consent. */
        KEEP,
        /** It is erased. */
        ERASE
    }

    private final SessionId session;
    private final Map<LaneId, Integer> lanes = new HashMap<>();
    private final List<RecordingPermit> permits;
    private final WallClock clock;
    private final BlockingQueue<RecorderLoop.Item> queue;
    private final RecorderGate gate;
    private final long closeMillis;
    private final Thread thread;
    private final Runnable onClosed;

    // Confined to the pipeline thread.
    private long nextOrder;
    private long lostBefore;

    /**
     * @param lanes the lanes to record, in the order of the session
     * @param permits a permit for each
     */
    SessionRecorder(
            SessionId session,
            List<LaneId> lanes,
            List<RecordingPermit> permits,
            WallClock clock,
            BlockingQueue<RecorderLoop.Item> queue,
            RecorderGate gate,
            RecorderPace pace,
            RecorderLoop loop,
            Runnable onClosed) {
        this.session = session;
        for (int i = 0; i < lanes.size(); i++) {
            this.lanes.put(lanes.get(i), i);
        }
        this.permits = List.copyOf(permits);
        this.clock = clock;
        this.queue = queue;
        this.gate = gate;
        this.closeMillis = pace.closeWithin().toMillis() + GRACE_MILLIS;
        this.onClosed = onClosed;
        this.thread = new Thread(loop, "attune-recorder");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Which session is recorded. */
    public SessionId session() {
        return session;
    }

    /** How the recording stands now. */
    public RecorderStatus status() {
        return gate.status();
    }

    /** Whether this lane is being recorded now. */
    public boolean records(LaneId lane) {
        Integer index = lanes.get(lane);
        return index != null && gate.accepts(index);
    }

    @Override
    public void happened(Moment moment) {
        int lane = laneFor(moment);
        if (lane < 0) {
            return;
        }
        StreamCodec.Entry entry = new StreamCodec.Entry(nextOrder++, lostBefore, moment);
        if (queue.offer(new RecorderLoop.Item(lane, entry))) {
            lostBefore = 0;
        } else {
            lostBefore++;
            gate.lose(1);
        }
    }

    /**
     * Waits until half the queue is free: for a source that runs faster than life, such as a file
     * played at full speed, between its moments. A live session never needs it.
     */
    public void awaitRoom() throws InterruptedException {
        int half = (queue.size() + queue.remainingCapacity()) / 2;
        while (queue.size() > half && thread.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** The lane whose stream takes the moment, or -1 when it may not be recorded. */
    private int laneFor(Moment moment) {
        Function<LaneId, Integer> own =
                lane -> {
                    Integer index = lanes.get(lane);
                    return index != null && mayRecord(index) ? index : -1;
                };
        return moment.match(
                new Moment.Cases<Integer>() {
                    @Override
                    public Integer prepared(Moment.Prepared prepared) {
                        return own.apply(prepared.lane());
                    }

                    @Override
                    public Integer heard(Moment.Heard heard) {
                        return own.apply(heard.lane());
                    }

                    @Override
                    public Integer judged(Moment.Judged judged) {
                        return own.apply(judged.lane());
                    }

                    @Override
                    public Integer concluded(Moment.Concluded concluded) {
                        return own.apply(concluded.lane());
                    }

                    @Override
                    public Integer marked(Moment.Marked marked) {
                        return firstOpen();
                    }

                    @Override
                    public Integer faulted(Moment.Faulted faulted) {
                        return firstOpen();
                    }

                    @Override
                    public Integer ended(Moment.Ended ended) {
                        return firstOpen();
                    }
                });
    }

    private int firstOpen() {
        for (int i = 0; i < permits.size(); i++) {
            if (mayRecord(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayRecord(int lane) {
        if (!permits.get(lane).holdsAt(clock.now())) {
            gate.expire(lane);
        }
        return gate.accepts(lane);
    }

    /** Stops recording everybody, at once. */
    public void withdraw(Withdrawal withdrawal) {
        lanes.values().forEach(lane -> gate.withdraw(lane, withdrawal == Withdrawal.ERASE));
        wake();
    }

    /** Stops recording one person, at once; without effect for a lane that is not recorded. */
    public void withdraw(LaneId lane, Withdrawal withdrawal) {
        Integer index = lanes.get(lane);
        if (index != null) {
            gate.withdraw(index, withdrawal == Withdrawal.ERASE);
            wake();
        }
    }

    private void wake() {
        // If there is no room, the loop is awake.
        boolean unused = queue.offer(RecorderLoop.WAKE);
    }

    /**
     * Writes what waits and seals the recording. Returns within five seconds; what then is not
     * written is missing, and {@link #status} says so. Idempotent.
     */
    @Override
    public void close() {
        gate.stop();
        wake();
        boolean interrupted = false;
        try {
            thread.join(closeMillis);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            thread.interrupt();
        }
        onClosed.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

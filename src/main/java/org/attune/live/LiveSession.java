package org.attune.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.attune.pipeline.Moment;
import org.attune.pipeline.MomentListener;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * A session while it runs: sensors feed the inbox, the pipeline thread draws the conclusions and
 * hands each moment to the listeners (the recorder) and, gathered, to the screen.
 *
 * <p>Commands may come from any thread and return at once; they are carried out on the pipeline
 * thread. A bug there ends the conclusions, withholds the signal and is shown; nothing is restarted
 * silently.
 */
public final class LiveSession implements SessionCommands, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveSession.class.getName());
    private static final int INBOX_CAPACITY = 1024;

    /** For so long after waking, what arrives may be of before. */
    private static final Duration WAKING = Duration.ofSeconds(3);

    /** After a step of the grid, how long what belongs before it may still be on its way. */
    private static final long SLACK_NANOS = 20_000_000L;

    /** The longest wait at a time, so that an accelerated clock is looked at often enough. */
    private static final long MOST_WAIT_NANOS = 1_000_000_000L;

    private SessionPipeline pipeline;
    private final Map<LaneId, Background> backgrounds;
    private final SessionClock clock;
    private final Map<LaneId, Sensor> sensors;
    private final Outlet outlet;
    private final Runnable onWithdraw;
    private final Runnable onDelete;
    private final List<String> profiles;
    private final Inbox inbox = new Inbox(INBOX_CAPACITY);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile @Nullable SessionTime withdrawnAt;

    /**
     * What a session is made of.
     *
     * @param session who meets
     * @param sensors one for each lane
     * @param pipeline fresh, with the same lanes
     * @param backgrounds what is known of people before it begins, by lane
     * @param clock the one clock of the session
     * @param listeners take every moment, on the pipeline thread
     * @param screen takes snapshots, on the pipeline thread; must return at once
     * @param recording whether anything is written, asked for each snapshot
     * @param onWithdraw stops the recording, at once, on the caller's thread
     * @param onDelete has what was recorded deleted, after {@code onWithdraw}; returns at once
     * @param cueBudget for the screen: how many cues there may be
     * @param profiles what the pipeline may change to, as the details of its marks
     */
    public record Parts(
            Session session,
            Map<LaneId, Sensor> sensors,
            SessionPipeline pipeline,
            Map<LaneId, Background> backgrounds,
            SessionClock clock,
            List<MomentListener> listeners,
            Consumer<LiveSnapshot> screen,
            Supplier<RecordingStatus> recording,
            Runnable onWithdraw,
            Runnable onDelete,
            int cueBudget,
            List<String> profiles) {}

    private LiveSession(Parts parts) {
        this.pipeline = parts.pipeline();
        this.backgrounds = new LinkedHashMap<>(parts.backgrounds());
        this.clock = parts.clock();
        this.sensors = new LinkedHashMap<>(parts.sensors());
        this.onWithdraw = parts.onWithdraw();
        this.onDelete = parts.onDelete();
        this.profiles = List.copyOf(parts.profiles());
        this.outlet = new Outlet(parts);
    }

    /**
     * Opens the sensors and begins.
     *
     * @throws org.attune.sensor.SensorUnavailableException when a sensor cannot work; those already
     *     open are closed again
     */
    public static LiveSession start(Parts parts) {
        LiveSession live = new LiveSession(parts);
        Thread thread = new Thread(live::run, "attune-pipeline");
        thread.start();
        try {
            live.sensors.forEach(
                    (lane, sensor) -> sensor.open(live.clock, event -> live.heard(lane, event)));
        } catch (RuntimeException e) {
            live.close();
            throw e;
        }
        return live;
    }

    /**
     * What was on its way when the machine fell asleep may arrive after it woke, beside what fell
     * hours later: shortly after waking nothing continues what came before.
     */
    private void heard(LaneId lane, SensorEvent event) {
        boolean wokeJustNow =
                event instanceof SensorEvent.RrReceived
                        && clock.lastWaking()
                                .map(woke -> event.at().since(woke).compareTo(WAKING) < 0)
                                .orElse(false);
        if (wokeJustNow) {
            inbox.offer(lane, new SensorEvent.Overrun(event.at(), 1));
        }
        inbox.offer(lane, event);
    }

    @Override
    public void mark(MarkKind kind) {
        mark(kind, "");
    }

    @Override
    public List<String> profiles() {
        return profiles;
    }

    @Override
    public void mark(MarkKind kind, String detail) {
        if (kind == MarkKind.PROFILE && !profiles.contains(detail)) {
            throw new IllegalArgumentException("must be one of the profiles: detail=" + detail);
        }
        enter(new Marker(clock.now(), kind, detail));
    }

    @Override
    public void undo() {
        SessionTime at = clock.now();
        inbox.ask(
                () -> {
                    Marker newest = outlet.undoable(at);
                    if (newest != null) {
                        String detail = Long.toString(newest.at().nanos());
                        outlet.deliver(pipeline.mark(new Marker(at, MarkKind.UNDO, detail)));
                    }
                });
    }

    @Override
    public void phase(Phase phase) {
        mark(MarkKind.PHASE, phase.name());
    }

    @Override
    public void snooze(Duration duration) {
        enter(Marker.ofSnooze(clock.now(), duration));
    }

    private void enter(Marker marker) {
        inbox.ask(() -> outlet.deliver(pipeline.mark(marker)));
    }

    @Override
    public void withdraw() {
        onWithdraw.run();
        SessionTime at = clock.now();
        withdrawnAt = at;
        enter(new Marker(at, MarkKind.WITHDRAWN, ""));
    }

    @Override
    public boolean delete() {
        SessionTime since = withdrawnAt;
        if (since == null || clock.now().since(since).compareTo(DELETE_WITHIN) > 0) {
            return false;
        }
        onDelete.run();
        return true;
    }

    /** Whether the pipeline thread has ended, by {@link #close} or by a fault. */
    public boolean isFinished() {
        return finished.getCount() == 0;
    }

    /**
     * Closes in order: sensors, inbox drained, pipeline ended. Bounded to five seconds; idempotent.
     * Recorder and vault are closed by whoever opened them, afterwards.
     */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        sensors.values().forEach(Sensor::close);
        closing = true;
        inbox.ask(() -> {});
        try {
            if (!finished.await(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the session did not end within 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The body of the pipeline thread. */
    private void run() {
        try {
            backgrounds.forEach((lane, known) -> outlet.deliver(pipeline.prepare(lane, known)));
            outlet.show();
            while (!closing || !inbox.isEmpty()) {
                Inbox.Entry entry = inbox.take(untilNextStep());
                if (entry == null) {
                    outlet.deliver(pipeline.advanceTo(clock.now()));
                } else if (entry instanceof Inbox.Entry.Heard heard) {
                    outlet.deliver(pipeline.accept(heard.lane(), heard.event()));
                } else if (entry instanceof Inbox.Entry.Asked asked) {
                    asked.command().carryOut();
                }
            }
            outlet.deliver(pipeline.end(clock.now()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable bug) { // the thread's body: shown, logged once, never restarted
            LOG.log(System.Logger.Level.ERROR, "the pipeline failed; conclusions end here", bug);
            outlet.fault(new Moment.Faulted(clock.now(), "the program failed"));
        } finally {
            finished.countDown();
        }
    }

    /**
     * The session as it would be if it had been begun so: with other people on the same sensors, or
     * with other things known of them. What was heard since it began is heard again, at once, by a
     * fresh pipeline; nothing is lost, and the sensors stay open. Only while all of it is held.
     *
     * @param session on the same lanes
     * @param fresh with the same lanes
     * @param known what is known of people before it begins, by lane
     * @param held one of the listeners: it gives back what was heard and takes what becomes of it
     */
    public void renew(
            Session session,
            SessionPipeline fresh,
            Map<LaneId, Background> known,
            HeldMoments held) {
        inbox.ask(
                () -> {
                    List<Moment> inputs = held.takeInputs();
                    pipeline = fresh;
                    outlet.renew(session);
                    known.forEach((lane, each) -> outlet.tell(pipeline.prepare(lane, each)));
                    inputs.forEach(this::again);
                    outlet.tell(pipeline.advanceTo(clock.now()));
                    outlet.show();
                });
    }

    private void again(Moment input) {
        if (input instanceof Moment.Heard heard) {
            outlet.tell(pipeline.accept(heard.lane(), heard.event()));
        } else if (input instanceof Moment.Marked marked) {
            outlet.tell(pipeline.mark(marked.marker()));
        }
    }

    private long untilNextStep() {
        long step = clock.now().nanos() / SessionPipeline.GRID_NANOS + 1;
        SessionTime next = new SessionTime(step * SessionPipeline.GRID_NANOS + SLACK_NANOS);
        return Math.min(MOST_WAIT_NANOS, clock.realNanosUntil(next));
    }
}

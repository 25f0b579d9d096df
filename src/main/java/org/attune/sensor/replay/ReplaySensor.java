package org.attune.sensor.replay;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorListener;
import org.attune.time.AcceleratedTicker;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * Plays events in time, as a sensor would have said them: each when the session's clock has reached
 * its time (counted from {@link #open}), and stamped with the clock then. It says {@link
 * SensorEvent.Linked} first and {@link SensorEvent.LinkLost} when the recording has ended.
 *
 * <p><b>Speed.</b> With a speed other than 1, events come faster than the hearts that made them:
 * their intervals then no longer fill the time between them. Who wants a whole session at another
 * pace lets the session's clock run faster ({@link AcceleratedTicker}) and plays at speed 1.
 *
 * <p>Events are spoken on an own thread, {@code attune-replay}. {@link #open} and {@link #close}
 * are for one owner.
 */
public final class ReplaySensor implements Sensor {
    private static final double FASTEST = 10_000;

    private final SensorDescription description;
    private final Iterable<SensorEvent> events;
    private final double speed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * @param events in order of time, counted from the opening; read when they are played
     * @param speed 1 for their own pace, 10 for ten times as fast; above 0
     */
    public ReplaySensor(SensorDescription description, List<SensorEvent> events, double speed) {
        this(description, (Iterable<SensorEvent>) List.copyOf(events), speed);
    }

    ReplaySensor(SensorDescription description, Iterable<SensorEvent> events, double speed) {
        if (!(speed > 0) || speed > FASTEST) {
            throw new IllegalArgumentException("must be > 0 and <= 10000: speed=" + speed);
        }
        this.description = description;
        this.events = events;
        this.speed = speed;
    }

    /**
     * {@code replay:FILE?speed=X}: the file's intervals or heart rates, read at once. It begins
     * with the first of them, however late that is in the recording.
     *
     * @throws RecordingFileException when the file cannot be read
     * @throws IllegalArgumentException when the address is not understood
     */
    public static ReplaySensor ofFile(SensorAddress address) {
        return ofFile(address, speedOf(address));
    }

    /** As {@link #ofFile(SensorAddress)}, at a speed of the caller's, whatever the address says. */
    public static ReplaySensor ofFile(SensorAddress address, double speed) {
        requireScheme(address, "replay", Set.of("speed"));
        if (address.target().isEmpty()) {
            throw new IllegalArgumentException("name a file to play: replay:FILE");
        }
        AnyRecording recording = AnyRecording.read(Path.of(address.target()), address.toText());
        return new ReplaySensor(
                recording.sensor(), withoutSilenceBefore(recording.events()), speed);
    }

    private static List<SensorEvent> withoutSilenceBefore(List<SensorEvent> events) {
        SensorEvent first = events.get(events.size() == 1 ? 0 : 1); // after Linked
        long ownLength =
                first instanceof SensorEvent.RrReceived rr ? rr.intervals().get(0).nanos() : 0;
        long silence = Math.max(0, first.at().nanos() - ownLength);
        return events.stream()
                .<SensorEvent>map(event -> event.withAt(event.at().plusNanos(-silence)))
                .toList();
    }

    /**
     * The option {@code speed} of a {@code replay:} or {@code sim:} address, 1 unless given.
     *
     * @throws IllegalArgumentException when it is no number above 0
     */
    public static double speedOf(SensorAddress address) {
        String text = address.option("speed").orElse("1");
        double speed = Numbers.parse(text);
        if (!(speed > 0) || speed > FASTEST) {
            throw new IllegalArgumentException("must be > 0 and <= 10000: speed=" + text);
        }
        return speed;
    }

    static void requireScheme(SensorAddress address, String scheme, Set<String> options) {
        if (!address.scheme().equals(scheme)) {
            throw new IllegalArgumentException(
                    "must be " + scheme + ": scheme=" + address.scheme());
        }
        for (String key : address.options().keySet()) {
            if (!options.contains(key)) {
                throw new IllegalArgumentException(
                        scheme + ": knows no option " + key + ", only " + options);
            }
        }
    }

    /** When the last event is due, counted from the opening; reads all events. */
    public SessionTime length() {
        long last = 0;
        for (SensorEvent event : events) {
            last = event.at().nanos();
        }
        return new SessionTime(Math.round(last / speed));
    }

    @Override
    public SensorDescription description() {
        return description;
    }

    @Override
    public void open(SessionClock clock, SensorListener listener) {
        if (thread != null || stopped.getCount() == 0) {
            throw new IllegalStateException("a sensor is opened once");
        }
        SessionTime openedAt = clock.now();
        Thread playing = new Thread(() -> play(clock, openedAt, listener), "attune-replay");
        playing.setDaemon(true);
        thread = playing;
        playing.start();
    }

    private void play(SessionClock clock, SessionTime openedAt, SensorListener listener) {
        listener.heard(new SensorEvent.Linked(clock.now(), description));
        boolean first = true;
        Iterator<SensorEvent> iterator = events.iterator();
        while (iterator.hasNext()) {
            SensorEvent event = iterator.next();
            boolean saidAlready = first && event instanceof SensorEvent.Linked;
            first = false;
            if (saidAlready) {
                continue;
            }
            long due = openedAt.nanos() + Math.round(event.at().nanos() / speed);
            if (!waitUntil(clock, due)) {
                return;
            }
            listener.heard(event.withAt(clock.now()));
        }
        if (stopped.getCount() > 0) {
            listener.heard(new SensorEvent.LinkLost(clock.now(), "the recording has ended"));
        }
    }

    /** Whether the time came before the sensor was closed. */
    private boolean waitUntil(SessionClock clock, long dueNanos) {
        SessionTime due = new SessionTime(dueNanos);
        try {
            long missing = clock.realNanosUntil(due);
            while (missing > 0) {
                if (stopped.await(missing, TimeUnit.NANOSECONDS)) {
                    return false;
                }
                missing = clock.realNanosUntil(due);
            }
            return stopped.getCount() > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        Thread playing = thread;
        if (playing != null && playing != Thread.currentThread()) {
            try {
                playing.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

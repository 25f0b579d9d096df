package org.attune.sensor.ble;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.attune.sensor.Capability;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorListener;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which a strap's events leave. The driver's signal thread and the sensor's
 * worker both come through it; a lock keeps them in order, and nothing passes once it is closed.
 *
 * <p>What a strap can give is known only when it was heard, so {@link SensorEvent.Linked} is said
 * again, with the better description, before the first interval, or once it is plain that none will
 * come. No interval was heard before, so no stretch is cut. The first frames of acceleration and of
 * ECG are the exception: they may come after the first intervals, and cut their stretch once a
 * session.
 */
final class StrapEvents implements GattLink.Listener {
    private static final System.Logger LOG = System.getLogger(StrapEvents.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final SessionClock clock;
    private final SensorListener listener;
    private final String scheme;
    private final String addressSuffix;
    private final HeartRateReader reader = new HeartRateReader();
    private final MotionMeter motion = new MotionMeter();
    private final BlockingQueue<Reason> losses = new LinkedBlockingQueue<>();
    private volatile @Nullable SensorDescription description;
    private volatile String expected = "";
    private GattLink.@Nullable Peripheral strap;
    private OptionalInt lastBattery = OptionalInt.empty();
    private Optional<SessionTime> lostAt = Optional.empty();
    private long notifications;
    private boolean linked;
    private final Set<Capability> measured = EnumSet.noneOf(Capability.class);
    private volatile boolean closed;

    /**
     * @param scheme of the sensor's address, for its description, as are:
     * @param addressSuffix its options; may be empty
     */
    StrapEvents(SessionClock clock, SensorListener listener, String scheme, String addressSuffix) {
        this.clock = clock;
        this.scheme = scheme;
        this.listener = listener;
        this.addressSuffix = addressSuffix;
    }

    /** What the strap is, as far as it is known. Any thread. */
    Optional<SensorDescription> description() {
        return Optional.ofNullable(description);
    }

    @Override
    public void linked(GattLink.Peripheral peripheral) {
        if (!peripheral.address().equalsIgnoreCase(expected)) {
            LOG.log(System.Logger.Level.ERROR, "a strap that was not asked for is not heard");
            return;
        }
        lock.lock();
        try {
            linked = true;
            lostAt = Optional.empty();
            strap = peripheral;
            reader.startStretch();
            motion.startStretch();
            SensorDescription now = describe(peripheral);
            description = now;
            say(new SensorEvent.Linked(clock.now(), now));
            lastBattery = OptionalInt.empty();
            peripheral.battery().ifPresent(this::battery);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void notified(byte[] value) {
        lock.lock();
        try {
            GattLink.Peripheral peripheral = strap;
            if (!linked || peripheral == null) {
                return;
            }
            notifications++;
            SessionTime at = clock.now();
            RrSupport before = reader.rrSupport();
            var events = reader.read(at, value);
            if (reader.rrSupport() != before) {
                SensorDescription now = describe(peripheral);
                description = now;
                say(new SensorEvent.Linked(at, now));
            }
            events.forEach(this::say);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void measured(byte[] frame) {
        lock.lock();
        try {
            GattLink.Peripheral peripheral = strap;
            if (linked && peripheral != null) {
                SessionTime at = clock.now();
                PolarFrame.decode(frame).ifPresent(moved -> moved(at, peripheral, moved));
                PolarEcgFrame.decode(frame).ifPresent(ecg -> drawn(at, peripheral, ecg));
            }
        } finally {
            lock.unlock();
        }
    }

    private void moved(SessionTime at, GattLink.Peripheral peripheral, PolarFrame frame) {
        gives(Capability.MOTION, at, peripheral);
        for (double milliG : motion.read(frame)) {
            say(new SensorEvent.MotionReceived(at, milliG));
        }
    }

    private void drawn(SessionTime at, GattLink.Peripheral peripheral, PolarEcgFrame frame) {
        gives(Capability.ECG, at, peripheral);
        say(
                new SensorEvent.EcgReceived(
                        at,
                        frame.lastSampleNanos(),
                        PolarMeasurement.ECG_SAMPLES_A_SECOND,
                        frame.microvolts()));
    }

    /** Said once a session of each: it cuts the stretch. */
    private void gives(Capability capability, SessionTime at, GattLink.Peripheral peripheral) {
        if (measured.add(capability)) {
            SensorDescription now = describe(peripheral);
            description = now;
            say(new SensorEvent.Linked(at, now));
        }
    }

    @Override
    public void battery(int percent) {
        lock.lock();
        try {
            OptionalInt now = OptionalInt.of(percent);
            if (linked && percent >= 0 && percent <= 100 && !now.equals(lastBattery)) {
                lastBattery = now;
                say(new SensorEvent.BatteryReported(clock.now(), percent));
            }
        } finally {
            lock.unlock();
        }
    }

    /** From here on nothing of this stretch is heard; the worker says why, when it knows best. */
    @Override
    public void lost(Reason reason) {
        lock.lock();
        try {
            if (linked) {
                linked = false;
                lostAt = Optional.of(clock.now());
            }
        } finally {
            lock.unlock();
        }
        losses.add(reason);
    }

    /** The most telling reason of a loss, or empty when none comes for {@code patience}. */
    Optional<Reason> awaitLoss(Duration patience, Duration settling) throws InterruptedException {
        Reason first = losses.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return Optional.empty();
        }
        TimeUnit.NANOSECONDS.sleep(settling.toNanos());
        Reason best = first;
        for (Reason next = losses.poll(); next != null; next = losses.poll()) {
            best = next.compareTo(best) > 0 ? next : best;
        }
        return Optional.of(best);
    }

    /** Forgets reasons of earlier stretches; from now on only this strap is listened to. */
    void expectStretch(String address) {
        expected = address;
        losses.clear();
    }

    /** How many notifications of the heart were heard in this session, readable or not. */
    long notifications() {
        lock.lock();
        try {
            return notifications;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the strap's last word was that it lost contact. */
    boolean contactLost() {
        lock.lock();
        try {
            return linked && reader.contact() == Contact.LOST;
        } finally {
            lock.unlock();
        }
    }

    /** The strap was silent and is asked anew: what it said meanwhile is lost. */
    void askedAgain() {
        lock.lock();
        try {
            if (linked) {
                say(new SensorEvent.Overrun(clock.now(), 1));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether a link was said that is over, or must be taken to be, and its end was not said. */
    boolean owesLoss() {
        lock.lock();
        try {
            return linked || lostAt.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Says that there is no link, as of when it was lost. */
    void sayLost(String cause) {
        lock.lock();
        try {
            linked = false;
            say(new SensorEvent.LinkLost(lostAt.orElseGet(clock::now), cause));
            lostAt = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing more through. Bounded, even if a listener never returns. */
    void close(Duration patience) {
        boolean locked = false;
        try {
            locked = lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        if (locked) {
            lock.unlock();
        }
    }

    private void say(SensorEvent event) {
        if (!closed) {
            listener.heard(event);
        }
    }

    private SensorDescription describe(GattLink.Peripheral peripheral) {
        return StrapDescription.of(
                peripheral, scheme + ":" + peripheral.address() + addressSuffix, reader, measured);
    }
}

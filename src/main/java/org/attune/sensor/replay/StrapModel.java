package org.attune.sensor.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * A chest strap on a simulated heart: it feels beats to 1/1024 s, and speaks about once a second,
 * late by an uneven moment, with the intervals that were complete by then. It misses, invents and
 * displaces beats as it loosens, notices when it no longer touches, can go out of reach, and can
 * fail in the ways of {@link StrapFaults}. Confined to one thread.
 */
final class StrapModel {
    private static final int TICKS = 1024;
    private static final double TRANSPORT_SECONDS = 0.03;
    private static final int BATTERY_EVERY_SECONDS = 300;
    private static final int RATE_OVER_BEATS = 8;

    private final Course course;
    private final SensorDescription description;
    private final HeartModel heart;
    private final Dice skin;
    private final Dice radio;
    private final Dice body;
    private final StrapFaults faults;
    private final double batteryAtStart;
    private final Deque<Long> felt = new ArrayDeque<>();
    private final Deque<RrInterval> recent = new ArrayDeque<>();
    private long lastFelt = -1;
    private double nextBeat;
    private long previousBeat = -1;
    private int second;
    private boolean linked;
    private Contact contact = Contact.UNSUPPORTED;

    StrapModel(Course course, long seed, SensorDescription description) {
        Dice dice = new Dice(seed);
        this.course = course;
        this.description = description;
        this.heart = new HeartModel(course, dice.split());
        this.skin = dice.split();
        this.radio = dice.split();
        this.body = dice.split();
        this.batteryAtStart = dice.between(40, 98);
        this.faults = new StrapFaults(course, dice.split());
        this.nextBeat = heart.nextBeat();
    }

    /** All that is said in one second, and the intervals in it with the times of their beats. */
    record Second(List<SensorEvent> events, List<TimedInterval> intervals) {}

    Second next() {
        second++;
        double at = second + radio.between(0.02, 0.18);
        SessionTime time = SessionTime.ofSeconds(at);
        double motion = motionNow(at);
        feelUntil(at - TRANSPORT_SECONDS);
        List<SensorEvent> events = new ArrayList<>();
        List<TimedInterval> intervals = List.of();
        if (course.strength(Course.Kind.NO_LINK, at) > 0) {
            loseLink(time, events);
        } else if (course.strength(Course.Kind.DROP_OUT, at) > 0) {
            completed(); // said, and not heard
        } else {
            link(time, events);
            boolean touches = course.strength(Course.Kind.NO_CONTACT, at) == 0;
            noticeContact(touches ? Contact.GOOD : Contact.LOST, time, events);
            if (touches) {
                SessionTime spoken = SessionTime.ofSeconds(at - TRANSPORT_SECONDS);
                intervals = faults.said(completed(), spoken);
                rate(intervals, time, events);
            } else {
                forgetBeats();
            }
            events.add(
                    new SensorEvent.RrReceived(
                            time, intervals.stream().map(TimedInterval::interval).toList()));
            events.add(new SensorEvent.MotionReceived(time, motion));
            if (second % BATTERY_EVERY_SECONDS == 0) {
                events.add(battery(time));
            }
        }
        return new Second(events, intervals);
    }

    private double motionNow(double at) {
        double level = course.at(at).motion();
        double burst = body.hits(0.03) ? body.between(2, 4) : 1;
        // A tenth of a milli-g is as fine as a strap tells.
        return Math.round(level * burst * StrictMath.exp(0.35 * body.normal()) * 10) / 10.0;
    }

    private void loseLink(SessionTime time, List<SensorEvent> events) {
        if (linked) {
            events.add(new SensorEvent.LinkLost(time, "strap out of reach"));
            linked = false;
        }
        forgetBeats();
    }

    private void link(SessionTime time, List<SensorEvent> events) {
        if (!linked) {
            events.add(new SensorEvent.Linked(time, description));
            events.add(battery(time));
            linked = true;
            contact = Contact.UNSUPPORTED;
        }
    }

    private SensorEvent battery(SessionTime time) {
        double left = batteryAtStart - time.toSeconds() / 3600; // a hundred hours from a cell
        return new SensorEvent.BatteryReported(time, (int) Math.max(1, left));
    }

    private void noticeContact(Contact now, SessionTime time, List<SensorEvent> events) {
        if (contact != now) {
            contact = now;
            events.add(new SensorEvent.ContactChanged(time, now));
        }
    }

    private void rate(List<TimedInterval> news, SessionTime time, List<SensorEvent> events) {
        for (TimedInterval timed : news) {
            recent.addLast(timed.interval());
            if (recent.size() > RATE_OVER_BEATS) {
                recent.removeFirst();
            }
        }
        if (!recent.isEmpty()) {
            double mean = recent.stream().mapToLong(RrInterval::nanos).average().orElseThrow();
            events.add(new SensorEvent.HeartRateReceived(time, Math.rint(60e9 / mean)));
        }
    }

    private void forgetBeats() {
        felt.clear();
        recent.clear();
        lastFelt = -1;
    }

    private List<TimedInterval> completed() {
        List<TimedInterval> intervals = new ArrayList<>();
        while (!felt.isEmpty()) {
            long tick = felt.removeFirst();
            if (lastFelt >= 0) {
                long at = Math.round(tick * 1e9 / TICKS);
                intervals.add(
                        new TimedInterval(
                                new SessionTime(at),
                                RrInterval.ofTicks1024((int) (tick - lastFelt))));
            }
            lastFelt = tick;
        }
        return intervals;
    }

    private void feelUntil(double seconds) {
        while (nextBeat <= seconds) {
            long tick = Math.round(nextBeat * TICKS);
            feel(tick, course.strength(Course.Kind.LOOSE, nextBeat));
            previousBeat = tick;
            nextBeat = heart.nextBeat();
        }
    }

    private void feel(long beat, double looseness) {
        // The dice fall the same way whether loose or not: the rest of the course is unchanged.
        boolean missed = skin.hits(0.25 * looseness);
        boolean invented = skin.hits(0.15 * looseness);
        boolean displaced = skin.hits(0.2 * looseness);
        double where = skin.between(0.25, 0.75);
        double aside = skin.between(-0.25, 0.25);
        long before = previousBeat < 0 ? beat - TICKS / 2 : previousBeat;
        if (invented) {
            add(before + Math.round((beat - before) * where));
        }
        if (!missed) {
            add(displaced ? beat + Math.round((beat - before) * Math.min(0, aside)) : beat);
        }
    }

    private void add(long tick) {
        long last = felt.isEmpty() ? lastFelt : felt.getLast();
        if (tick > last && tick >= 0) {
            felt.addLast(tick);
        }
    }
}

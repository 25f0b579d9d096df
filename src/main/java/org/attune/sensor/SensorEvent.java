package org.attune.sensor;

import java.util.List;
import org.attune.time.SessionTime;

/**
 * Something a sensor said, stamped with the session time at which it arrived. Immutable.
 *
 * <p>Straps deliver intervals in bursts and late; {@code at} is the time of arrival, not of a beat.
 */
public sealed interface SensorEvent {
    /** When it arrived. */
    SessionTime at();

    /** The same event, taken at another time. */
    SensorEvent withAt(SessionTime at);

    /** One result for each kind of event; a new kind breaks every place that must handle it. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of event. */
    interface Cases<R> {
        R linked(Linked event);

        R rrReceived(RrReceived event);

        R heartRateReceived(HeartRateReceived event);

        R motionReceived(MotionReceived event);

        R ecgReceived(EcgReceived event);

        R contactChanged(ContactChanged event);

        R linkLost(LinkLost event);

        R batteryReported(BatteryReported event);

        R overrun(Overrun event);
    }

    /** The sensor is connected and about to speak; a new stretch of intervals begins. */
    record Linked(SessionTime at, SensorDescription sensor) implements SensorEvent {
        @Override
        public Linked withAt(SessionTime newAt) {
            return new Linked(newAt, sensor);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linked(this);
        }
    }

    /**
     * Intervals arrived, oldest first; the last one ended at or shortly before {@code at}. The list
     * may be empty: the sensor spoke, but no beat was complete.
     */
    record RrReceived(SessionTime at, List<RrInterval> intervals) implements SensorEvent {
        public RrReceived {
            intervals = List.copyOf(intervals);
        }

        @Override
        public RrReceived withAt(SessionTime newAt) {
            return new RrReceived(newAt, intervals);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rrReceived(this);
        }
    }

    /**
     * The sensor's own averaged rate.
     *
     * @param bpm beats a minute, {@code > 0}
     */
    record HeartRateReceived(SessionTime at, double bpm) implements SensorEvent {
        public HeartRateReceived {
            if (!(bpm > 0) || bpm > 1000) {
                throw new IllegalArgumentException("must be > 0 and <= 1000: bpm=" + bpm);
            }
        }

        @Override
        public HeartRateReceived withAt(SessionTime newAt) {
            return new HeartRateReceived(newAt, bpm);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.heartRateReceived(this);
        }
    }

    /**
     * How much the sensor moved in about the last second.
     *
     * @param milliG mean absolute deviation of acceleration, thousandths of g, {@code >= 0}
     */
    record MotionReceived(SessionTime at, double milliG) implements SensorEvent {
        public MotionReceived {
            if (!(milliG >= 0) || Double.isInfinite(milliG)) {
                throw new IllegalArgumentException("must be >= 0 and finite: milliG=" + milliG);
            }
        }

        @Override
        public MotionReceived withAt(SessionTime newAt) {
            return new MotionReceived(newAt, milliG);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.motionReceived(this);
        }
    }

    /**
     * A piece of raw electrocardiogram; only from sensors that were asked for it. Nothing is
     * concluded from it: it is kept with the session, for those who look at it afterwards.
     *
     * @param sensorNanos the sensor's own clock at the last sample: pieces that belong together
     *     follow each other at {@code samplesPerSecond}, others have a hole between them
     * @param samplesPerSecond nominal, {@code > 0} and at most 10000
     * @param microvolts oldest first, at least one
     */
    record EcgReceived(
            SessionTime at, long sensorNanos, double samplesPerSecond, List<Integer> microvolts)
            implements SensorEvent {
        public EcgReceived {
            microvolts = List.copyOf(microvolts);
            if (!(samplesPerSecond > 0) || samplesPerSecond > 10_000) {
                throw new IllegalArgumentException(
                        "must be > 0 and <= 10000: samplesPerSecond=" + samplesPerSecond);
            }
            if (microvolts.isEmpty()) {
                throw new IllegalArgumentException("must not be empty: microvolts");
            }
        }

        @Override
        public EcgReceived withAt(SessionTime newAt) {
            return new EcgReceived(newAt, sensorNanos, samplesPerSecond, microvolts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ecgReceived(this);
        }
    }

    /** The sensor noticed that it touches the body, or no longer does. Sent on change only. */
    record ContactChanged(SessionTime at, Contact contact) implements SensorEvent {
        @Override
        public ContactChanged withAt(SessionTime newAt) {
            return new ContactChanged(newAt, contact);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.contactChanged(this);
        }
    }

    /**
     * The connection is gone; the sensor itself tries to come back and then says {@link Linked}.
     *
     * @param cause for people, in a few words: "strap out of reach"
     */
    record LinkLost(SessionTime at, String cause) implements SensorEvent {
        @Override
        public LinkLost withAt(SessionTime newAt) {
            return new LinkLost(newAt, cause);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.linkLost(this);
        }
    }

    /**
     * Charge left.
     *
     * @param percent 0 to 100
     */
    record BatteryReported(SessionTime at, int percent) implements SensorEvent {
        public BatteryReported {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("must be 0 to 100: percent=" + percent);
            }
        }

        @Override
        public BatteryReported withAt(SessionTime newAt) {
            return new BatteryReported(newAt, percent);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.batteryReported(this);
        }
    }

    /**
     * A hole, not a long interval: at least {@code lost} events before this one are missing, since
     * the inbox was full, the sensor's words could not be believed, or the machine slept.
     */
    record Overrun(SessionTime at, long lost) implements SensorEvent {
        public Overrun {
            if (lost <= 0) {
                throw new IllegalArgumentException("must be > 0: lost=" + lost);
            }
        }

        @Override
        public Overrun withAt(SessionTime newAt) {
            return new Overrun(newAt, lost);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.overrun(this);
        }
    }
}

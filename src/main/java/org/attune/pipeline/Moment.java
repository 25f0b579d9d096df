package org.attune.pipeline;

import org.attune.beat.Beat;
import org.attune.hrv.HrvReading;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Background;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/**
 * An entry of a session's log. The log <em>is</em> the session: what was put in ({@link Prepared},
 * {@link Heard}, {@link Marked}, {@link Ended}) and what was concluded from it, in the order in
 * which it happened.
 */
public sealed interface Moment {
    /** When it is entered in the log; never before the entry preceding it. */
    SessionTime at();

    /** Whether it was put in, rather than concluded: replaying these yields all others. */
    default boolean isInput() {
        return this instanceof Prepared
                || this instanceof Heard
                || this instanceof Marked
                || this instanceof Ended;
    }

    /** One result for each kind of moment. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of moment. */
    interface Cases<R> {
        R prepared(Prepared moment);

        R heard(Heard moment);

        R judged(Judged moment);

        R concluded(Concluded moment);

        R marked(Marked moment);

        R faulted(Faulted moment);

        R ended(Ended moment);
    }

    /**
     * What was known of a person when the session began; the first of a lane, where there is one.
     */
    record Prepared(SessionTime at, LaneId lane, Background background) implements Moment {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.prepared(this);
        }
    }

    /** A person's sensor said something. */
    record Heard(LaneId lane, SensorEvent event) implements Moment {
        @Override
        public SessionTime at() {
            return event.at();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.heard(this);
        }
    }

    /** The judgement on a beat became final; the beat itself lies up to a few beats back. */
    record Judged(SessionTime at, LaneId lane, Beat beat) implements Moment {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.judged(this);
        }
    }

    /** One step of the grid for one person. */
    record Concluded(LaneId lane, HrvReading reading, ArousalEstimate estimate, Signal signal)
            implements Moment {
        @Override
        public SessionTime at() {
            return estimate.at();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.concluded(this);
        }
    }

    /** The therapist marked something. */
    record Marked(Marker marker) implements Moment {
        @Override
        public SessionTime at() {
            return marker.at();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.marked(this);
        }
    }

    /** The program failed; nothing is concluded after it. */
    record Faulted(SessionTime at, String reason) implements Moment {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.faulted(this);
        }
    }

    /** The session was closed properly. */
    record Ended(SessionTime at) implements Moment {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }
}

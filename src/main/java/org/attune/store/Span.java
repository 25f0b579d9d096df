package org.attune.store;

import org.attune.pipeline.Moment;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * A span of one lane that is to be erased, and what belongs to it: all that was heard in it, every
 * interval any part of which lies in it, and whatever was concluded from a window that reaches into
 * it. What stays cannot be taken back into the span by reckoning.
 *
 * <p>The name of the sensor stays, since what follows cannot be judged without it. What the
 * person's range of the session learned in the span has gone into later levels and stays in them.
 *
 * @param from its first instant
 * @param to its last
 */
public record Span(SessionTime from, SessionTime to) {
    /** Sensors report what they heard up to so much later. */
    private static final long LATE_NANOS = 2_000_000_000L;

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "must not end before it begins: from="
                            + from.toSeconds()
                            + " to="
                            + to.toSeconds());
        }
    }

    /** Whether anything between the two instants lies in the span. */
    private boolean meets(long first, long last) {
        return first <= to.nanos() && last >= from.nanos();
    }

    /** Whether something said afterwards is about anything in the span. */
    boolean holds(Annotation annotation) {
        return annotation
                .said()
                .match(
                        new Said.Cases<Boolean>() {
                            @Override
                            public Boolean moved(Said.Moved said) {
                                return holds(said.mark().at()) || holds(said.to());
                            }

                            @Override
                            public Boolean added(Said.Added said) {
                                return holds(said.mark().at());
                            }

                            @Override
                            public Boolean comment(Said.Comment said) {
                                return meets(said.from().nanos(), said.to().nanos());
                            }

                            @Override
                            public Boolean summary(Said.Summary said) {
                                return false;
                            }

                            @Override
                            public Boolean tag(Said.Tag said) {
                                return false;
                            }

                            @Override
                            public Boolean shared(Said.Shared said) {
                                return false;
                            }

                            @Override
                            public Boolean takenBack(Said.TakenBack said) {
                                return false;
                            }
                        });
    }

    private boolean holds(SessionTime at) {
        return meets(at.nanos(), at.nanos());
    }

    boolean holds(Moment moment) {
        long at = moment.at().nanos();
        return moment.match(
                new Moment.Cases<Boolean>() {
                    @Override
                    public Boolean prepared(Moment.Prepared prepared) {
                        return false;
                    }

                    @Override
                    public Boolean heard(Moment.Heard heard) {
                        SensorEvent event = heard.event();
                        return !(event instanceof SensorEvent.Linked)
                                && meets(at - LATE_NANOS - lasted(event), at);
                    }

                    @Override
                    public Boolean judged(Moment.Judged judged) {
                        long ended = judged.beat().at().nanos();
                        return meets(at, at)
                                || meets(ended - judged.beat().interval().nanos(), ended);
                    }

                    @Override
                    public Boolean concluded(Moment.Concluded concluded) {
                        long began = concluded.reading().variability().from().nanos();
                        began = Math.min(began, concluded.reading().quality().from().nanos());
                        began = Math.min(began, concluded.reading().rate().from().nanos());
                        return meets(Math.min(began, at), at);
                    }

                    @Override
                    public Boolean marked(Moment.Marked marked) {
                        return meets(at, at);
                    }

                    @Override
                    public Boolean faulted(Moment.Faulted faulted) {
                        return meets(at, at);
                    }

                    @Override
                    public Boolean ended(Moment.Ended ended) {
                        return false;
                    }
                });
    }

    /** How much time before its arrival an event tells of. */
    private static long lasted(SensorEvent event) {
        if (event instanceof SensorEvent.RrReceived received) {
            return received.intervals().stream().mapToLong(RrInterval::nanos).sum();
        }
        if (event instanceof SensorEvent.EcgReceived ecg) {
            return Math.round(ecg.microvolts().size() * 1e9 / ecg.samplesPerSecond());
        }
        return 0; // all others tell of their instant
    }
}

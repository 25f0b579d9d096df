package org.attune.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.beat.BeatCleaner;
import org.attune.beat.BeatTimeline;
import org.attune.beat.EchoWatch;
import org.attune.beat.PlacedInterval;
import org.attune.hrv.Breath;
import org.attune.hrv.BreathingWatch;
import org.attune.hrv.HrvReading;
import org.attune.hrv.RateBelief;
import org.attune.hrv.RateFilter;
import org.attune.hrv.SlidingWindow;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Background;
import org.attune.regulation.RegulationEstimator;
import org.attune.regulation.RegulationInput;
import org.attune.regulation.RegulationInput.Evenness;
import org.attune.regulation.RegulationInput.Trust;
import org.attune.regulation.StateRules;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.signal.CueRules;
import org.attune.signal.SignalPolicy;
import org.attune.time.SessionTime;

/**
 * One person's road from reported intervals to a signal. Confined to the pipeline thread.
 *
 * <p>Every stage is stepped by the session's grid; none knows a clock.
 */
final class LanePipeline {
    private final LaneId lane;
    private final EchoWatch echo = new EchoWatch();
    private final BeatTimeline timeline;
    private final BeatCleaner cleaner;
    private final SlidingWindow window;
    private final BreathingWatch breathing = new BreathingWatch();
    private final RateFilter rate = new RateFilter();
    private final BeatSilence silence = new BeatSilence();
    private final SensorWatch watch;
    private final MotionWindow motion;
    private final RegulationEstimator estimator;
    private final SignalPolicy policy;
    private SourceClass declared = SourceClass.UNKNOWN;
    private boolean variabilityFalsified;
    private boolean beatsHeard;
    private OptionalDouble newestReported = OptionalDouble.empty();

    LanePipeline(
            LaneId lane,
            PipelineSettings settings,
            RegulationEstimator estimator,
            SignalPolicy policy) {
        this.lane = lane;
        this.timeline = new BeatTimeline(settings.timeline());
        this.cleaner = new BeatCleaner(settings.cleaning());
        this.window = new SlidingWindow(settings.windows());
        this.watch = new SensorWatch(settings.condition());
        this.motion = new MotionWindow(settings.regulation().movement());
        this.estimator = estimator;
        this.policy = policy;
    }

    /** What is known of the person; before the first step. */
    void prepare(Background background) {
        estimator.prepare(background);
        variabilityFalsified = background.falsifiesVariability();
    }

    /** Takes an event at its own time, which is not before the last step. */
    void accept(SensorEvent event, List<Moment> log) {
        log.add(new Moment.Heard(lane, event));
        watch.heard(event);
        if (event instanceof SensorEvent.Linked linked) {
            declared = linked.sensor().source();
        }
        if (event instanceof SensorEvent.RrReceived received) {
            if (!repeated(received, log)) {
                accept(received, log);
            }
        } else if (event instanceof SensorEvent.HeartRateReceived reported) {
            window.addReportedRate(reported.at(), reported.bpm());
            newestReported = OptionalDouble.of(reported.bpm());
        } else if (event instanceof SensorEvent.MotionReceived moved) {
            motion.add(moved);
        } else if (breaksTheLine(event)) {
            echo.breakHere();
            watch.repeats(false);
            timeline.breakHere();
            judged(event.at(), cleaner.flush(), log);
        }
    }

    private void accept(SensorEvent.RrReceived received, List<Moment> log) {
        for (PlacedInterval interval : timeline.place(received)) {
            rate.hear(interval.interval().toMillis());
            judged(received.at(), cleaner.accept(interval), log);
        }
        if (!received.intervals().isEmpty()) {
            beatsHeard = true;
            watch.trusted(cleaner.trusted());
        }
        cleaner.lastCredible().ifPresent(watch::credibleBeat);
    }

    /** Whether the sensor says what it said before, and before that: no beat is behind it. */
    private boolean repeated(SensorEvent.RrReceived received, List<Moment> log) {
        if (received.intervals().isEmpty()) {
            return echo.repeats();
        }
        boolean before = echo.repeats();
        echo.hear(received.intervals());
        boolean now = echo.repeats();
        watch.repeats(now);
        if (before != now) {
            timeline.breakHere(); // What was really beating meanwhile is not known.
            judged(received.at(), cleaner.flush(), log);
        }
        return now;
    }

    private static boolean breaksTheLine(SensorEvent event) {
        return event instanceof SensorEvent.Linked
                || event instanceof SensorEvent.LinkLost
                || event instanceof SensorEvent.Overrun
                || (event instanceof SensorEvent.ContactChanged change
                        && change.contact() == Contact.LOST);
    }

    /** Another profile holds from here: its thresholds, dwell times and rules of cues. */
    void adopt(StateRules states, CueRules cues) {
        estimator.adopt(states);
        policy.adopt(cues);
    }

    void marked(Marker marker) {
        policy.marked(marker);
    }

    /** One step of the grid. */
    void step(SessionTime now, Phase phase, List<Moment> log) {
        SensorCondition condition = watch.condition(now);
        if (!watch.speaks(now)) {
            judged(now, cleaner.flush(), log);
        }
        HrvReading reading =
                variabilityFalsified ? window.read(now).withoutVariability() : window.read(now);
        SourceClass source = beatsHeard ? declared : SourceClass.HEART_RATE_ONLY;
        // The pulse at the skin moves with more than breath.
        boolean tells = source != SourceClass.OPTICAL && !variabilityFalsified;
        Optional<Breath> breath =
                beatsHeard && tells ? breathing.at(now, reading.variability()) : Optional.empty();
        RegulationInput input =
                new RegulationInput(
                        reading,
                        belief(),
                        beatsHeard && silence.isTooLong(now, reading.heartRateBpm()),
                        trust(),
                        evenness(),
                        cleaner.rhythm(),
                        source,
                        breath,
                        condition,
                        motion.movement(now),
                        phase);
        ArousalEstimate estimate = estimator.estimate(input);
        log.add(new Moment.Concluded(lane, reading, estimate, policy.decide(estimate)));
    }

    private Trust trust() {
        if (!beatsHeard) {
            return Trust.EARNED;
        }
        if (cleaner.contradicted()) {
            return Trust.LOST;
        }
        boolean even = declared == SourceClass.UNKNOWN && cleaner.mostlyEven();
        boolean strict = declared.isClean() || even;
        if (strict ? cleaner.doubtful() : cleaner.unsteady()) {
            return Trust.UNSTEADY;
        }
        return cleaner.trusted() ? Trust.EARNED : Trust.NOT_YET;
    }

    private Evenness evenness() {
        if (cleaner.mostlyEven()) {
            return Evenness.MOSTLY;
        }
        if (cleaner.fairlyEven()) {
            return Evenness.FAIRLY;
        }
        return cleaner.heardEven() ? Evenness.AT_TIMES : Evenness.NEVER;
    }

    /** What is believed of the rate at the end of this second. */
    private RateBelief belief() {
        RateBelief ofBeats = rate.conclude();
        RateBelief ofReport =
                newestReported.isPresent() && newestReported.getAsDouble() > 0
                        ? RateBelief.reported(newestReported.getAsDouble())
                        : RateBelief.NONE;
        newestReported = OptionalDouble.empty();
        return beatsHeard ? ofBeats : ofReport;
    }

    /** The session ends: what waits is judged by what is known. */
    void end(SessionTime now, List<Moment> log) {
        judged(now, cleaner.flush(), log);
    }

    private void judged(SessionTime at, List<Beat> beats, List<Moment> log) {
        for (Beat beat : beats) {
            window.add(beat);
            breathing.add(beat);
            silence.judged(beat);
            log.add(new Moment.Judged(at, lane, beat));
        }
    }
}

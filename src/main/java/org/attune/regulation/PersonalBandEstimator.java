package org.attune.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.hrv.HrvReading;
import org.attune.sensor.SensorCondition;
import org.attune.time.SessionTime;

/**
 * Arousal as heart rate against this person's own band, learned at the start of the session.
 *
 * <p>Idea: rate is the stronger live channel, since speech spoils variability; so the level is the
 * distance of the windowed rate from the middle of the band, in steps of the personal scale. RMSSD
 * is shown, never judged on. Whatever data do not carry the judgement withhold it: a silent sensor,
 * too few usable beats, movement.
 *
 * <p>Limits: heart rate also rises with speech, posture, laughter; the scale is learned from
 * minutes. Confined to the pipeline thread.
 */
public final class PersonalBandEstimator implements RegulationEstimator {
    public static final String ID = "personal-band/1";

    private final QualityRules quality;
    private final StateRules states;
    private final BaselineLearner learner;
    private final StateTracker tracker;
    private final RateTrend trend;
    private Optional<Baseline> baseline = Optional.empty();

    /** Learns the baseline at the beginning of the session. */
    public PersonalBandEstimator(
            QualityRules quality, BaselineRules baselineRules, StateRules states) {
        this(quality, baselineRules, states, Optional.empty());
    }

    /** Learns the baseline in the span that was named, if one was. */
    public PersonalBandEstimator(
            QualityRules quality,
            BaselineRules baselineRules,
            StateRules states,
            Optional<Calibration> calibration) {
        this.quality = quality;
        this.states = states;
        this.learner = new BaselineLearner(baselineRules, calibration);
        this.tracker = new StateTracker(states);
        this.trend = new RateTrend((int) Math.ceil(states.quietDwellSeconds()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ArousalEstimate estimate(RegulationInput input) {
        SessionTime now = input.reading().at();
        if (input.condition() == SensorCondition.FLOWING) {
            learner.heard(now);
        }
        Optional<Reason> obstacle = obstacle(input);
        if (obstacle.isPresent()) {
            trend.forget();
            tracker.enterAtOnce(RegulationState.UNKNOWN, now);
            return new ArousalEstimate(
                    now,
                    OptionalDouble.empty(),
                    RegulationState.UNKNOWN,
                    0,
                    baseline,
                    List.of(obstacle.get()),
                    ID);
        }
        double bpm = input.reading().heartRateBpm().orElseThrow();
        trend.add(bpm);
        if (baseline.isEmpty()) {
            baseline = learner.learn(now, bpm, input.reading().variability().features().lnRmssd());
            if (baseline.isEmpty()) {
                return learning(input, now);
            }
        }
        return judged(input, now, bpm, baseline.get());
    }

    private ArousalEstimate judged(
            RegulationInput input, SessionTime now, double bpm, Baseline band) {
        OptionalDouble slope = trend.slopeBpm();
        RegulationState state =
                tracker.step(now, band, bpm, slope, trend.spreadBpm(), input.phase());
        return new ArousalEstimate(
                now,
                OptionalDouble.of(band.stepsAbove(bpm)),
                state,
                confidence(input.reading()),
                baseline,
                reasons(input, now, bpm - band.centreBpm(), slope),
                ID);
    }

    private ArousalEstimate learning(RegulationInput input, SessionTime now) {
        tracker.enterAtOnce(RegulationState.LEARNING, now);
        return new ArousalEstimate(
                now,
                OptionalDouble.empty(),
                RegulationState.LEARNING,
                confidence(input.reading()),
                baseline,
                List.of(
                        new Reason(Reason.Code.LEARNING, 100 * learner.progress(now)),
                        coverage(input.reading())),
                ID);
    }

    /** What keeps these data from being judged, if anything. */
    private Optional<Reason> obstacle(RegulationInput input) {
        return switch (input.condition()) {
            case WAITING -> Optional.of(Reason.STARTING);
            case SILENT -> Optional.of(Reason.SENSOR_SILENT);
            case CONTACT_LOST -> Optional.of(Reason.CONTACT_LOST);
            case LINK_LOST -> Optional.of(Reason.LINK_LOST);
            case FLOWING -> obstacleInData(input);
        };
    }

    private Optional<Reason> obstacleInData(RegulationInput input) {
        double usable = input.reading().quality().coverage();
        if (usable < quality.leastCoverage() || input.reading().heartRateBpm().isEmpty()) {
            return Optional.of(new Reason(Reason.Code.TOO_FEW_BEATS, 100 * usable));
        }
        boolean moving =
                input.movementMilliG().isPresent()
                        && input.movementMilliG().getAsDouble() > quality.movementLimitMilliG();
        return moving ? Optional.of(Reason.MOVING) : Optional.empty();
    }

    private List<Reason> reasons(
            RegulationInput input, SessionTime now, double bpmAbove, OptionalDouble slope) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(Reason.Code.LEVEL, bpmAbove));
        if (tracker.state() == RegulationState.QUIET && tracker.flatSeconds(now) > 0) {
            double flat = tracker.flatSeconds(now) + states.quietDwellSeconds();
            reasons.add(new Reason(Reason.Code.FLAT, flat));
        }
        reasons.add(new Reason(Reason.Code.HELD, (now.nanos() - tracker.since().nanos()) / 1e9));
        slope.ifPresent(value -> reasons.add(new Reason(Reason.Code.SLOPE, value)));
        reasons.add(
                input.movementMilliG().isPresent()
                        ? new Reason(Reason.Code.MOVEMENT, input.movementMilliG().getAsDouble())
                        : Reason.of(Reason.Code.MOVEMENT_UNKNOWN));
        reasons.add(coverage(input.reading()));
        reasons.add(new Reason(Reason.Code.DELAY, delaySeconds(input.reading())));
        return reasons;
    }

    private static Reason coverage(HrvReading reading) {
        return new Reason(Reason.Code.COVERAGE, 100 * reading.quality().coverage());
    }

    /** Age of the middle of the rate window: what is shown happened about then. */
    private static double delaySeconds(HrvReading reading) {
        double middle = (reading.rate().from().toSeconds() + reading.rate().to().toSeconds()) / 2;
        return reading.at().toSeconds() - middle;
    }

    /** Confidence of the data, not a probability: usable share, less what was rejected. */
    private static double confidence(HrvReading reading) {
        return reading.quality().coverage() * (1 - reading.quality().artefactShare());
    }
}

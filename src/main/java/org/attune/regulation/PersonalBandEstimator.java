package org.attune.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Rhythm;
import org.attune.regulation.RegulationInput.Movement;
import org.attune.regulation.RegulationInput.Trust;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;

/**
 * Arousal as heart rate against this person's own band, learned at the start of the session.
 *
 * <p>Idea: rate is the stronger live channel, since speech spoils variability; so the score is the
 * distance of the heart-rate level from the middle of the band, in steps of the personal scale, on
 * two time scales. The rate comes from a filter that knows how sure it is, and is judged only while
 * its beats do not contradict each other. The middle follows the person, very slowly. RMSSD is
 * shown, never judged on.
 *
 * <p>Movement: while the body moves, or has moved much just before, the rate follows it. The level
 * stays visible with that reason, but nothing is asked of anyone for it.
 *
 * <p>Limits: heart rate also rises with speech, posture, laughter; the scale is learned from
 * minutes. What it finds and misses on real recordings is on the evaluation page.
 *
 * <p>Cost: a few microseconds each second. Confined to the pipeline thread.
 */
public final class PersonalBandEstimator implements RegulationEstimator {
    public static final String ID = "personal-band/2";

    /** Of the data while moving: half of what it would be. */
    private static final double MOVING_CONFIDENCE = 0.5;

    private final RegulationRules rules;
    private final BaselineLearner learner;
    private final StateTracker tracker;
    private final RaisedCondition raised;
    private final CleanSource cleanSource = new CleanSource();
    private final RateLevel level;
    private final LongMean longMean;
    private final SlowAnchor anchor;
    private final RateTrend trend;
    private Optional<Baseline> learned = Optional.empty();

    /** Learns the baseline at the beginning of the session. */
    public PersonalBandEstimator(RegulationRules rules) {
        this(rules, Optional.empty());
    }

    /** Learns the baseline in the span that was named, if one was. */
    public PersonalBandEstimator(RegulationRules rules, Optional<Calibration> calibration) {
        this.rules = rules;
        this.learner = new BaselineLearner(rules.baseline(), calibration);
        this.tracker = new StateTracker(rules.states());
        this.raised = new RaisedCondition(rules.states());
        this.level = new RateLevel(rules.level());
        this.longMean = new LongMean(rules.level().longSeconds());
        this.anchor = new SlowAnchor(rules.anchor());
        this.trend = new RateTrend((int) Math.ceil(rules.states().quietDwellSeconds()));
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
        boolean clean = cleanSource.isClean(input.source());
        boolean noise = clean && looksLikeNoise(input);
        boolean irregular = clean && input.rhythm() == Rhythm.IRREGULAR;
        level.add(input.belief(), clean);
        if (!irregular && !noise && !level.isContradicted()) {
            cleanSource.add(input.belief());
        }
        boolean moved = moved(input.movement());
        Optional<Reason> obstacle = obstacle(input, noise, irregular);
        if (obstacle.isPresent()) {
            return withheld(input, now, obstacle.get());
        }
        double bpm = level.bpm();
        trend.add(input.reading().heartRateBpm().orElse(input.belief().bpm()));
        if (learned.isEmpty()) {
            if (level.isFirm() && !moved) {
                learned =
                        learner.learn(now, bpm, input.reading().variability().features().lnRmssd());
            }
            if (learned.isEmpty()) {
                return learning(input, now);
            }
            anchor.begin(learned.get().centreBpm());
        }
        if (level.isFirm() && !isMoving(input.movement())) {
            anchor.follow(bpm);
        }
        return judged(input, now, bpm, learned.get().movedTo(anchor.centreBpm()), moved);
    }

    private ArousalEstimate withheld(RegulationInput input, SessionTime now, Reason obstacle) {
        trend.forget();
        longMean.add(Double.NaN);
        raised.step(Double.NaN, Double.NaN, factor(input));
        tracker.enterAtOnce(RegulationState.UNKNOWN, now);
        return new ArousalEstimate(
                now,
                OptionalDouble.empty(),
                RegulationState.UNKNOWN,
                raised.isRaised(),
                0,
                learned,
                List.of(obstacle),
                ID);
    }

    private ArousalEstimate judged(
            RegulationInput input, SessionTime now, double bpm, Baseline band, boolean moved) {
        double steps = band.stepsAbove(bpm);
        longMean.add(level.isFirm() ? steps : Double.NaN);
        double share = rules.level().longShare();
        double score = (1 - share) * steps + share * longTerm(steps);
        double factor = factor(input);
        raised.step(level.isFirm() && !moved ? score : Double.NaN, steps, factor);
        OptionalDouble slope = trend.slopeBpm();
        RegulationState state =
                tracker.step(
                        now,
                        // A fall is told by the short scale: a state must not outlast its cause.
                        Math.min(score, steps) / factor,
                        moved ? 0 : bpm - band.centreBpm(),
                        raised.isRaised(),
                        slope,
                        trend.spreadBpm(),
                        input.phase());
        return new ArousalEstimate(
                now,
                OptionalDouble.of(score),
                state,
                raised.isRaised(),
                confidence(input, moved),
                Optional.of(band),
                reasons(input, now, bpm - band.centreBpm(), slope, moved),
                ID);
    }

    /** The second time scale; the first where no second of it is firm. */
    private double longTerm(double steps) {
        double mean = longMean.mean();
        return Double.isNaN(mean) ? steps : mean;
    }

    private ArousalEstimate learning(RegulationInput input, SessionTime now) {
        tracker.enterAtOnce(RegulationState.LEARNING, now);
        return new ArousalEstimate(
                now,
                OptionalDouble.empty(),
                RegulationState.LEARNING,
                false,
                confidence(input, false),
                learned,
                List.of(new Reason(Reason.Code.LEARNING, 100 * learner.progress(now)), agreement()),
                ID);
    }

    /** What keeps these data from being judged, if anything. */
    private Optional<Reason> obstacle(RegulationInput input, boolean noise, boolean irregular) {
        return switch (input.condition()) {
            case WAITING -> Optional.of(Reason.STARTING);
            case SILENT -> Optional.of(Reason.SENSOR_SILENT);
            case CONTACT_LOST -> Optional.of(Reason.CONTACT_LOST);
            case LINK_LOST -> Optional.of(Reason.LINK_LOST);
            case FLOWING -> obstacleInData(noise, irregular);
        };
    }

    private Optional<Reason> obstacleInData(boolean noise, boolean irregular) {
        if (irregular) {
            return Optional.of(Reason.RHYTHM_IRREGULAR);
        }
        if (level.carries() && !noise) {
            return Optional.empty();
        }
        if (noise || !level.isHeard()) {
            return Optional.of(Reason.SENSOR_SILENT);
        }
        if (level.isBeginning()) {
            return Optional.of(Reason.LISTENING);
        }
        return Optional.of(new Reason(Reason.Code.TOO_FEW_BEATS, 100 * level.believedShare()));
    }

    /** Electrodes must have earned trust; a source that proved itself must not have lost it. */
    private static boolean looksLikeNoise(RegulationInput input) {
        return input.source() == SourceClass.UNKNOWN
                ? input.trust() == Trust.LOST
                : input.trust() != Trust.EARNED;
    }

    private boolean isMoving(Movement movement) {
        return movement.meanMilliG().isPresent()
                && movement.meanMilliG().getAsDouble() > rules.movement().limitMilliG();
    }

    /** Whether the rate follows the body, now or still. */
    private boolean moved(Movement movement) {
        return isMoving(movement)
                || (movement.latelyMilliG().isPresent()
                        && movement.latelyMilliG().getAsDouble() > rules.movement().latelyMilliG());
    }

    private double factor(RegulationInput input) {
        return input.source() == SourceClass.HEART_RATE_ONLY ? rules.level().rateOnlyFactor() : 1;
    }

    private List<Reason> reasons(
            RegulationInput input,
            SessionTime now,
            double bpmAbove,
            OptionalDouble slope,
            boolean moved) {
        List<Reason> reasons = new ArrayList<>();
        if (moved) {
            reasons.add(Reason.MOVING);
        }
        reasons.add(new Reason(Reason.Code.LEVEL, bpmAbove));
        if (tracker.state() == RegulationState.QUIET && tracker.flatSeconds(now) > 0) {
            double flat = tracker.flatSeconds(now) + rules.states().quietDwellSeconds();
            reasons.add(new Reason(Reason.Code.FLAT, flat));
        }
        reasons.add(new Reason(Reason.Code.HELD, (now.nanos() - tracker.since().nanos()) / 1e9));
        slope.ifPresent(value -> reasons.add(new Reason(Reason.Code.SLOPE, value)));
        if (!moved) {
            OptionalDouble movement = input.movement().meanMilliG();
            reasons.add(
                    movement.isPresent()
                            ? new Reason(Reason.Code.MOVEMENT, movement.getAsDouble())
                            : Reason.of(Reason.Code.MOVEMENT_UNKNOWN));
        }
        if (input.source() == SourceClass.HEART_RATE_ONLY) {
            reasons.add(Reason.of(Reason.Code.RATE_ONLY));
        }
        reasons.add(agreement());
        reasons.add(new Reason(Reason.Code.DELAY, delaySeconds()));
        return reasons;
    }

    private Reason agreement() {
        return new Reason(Reason.Code.COVERAGE, 100 * level.agreement());
    }

    /** Age of the middle of what the score is made of: what is shown happened about then. */
    private double delaySeconds() {
        LevelRules level = rules.level();
        return level.windowSeconds() / 2.0 + level.longShare() * level.longSeconds() / 2.0;
    }

    /** Confidence of the data, not a probability: how much was heard and how far it agreed. */
    private double confidence(RegulationInput input, boolean moved) {
        double filled = Math.min(1, 1.5 * level.believedShare());
        double own = filled * level.agreement() / factor(input);
        return moved ? MOVING_CONFIDENCE * own : own;
    }
}

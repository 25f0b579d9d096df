package org.attune.regulation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Rhythm;
import org.attune.regulation.RegulationInput.Evenness;
import org.attune.regulation.RegulationInput.Trust;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;

/**
 * Arousal as heart rate against this person's own band, learned at the start of the session and
 * over earlier ones.
 *
 * <p>Idea: rate is the stronger live channel, since speech spoils variability; so the score is the
 * distance of the heart-rate level from the middle of the band, in steps of the personal scale, on
 * two time scales. The rate comes from a filter that knows how sure it is, and is judged only while
 * its beats do not contradict each other. The middle follows the person, very slowly. RMSSD is
 * shown, never judged on.
 *
 * <p>Movement: while the body moves, has moved much just before, or the heart is still coming down
 * from it, the rate follows the body. The level stays visible with that reason, but nothing is
 * asked of anyone for it.
 *
 * <p>Limits: heart rate also rises with speech, posture, laughter; the scale is learned from
 * minutes. What it finds and misses on real recordings is on the evaluation page.
 *
 * <p>Cost: a few microseconds each second. Confined to the pipeline thread.
 */
public final class PersonalBandEstimator implements RegulationEstimator {
    public static final String ID = "personal-band/9";

    /** Of the data while moving: half of what it would be. */
    private static final double MOVING_CONFIDENCE = 0.5;

    /** Where breathing is uneven, perhaps from talking: a guess, so a little less. */
    private static final double TALKING_CONFIDENCE = 0.8;

    private RegulationRules rules;
    private final StateTracker tracker;
    private final RaisedCondition raised;
    private final CleanSource cleanSource = new CleanSource();
    private final RateLevel level;
    private final LongMean longMean;
    private final Exertion exertion;
    private final SpeechGuess speech = new SpeechGuess();
    private final UsualRange range;
    private QuietWatch quiet;
    private EstimateReasons reasons;
    private FlagEffects flags = FlagEffects.NONE;

    /** Learns the baseline at the beginning of the session. */
    public PersonalBandEstimator(RegulationRules rules) {
        this(rules, Optional.empty());
    }

    /** Learns the baseline in the span that was named, if one was. */
    public PersonalBandEstimator(RegulationRules rules, Optional<Calibration> calibration) {
        this.rules = rules;
        this.tracker = new StateTracker(rules.states());
        this.raised = new RaisedCondition(rules.states());
        this.level = new RateLevel(rules.level());
        this.longMean = new LongMean(rules.level().longSeconds());
        this.exertion = new Exertion(rules.movement());
        this.range = new UsualRange(rules, calibration);
        this.quiet = new QuietWatch(rules.states());
        this.reasons = new EstimateReasons(rules, level, tracker, quiet, range);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void prepare(Background background) {
        flags = FlagEffects.of(background.flags());
        range.prepare(background, flags.earlierFalsified());
    }

    @Override
    public void adopt(StateRules states) {
        rules = rules.withStates(states);
        tracker.adopt(states);
        raised.adopt(states);
        quiet = new QuietWatch(states); // What "hardly varies" means has changed: it begins anew.
        reasons = new EstimateReasons(rules, level, tracker, quiet, range);
    }

    @Override
    public ArousalEstimate estimate(RegulationInput input) {
        SessionTime now = input.reading().at();
        if (input.condition() == SensorCondition.FLOWING) {
            range.heard(now);
        }
        boolean clean = cleanSource.isClean(input.source());
        boolean bound = clean || cleanSource.isEven(input.source(), input.evenness());
        boolean noise = bound && looksLikeNoise(input);
        boolean irregular =
                bound ? isIrregular(input) : isNeverRegular(input) || isUnlikeBefore(input);
        level.add(input.belief(), gate(input, clean));
        if (!irregular && !noise && !level.isContradicted()) {
            cleanSource.add(input.belief(), input.evenness() == Evenness.MOSTLY);
        }
        Optional<Reason> obstacle = flags.withholds().or(() -> obstacle(input, noise, irregular));
        speech.step(input.breath());
        exertion.step(input.movement(), obstacle.isEmpty() ? level.bpm() : Double.NaN);
        if (obstacle.isPresent()) {
            return withheld(input, now, obstacle.get());
        }
        double bpm = level.bpm();
        OptionalDouble rate = input.reading().heartRateBpm();
        quiet.add(rate.orElse(input.belief().bpm()));
        if (!range.isKnown()) {
            if (level.isFirm() && !exertion.explains()) {
                OptionalDouble lnRmssd = input.reading().variability().features().lnRmssd();
                range.learn(now, bpm, rate, lnRmssd, input.source());
            }
            if (!range.isKnown()) {
                return learning(input, now);
            }
        }
        if (level.isFirm() && !exertion.isMoving(input.movement())) {
            range.follow(bpm);
        }
        return judged(input, now, bpm, range.now());
    }

    private ArousalEstimate withheld(RegulationInput input, SessionTime now, Reason obstacle) {
        quiet.forget();
        longMean.add(Double.NaN);
        raised.step(Double.NaN, Double.NaN, factor(input));
        tracker.enterAtOnce(RegulationState.UNKNOWN, now);
        return new ArousalEstimate(
                now,
                OptionalDouble.empty(),
                RegulationState.UNKNOWN,
                raised.isRaised(),
                0,
                range.learned(),
                List.of(obstacle),
                ID);
    }

    private ArousalEstimate judged(
            RegulationInput input, SessionTime now, double bpm, Baseline band) {
        double steps = band.stepsAbove(bpm);
        longMean.add(level.isFirm() ? steps : Double.NaN);
        double share = rules.level().longShare();
        double score = (1 - share) * steps + share * longTerm(steps);
        double factor = factor(input);
        boolean moved = exertion.explains();
        raised.step(level.isFirm() && !moved ? score : Double.NaN, steps, factor);
        // A fall is told by the short scale: a state must not outlast its cause.
        double standing = Math.min(score, steps) / factor;
        quiet.step(now, standing, band, input.phase(), tracker.state() == RegulationState.HIGH);
        RegulationState state =
                tracker.step(
                        now,
                        standing,
                        moved ? 0 : bpm - band.centreBpm(),
                        raised.isRaised(),
                        quiet.slopeBpm(),
                        quiet.isFlat() || quiet.isFlatAfterPeak(),
                        !flags.quietFalsified());
        return new ArousalEstimate(
                now,
                OptionalDouble.of(score),
                state,
                raised.isRaised(),
                confidence(input, moved),
                Optional.of(band),
                reasons.of(input, bpm - band.centreBpm(), exertion.kind(), flags, speech.note()),
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
                range.learned(),
                reasons.ofLearning(now, flags),
                ID);
    }

    /** What keeps these data from being judged, if anything. */
    private Optional<Reason> obstacle(RegulationInput input, boolean noise, boolean irregular) {
        return switch (input.condition()) {
            case WAITING -> Optional.of(Reason.STARTING);
            case SILENT -> Optional.of(Reason.SENSOR_SILENT);
            case REPEATING -> Optional.of(Reason.SENSOR_REPEATS);
            case CONTACT_LOST -> Optional.of(Reason.CONTACT_LOST);
            case LINK_LOST -> Optional.of(Reason.LINK_LOST);
            case FLOWING -> obstacleInData(noise, irregular, input.silent());
        };
    }

    private Optional<Reason> obstacleInData(boolean noise, boolean irregular, boolean silent) {
        if (irregular) {
            return Optional.of(Reason.RHYTHM_IRREGULAR);
        }
        if (level.carries() && !noise && !silent) {
            return Optional.empty();
        }
        if (noise || !level.isHeard()) {
            return Optional.of(Reason.SENSOR_SILENT);
        }
        if (level.isBeginning()) {
            return Optional.of(Reason.LISTENING);
        }
        if (silent) {
            return Optional.of(Reason.SENSOR_SILENT);
        }
        return Optional.of(new Reason(Reason.Code.TOO_FEW_BEATS, 100 * level.believedShare()));
    }

    /** Electrodes must have earned trust; a source that proved itself must not have lost it. */
    private static boolean looksLikeNoise(RegulationInput input) {
        return switch (input.trust()) {
            case EARNED, UNSTEADY -> false;
            case NOT_YET -> input.source() != SourceClass.UNKNOWN;
            case LOST -> true;
        };
    }

    /** Recognised over many beats; or suspected after a few, where noise does not explain it. */
    private static boolean isIrregular(RegulationInput input) {
        return input.rhythm() == Rhythm.IRREGULAR || input.trust() == Trust.UNSTEADY;
    }

    /** What noise would explain in another source: here no row of beats spoke for it lately. */
    private static boolean isNeverRegular(RegulationInput input) {
        return input.rhythm() == Rhythm.IRREGULAR && input.evenness() == Evenness.NEVER;
    }

    /** Beats that followed roughly, and suddenly do not: a sensor grown poor would leave gaps. */
    private static boolean isUnlikeBefore(RegulationInput input) {
        return input.source() == SourceClass.UNKNOWN
                && input.evenness() == Evenness.FAIRLY
                && (input.trust() == Trust.UNSTEADY || input.trust() == Trust.LOST);
    }

    private GateRules gate(RegulationInput input, boolean clean) {
        return rules.sources().of(input.source(), clean);
    }

    private double factor(RegulationInput input) {
        return gate(input, cleanSource.isClean(input.source())).factor();
    }

    /** Confidence of the data, not a probability: how much was heard and how far it agreed. */
    private double confidence(RegulationInput input, boolean moved) {
        double filled = Math.min(1, 1.5 * level.believedShare());
        double own = filled * level.agreement() / factor(input) * flags.confidence();
        double talking = speech.isLikely() ? TALKING_CONFIDENCE * own : own;
        return moved ? MOVING_CONFIDENCE * talking : talking;
    }
}

package org.attune.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;

/** Puts the reasons of a judgement in order of weight. Confined to the pipeline thread. */
final class EstimateReasons {
    private final RegulationRules rules;
    private final RateLevel level;
    private final StateTracker tracker;
    private final QuietWatch quiet;
    private final UsualRange range;

    EstimateReasons(
            RegulationRules rules,
            RateLevel level,
            StateTracker tracker,
            QuietWatch quiet,
            UsualRange range) {
        this.rules = rules;
        this.level = level;
        this.tracker = tracker;
        this.quiet = quiet;
        this.range = range;
    }

    /** While the range is being learned. */
    List<Reason> ofLearning(SessionTime now, FlagEffects flags) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(Reason.Code.LEARNING, 100 * range.progress(now)));
        reasons.addAll(flags.notes());
        reasons.addAll(range.notes());
        reasons.add(agreement());
        return reasons;
    }

    /**
     * @param bpmAbove distance of the level from the middle
     * @param breathing what is said of it
     */
    List<Reason> of(
            RegulationInput input,
            double bpmAbove,
            Exertion.Kind exertion,
            FlagEffects flags,
            Optional<Reason> breathing) {
        SessionTime now = input.reading().at();
        List<Reason> reasons = new ArrayList<>();
        if (exertion == Exertion.Kind.MOVING) {
            reasons.add(Reason.MOVING);
        } else if (exertion == Exertion.Kind.RECOVERING) {
            reasons.add(Reason.AFTER_EXERTION);
        }
        reasons.add(new Reason(Reason.Code.LEVEL, bpmAbove));
        if (tracker.state() == RegulationState.QUIET) {
            addQuiet(reasons);
        }
        double held = (now.nanos() - tracker.since().nanos()) / 1e9;
        reasons.add(new Reason(Reason.Code.HELD, held));
        quiet.slopeBpm().ifPresent(value -> reasons.add(new Reason(Reason.Code.SLOPE, value)));
        if (exertion != Exertion.Kind.MOVING) {
            OptionalDouble movement = input.movement().meanMilliG();
            reasons.add(
                    movement.isPresent()
                            ? new Reason(Reason.Code.MOVEMENT, movement.getAsDouble())
                            : Reason.of(Reason.Code.MOVEMENT_UNKNOWN));
        }
        if (input.source() == SourceClass.HEART_RATE_ONLY) {
            reasons.add(Reason.of(Reason.Code.RATE_ONLY));
        }
        reasons.addAll(flags.notes());
        reasons.addAll(range.notes());
        breathing.ifPresent(reasons::add);
        reasons.add(agreement());
        reasons.add(new Reason(Reason.Code.DELAY, delaySeconds()));
        return reasons;
    }

    private void addQuiet(List<Reason> reasons) {
        if (quiet.isFlat()) {
            reasons.add(new Reason(Reason.Code.FLAT, quiet.flatSeconds()));
        } else if (quiet.isFlatAfterPeak()) {
            reasons.add(new Reason(Reason.Code.FLAT, rules.states().afterPeakSeconds()));
            reasons.add(new Reason(Reason.Code.AFTER_PEAK, quiet.peakAgoSeconds()));
        }
    }

    private Reason agreement() {
        return new Reason(Reason.Code.COVERAGE, 100 * level.agreement());
    }

    /** Age of the middle of what the score is made of: what is shown happened about then. */
    private double delaySeconds() {
        LevelRules each = rules.level();
        return each.windowSeconds() / 2.0 + each.longShare() * each.longSeconds() / 2.0;
    }
}

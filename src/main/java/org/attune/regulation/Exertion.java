package org.attune.regulation;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationInput.Movement;

/**
 * Whether the rate follows the body: while a person moves, for a while after much movement, and
 * then for as long as the rate still comes down from it. A heart goes back from exertion within
 * minutes, fast at first; a level that no longer falls is not recovery.
 *
 * <p>Confined to the pipeline thread.
 */
final class Exertion {
    /** What the body is doing to the rate. */
    enum Kind {
        NONE,
        MOVING,
        RECOVERING
    }

    /** The fall is read over this span, seconds. */
    private static final int SPAN = 30;

    /** Falling by less than this over the span is not coming down, bpm. */
    private static final double LEAST_FALL_BPM = 1;

    private final MovementRules rules;
    private final double[] levels = new double[SPAN + 1];
    private int next;
    private int recovering;
    private Kind kind = Kind.NONE;

    Exertion(MovementRules rules) {
        this.rules = rules;
        Arrays.fill(levels, Double.NaN);
    }

    /**
     * One second.
     *
     * @param bpm the level; NaN where it is unknown
     */
    void step(Movement movement, double bpm) {
        double before = levels[next];
        levels[next] = bpm;
        next = (next + 1) % levels.length;
        if (above(movement.meanMilliG(), rules.limitMilliG())
                || above(movement.latelyMilliG(), rules.latelyMilliG())) {
            kind = Kind.MOVING;
            recovering = 0;
        } else if (kind != Kind.NONE) {
            recovering++;
            // What is not known to fall is not excused.
            boolean stopped = !(before - bpm >= LEAST_FALL_BPM);
            boolean over = stopped || recovering > rules.recoverySeconds();
            kind = over ? Kind.NONE : Kind.RECOVERING;
        }
    }

    Kind kind() {
        return kind;
    }

    /** Whether a raised rate is the body's doing. */
    boolean explains() {
        return kind != Kind.NONE;
    }

    /** Whether the body moves just now: no rate of rest is to be learned from. */
    boolean isMoving(Movement movement) {
        return above(movement.meanMilliG(), rules.limitMilliG());
    }

    private static boolean above(OptionalDouble milliG, double limit) {
        return milliG.isPresent() && milliG.getAsDouble() > limit;
    }
}

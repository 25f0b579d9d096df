package org.attune.regulation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Rhythm;
import org.attune.hrv.Breath;
import org.attune.hrv.HrvReading;
import org.attune.hrv.RateBelief;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SourceClass;
import org.attune.session.Phase;

/**
 * What is known at one step of the grid.
 *
 * @param reading the heart, through windows of judged beats
 * @param belief what is believed of its rate at this second
 * @param silent whether no beat was judged normal for more than five seconds, or in a slow heart
 *     than judging takes
 * @param trust whether the newest intervals, one by one, look like a heart
 * @param evenness how evenly it has beaten over minutes
 * @param rhythm whether its variability can be interpreted
 * @param source what the beats come from; rate only, as long as no beat was heard
 * @param breath breathing as the heart shows it; empty where the beats do not carry it
 * @param condition the sensor
 * @param movement how the person moves
 * @param phase the part of the session: quiet means something else while arriving than at work
 */
public record RegulationInput(
        HrvReading reading,
        RateBelief belief,
        boolean silent,
        Trust trust,
        Evenness evenness,
        Rhythm rhythm,
        SourceClass source,
        Optional<Breath> breath,
        SensorCondition condition,
        Movement movement,
        Phase phase) {
    /** How far the newest intervals, one by one, look like a heart. */
    public enum Trust {
        /** They do. */
        EARNED,
        /** Too few since the last silence. */
        NOT_YET,
        /** They might be beats, but none follows from those before it. */
        UNSTEADY,
        /** Too many do not. */
        LOST
    }

    /** How evenly beats have followed from their neighbours over minutes. */
    public enum Evenness {
        /** No row of beats did: what is irregular may be the heart itself. */
        NEVER,
        /** Some did. */
        AT_TIMES,
        /** Most of the last hundred do, roughly, and no gap is among them. */
        FAIRLY,
        /** Most of the last hundred do, closely. */
        MOSTLY
    }

    /**
     * Movement, thousandths of g; empty without a motion channel.
     *
     * @param meanMilliG over the last half minute
     * @param latelyMilliG over the longer span of {@link MovementRules#latelySeconds}
     */
    public record Movement(OptionalDouble meanMilliG, OptionalDouble latelyMilliG) {
        /** No motion channel. */
        public static final Movement UNKNOWN =
                new Movement(OptionalDouble.empty(), OptionalDouble.empty());
    }
}

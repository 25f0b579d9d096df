package org.attune.ui;

import java.util.List;
import java.util.Optional;
import org.attune.regulation.Baseline;
import org.attune.regulation.RegulationState;
import org.attune.review.Timeline;
import org.attune.session.LaneId;

/**
 * One person as they are painted.
 *
 * @param lane whose
 * @param number position among the people, from 0; chooses the hue of the chip
 * @param code the person's pseudonym
 * @param simulated whether no living heart is behind it
 * @param state the state shown
 * @param sentence beside the word of the state
 * @param strip the few words of the edge strip
 * @param because why nothing is known; empty when something is
 * @param why one sentence of reasons, without beats a minute
 * @param whyInNumbers the same, with them
 * @param sure how sure the conclusion is; empty where there is none
 * @param progress of the learning, 0 to 1
 * @param veil what is said in place of a state that is hidden; empty when none is
 * @param sensor which sensor, how it senses, and what it can give and cannot
 * @param charts what is drawn over time
 */
record LaneView(
        LaneId lane,
        int number,
        String code,
        boolean simulated,
        RegulationState state,
        String sentence,
        String strip,
        String because,
        String why,
        String whyInNumbers,
        String sure,
        double progress,
        String veil,
        String sensor,
        Charts charts) {

    /** The same, saying why instead of what: reasons, how sure, and how far behind. */
    LaneView explained(boolean numbers) {
        String reasons = numbers ? whyInNumbers : why;
        String line = sure.isEmpty() ? reasons : reasons + " " + sure;
        return new LaneView(
                lane,
                number,
                code,
                simulated,
                state,
                line,
                line,
                because,
                why,
                whyInNumbers,
                sure,
                progress,
                veil,
                sensor,
                charts);
    }

    private LaneView withCharts(Charts other) {
        return new LaneView(
                lane,
                number,
                code,
                simulated,
                state,
                sentence,
                strip,
                because,
                why,
                whyInNumbers,
                sure,
                progress,
                veil,
                sensor,
                other);
    }

    /** The word of the state, or that it is hidden. */
    String word(LiveWords words) {
        return veil.isEmpty() ? words.word(state) : veil;
    }

    /**
     * The same, with the state hidden, and everything that tells it. That nothing is known is never
     * hidden.
     */
    LaneView veiled(String question, String hidden) {
        if (state == RegulationState.UNKNOWN) {
            return withCharts(charts.with(List.of()));
        }
        return new LaneView(
                lane,
                number,
                code,
                simulated,
                RegulationState.UNKNOWN,
                question,
                question,
                "",
                question,
                question,
                "",
                0,
                hidden,
                sensor,
                charts.with(List.of()));
    }

    /**
     * What is drawn over time. Traces have a hole wherever the state is not known.
     *
     * @param band the usual range; empty while learning
     * @param axis the fixed range of the heart-rate axis
     * @param rate heart rate, bpm
     * @param rateNote over how long it is read
     * @param variation ln RMSSD, RMSSD in ms
     * @param variationAxis its fixed range
     * @param doubt half-width of the shade around it, beside each of its entries
     * @param variationNote over how long it is read
     * @param care stretches of it to be read with care, and why
     * @param movement mean movement, thousandths of g
     * @param movementKnown whether the sensor tells movement at all
     * @param moving stretches of plain movement
     * @param states the ribbon
     * @param poor stretches of poor signal
     * @param usablePercent share of usable beats in the time shown; empty before any
     */
    record Charts(
            Optional<Band> band,
            Axis axis,
            Trace rate,
            String rateNote,
            Trace variation,
            Axis variationAxis,
            Trace doubt,
            String variationNote,
            List<Stretch> care,
            Trace movement,
            boolean movementKnown,
            List<Stretch> moving,
            List<Run> states,
            List<Stretch> poor,
            Optional<Integer> usablePercent) {
        Charts {
            care = List.copyOf(care);
            moving = List.copyOf(moving);
            states = List.copyOf(states);
            poor = List.copyOf(poor);
        }

        /** The same with other states. */
        Charts with(List<Run> others) {
            return new Charts(
                    band,
                    axis,
                    rate,
                    rateNote,
                    variation,
                    variationAxis,
                    doubt,
                    variationNote,
                    care,
                    movement,
                    movementKnown,
                    moving,
                    others,
                    poor,
                    usablePercent);
        }
    }

    /** A state that held from one session second to another; the words say why it is not known. */
    record Run(RegulationState state, double from, double to, String because) {
        double seconds() {
            return to - from;
        }
    }

    /** A stretch of session seconds, and what is said of it. */
    record Stretch(double from, double to, String words) {}

    /** Lower and upper end of an axis. */
    record Axis(double lower, double upper) {}

    /** A person's usual range, bpm: 1.5 steps about the middle; well above from 2.5 steps. */
    record Band(double centre, double step) {
        static final double USUAL_STEPS = Timeline.Band.USUAL_STEPS;
        static final double WELL_ABOVE_STEPS = 2.5;

        static Band of(Baseline baseline) {
            return new Band(baseline.centreBpm(), baseline.scaleBpm());
        }

        double lower() {
            return centre - USUAL_STEPS * step;
        }

        double upper() {
            return centre + USUAL_STEPS * step;
        }

        double wellAbove() {
            return centre + WELL_ABOVE_STEPS * step;
        }

        /** Fixed while live: 14 below to 28 above the middle, more only for a very wide band. */
        Axis axis() {
            return new Axis(
                    centre - Math.max(14, USUAL_STEPS * step + 6),
                    centre + Math.max(28, WELL_ABOVE_STEPS * step + 12));
        }
    }
}

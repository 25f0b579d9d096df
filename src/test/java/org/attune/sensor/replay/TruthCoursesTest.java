package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.RrReceived;
import org.junit.jupiter.api.Test;

/** That the simulated clients do what their labels say. */
class TruthCoursesTest {
    private static final int PEOPLE = 10;

    private static List<TimedInterval> between(
            SimulationScenario scenario, long seed, double from, double to) {
        List<TimedInterval> chosen = new ArrayList<>();
        for (TimedInterval timed : SyntheticHeart.intervals(scenario, seed, scenario.length())) {
            if (timed.at().toSeconds() >= from && timed.at().toSeconds() < to) {
                chosen.add(timed);
            }
        }
        return chosen;
    }

    private static double bpm(SimulationScenario scenario, long seed, double from, double to) {
        return 60_000
                / between(scenario, seed, from, to).stream()
                        .mapToDouble(timed -> timed.interval().toMillis())
                        .average()
                        .orElseThrow();
    }

    /** Mean over people of how far the rate lies above that of the baseline, bpm. */
    private static double rise(SimulationScenario scenario, double from, double to) {
        double sum = 0;
        for (long seed = 1; seed <= PEOPLE; seed++) {
            sum += bpm(scenario, seed, from, to) - bpm(scenario, seed, 180, 480);
        }
        return sum / PEOPLE;
    }

    @Test
    void theRatesAreWhatTheLabelsMean() {
        assertThat(rise(SimulationScenario.SLOW_OVERWHELM, 1200, 1440)).isBetween(13.0, 18.0);
        assertThat(rise(SimulationScenario.FLATTENING, 740, 1460)).isBetween(-6.0, -1.0);
        assertThat(rise(SimulationScenario.TALK, 600, 1020)).isBetween(1.0, 5.0);
        assertThat(rise(SimulationScenario.POSTURE, 640, 1019)).isBetween(10.0, 14.0);
        assertThat(rise(SimulationScenario.BETA_BLOCKER, 720, 900)).isBetween(8.0, 12.0);
        assertThat(rise(SimulationScenario.EXERTION, 780, 840)).isBetween(27.0, 34.0);
    }

    @Test
    void inFibrillationNeighboursHaveNothingInCommon() {
        double sum = 0;
        double squares = 0;
        double products = 0;
        List<TimedInterval> beats = between(SimulationScenario.FIBRILLATION, 1, 602, 1498);
        double before = 705;
        for (TimedInterval timed : beats) {
            double millis = timed.interval().toMillis();
            assertThat(millis).isBetween(429.0, 981.0);
            sum += millis;
            squares += (millis - 705) * (millis - 705);
            products += (millis - 705) * (before - 705);
            before = millis;
        }
        assertThat(sum / beats.size()).isBetween(690.0, 720.0);
        assertThat(Math.abs(products / squares)).isLessThan(0.1);
    }

    @Test
    void inBigeminyShortAndLongTakeTurns() {
        List<TimedInterval> beats = between(SimulationScenario.ECTOPY, 1, 545, 715);
        for (int i = 1; i < beats.size(); i++) {
            double ratio =
                    beats.get(i).interval().toMillis() / beats.get(i - 1).interval().toMillis();
            assertThat(ratio < 0.65 || ratio > 1.5).as("%s at %d", ratio, i).isTrue();
        }
    }

    @Test
    void aFailingStrapRepeatsItselfAndItsRecordStaysInOrder() {
        for (long seed = 1; seed <= PEOPLE; seed++) {
            TimedInterval before = null;
            for (TimedInterval timed :
                    SyntheticHeart.intervals(
                            SimulationScenario.STRAP_FAULTS,
                            seed,
                            SimulationScenario.STRAP_FAULTS.length())) {
                if (before != null) {
                    assertThat(timed.at()).as("seed %d", seed).isGreaterThan(before.at());
                }
                before = timed;
            }
            assertThat(packets(seed, 692, 719)).as("seed %d", seed).hasSize(1);
            assertThat(packets(seed, 522, 539)).as("seed %d", seed).isEmpty();
        }
    }

    /** The packets of a span, each once. */
    private static List<List<RrInterval>> packets(long seed, double from, double to) {
        return SyntheticHeart.events(
                        SimulationScenario.STRAP_FAULTS,
                        seed,
                        SimulationScenario.STRAP_FAULTS.length())
                .stream()
                .filter(event -> isIn(event, from, to))
                .filter(RrReceived.class::isInstance)
                .map(event -> ((RrReceived) event).intervals())
                .distinct()
                .toList();
    }

    private static boolean isIn(SensorEvent event, double from, double to) {
        return event.at().toSeconds() > from && event.at().toSeconds() < to;
    }
}

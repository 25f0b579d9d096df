package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.sensor.SensorEvent.RrReceived;
import org.junit.jupiter.api.Test;

/** What was recorded of a simulated client stays true: the same events, to the bit. */
class ScenarioGoldenTest {
    private static final int FIRST = 200;

    /** Digests of the first 200 intervals, and of all events of forty minutes; seed 1. */
    private record Digests(long first, long all) {}

    private static final Map<SimulationScenario, Digests> GOLDEN =
            Map.of(
                    SimulationScenario.DEMO, new Digests(0x65BA924E48802DFCL, 0x8080B4DCF2D3C556L),
                    SimulationScenario.SETTLED,
                            new Digests(0x65BA924E48802DFCL, 0x86D05485772F424CL),
                    SimulationScenario.OVERWHELM,
                            new Digests(0x65BA924E48802DFCL, 0xDCA3FCFFDBE0B574L),
                    SimulationScenario.FLAT, new Digests(0x65BA924E48802DFCL, 0x895C179E3F33AECL),
                    SimulationScenario.ECTOPIC,
                            new Digests(0x43DE2D145ED92582L, 0xEFBBD2E2BC14B731L),
                    SimulationScenario.LOOSENING,
                            new Digests(0x65BA924E48802DFCL, 0x462F0B260F4D6397L),
                    SimulationScenario.LOSS, new Digests(0x65BA924E48802DFCL, 0x26351E6F3B1CEDD4L));

    @Test
    void theFirstScenariosAreWhatTheyWereToTheBit() {
        GOLDEN.forEach(
                (scenario, digests) ->
                        assertThat(digests(scenario)).as(scenario.id()).isEqualTo(digests));
    }

    private static Digests digests(SimulationScenario scenario) {
        Duration time = Duration.ofMinutes(40);
        long first = 0;
        int count = 0;
        for (TimedInterval timed : SyntheticHeart.intervals(scenario, 1, time)) {
            if (count++ < FIRST) {
                first = mixed(mixed(first, timed.at().nanos()), timed.interval().nanos());
            }
        }
        long all = 0;
        for (SensorEvent event : SyntheticHeart.stream(scenario, 1, time)) {
            all = mixed(all, event.at().nanos());
            if (event instanceof RrReceived rr) {
                for (RrInterval interval : rr.intervals()) {
                    all = mixed(all, interval.nanos());
                }
            } else if (event instanceof MotionReceived motion) {
                all = mixed(all, Double.doubleToLongBits(motion.milliG()));
            }
        }
        return new Digests(first, all);
    }

    private static long mixed(long digest, long value) {
        return Long.rotateLeft(digest, 7) * 0x9E3779B97F4A7C15L + value;
    }
}

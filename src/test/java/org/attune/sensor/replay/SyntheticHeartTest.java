package org.attune.sensor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.ContactChanged;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;
import org.junit.jupiter.api.Test;

class SyntheticHeartTest {
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final int PEOPLE = 20;

    private static List<TimedInterval> between(
            SimulationScenario scenario, long seed, double from, double to) {
        List<TimedInterval> chosen = new ArrayList<>();
        for (TimedInterval timed : SyntheticHeart.intervals(scenario, seed, HALF_HOUR)) {
            if (timed.at().toSeconds() >= from && timed.at().toSeconds() < to) {
                chosen.add(timed);
            }
        }
        return chosen;
    }

    private static double[] millis(List<TimedInterval> intervals) {
        return intervals.stream().mapToDouble(t -> t.interval().toMillis()).toArray();
    }

    private static double bpm(List<TimedInterval> intervals) {
        return 60_000 / java.util.Arrays.stream(millis(intervals)).average().orElseThrow();
    }

    private static double rmssd(List<TimedInterval> intervals) {
        double[] rr = millis(intervals);
        double sum = 0;
        for (int i = 1; i < rr.length; i++) {
            sum += (rr[i] - rr[i - 1]) * (rr[i] - rr[i - 1]);
        }
        return Math.sqrt(sum / (rr.length - 1));
    }

    /** The frequency in a band at which the intervals swing most. */
    private static double peakHertz(List<TimedInterval> intervals, double low, double high) {
        double mean = java.util.Arrays.stream(millis(intervals)).average().orElseThrow();
        double best = -1;
        double at = 0;
        for (double hertz = low; hertz <= high; hertz += 0.002) {
            double cosine = 0;
            double sine = 0;
            for (TimedInterval timed : intervals) {
                double angle = 2 * Math.PI * hertz * timed.at().toSeconds();
                double swing = timed.interval().toMillis() - mean;
                cosine += swing * Math.cos(angle);
                sine += swing * Math.sin(angle);
            }
            double power = cosine * cosine + sine * sine;
            if (power > best) {
                best = power;
                at = hertz;
            }
        }
        return at;
    }

    @Test
    void theSameSeedIsTheSamePersonAndAnotherIsNot() {
        for (SimulationScenario scenario : SimulationScenario.values()) {
            List<SensorEvent> once = SyntheticHeart.events(scenario, 3, HALF_HOUR);

            assertThat(SyntheticHeart.events(scenario, 3, HALF_HOUR)).isEqualTo(once);
            assertThat(SyntheticHeart.events(scenario, 4, HALF_HOUR)).isNotEqualTo(once);
        }
    }

    @Test
    void aLongerTimeBeginsAsAShorterOne() {
        List<SensorEvent> part = SyntheticHeart.events(SimulationScenario.DEMO, 7, HALF_HOUR);
        List<SensorEvent> whole =
                SyntheticHeart.events(SimulationScenario.DEMO, 7, Duration.ofHours(1));

        assertThat(whole.subList(0, part.size())).isEqualTo(part);
    }

    @Test
    void aSettledPersonsFiguresAreThoseOfPeopleAtRest() {
        for (long seed = 1; seed <= PEOPLE; seed++) {
            List<TimedInterval> rest = between(SimulationScenario.SETTLED, seed, 180, 480);

            assertThat(bpm(rest)).as("bpm, seed %d", seed).isBetween(58.0, 75.0);
            assertThat(rmssd(rest)).as("rmssd, seed %d", seed).isBetween(19.0, 75.0);
            assertThat(peakHertz(rest, 0.15, 0.40))
                    .as("breathing, seed %d", seed)
                    .isCloseTo(0.25, within(0.06));
            assertThat(peakHertz(rest, 0.07, 0.14))
                    .as("pressure waves, seed %d", seed)
                    .isCloseTo(0.1, within(0.03));
        }
    }

    @Test
    void overwhelmRaisesTheRateByTwentyAndTakesTheVariability() {
        for (long seed = 1; seed <= PEOPLE; seed++) {
            var scenario = SimulationScenario.OVERWHELM;
            List<TimedInterval> rest = between(scenario, seed, 180, 480);
            int seen = 0;
            for (ScenarioLabel label : scenario.labels(HALF_HOUR)) {
                if (label.label().equals("overwhelm")) {
                    seen++;
                    List<TimedInterval> high =
                            between(
                                    scenario,
                                    seed,
                                    label.from().toSeconds(),
                                    label.to().toSeconds());
                    assertThat(bpm(high) - bpm(rest)).as("seed %d", seed).isGreaterThan(20);
                    assertThat(rmssd(high)).as("seed %d", seed).isLessThan(0.6 * rmssd(rest));
                }
            }
            assertThat(seen).isEqualTo(2);
        }
    }

    @Test
    void aFlatStretchIsFlat() {
        for (long seed = 1; seed <= PEOPLE; seed++) {
            var scenario = SimulationScenario.FLAT;
            List<TimedInterval> rest = between(scenario, seed, 180, 480);
            List<TimedInterval> flat = between(scenario, seed, 800, 1500);

            assertThat(rmssd(flat)).as("seed %d", seed).isLessThan(0.35 * rmssd(rest));
            assertThat(bpm(flat)).as("seed %d", seed).isLessThan(bpm(rest));
        }
    }

    @Test
    void intervalsFillTheTimeExceptWhereTheStrapLostTouch() {
        for (SimulationScenario scenario : SimulationScenario.values()) {
            if (scenario == SimulationScenario.STRAP_FAULTS) {
                continue; // what it says then is not what was
            }
            long holes = 0;
            TimedInterval before = null;
            for (TimedInterval timed : SyntheticHeart.intervals(scenario, 5, HALF_HOUR)) {
                assertThat(timed.interval().nanos()).isPositive();
                if (before != null) {
                    long span = timed.at().nanos() - before.at().nanos();
                    if (Math.abs(span - timed.interval().nanos()) > 1) {
                        holes++;
                        assertThat(span).isGreaterThan(10_000_000_000L);
                    }
                }
                before = timed;
            }
            int expected =
                    switch (scenario) {
                        case LOOSENING, DEMO -> 1;
                        case LOSS -> 4;
                        default -> 0;
                    };
            assertThat(holes).as(scenario.id()).isEqualTo(expected);
        }
    }

    @Test
    void theStrapSpeaksOnceASecondWithWhatIsComplete() {
        int spoken = 0;
        double previous = 0;
        Set<Integer> sizes = new HashSet<>();
        for (SensorEvent event : SyntheticHeart.events(SimulationScenario.SETTLED, 2, HALF_HOUR)) {
            if (event instanceof RrReceived rr) {
                spoken++;
                assertThat(event.at().toSeconds() - previous).isBetween(0.8, 1.2);
                previous = event.at().toSeconds();
                sizes.add(rr.intervals().size());
            }
            assertThat(event.at().toSeconds()).isGreaterThanOrEqualTo(previous);
        }
        assertThat(spoken).isEqualTo(1800);
        assertThat(sizes).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void whatIsSaidAddsUpToWhatWasHeard() {
        List<Long> said = new ArrayList<>();
        for (SensorEvent event :
                SyntheticHeart.events(SimulationScenario.LOOSENING, 2, HALF_HOUR)) {
            if (event instanceof RrReceived rr) {
                rr.intervals().forEach(interval -> said.add(interval.nanos()));
            }
        }
        List<Long> heard = new ArrayList<>();
        SyntheticHeart.intervals(SimulationScenario.LOOSENING, 2, HALF_HOUR)
                .forEach(timed -> heard.add(timed.interval().nanos()));

        assertThat(said).isEqualTo(heard);
    }

    @Test
    void prematureBeatsAndTheirPauseAreTwoIntervalsLong() {
        List<TimedInterval> many = between(SimulationScenario.ECTOPIC, 1, 840, 1080);
        double[] rr = millis(many);
        int premature = 0;
        for (int i = 1; i + 1 < rr.length; i++) {
            if (rr[i] < 0.75 * rr[i - 1] && rr[i + 1] > 1.2 * rr[i - 1]) {
                premature++;
            }
        }
        assertThat((double) premature / rr.length).isBetween(0.05, 0.2);
        assertThat(bpm(many))
                .isCloseTo(bpm(between(SimulationScenario.ECTOPIC, 1, 180, 480)), within(4.0));
    }

    @Test
    void aLooseningStrapHearsWrongThenLosesContactAndIsPutRight() {
        var scenario = SimulationScenario.LOOSENING;
        double wrongAtFirst = shareOfJumps(between(scenario, 1, 180, 480));
        double wrongLater = shareOfJumps(between(scenario, 1, 700, 900));
        double wrongAfter = shareOfJumps(between(scenario, 1, 1010, 1400));

        assertThat(wrongAtFirst).isLessThan(0.01);
        assertThat(wrongLater).isGreaterThan(0.25);
        assertThat(wrongAfter).isLessThan(0.01);
        assertThat(SyntheticHeart.events(scenario, 1, HALF_HOUR))
                .filteredOn(e -> e instanceof ContactChanged && e.at().toSeconds() < 1500)
                .extracting(e -> ((ContactChanged) e).contact())
                .containsExactly(Contact.GOOD, Contact.LOST, Contact.GOOD);
    }

    private static double shareOfJumps(List<TimedInterval> intervals) {
        double[] rr = millis(intervals);
        int jumps = 0;
        for (int i = 1; i < rr.length; i++) {
            jumps += Math.abs(rr[i] - rr[i - 1]) > 0.25 * rr[i - 1] ? 1 : 0;
        }
        return (double) jumps / rr.length;
    }

    @Test
    void aLostLinkIsSaidOnceAndNothingIsHeardUntilItIsBack() {
        double lostAt = -1;
        List<Double> losses = new ArrayList<>();
        for (SensorEvent event :
                SyntheticHeart.events(SimulationScenario.LOSS, 1, Duration.ofMinutes(19))) {
            if (lostAt >= 0) {
                assertThat(event).isInstanceOf(Linked.class);
                losses.add(event.at().toSeconds() - lostAt);
            }
            lostAt = event instanceof LinkLost ? event.at().toSeconds() : -1;
        }
        assertThat(losses).hasSize(2);
        assertThat(losses.get(0)).isCloseTo(20, within(1.0));
        assertThat(losses.get(1)).isCloseTo(90, within(1.0));
    }

    @Test
    void eightHoursAreMadeAsTheyAreAskedFor() {
        long seconds = 0;
        for (SensorEvent event :
                SyntheticHeart.stream(SimulationScenario.OVERWHELM, 1, Duration.ofHours(8))) {
            seconds += event instanceof MotionReceived ? 1 : 0;
        }
        assertThat(seconds).isEqualTo(8 * 3600);
    }

    @Test
    void labelsGoOnForAsLongAsAsked() {
        List<ScenarioLabel> labels = SimulationScenario.OVERWHELM.labels(Duration.ofHours(8));

        assertThat(labels.get(0).label()).isEqualTo("baseline");
        assertThat(labels).filteredOn(l -> l.label().equals("calibration")).hasSize(1);
        assertThat(labels).filteredOn(l -> l.label().equals("overwhelm")).hasSize(43);
        assertThat(labels.get(labels.size() - 1).to().toSeconds()).isEqualTo(8 * 3600);
    }

    @Test
    void anAddressOpensASimulatedClientThatSaysSo() throws InterruptedException {
        BlockingQueue<SensorEvent> heard = new LinkedBlockingQueue<>();
        try (var sensor = SyntheticHeart.sensor(SensorAddress.parse("sim:loss?seed=3&speed=50"))) {
            assertThat(sensor.description().simulated()).isTrue();
            assertThat(sensor.description().name()).isEqualTo("simulated client");
            assertThat(sensor.description().address()).isEqualTo("sim:loss?seed=3");
            sensor.open(SessionClock.startingNow(new SystemTicker()), heard::add);

            List<SensorEvent> expected =
                    SyntheticHeart.events(SimulationScenario.LOSS, 3, Duration.ofSeconds(20));
            for (SensorEvent event : expected) {
                SensorEvent next = heard.poll(10, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                assertThat(next.withAt(event.at())).isEqualTo(event);
            }
        }
    }

    @Test
    void withoutAScenarioItIsTheDemo() {
        try (var sensor = SyntheticHeart.sensor(SensorAddress.parse("sim:"))) {
            assertThat(sensor.description().address()).isEqualTo("sim:demo?seed=1");
        }
        assertThatThrownBy(() -> SyntheticHeart.sensor(SensorAddress.parse("sim:storm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no scenario 'storm', only demo, settled, overwhelm, flat,"
                                + " ectopic, loosening, loss, slow-overwhelm, flattening,"
                                + " pendulation, talk, posture, fibrillation, ectopy, strap-faults,"
                                + " beta-blocker, exertion");
        assertThatThrownBy(() -> SyntheticHeart.sensor(SensorAddress.parse("sim:demo?seed=x")))
                .hasMessage("must be a whole number: seed=x");
    }
}

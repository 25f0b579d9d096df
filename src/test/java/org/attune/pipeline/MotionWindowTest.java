package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.attune.regulation.MovementRules;
import org.attune.regulation.RegulationInput.Movement;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.testkit.Hearts;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** The last half minute, and the last minute and a half. */
class MotionWindowTest {
    private final MotionWindow window = new MotionWindow(MovementRules.DEFAULT);

    @Test
    void withoutAMotionChannelMovementIsUnknown() {
        assertThat(window.movement(SessionTime.ofSeconds(100))).isEqualTo(Movement.UNKNOWN);
    }

    @Test
    void stillnessIsNoUnknown() {
        moves(10, 0);
        Movement movement = window.movement(SessionTime.ofSeconds(11));
        assertThat(movement.meanMilliG()).hasValue(0);
        assertThat(movement.latelyMilliG()).hasValue(0);
    }

    @Test
    void aChannelThatFellSilentIsUnknownAgainFirstNowThenLately() {
        moves(10, 40);
        assertThat(window.movement(SessionTime.ofSeconds(40)).meanMilliG()).hasValue(40);
        Movement later = window.movement(SessionTime.ofSeconds(40.1));
        assertThat(later.meanMilliG()).isEmpty();
        assertThat(later.latelyMilliG()).hasValue(40);
        assertThat(window.movement(SessionTime.ofSeconds(100)).latelyMilliG()).hasValue(40);
        assertThat(window.movement(SessionTime.ofSeconds(100.1))).isEqualTo(Movement.UNKNOWN);
    }

    @Test
    void movementJustBeforeIsRememberedWhileThePersonSitsStill() {
        for (int s = 1; s <= 60; s++) {
            moves(s, 80);
        }
        for (int s = 61; s <= 95; s++) {
            moves(s, 2);
        }
        Movement movement = window.movement(SessionTime.ofSeconds(95));
        assertThat(movement.meanMilliG().orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(movement.latelyMilliG().orElseThrow()).isGreaterThan(45);
    }

    @Test
    void bothAreTheMeansOfTheirSpans() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = Hearts.scrambled(seed);
            MotionWindow any = new MotionWindow(MovementRules.DEFAULT);
            List<MotionReceived> all = new ArrayList<>();
            double at = 0;
            for (int i = 0; i < 300; i++) {
                at += random.nextInt(20) == 0 ? 60 * random.nextDouble() : random.nextDouble();
                MotionReceived event =
                        new MotionReceived(SessionTime.ofSeconds(at), 100 * random.nextDouble());
                any.add(event);
                all.add(event);
                SessionTime now = SessionTime.ofSeconds(at + random.nextDouble());
                Movement movement = any.movement(now);
                String where = "seed " + seed + ", " + now;
                same(where, movement.meanMilliG(), mean(all, now, 30));
                same(where, movement.latelyMilliG(), mean(all, now, 90));
                at = now.toSeconds();
            }
        }
    }

    private static void same(String where, OptionalDouble found, OptionalDouble expected) {
        assertThat(found.isPresent()).as(where).isEqualTo(expected.isPresent());
        assertThat(found.orElse(0)).as(where).isCloseTo(expected.orElse(0), within(1e-9));
    }

    private static OptionalDouble mean(List<MotionReceived> all, SessionTime now, int seconds) {
        return all.stream()
                .filter(e -> now.since(e.at()).toNanos() <= seconds * 1_000_000_000L)
                .mapToDouble(MotionReceived::milliG)
                .average();
    }

    private void moves(double seconds, double milliG) {
        window.add(new MotionReceived(SessionTime.ofSeconds(seconds), milliG));
    }
}

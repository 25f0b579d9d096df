package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.attune.regulation.Exertion.Kind;
import org.attune.regulation.RegulationInput.Movement;
import org.junit.jupiter.api.Test;

class ExertionTest {
    private static final Movement STILL = movement(5, 5);
    private static final Movement MOVING = movement(80, 80);

    private final Exertion exertion = new Exertion(MovementRules.DEFAULT);

    @Test
    void whoMovesIsMoving() {
        run(MOVING, 1, i -> 90);
        assertThat(exertion.kind()).isEqualTo(Kind.MOVING);
        run(movement(5, 40), 1, i -> 90);
        assertThat(exertion.kind()).as("still, but moved lately").isEqualTo(Kind.MOVING);
    }

    @Test
    void aRateThatComesDownAfterMovementIsRecoveryUntilItStops() {
        run(MOVING, 60, i -> 120);
        run(movement(5, 40), 60, i -> 120 - 0.1 * i);
        run(STILL, 60, i -> 114 - 0.1 * i);
        assertThat(exertion.kind()).isEqualTo(Kind.RECOVERING);
        run(STILL, 31, i -> 108);
        assertThat(exertion.kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void aRateThatDoesNotFallAfterMovementIsNotExcused() {
        run(MOVING, 60, i -> 90);
        run(STILL, 1, i -> 90);
        assertThat(exertion.kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void recoveryIsNotBelievedForEver() {
        run(MOVING, 60, i -> 180 - 0.2 * i);
        run(STILL, 300, i -> 168 - 0.2 * i);
        assertThat(exertion.kind()).isEqualTo(Kind.RECOVERING);
        run(STILL, 1, i -> 108);
        assertThat(exertion.kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void whatIsNotKnownToFallIsNotExcused() {
        run(MOVING, 60, i -> Double.NaN);
        run(STILL, 1, i -> 90);
        assertThat(exertion.explains()).isFalse();
    }

    @Test
    void withoutAMotionChannelNothingIsExplained() {
        run(Movement.UNKNOWN, 100, i -> 120 - i);
        assertThat(exertion.explains()).isFalse();
    }

    private void run(Movement movement, int seconds, IntToDoubleFunction bpm) {
        for (int i = 0; i < seconds; i++) {
            exertion.step(movement, bpm.applyAsDouble(i));
        }
    }

    private static Movement movement(double mean, double lately) {
        return new Movement(OptionalDouble.of(mean), OptionalDouble.of(lately));
    }
}

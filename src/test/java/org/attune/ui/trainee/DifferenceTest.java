package org.attune.ui.trainee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final List<Meant> STORY =
            List.of(
                    new Meant(0, 480, RegulationState.USUAL),
                    new Meant(480, 600, RegulationState.RISING),
                    new Meant(600, 780, RegulationState.HIGH),
                    new Meant(780, 960, RegulationState.SETTLING));

    private static List<Difference> between(double until, Guess... guesses) {
        return Difference.between(STORY, List.of(guesses), until);
    }

    private static Guess guess(double at, RegulationState state) {
        return new Guess(at, state);
    }

    @Test
    void aStretchThatWasMarkedSaysBySoManySeconds() {
        assertThat(
                        between(
                                960,
                                guess(494, RegulationState.RISING),
                                guess(590, RegulationState.HIGH),
                                guess(780, RegulationState.SETTLING)))
                .extracting(Difference::secondsAfter)
                .containsExactly(
                        OptionalDouble.of(14), OptionalDouble.of(-10), OptionalDouble.of(0));
    }

    @Test
    void aStretchThatWasNotMarkedIsSaidToBeSo() {
        List<Difference> found = between(960, guess(500, RegulationState.RISING));

        assertThat(found).hasSize(3);
        assertThat(found.get(1).meant()).contains(RegulationState.HIGH);
        assertThat(found.get(1).marked()).isEmpty();
        assertThat(found.get(2).meant()).contains(RegulationState.SETTLING);
    }

    @Test
    void aMarkWhereSomethingElseWasMeantSaysWhat() {
        List<Difference> found = between(470, guess(300, RegulationState.HIGH));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).at()).isEqualTo(300);
        assertThat(found.get(0).marked()).contains(RegulationState.HIGH);
        assertThat(found.get(0).meant()).isEqualTo(Optional.of(RegulationState.USUAL));
        assertThat(found.get(0).secondsAfter()).isEmpty();
    }

    @Test
    void theUsualRangeNeedsNoMarkWhileNothingElseWasMarked() {
        assertThat(between(470)).isEmpty();
    }

    @Test
    void whatCameAfterTheTraineeStoppedIsNotAsked() {
        assertThat(between(500, guess(490, RegulationState.RISING))).hasSize(1);
    }

    @Test
    void markingTheSameTwiceIsNoDifference() {
        assertThat(
                        between(
                                590,
                                guess(490, RegulationState.RISING),
                                guess(520, RegulationState.RISING)))
                .hasSize(1);
    }
}

package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class BaselineLearnerTest {
    private static final BaselineRules RULES = new BaselineRules(100, 60, 3, 10, 5, 0.5);

    private final BaselineLearner learner = new BaselineLearner(RULES);

    @Test
    void theTimeInWhichPeopleArriveIsLeftOut() {
        learner.heard(SessionTime.ofSeconds(10));
        for (int i = 10; i < 110; i++) {
            assertThat(learner.learn(SessionTime.ofSeconds(i), 120, none(), none())).isEmpty();
        }
        Optional<Baseline> baseline = Optional.empty();
        int i = 110;
        for (; baseline.isEmpty(); i++) {
            baseline = learner.learn(SessionTime.ofSeconds(i), 60, none(), none());
        }
        assertThat(i).isEqualTo(170);
        assertThat(baseline.orElseThrow().centreBpm()).isEqualTo(60);
        assertThat(baseline.orElseThrow().from()).isEqualTo(SessionTime.ofSeconds(110));
        assertThat(baseline.orElseThrow().to()).isEqualTo(SessionTime.ofSeconds(169));
    }

    @Test
    void theMiddleIsTheMedianAndTheScaleIsShrunkTowardsWhatIsExpected() {
        // Half at 60, a quarter each at 58 and 62.
        Baseline baseline = learn(i -> i % 2 == 0 ? 60 : i % 4 == 1 ? 58 : 62);
        assertThat(baseline.centreBpm()).isEqualTo(60);
        double ownSquare = 0.5 * 4;
        assertThat(baseline.scaleBpm())
                .isCloseTo(Math.sqrt((10 * 9 + 5 * ownSquare) / 15), within(1e-12));
    }

    @Test
    void anUnusuallyEvenStretchDoesNotMakeEveryBreathLookLikeArousal() {
        Baseline baseline = learn(i -> 64);
        assertThat(baseline.scaleBpm()).isCloseTo(Math.sqrt(6), within(1e-12));
    }

    @Test
    void theUsualVariabilityIsLearnedOnlyWhereHalfTheTimeCarriedOne() {
        learner.heard(SessionTime.ZERO);
        Optional<Baseline> baseline = Optional.empty();
        for (int i = 0; i < 60; i++) {
            OptionalDouble ln = i < 29 ? OptionalDouble.of(3.5) : none();
            baseline = learner.learn(SessionTime.ofSeconds(100 + i), 60, none(), ln);
        }
        assertThat(baseline.orElseThrow().lnRmssd()).isEmpty();
    }

    @Test
    void onlyUsableSecondsCountTowardsTheEnd() {
        assertThat(learner.progress(SessionTime.ofSeconds(50))).isZero();
        learner.heard(SessionTime.ZERO);
        assertThat(learner.progress(SessionTime.ofSeconds(40))).isCloseTo(0.25, within(1e-9));
        assertThat(learner.progress(SessionTime.ofSeconds(5000))).isCloseTo(0.625, within(1e-9));
        learner.learn(SessionTime.ofSeconds(5000), 60, none(), none());
        assertThat(learner.progress(SessionTime.ofSeconds(5000)))
                .isCloseTo(101 / 160.0, within(1e-9));
    }

    @Test
    void aTrendTellsHowFastAndHowMuchAndNothingAcrossALoss() {
        RateTrend trend = new RateTrend(240);
        for (int i = 0; i < 19; i++) {
            trend.add(60 + 0.2 * i);
        }
        assertThat(trend.slopeBpm()).isEmpty();
        trend.add(60 + 0.2 * 19);
        assertThat(trend.slopeBpm().orElseThrow()).isCloseTo(2, within(1e-9));
        assertThat(trend.spreadBpm()).isEmpty();
        for (int i = 0; i < 500; i++) {
            trend.add(i % 2 == 0 ? 59 : 61);
        }
        assertThat(trend.spreadBpm().orElseThrow()).isCloseTo(Math.sqrt(240 / 239.0), within(1e-9));
        assertThat(trend.slopeBpm().orElseThrow()).isCloseTo(0, within(1e-9));
        trend.forget();
        assertThat(trend.slopeBpm()).isEmpty();
        assertThat(trend.spreadBpm()).isEmpty();
    }

    private interface Rate {
        double at(int second);
    }

    private Baseline learn(Rate rate) {
        learner.heard(SessionTime.ZERO);
        Optional<Baseline> baseline = Optional.empty();
        for (int i = 0; i < 60; i++) {
            baseline = learner.learn(SessionTime.ofSeconds(100 + i), rate.at(i), none(), none());
        }
        return baseline.orElseThrow();
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }
}

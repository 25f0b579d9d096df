package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.regulation.RegulationState.HIGH;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.QUIET;
import static org.attune.regulation.RegulationState.RISING;
import static org.attune.regulation.RegulationState.SETTLING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** The band's middle is 60 bpm and a step is 4 bpm: 66 is Rising, 70 is High, 54 is low. */
class StateTrackerTest {
    private static final Baseline BAND =
            new Baseline(60, 4, OptionalDouble.empty(), SessionTime.ZERO, SessionTime.ZERO);

    private final StateTracker tracker = new StateTracker(StateRules.DEFAULT);
    private final List<RegulationState> story = new ArrayList<>();
    private int second;
    private boolean mayBeQuiet = true;

    @Test
    void aboveUsualForFifteenSecondsIsRisingAndNotEarlier() {
        usual().at(66.5, 15);
        assertThat(tracker.state()).isEqualTo(USUAL);
        at(66.5, 1);
        assertThat(tracker.state()).isEqualTo(RISING);
    }

    @Test
    void oneSecondBelowBeginsTheDwellAnew() {
        usual();
        for (int i = 0; i < 20; i++) {
            at(66.5, 14).at(65.5, 1);
        }
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void risingIsLeftOnlyBelowTheLowerThresholdForTwentySeconds() {
        usual().at(67, 40).at(64.5, 300);
        assertThat(tracker.state()).as("between the thresholds").isEqualTo(RISING);
        at(63.5, 20);
        assertThat(tracker.state()).isEqualTo(RISING);
        at(63.5, 1);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void highTakesTwentySecondsAndTheLeastDistanceInBeats() {
        usual().at(71, 20);
        assertThat(tracker.state()).isEqualTo(RISING);
        at(71, 60);
        assertThat(tracker.state()).isEqualTo(HIGH);

        StateTracker narrow = new StateTracker(StateRules.DEFAULT);
        Baseline even =
                new Baseline(60, 1.0, OptionalDouble.empty(), SessionTime.ZERO, SessionTime.ZERO);
        for (int i = 1; i < 100; i++) {
            narrow.step(
                    SessionTime.ofSeconds(i),
                    even.stepsAbove(i < 20 ? 60 : 62.5),
                    (i < 20 ? 60 : 62.5) - even.centreBpm(),
                    false,
                    OptionalDouble.of(0),
                    false,
                    true);
        }
        assertThat(narrow.state()).as("more than two steps, but 2.5 bpm").isEqualTo(RISING);
    }

    @Test
    void highFallsToRisingThenToUsual() {
        usual().at(71, 60).at(64.6, 22);
        assertThat(tracker.state()).isEqualTo(RISING);
        at(61, 22);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void comingDownForFifteenSecondsIsSettling() {
        usual().at(75, 60).moving(73, -1.5, 15);
        assertThat(tracker.state()).isEqualTo(HIGH);
        moving(73, -1.5, 1);
        assertThat(tracker.state()).isEqualTo(SETTLING);
    }

    @Test
    void settlingThatClimbsAgainIsHighAgain() {
        usual().at(75, 60).moving(72, -1.5, 20).moving(74, 2, 40);
        assertThat(tracker.state()).isEqualTo(HIGH);
    }

    @Test
    void settlingThatStopsAboveUsualIsNotCalledSettlingForEver() {
        usual().at(75, 60).moving(72, -1.5, 20).at(68, 45);
        assertThat(tracker.state()).isEqualTo(RISING);
    }

    @Test
    void settlingThatArrivesIsUsual() {
        usual().at(75, 60).moving(70, -1.5, 20).moving(62, -1.2, 30);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void lowForFourMinutesIsQuietInAnyPhase() {
        usual().at(53, 240);
        assertThat(tracker.state()).isEqualTo(USUAL);
        at(53, 1);
        assertThat(tracker.state()).isEqualTo(QUIET);
        at(60, 21);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void flatIsQuietAtOnceAndNoLongerWhenItHasVariedForTwentySeconds() {
        usual().flat(60, 1);
        assertThat(tracker.state()).isEqualTo(QUIET);
        at(60, 20);
        assertThat(tracker.state()).isEqualTo(QUIET);
        at(60, 1);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void whoseQuietSaysNothingIsNeverQuiet() {
        mayBeQuiet = false;
        usual().at(53, 300).flat(60, 300);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void otherThresholdsHoldFromTheSecondTheyAreAdopted() {
        usual().at(67, 40);
        assertThat(tracker.state()).isEqualTo(RISING);
        tracker.adopt(
                new StateRules(
                        3, 2.5, 15, 4, 3, 3, 20, 20, 1, 15, true, 1.5, 0.8, 0.5, 240, 90, 15));
        at(67, 22);
        assertThat(tracker.state()).isEqualTo(USUAL);
    }

    @Test
    void quietThatRisesIsRising() {
        usual().at(53, 260).at(67, 16);
        assertThat(tracker.state()).isEqualTo(RISING);
    }

    @Test
    void unknownComesAtOnceAndForgetsWhatWasDwelt() {
        usual().at(66.5, 14);
        unknown();
        assertThat(tracker.state()).isEqualTo(UNKNOWN);
        at(60, 1);
        assertThat(tracker.state()).isEqualTo(USUAL);
        at(66.5, 15);
        assertThat(tracker.state()).as("dwelt before the loss does not count").isEqualTo(USUAL);
    }

    @Test
    void afterUnknownTheStateIsWhatTheDataSayWithoutACalmInBetween() {
        usual().at(72, 60);
        unknown();
        story.clear();
        at(72, 30);
        assertThat(story).containsExactly(HIGH);
        unknown();
        story.clear();
        at(67, 30);
        assertThat(story).containsExactly(RISING);
    }

    @Test
    void noStateIsShownForLessThanItsHold() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            StateTracker any = new StateTracker(StateRules.DEFAULT);
            RegulationState shown = UNKNOWN;
            int since = 0;
            double bpm = 60;
            for (int i = 1; i < 3000; i++) {
                bpm = Math.max(48, Math.min(85, bpm + 1.5 * random.nextGaussian()));
                RegulationState now =
                        any.step(
                                SessionTime.ofSeconds(i),
                                BAND.stepsAbove(bpm),
                                bpm - BAND.centreBpm(),
                                false,
                                OptionalDouble.of(3 * random.nextGaussian()),
                                random.nextInt(50) == 0,
                                true);
                if (now != shown) {
                    if (shown != UNKNOWN) {
                        assertThat(i - since)
                                .as("seed %d, %s", seed, shown)
                                .isGreaterThanOrEqualTo(15);
                    }
                    shown = now;
                    since = i;
                }
            }
        }
    }

    @Test
    void noiseAtAThresholdDoesNotFlicker() {
        for (double level : new double[] {64, 66, 68, 70, 54}) {
            Random random = new Random((long) level);
            StateTracker fresh = new StateTracker(StateRules.DEFAULT);
            int changes = 0;
            RegulationState shown = UNKNOWN;
            for (int i = 1; i < 3600; i++) {
                RegulationState now =
                        fresh.step(
                                SessionTime.ofSeconds(i),
                                BAND.stepsAbove(level + random.nextGaussian()),
                                (level + random.nextGaussian()) - BAND.centreBpm(),
                                false,
                                OptionalDouble.of(0),
                                false,
                                true);
                changes += now == shown ? 0 : 1;
                shown = now;
            }
            assertThat(changes).as("changes in an hour at %s bpm", level).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void learningIsEnteredAtOnceToo() {
        assertThat(tracker.enterAtOnce(LEARNING, SessionTime.ZERO)).isEqualTo(LEARNING);
    }

    private StateTrackerTest usual() {
        return at(60, 30);
    }

    private StateTrackerTest at(double bpm, int seconds) {
        return moving(bpm, 0, seconds);
    }

    private StateTrackerTest moving(double bpm, double slope, int seconds) {
        return step(bpm, slope, false, seconds);
    }

    private StateTrackerTest flat(double bpm, int seconds) {
        return step(bpm, 0, true, seconds);
    }

    private StateTrackerTest step(double bpm, double slope, boolean flat, int seconds) {
        for (int i = 0; i < seconds; i++) {
            RegulationState state =
                    tracker.step(
                            SessionTime.ofSeconds(++second),
                            BAND.stepsAbove(bpm),
                            bpm - BAND.centreBpm(),
                            false,
                            OptionalDouble.of(slope),
                            flat,
                            mayBeQuiet);
            if (story.isEmpty() || story.get(story.size() - 1) != state) {
                story.add(state);
            }
        }
        return this;
    }

    private void unknown() {
        tracker.enterAtOnce(UNKNOWN, SessionTime.ofSeconds(++second));
    }
}

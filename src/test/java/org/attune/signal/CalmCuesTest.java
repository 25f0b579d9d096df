package org.attune.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.attune.regulation.RegulationState.HIGH;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.QUIET;
import static org.attune.regulation.RegulationState.RISING;
import static org.attune.regulation.RegulationState.SETTLING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class CalmCuesTest {
    private CalmCues policy = new CalmCues(CueRules.DEFAULT);
    private final List<Integer> cues = new ArrayList<>();
    private int second;
    private Signal last = new Signal.Withheld(Reason.STARTING);

    @Test
    void anEpisodeGivesOneCueHoweverLongItLasts() {
        stay(USUAL, 60).stay(HIGH, 600);
        assertThat(cues).containsExactly(61);
        assertThat(((Signal.Shown) last).pace()).isEqualTo(Pace.EASE);
    }

    @Test
    void eachStateHasItsPace() {
        for (RegulationState state : List.of(USUAL, RISING, SETTLING)) {
            stay(state, 1);
            assertThat(((Signal.Shown) last).pace()).isEqualTo(Pace.STAY);
        }
        stay(QUIET, 1);
        assertThat(((Signal.Shown) last).pace()).isEqualTo(Pace.INVITE);
    }

    @Test
    void quietIsWorthACueOnlyInAPhaseMarkedAsWork() {
        stay(QUIET, 10).stay(USUAL, 10);
        assertThat(cues).isEmpty();
        policy.marked(Marker.ofPhase(SessionTime.ofSeconds(20), Phase.WORK));
        stay(QUIET, 10).stay(USUAL, 300);
        assertThat(cues).containsExactly(21);
        policy.marked(Marker.ofPhase(SessionTime.ofSeconds(330), Phase.SETTLE));
        stay(QUIET, 10);
        assertThat(cues).containsExactly(21);
    }

    @Test
    void withoutAJudgementTheSignalIsWithheldForItsFirstReason() {
        for (RegulationState state : List.of(UNKNOWN, LEARNING)) {
            stay(state, 1);
            assertThat(last).isEqualTo(new Signal.Withheld(Reason.SENSOR_SILENT));
        }
        assertThat(cues).isEmpty();
    }

    @Test
    void aCueWaitsUntilTenMinutesAfterTheOneBefore() {
        stay(HIGH, 10).stay(SETTLING, 20).stay(HIGH, 700);
        assertThat(cues).containsExactly(1, 601);
    }

    @Test
    void aCueThatWaitedInVainIsNotGivenAfterItsEpisode() {
        stay(HIGH, 10).stay(SETTLING, 20).stay(HIGH, 30).stay(USUAL, 300);
        assertThat(cues).containsExactly(1);
    }

    @Test
    void anEpisodeInterruptedByALossIsTheSameEpisode() {
        stay(HIGH, 10).stay(UNKNOWN, 200).stay(HIGH, 200);
        assertThat(cues).containsExactly(1);
    }

    @Test
    void noMoreThanThreeCuesInAnyFiftyMinutes() {
        for (int i = 0; i < 40; i++) {
            stay(HIGH, 130).stay(USUAL, 170);
        }
        for (int i = 3; i < cues.size(); i++) {
            assertThat(cues.get(i) - cues.get(i - 3)).isGreaterThanOrEqualTo(3000);
        }
        assertThat(cues.subList(0, 3)).containsExactly(1, 601, 1201);
        assertThat(cues.get(3)).isGreaterThan(3000);
    }

    @Test
    void snoozedCuesAreSilentButThePaceAndTheWithholdingAreNot() {
        policy.marked(new Marker(SessionTime.ZERO, MarkKind.SNOOZE, "5"));
        stay(HIGH, 200);
        assertThat(cues).isEmpty();
        assertThat(((Signal.Shown) last).pace()).isEqualTo(Pace.EASE);
        stay(UNKNOWN, 1);
        assertThat(last).isInstanceOf(Signal.Withheld.class);
        stay(HIGH, 200);
        assertThat(cues).as("the episode outlasts the snooze").containsExactly(300);
    }

    @Test
    void aSnoozeOfNoMinutesEndsTheSnooze() {
        policy.marked(new Marker(SessionTime.ZERO, MarkKind.SNOOZE, "10"));
        stay(USUAL, 5);
        policy.marked(new Marker(SessionTime.ofSeconds(5), MarkKind.SNOOZE, "0"));
        stay(HIGH, 5);
        assertThat(cues).containsExactly(6);
    }

    @Test
    void whatWasSeenIsNotCuedButStillShown() {
        policy.marked(new Marker(SessionTime.ZERO, MarkKind.SNOOZE, "1"));
        stay(HIGH, 10);
        policy.marked(Marker.of(SessionTime.ofSeconds(10), MarkKind.ACKNOWLEDGED));
        stay(HIGH, 200);
        assertThat(cues).isEmpty();
        assertThat(((Signal.Shown) last).pace()).isEqualTo(Pace.EASE);
    }

    @Test
    void cuesMayBeSwitchedOffByKindOrWhole() {
        policy = new CalmCues(new CueRules(3, 50, 120, false, true));
        policy.marked(Marker.ofPhase(SessionTime.ZERO, Phase.WORK));
        stay(HIGH, 10).stay(USUAL, 10).stay(QUIET, 10);
        assertThat(cues).containsExactly(21);
        policy = new CalmCues(new CueRules(0, 50, 120, true, true));
        stay(HIGH, 10);
        assertThat(cues).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CueRules(21, 50, 120, true, true));
    }

    private CalmCuesTest stay(RegulationState state, int seconds) {
        for (int i = 0; i < seconds; i++) {
            second++;
            last =
                    policy.decide(
                            new ArousalEstimate(
                                    SessionTime.ofSeconds(second),
                                    OptionalDouble.empty(),
                                    state,
                                    state == RegulationState.HIGH,
                                    1,
                                    Optional.empty(),
                                    List.of(Reason.SENSOR_SILENT),
                                    "test"));
            if (last instanceof Signal.Shown shown && shown.cue()) {
                cues.add(second);
            }
        }
        return this;
    }
}

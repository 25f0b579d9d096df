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

import java.time.Duration;
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
    private List<Reason> reasons = List.of(Reason.SENSOR_SILENT);
    private boolean raised;
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
        policy = new CalmCues(rules(3, false, true));
        policy.marked(Marker.ofPhase(SessionTime.ZERO, Phase.WORK));
        stay(HIGH, 10).stay(USUAL, 10).stay(QUIET, 10);
        assertThat(cues).containsExactly(21);
        policy = new CalmCues(rules(0, true, true));
        stay(HIGH, 10);
        assertThat(cues).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> rules(21, true, true));
    }

    @Test
    void aCueThatIsHeldBackSaysWhyInEverySecond() {
        stay(HIGH, 1);
        assertThat(fate()).isEqualTo(CueFate.GIVEN);
        stay(HIGH, 1);
        assertThat(fate()).isEqualTo(CueFate.NONE);
        stay(USUAL, 5).stay(HIGH, 1);
        assertThat(fate()).isEqualTo(CueFate.TOO_SOON);
        policy.marked(Marker.ofSnooze(SessionTime.ofSeconds(second), Duration.ofMinutes(5)));
        stay(HIGH, 1);
        assertThat(fate()).isEqualTo(CueFate.SNOOZED);
        policy.marked(Marker.of(SessionTime.ofSeconds(second), MarkKind.ACKNOWLEDGED));
        stay(HIGH, 1);
        assertThat(fate()).isEqualTo(CueFate.ACKNOWLEDGED);
        stay(USUAL, 1).stay(QUIET, 1);
        assertThat(fate()).isEqualTo(CueFate.NOT_IN_WORK);
        policy.adopt(rules(3, false, false));
        stay(QUIET, 1);
        assertThat(fate()).isEqualTo(CueFate.SWITCHED_OFF);
    }

    @Test
    void aSpentBudgetIsSaid() {
        policy = new CalmCues(rules(1, true, true));
        stay(HIGH, 1).stay(USUAL, 200).stay(HIGH, 1);
        assertThat(fate()).isEqualTo(CueFate.BUDGET_SPENT);
    }

    @Test
    void noCueIsGivenWhileTheRateComesDownByItself() {
        reasons = List.of(new Reason(Reason.Code.SLOPE, -0.8));
        stay(HIGH, 30);
        assertThat(cues).isEmpty();
        assertThat(fate()).isEqualTo(CueFate.RECOVERING);
        reasons = List.of(new Reason(Reason.Code.SLOPE, 0.1));
        stay(HIGH, 1);
        assertThat(cues).containsExactly(31);
    }

    @Test
    void raisedArousalOnItsWayBackGivesNoCue() {
        policy.marked(Marker.ofSnooze(SessionTime.ZERO, Duration.ofMinutes(1)));
        stay(HIGH, 59);
        raised = true;
        stay(SETTLING, 60);
        assertThat(cues).isEmpty();
        assertThat(fate()).isEqualTo(CueFate.RECOVERING);
    }

    @Test
    void whereMovementIsNotKnownARiseHasToLast() {
        reasons = List.of(Reason.of(Reason.Code.MOVEMENT_UNKNOWN));
        stay(HIGH, 45);
        assertThat(cues).isEmpty();
        assertThat(fate()).isEqualTo(CueFate.WAITING);
        stay(HIGH, 1);
        assertThat(cues).containsExactly(46);
    }

    @Test
    void inASetAndJustAfterItNoCueIsGiven() {
        policy.marked(Marker.ofSet(SessionTime.ZERO, true));
        stay(HIGH, 40);
        assertThat(fate()).isEqualTo(CueFate.IN_SET);
        policy.marked(Marker.ofSet(SessionTime.ofSeconds(40), false));
        stay(HIGH, 30);
        assertThat(cues).containsExactly(55);
    }

    @Test
    void peopleWhoShareABudgetShareTheirCues() {
        CueRules shared = new CueRules(1, 50, 0, 0, true, true, true, 0);
        CueLedger ledger = new CueLedger();
        CalmCues other = new CalmCues(shared, ledger);
        policy = new CalmCues(shared, ledger);
        stay(HIGH, 1);
        policy = other;
        stay(HIGH, 1);
        assertThat(cues).containsExactly(1);
        assertThat(fate()).isEqualTo(CueFate.BUDGET_SPENT);

        CueRules own = new CueRules(1, 50, 0, 0, false, true, true, 0);
        ledger = new CueLedger();
        CalmCues second = new CalmCues(own, ledger);
        policy = new CalmCues(own, ledger);
        stay(HIGH, 1);
        policy = second;
        stay(HIGH, 1);
        assertThat(cues).containsExactly(1, 3, 4);
    }

    private static CueRules rules(int budget, boolean ease, boolean invite) {
        return new CueRules(budget, 50, 120, 60, false, ease, invite, 15);
    }

    private CueFate fate() {
        return ((Signal.Shown) last).cueFate();
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
                                    raised || state == RegulationState.HIGH,
                                    1,
                                    Optional.empty(),
                                    reasons,
                                    "test"));
            if (last instanceof Signal.Shown shown && shown.cue()) {
                cues.add(second);
            }
        }
        return this;
    }
}

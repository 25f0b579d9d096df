package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.attune.regulation.RegulationState.HIGH;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.RISING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.hrv.HrvFeatures;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private final List<Moment> log = new ArrayList<>();
    private int second;

    @Test
    void sharesAreOfUsableTimeAndTheUsableShareOfAll() {
        stay(UNKNOWN, 10);
        stay(LEARNING, 40);
        stay(USUAL, 30);
        stay(HIGH, 5);
        stay(UNKNOWN, 2);
        stay(HIGH, 8);
        stay(RISING, 5);
        Summary summary = Summary.of(LaneId.CLIENT, log);
        assertThat(summary.seconds()).isEqualTo(100);
        assertThat(summary.usableSeconds()).isEqualTo(88);
        assertThat(summary.usablePercent()).hasValue(88);
        assertThat(summary.secondsIn(HIGH)).isEqualTo(13);
        assertThat(summary.percentOfUsable(USUAL).orElseThrow())
                .isCloseTo(100 * 30 / 88.0, within(1e-9));
        assertThat(summary.percentOfUsable(UNKNOWN)).isEmpty();
        assertThat(summary.secondsIn()).containsOnlyKeys(RegulationState.values());
        double all = 0;
        for (RegulationState state : RegulationState.values()) {
            all += summary.percentOfUsable(state).orElse(0);
        }
        assertThat(all).isCloseTo(100, within(1e-9));
    }

    @Test
    void aLossBreaksTheLongestHigh() {
        stay(HIGH, 5);
        stay(UNKNOWN, 1);
        stay(HIGH, 8);
        Summary summary = Summary.of(LaneId.CLIENT, log);
        assertThat(summary.longestHighSeconds()).isEqualTo(8);
        assertThat(summary.timesHigh()).isEqualTo(2);
    }

    @Test
    void cuesAreCountedAndOtherPeopleAreNot() {
        conclude(LaneId.CLIENT, HIGH, true);
        conclude(LaneId.CLIENT, HIGH, false);
        conclude(LaneId.PARTNER, HIGH, true);
        Summary summary = Summary.of(LaneId.CLIENT, log);
        assertThat(summary.cues()).isOne();
        assertThat(summary.seconds()).isEqualTo(2);
    }

    @Test
    void anEmptyLogHasNoShares() {
        Summary summary = Summary.of(LaneId.CLIENT, List.of());
        assertThat(summary.usablePercent()).isEmpty();
        assertThat(summary.percentOfUsable(USUAL)).isEmpty();
        assertThat(summary.longestHighSeconds()).isZero();
    }

    private void stay(RegulationState state, int seconds) {
        for (int i = 0; i < seconds; i++) {
            conclude(LaneId.CLIENT, state, false);
        }
    }

    private void conclude(LaneId lane, RegulationState state, boolean cue) {
        SessionTime at = SessionTime.ofSeconds(++second);
        HrvWindow window = new HrvWindow(SessionTime.ZERO, at, HrvFeatures.NONE, 1, 0, 0);
        HrvReading reading = new HrvReading(at, window, window, window, OptionalDouble.empty());
        ArousalEstimate estimate =
                new ArousalEstimate(
                        at,
                        OptionalDouble.empty(),
                        state,
                        state == HIGH,
                        1,
                        Optional.empty(),
                        List.of(),
                        "test");
        boolean shown = state != UNKNOWN && state != LEARNING;
        Signal signal =
                shown
                        ? new Signal.Shown(Pace.STAY, cue ? CueFate.GIVEN : CueFate.NONE, List.of())
                        : new Signal.Withheld(Reason.STARTING);
        log.add(new Moment.Concluded(lane, reading, estimate, signal));
    }
}

package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.attune.regulation.Baseline.Origin;
import org.attune.session.Phase;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** Whose rate varied by 2 bpm while the baseline was learned is flat below 0.7, by the limit. */
class QuietWatchTest {
    private final QuietWatch watch = new QuietWatch(StateRules.DEFAULT);
    private Phase phase = Phase.WORK;
    private double usualSpread = 2;
    private int second;

    @Test
    void flatForFourMinutesOfWorkIsFlat() {
        flat(2, 240);
        assertThat(watch.isFlat()).isFalse();
        flat(2, 1);
        assertThat(watch.isFlat()).isTrue();
        flat(2, 10);
        assertThat(watch.flatSeconds()).isEqualTo(251);
    }

    @Test
    void whatWasFlatBeforeTheWorkBeganDoesNotCount() {
        phase = Phase.ARRIVE;
        flat(0, 600);
        phase = Phase.WORK;
        flat(0, 240);
        assertThat(watch.isFlat()).isFalse();
        flat(0, 1);
        assertThat(watch.isFlat()).isTrue();
    }

    @Test
    void outsideWorkNothingIsFlat() {
        phase = Phase.SETTLE;
        flat(0, 600);
        assertThat(watch.isFlat()).isFalse();
    }

    @Test
    void whoseHeartIsEvenByNatureHasToVaryLessStill() {
        usualSpread = 0.6;
        for (int i = 0; i < 300; i++) {
            second(i % 2 == 0 ? 0.4 : -0.4, 0, false);
        }
        assertThat(watch.isFlat()).as("0.4 is more than two fifths of 0.6").isFalse();
        for (int i = 0; i < 300; i++) {
            second(i % 2 == 0 ? 0.2 : -0.2, 0, false);
        }
        assertThat(watch.isFlat()).isTrue();
    }

    @Test
    void aboveUsualNothingIsFlat() {
        for (int i = 0; i < 600; i++) {
            second(0, 2, false);
        }
        assertThat(watch.isFlat()).isFalse();
    }

    @Test
    void goingFlatSoonAfterAPeakTakesNinetySeconds() {
        phase = Phase.ARRIVE;
        peak();
        flat(0, 89);
        assertThat(watch.isFlatAfterPeak()).isFalse();
        flat(0, 2);
        assertThat(watch.isFlatAfterPeak()).isTrue();
        assertThat(watch.peakAgoSeconds()).isEqualTo(91);
        flat(0, 600);
        assertThat(watch.isFlatAfterPeak()).as("ten minutes later").isFalse();
    }

    @Test
    void whoComesDownAndSettlesAtTheEndIsNotFlatAfterAPeak() {
        phase = Phase.SETTLE;
        peak();
        flat(0, 200);
        assertThat(watch.isFlatAfterPeak()).isFalse();
    }

    @Test
    void aLossBreaksWhatSpansIt() {
        flat(0, 241);
        watch.forget();
        assertThat(watch.isFlat()).isFalse();
        flat(0, 100);
        assertThat(watch.isFlat()).isFalse();
    }

    private void peak() {
        for (int i = 0; i < 60; i++) {
            second(15 + i % 3, 5, true);
        }
    }

    private void flat(double wobble, int seconds) {
        for (int i = 0; i < seconds; i++) {
            second(wobble * 0.1 * (i % 2), 0, false);
        }
    }

    private void second(double bpmAbove, double steps, boolean high) {
        second++;
        SessionTime now = SessionTime.ofSeconds(second);
        Baseline band =
                new Baseline(
                        70,
                        3,
                        OptionalDouble.empty(),
                        OptionalDouble.of(usualSpread),
                        Origin.TODAY,
                        SessionTime.ZERO,
                        SessionTime.ZERO);
        watch.add(70 + bpmAbove);
        watch.step(now, steps, band, phase, high);
    }
}

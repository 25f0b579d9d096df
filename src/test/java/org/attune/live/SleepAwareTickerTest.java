package org.attune.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.time.AcceleratedTicker;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SleepAwareTickerTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong monotonic = new AtomicLong(77);
    private final AtomicLong calendar = new AtomicLong(1_700_000_000L * SECOND);
    private final SleepAwareTicker ticker =
            new SleepAwareTicker(monotonic::get, () -> Instant.EPOCH.plusNanos(calendar.get()));

    private void live(double seconds) {
        monotonic.addAndGet(Math.round(seconds * SECOND));
        calendar.addAndGet(Math.round(seconds * SECOND));
    }

    private void sleep(double seconds) {
        calendar.addAndGet(Math.round(seconds * SECOND));
    }

    private double lived(SessionClock clock) {
        return clock.now().toSeconds();
    }

    @Test
    void theClockOfTheSessionGoesOnWhileTheMachineSleeps() {
        SessionClock clock = SessionClock.startingNow(ticker);
        live(10);
        assertThat(lived(clock)).isEqualTo(10);
        assertThat(clock.lastWaking()).isEmpty();

        sleep(600);
        assertThat(lived(clock)).isEqualTo(610);
        assertThat(clock.lastWaking()).contains(SessionTime.ofSeconds(610));
        live(5);
        assertThat(lived(clock)).isEqualTo(615);
        sleep(20);
        live(1);
        assertThat(lived(clock)).isEqualTo(636);
        assertThat(clock.lastWaking()).contains(SessionTime.ofSeconds(636));
    }

    @Test
    void aSessionInQuickMotionSleepsAsManyTimesLonger() {
        SessionClock clock = SessionClock.startingNow(new AcceleratedTicker(ticker, 6));
        live(10);
        sleep(10);

        assertThat(lived(clock)).isEqualTo(120);
        assertThat(clock.lastWaking()).contains(SessionTime.ofSeconds(120));
    }

    @Test
    void smallCorrectionsALeapSecondAndACalendarSetBackAreNoSleep() {
        SessionClock clock = SessionClock.startingNow(ticker);
        for (int i = 0; i < 1_000; i++) { // drift, as of clocks that are not one
            live(1);
            calendar.addAndGet(-100_000);
            assertThat(lived(clock)).isEqualTo(i + 1);
        }
        for (double step : new double[] {1, 0.5, -1, -3600}) {
            sleep(step);
            assertThat(lived(clock)).isEqualTo(1_000);
        }
        assertThat(clock.lastWaking()).isEmpty();

        sleep(30);
        assertThat(lived(clock)).as("measured from where it was set back to").isEqualTo(1_030);
    }

    @Test
    void aCalendarThatWasYearsOffMakesNoSessionOfYears() {
        SessionClock clock = SessionClock.startingNow(ticker);
        sleep(20 * 365 * 86_400.0);

        assertThat(clock.now().since(SessionTime.ZERO)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatKeepsAThreadWaitingBetweenTheTwoClocksIsNoSleep() {
        AtomicLong slow = new AtomicLong();
        SleepAwareTicker held =
                new SleepAwareTicker(
                        () -> slow.addAndGet(5 * SECOND), // a read takes as long as that
                        () -> Instant.EPOCH);

        for (int i = 0; i < 100; i++) {
            held.nanos();
        }
        assertThat(held.lastLeap()).isEmpty();
    }
}

package org.attune.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTimeTest {
    @Test
    void theSessionDoesNotReachBeforeItsBeginning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionTime(-1))
                .withMessage("must be >= 0: nanos=-1");
        assertThat(SessionTime.ofSeconds(1).plus(Duration.ofSeconds(-2)))
                .isEqualTo(SessionTime.ZERO);
    }

    @Test
    void secondsThatAreNoTimeAreRefused() {
        for (double seconds : new double[] {-0.001, Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertThatIllegalArgumentException()
                    .as("%s", seconds)
                    .isThrownBy(() -> SessionTime.ofSeconds(seconds));
        }
    }

    @Test
    void secondsAndNanosecondsAgree() {
        assertThat(SessionTime.ofSeconds(1.25).nanos()).isEqualTo(1_250_000_000L);
        assertThat(new SessionTime(1_250_000_000L).toSeconds()).isEqualTo(1.25);
    }

    @Test
    void theEndOfTimeDoesNotWrapAroundToItsBeginning() {
        assertThat(new SessionTime(Long.MAX_VALUE).plusNanos(1).nanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void timesAreOrdered() {
        SessionTime early = SessionTime.ofSeconds(1);
        SessionTime late = SessionTime.ofSeconds(2);
        assertThat(early.isBefore(late)).isTrue();
        assertThat(late.isAfter(early)).isTrue();
        assertThat(early.isBefore(early)).isFalse();
        assertThat(SessionTime.later(early, late)).isEqualTo(late);
        assertThat(late.since(early)).isEqualTo(Duration.ofSeconds(1));
        assertThat(early.since(late)).isEqualTo(Duration.ofSeconds(-1));
        assertThat(early).isLessThan(late);
    }

    @Test
    void theClockReadsZeroWhenTheSessionBeginsWhateverTheTickerSays() {
        long[] ticks = {-5_000};
        SessionClock clock = SessionClock.startingNow(() -> ticks[0]);
        assertThat(clock.now()).isEqualTo(SessionTime.ZERO);
        ticks[0] = -2_000;
        assertThat(clock.now()).isEqualTo(new SessionTime(3_000));
        ticks[0] = -9_000;
        assertThat(clock.now()).as("a ticker that ran backwards").isEqualTo(SessionTime.ZERO);
    }

    @Test
    void theMachinesClocksRun() {
        Ticker ticker = new SystemTicker();
        long first = ticker.nanos();
        assertThat(ticker.nanos()).isGreaterThanOrEqualTo(first);
        assertThat(WallClock.system().now()).isNotNull();
    }
}

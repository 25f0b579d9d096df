package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerEachTimeButNeverSoLongThatFiveSecondsCannotBeKept() {
        assertThat(Stream.generate(backoff::next).limit(6).map(Duration::toMillis))
                .containsExactly(250L, 500L, 1_000L, 2_000L, 2_000L, 2_000L);
    }

    @Test
    void beginsAnewAfterASuccess() {
        Duration first = backoff.next();
        backoff.next();
        backoff.reset();

        assertThat(backoff.next()).isEqualTo(first);
    }
}

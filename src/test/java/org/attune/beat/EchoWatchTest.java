package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.attune.sensor.RrInterval;
import org.junit.jupiter.api.Test;

class EchoWatchTest {
    private final EchoWatch watch = new EchoWatch();

    @Test
    void aPacketHeardFiveTimesFromTheStartIsARepetition() {
        for (int i = 0; i < 4; i++) {
            watch.hear(packet(860));
            assertThat(watch.repeats()).as("heard %d times", i + 1).isFalse();
        }
        watch.hear(packet(860));
        assertThat(watch.repeats()).isTrue();
    }

    @Test
    void anotherPacketEndsIt() {
        for (int i = 0; i < 50; i++) {
            watch.hear(packet(860));
        }
        watch.hear(packet(861));
        assertThat(watch.repeats()).isFalse();
    }

    @Test
    void aRestlessHeartThatFreezesIsFoundOutAfterFourEqualPackets() {
        hearts(300, 60);
        watch.hear(packet(860));
        watch.hear(packet(860));
        watch.hear(packet(860));
        watch.hear(packet(860));
        assertThat(watch.repeats()).isTrue();
    }

    @Test
    void anEvenHeartIsNotTakenForAFrozenSensorOnceItIsKnown() {
        for (long seed = 0; seed < 20; seed++) {
            EchoWatch even = new EchoWatch();
            Random random = new Random(seed);
            int wrong = 0;
            for (int i = 0; i < 3600; i++) {
                even.hear(packet((int) Math.round(860 + 3 * random.nextGaussian())));
                wrong += i >= 120 && even.repeats() ? 1 : 0;
            }
            assertThat(wrong).as("seed %d: seconds of an hour", seed).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aSensorThatCountsCoarselyIsNotTakenForFrozenOnceItIsKnown() {
        for (long seed = 0; seed < 20; seed++) {
            EchoWatch coarse = new EchoWatch();
            Random random = new Random(seed);
            int wrong = 0;
            for (int i = 0; i < 3600; i++) {
                long sixtyFourths = Math.round((860 + 20 * random.nextGaussian()) / 15.625);
                coarse.hear(packet((int) (sixtyFourths * 15.625)));
                wrong += i >= 120 && coarse.repeats() ? 1 : 0;
            }
            assertThat(wrong).as("seed %d: seconds of an hour", seed).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aBreakBeginsTheCountAnew() {
        for (int i = 0; i < 4; i++) {
            watch.hear(packet(860));
        }
        watch.breakHere();
        watch.hear(packet(860));
        assertThat(watch.repeats()).isFalse();
    }

    private void hearts(int count, double spread) {
        Random random = new Random(5);
        for (int i = 0; i < count; i++) {
            watch.hear(packet((int) Math.round(860 + spread * random.nextGaussian())));
        }
    }

    private static List<RrInterval> packet(int ticks) {
        return List.of(RrInterval.ofTicks1024(ticks));
    }
}

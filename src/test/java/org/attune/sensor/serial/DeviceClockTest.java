package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class DeviceClockTest {
    @Test
    void theErrorOfAClockIsFoundThroughTheJitterOfItsCable() {
        for (int ppm : new int[] {-20_000, -5_000, -40, 0, 40, 5_000, 20_000}) {
            for (int seed = 1; seed <= 20; seed++) {
                Random random = new Random(seed);
                DeviceClock clock = new DeviceClock();
                long last = 0;
                for (int second = 0; second < 300; second++) {
                    double sent = second + 0.2 * random.nextDouble();
                    double arrived = sent + 0.001 + 0.02 * random.nextDouble();
                    long device = (long) (sent * 1e3 * (1 + ppm / 1e6)); // whole milliseconds
                    clock.arrived(device - last, SessionTime.ofSeconds(arrived));
                    last = device;
                    if (second < 120) {
                        assertThat(clock.fastPpm()).isEmpty();
                    }
                }
                assertThat(clock.fastPpm().orElseThrow())
                        .as("seed %d, %d ppm", seed, ppm)
                        .isBetween(ppm - 80.0, ppm + 80.0);
            }
        }
    }

    @Test
    void aDeviceThatBeganAnewIsMeasuredAnew() {
        DeviceClock clock = new DeviceClock();
        for (int second = 0; second < 200; second++) {
            clock.arrived(1_010, SessionTime.ofSeconds(second));
        }
        assertThat(clock.fastPpm().orElseThrow()).isBetween(9_990.0, 10_010.0);
        clock.restart();
        assertThat(clock.fastPpm()).isEmpty();
    }
}

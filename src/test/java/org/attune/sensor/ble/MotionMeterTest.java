package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.attune.sensor.ble.PolarFrame.Acceleration;
import org.junit.jupiter.api.Test;

class MotionMeterTest {
    private static final long FRAME_NANOS = 36 * 20_000_000L;

    private final MotionMeter meter = new MotionMeter();
    private long clock = 599_616_000_000_000_000L;
    private int samples;

    private List<Double> frames(int count, IntFunction<Acceleration> course) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Acceleration> frame = new ArrayList<>();
            for (int k = 0; k < 36; k++) {
                frame.add(course.apply(samples++));
            }
            clock += FRAME_NANOS;
            seconds.addAll(meter.read(new PolarFrame(clock, frame)));
        }
        return seconds;
    }

    private static Acceleration still(int unused) {
        return new Acceleration(300, -700, 650);
    }

    @Test
    void stillnessIsZeroHoweverTheStrapSits() {
        assertThat(frames(50, MotionMeterTest::still))
                .hasSize(36)
                .allSatisfy(milliG -> assertThat(milliG).isCloseTo(0, within(1e-6)));
    }

    @Test
    void aSwingIsItsMeanDeviation() {
        List<Double> seconds =
                frames(50, i -> new Acceleration(0, 0, 1000 + (i / 5 % 2 == 0 ? 60 : -60)));

        assertThat(seconds)
                .hasSize(36)
                .allSatisfy(milliG -> assertThat(milliG).isCloseTo(60, within(1e-6)));
    }

    @Test
    void aSecondWithAHoleGivesNothing() {
        assertThat(frames(1, MotionMeterTest::still)).isEmpty();
        clock += FRAME_NANOS; // one frame is lost

        assertThat(frames(1, MotionMeterTest::still)).isEmpty();
        assertThat(frames(1, MotionMeterTest::still)).hasSize(1);
    }

    @Test
    void aClockThatJumpsBackBeginsAnew() {
        assertThat(frames(1, MotionMeterTest::still)).isEmpty();
        clock -= 10 * FRAME_NANOS;

        assertThat(frames(1, MotionMeterTest::still)).isEmpty();
    }

    @Test
    void aRateALittleOffTheNominalIsFollowed() {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            clock += FRAME_NANOS / 20; // five per cent slow
            seconds.addAll(frames(1, MotionMeterTest::still));
        }
        assertThat(seconds).hasSize(18);
    }

    @Test
    void aNewStretchForgetsWhatWasBegun() {
        assertThat(frames(1, MotionMeterTest::still)).isEmpty();
        meter.startStretch();

        assertThat(frames(1, MotionMeterTest::still)).isEmpty();
    }
}

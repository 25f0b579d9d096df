package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import java.util.Random;
import org.attune.sensor.ble.PolarFrame.Acceleration;
import org.attune.sensor.ble.PolarMeasurement.Outcome;
import org.junit.jupiter.api.Test;

/** Bytes of straps by Polar, as their maker's specification has them. */
class PolarFrameTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void aFrameGivesTheTimeOfItsLastSampleAndThreeAxesOfEach() {
        PolarFrame frame =
                PolarFrame.decode(bytes("02 0094357700000000 01 0c00d8ffd403 0180ff7f0000"))
                        .orElseThrow();

        assertThat(frame.lastSampleNanos()).isEqualTo(2_000_000_000L);
        assertThat(frame.samples())
                .containsExactly(
                        new Acceleration(12, -40, 980), new Acceleration(-32767, 32767, 0));
        assertThat(new Acceleration(300, 0, -400).magnitude()).isEqualTo(500);
    }

    @Test
    void whatIsNoPlainFrameOfAccelerationIsNotGuessedAt() {
        String clock = "0094357700000000";
        String samples = "0c00d8ffd403";

        assertThat(PolarFrame.decode(bytes("00" + clock + "00" + samples))).isEmpty(); // ECG
        assertThat(PolarFrame.decode(bytes("02" + clock + "00" + samples))).isEmpty(); // 8 bit
        assertThat(PolarFrame.decode(bytes("02" + clock + "02" + samples))).isEmpty(); // 24 bit
        assertThat(PolarFrame.decode(bytes("02" + clock + "81" + samples))).isEmpty(); // compressed
        assertThat(PolarFrame.decode(bytes("02" + clock + "01" + samples + "00"))).isEmpty();
        assertThat(PolarFrame.decode(bytes("02" + clock + "01"))).isEmpty();
        assertThat(PolarFrame.decode(bytes("02" + clock))).isEmpty();
        assertThat(PolarFrame.decode(new byte[0])).isEmpty();
        assertThat(PolarFrame.decode(new byte[10 + 6 * 90])).isEmpty();
    }

    @Test
    void commandsAreAsTheMakerWritesThem() {
        assertThat(PolarMeasurement.start(PolarStream.MOTION))
                .isEqualTo(bytes("02 02 00 01 32 00 01 01 10 00 02 01 08 00"));
        assertThat(PolarMeasurement.stop(PolarStream.MOTION)).isEqualTo(bytes("03 02"));
    }

    @Test
    void anAnswerIsToOneCommand() {
        byte[] start = PolarMeasurement.start(PolarStream.MOTION);

        assertThat(PolarMeasurement.answer(start, bytes("f0 02 02 00 00"))).contains(Outcome.DONE);
        assertThat(PolarMeasurement.answer(start, bytes("f0 02 02 06"))).contains(Outcome.ALREADY);
        assertThat(PolarMeasurement.answer(start, bytes("f0 02 02 0a")))
                .contains(Outcome.SMALL_PACKETS);
        assertThat(PolarMeasurement.answer(start, bytes("f0 02 02 0d"))).contains(Outcome.CHARGING);
        assertThat(PolarMeasurement.answer(start, bytes("f0 02 02 ff"))).contains(Outcome.REFUSED);
        assertThat(PolarMeasurement.answer(start, bytes("f0 03 02 00"))).isEmpty();
        assertThat(PolarMeasurement.answer(start, bytes("f0 02 00 00"))).isEmpty();
        assertThat(PolarMeasurement.answer(start, bytes("0f 05"))).isEmpty();
    }

    @Test
    void noBytesBreakItAndTheMeterStaysSane() {
        long seed = 20261126;
        Random random = new Random(seed);
        MotionMeter meter = new MotionMeter();
        for (int i = 0; i < 200_000; i++) {
            byte[] value = new byte[random.nextInt(3) == 0 ? 10 + 6 * random.nextInt(40) : 40];
            random.nextBytes(value);
            if (random.nextBoolean() && value.length > 9) {
                value[0] = 2;
                value[9] = 1;
            }
            assertThatCode(
                            () ->
                                    PolarFrame.decode(value)
                                            .ifPresent(
                                                    frame ->
                                                            assertThat(meter.read(frame))
                                                                    .allMatch(
                                                                            each ->
                                                                                    each >= 0
                                                                                            && each
                                                                                                    < 60_000)))
                    .as("seed %d, round %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }
}

package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.attune.sensor.Contact;
import org.junit.jupiter.api.Test;

class HeartRateMeasurementTest {
    private static final long SEED = 20261123;

    private static HeartRateMeasurement decoded(int... bytes) {
        return HeartRateMeasurement.decode(bytes(bytes)).orElseThrow();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void readsARateWithOneInterval() {
        assertThat(decoded(0x16, 0x3c, 0x28, 0x04))
                .isEqualTo(
                        new HeartRateMeasurement(
                                60, Contact.GOOD, OptionalInt.empty(), true, List.of(1064)));
    }

    @Test
    void readsTwoIntervalsOldestFirst() {
        HeartRateMeasurement heard = decoded(0x10, 0x49, 0x5e, 0x03, 0x96, 0x03);

        assertThat(heard.bpm()).isEqualTo(73);
        assertThat(heard.rrTicks()).containsExactly(862, 918);
    }

    @Test
    void anEnergyFieldMovesTheIntervals() {
        HeartRateMeasurement heard = decoded(0x18, 0x46, 0xff, 0xff, 0x00, 0x04);

        assertThat(heard.energyKilojoules()).hasValue(0xFFFF);
        assertThat(heard.rrTicks()).containsExactly(1024);
    }

    @Test
    void readsAWideRateBeforeEnergyAndIntervals() {
        HeartRateMeasurement heard = decoded(0x19, 0x2c, 0x01, 0x05, 0x00, 0x34, 0x12);

        assertThat(heard.bpm()).isEqualTo(300);
        assertThat(heard.energyKilojoules()).hasValue(5);
        assertThat(heard.rrTicks()).containsExactly(0x1234);
    }

    @Test
    void contactIsTakenOnlyFromAStrapThatCanTell() {
        assertThat(decoded(0x00, 60).contact()).isEqualTo(Contact.UNSUPPORTED);
        assertThat(decoded(0x02, 60).contact()).isEqualTo(Contact.UNSUPPORTED);
        assertThat(decoded(0x04, 60).contact()).isEqualTo(Contact.LOST);
        assertThat(decoded(0x06, 60).contact()).isEqualTo(Contact.GOOD);
    }

    @Test
    void aLoneLastByteIsLeftOut() {
        assertThat(decoded(0x10, 60, 0x00, 0x04, 0x07).rrTicks()).containsExactly(1024);
        assertThat(decoded(0x10, 60, 0x07).rrTicks()).isEmpty();
    }

    @Test
    void theFlagOfIntervalsMayStandWithoutAny() {
        HeartRateMeasurement heard = decoded(0x10, 60);

        assertThat(heard.rrPresent()).isTrue();
        assertThat(heard.rrTicks()).isEmpty();
    }

    @Test
    void bytesAfterTheRateAreNoIntervalsWithoutTheFlag() {
        assertThat(decoded(0x00, 60, 0x00, 0x04).rrTicks()).isEmpty();
    }

    @Test
    void whatIsShorterThanItsFlagsSayIsNotRead() {
        assertThat(HeartRateMeasurement.decode(bytes())).isEmpty();
        assertThat(HeartRateMeasurement.decode(bytes(0x16))).isEmpty();
        assertThat(HeartRateMeasurement.decode(bytes(0x01, 0x3c))).isEmpty();
        assertThat(HeartRateMeasurement.decode(bytes(0x08, 0x3c, 0x01))).isEmpty();
        assertThat(HeartRateMeasurement.decode(bytes(0x09, 0x3c, 0x00, 0x01))).isEmpty();
    }

    @Test
    void whatIsLongerThanAnyAttributeIsNotRead() {
        byte[] longest = new byte[HeartRateMeasurement.MOST_BYTES];
        longest[0] = 0x10;
        assertThat(HeartRateMeasurement.decode(longest).orElseThrow().rrTicks())
                .hasSize(HeartRateMeasurement.MOST_INTERVALS);
        assertThat(HeartRateMeasurement.decode(new byte[HeartRateMeasurement.MOST_BYTES + 1]))
                .isEmpty();
    }

    @Test
    void whatWasWrittenByTheRulesIsReadBackWhole() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            HeartRateMeasurement wanted = HeartRatePackets.random(random);

            assertThat(HeartRateMeasurement.decode(HeartRatePackets.encode(wanted)))
                    .as("seed %d, packet %d", SEED, i)
                    .contains(wanted);
        }
    }

    @Test
    void noBytesWhateverBreakIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            byte[] noise = new byte[i % 3 == 0 ? random.nextInt(600) : random.nextInt(24)];
            random.nextBytes(noise);
            assertSound(noise, i);
        }
    }

    @Test
    void noDamageToAGoodPacketBreaksIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            byte[] good = HeartRatePackets.encode(HeartRatePackets.random(random));
            assertSound(HeartRatePackets.damaged(good, random), i);
        }
    }

    private static void assertSound(byte[] value, int round) {
        Optional<HeartRateMeasurement> heard = HeartRateMeasurement.decode(value);
        heard.ifPresent(
                measurement -> {
                    boolean sound =
                            measurement.bpm() >= 0
                                    && measurement.bpm() <= 0xFFFF
                                    && measurement.rrTicks().size()
                                            <= Math.max(0, (value.length - 2) / 2)
                                    && measurement.rrTicks().stream()
                                            .allMatch(ticks -> ticks >= 0 && ticks <= 0xFFFF);
                    assertThat(sound).as("seed %d, round %d", SEED, round).isTrue();
                });
    }
}

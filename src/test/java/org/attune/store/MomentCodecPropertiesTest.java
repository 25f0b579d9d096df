package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentCodecPropertiesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyMomentComesBackInEveryBit(long seed) {
        RandomMoments moments = new RandomMoments(seed);
        for (int i = 0; i < 2_000; i++) {
            Moment moment = moments.next();
            byte[] bytes = encode(moment);
            ByteReader in = new ByteReader(bytes);

            Moment back = MomentCodec.read(in);

            assertThat(back).as("seed %d, moment %d", seed, i).isEqualTo(moment);
            assertThat(in.atEnd()).isTrue();
            // Equality of doubles is looser than their bits: NaNs differ in theirs.
            assertThat(encode(back)).as("seed %d, moment %d", seed, i).isEqualTo(bytes);
        }
    }

    @Test
    void aLinkWrittenBeforeSensorsSaidWhoMadeThemIsReadAndStillWrittenSo() {
        SensorDescription sensor =
                new SensorDescription("S", "ble:", SourceClass.ECG, Set.of(Capability.RR));
        byte[] before =
                new ByteWriter()
                        .u8(1)
                        .i64(5)
                        .text("S")
                        .text("ble:")
                        .text("ECG")
                        .varint(1)
                        .text("RR")
                        .toBytes();
        SensorEvent linked = new SensorEvent.Linked(new SessionTime(5), sensor);

        assertThat(SensorEventCodec.read(new ByteReader(before))).isEqualTo(linked);
        assertThat(SensorEventCodec.write(new ByteWriter(), linked).toBytes()).isEqualTo(before);
    }

    @Test
    void theGeneratorReachesEveryKindOfMoment() {
        RandomMoments moments = new RandomMoments(1);
        Set<Class<?>> kinds = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            kinds.add(moments.next().getClass());
        }
        assertThat(kinds).hasSize(Moment.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 21, 34})
    void brokenBytesAreRefusedAndNeverAnotherError(long seed) {
        Random random = new Random(seed);
        RandomMoments moments = new RandomMoments(seed);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = broken(random, encode(moments.next()));
            try {
                Moment read = MomentCodec.read(new ByteReader(bytes));
                assertThat(encode(read)).isNotEmpty();
            } catch (VaultException expected) {
                assertThat(expected.line()).doesNotContain("\n");
                refused++;
            } catch (RuntimeException other) {
                fail("seed " + seed + ", case " + i + ": " + Arrays.toString(bytes), other);
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static byte[] broken(Random random, byte[] bytes) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> {
                byte[] flipped = bytes.clone();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
        };
    }

    private static byte[] encode(Moment moment) {
        ByteWriter out = new ByteWriter();
        MomentCodec.write(out, moment);
        return out.toBytes();
    }
}

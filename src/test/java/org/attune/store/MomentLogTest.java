package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.pipeline.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentLogTest {
    private static List<Moment> some(long seed, int count) {
        RandomMoments moments = new RandomMoments(seed);
        List<Moment> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(moments.next());
        }
        return some;
    }

    @Test
    void aLogComesBackAsItWas() {
        List<Moment> moments = some(7, 500);
        assertThat(MomentLog.read(MomentLog.write(moments))).isEqualTo(moments);
        assertThat(MomentLog.read(MomentLog.write(List.of()))).isEmpty();
    }

    @Test
    void whatIsCutOffOrGoesOnIsRefused() {
        byte[] whole = MomentLog.write(some(3, 20));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> MomentLog.read(cut)).isInstanceOf(VaultException.class);
        }
        assertThatThrownBy(() -> MomentLog.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(VaultException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 9, 16})
    void anyBytesAreALogOrRefusedAndNeverAnotherError(long seed) {
        Random random = new Random(seed);
        byte[] whole = MomentLog.write(some(seed, 40));
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = whole.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(MomentLog.read(bytes)).isNotNull();
            } catch (VaultException plain) {
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isBetween(100, 3_000);
    }
}

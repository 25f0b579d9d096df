package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SealTest {
    private static final byte[] KEY = new byte[Seal.KEY_BYTES];
    private static final byte[] CONTEXT = {1, 2, 3};

    @Test
    void whatWasSealedOpensUnderItsOwnContextOnly() {
        byte[] plain = {7, 7, 7};
        byte[] sealed = Seal.seal(KEY, 5, CONTEXT, plain);
        assertThat(Seal.open(KEY, 5, CONTEXT, sealed)).contains(plain);
        assertThat(Seal.open(KEY, 6, CONTEXT, sealed)).isEmpty();
        assertThat(Seal.open(KEY, 5, new byte[] {1, 2, 4}, sealed)).isEmpty();
    }

    @Test
    void bytesOfAnyLengthThatWereNeverSealedDoNotOpen() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int length = 0; length < 64; length++) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            assertThat(Seal.open(KEY, 0, CONTEXT, noise))
                    .as("seed %d, length %d", seed, length)
                    .isEmpty();
            assertThat(Seal.fromEnvelope(KEY, CONTEXT, noise)).isEmpty();
        }
    }
}

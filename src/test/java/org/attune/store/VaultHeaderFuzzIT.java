package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Promise 18: any bytes at all as a vault's header are refused in one and the same sentence, or are
 * a header whose derivation stays within its limits. Plain runs go over the seeds that are kept;
 * {@code JAZZER_FUZZ=1} looks for more.
 */
@Tag("long")
class VaultHeaderFuzzIT {
    @FuzzTest(maxDuration = "2m")
    void header(byte[] bytes) {
        VaultHeader header;
        try {
            header = VaultHeader.parse(bytes);
        } catch (VaultException refused) {
            assertThat(refused.line())
                    .isEqualTo(
                            "the passphrase is wrong, or the vault's header is damaged: try again,"
                                    + " or restore the vault from a backup");
            return;
        }
        // A header is all of its bytes: nothing is skipped, nothing is guessed.
        assertThat(header.toBytes()).isEqualTo(bytes);
    }

    /** What is said to be a slot asks for no more memory and time than the limits allow. */
    @FuzzTest(maxDuration = "2m")
    void slot(byte[] bytes) {
        if (bytes.length < KeySlot.BYTES) {
            return;
        }
        try {
            VaultSettings cost = KeySlot.read(new ByteReader(bytes)).cost();
            assertThat(cost.memoryKiB()).isBetween(19_456, 262_144);
            assertThat(cost.iterations()).isBetween(2, 16);
            assertThat(cost.parallelism()).isBetween(1, 16);
        } catch (IllegalArgumentException beyondTheLimits) {
            assertThat(beyondTheLimits).hasMessageContaining("=");
        }
    }
}

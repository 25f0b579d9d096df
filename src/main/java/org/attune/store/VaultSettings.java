package org.attune.store;

import org.attune.Limits;

/**
 * What it costs to turn a passphrase into a key, by Argon2id (RFC 9106): the more, the dearer each
 * guess. Kept in the vault's header beside the salt.
 *
 * @param memoryKiB memory, KiB, 19,456 to 262,144
 * @param iterations passes over it, 2 to 16 (RFC 9106 asks for 1 with 2 GiB, OWASP for 2 with 19
 *     MiB)
 * @param parallelism lanes, 1 to 16
 */
public record VaultSettings(int memoryKiB, int iterations, int parallelism) {
    /** The least that is accepted: OWASP's second choice, 19 MiB, 2 passes, 1 lane. */
    public static final VaultSettings MINIMUM = new VaultSettings(19_456, 2, 1);

    /** 64 MiB, 3 passes, 4 lanes (RFC 9106's second choice): about half a second. */
    public static final VaultSettings DEFAULT = new VaultSettings(65_536, 3, 4);

    /** The upper limits keep a forged header from eating the machine's memory or hours. */
    public VaultSettings {
        Limits.within("memoryKiB", memoryKiB, 19_456, 262_144);
        Limits.within("iterations", iterations, 2, 16);
        Limits.within("parallelism", parallelism, 1, 16);
    }
}

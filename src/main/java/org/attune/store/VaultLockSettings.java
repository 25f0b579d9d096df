package org.attune.store;

import org.attune.Limits;

/**
 * When an open vault locks itself.
 *
 * @param lockAfterMinutes minutes without anybody using it, while nothing is recorded, 1 to 120
 */
public record VaultLockSettings(int lockAfterMinutes) {
    /** Five minutes, as password safes do. */
    public static final VaultLockSettings DEFAULT = new VaultLockSettings(5);

    public VaultLockSettings {
        Limits.within("lockAfterMinutes", lockAfterMinutes, 1, 120);
    }
}

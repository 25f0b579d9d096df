package org.attune.store;

import java.time.Duration;
import java.util.Arrays;
import org.attune.time.SystemTicker;
import org.attune.time.Ticker;
import org.attune.time.WallClock;

/**
 * Locks a vault that stays open. Locked, it has no keys: everything is refused until {@link
 * #unlock}, except that a recording that runs goes on, may be withdrawn from and is ended as ever,
 * since its own keys are all it needs. Any thread.
 */
public final class Door {
    private static final System.Logger LOG = System.getLogger(Door.class.getName());
    private final VaultFolder folder;
    private final VaultParts vault;
    private final Recordings recordings;
    private final WallClock clock;

    Door(VaultFolder folder, VaultParts vault, Recordings recordings, WallClock clock) {
        this.folder = folder;
        this.vault = vault;
        this.recordings = recordings;
        this.clock = clock;
    }

    /** Overwrites the keys. Idempotent. */
    public void lock() {
        if (!isLocked()) {
            vault.keeping().beforeLock();
            boolean unused = vault.audit().note(AuditEvent.of(AuditEvent.Kind.VAULT_LOCKED));
            vault.keys().lock();
            keepKeyringOut();
        }
    }

    /** Else whoever finds the lock would start the program anew, and the keyring would open. */
    private void keepKeyringOut() {
        try {
            if (VaultHeader.parse(folder.readHeader()).hasKeyring()) {
                folder.tellLocked(true);
            }
        } catch (VaultException e) { // the lock itself holds; the disk is in trouble
            LOG.log(System.Logger.Level.WARNING, e.line());
        }
    }

    /** Whether the vault is locked. */
    public boolean isLocked() {
        return vault.keys().locked();
    }

    /**
     * Opens it again, by the passphrase only; without effect if it is not locked.
     *
     * @param passphrase overwritten before this returns
     * @throws VaultException when it is wrong
     */
    public void unlock(char[] passphrase) {
        try {
            byte[] vaultKey =
                    VaultHeader.parse(folder.readHeader())
                            .unlock(VaultHeader.Secret.PASSPHRASE, passphrase);
            folder.tellLocked(false);
            if (vault.keys().unlock(vaultKey)) {
                boolean unused = vault.audit().note(AuditEvent.of(AuditEvent.Kind.VAULT_UNLOCKED));
                vault.erasure().replayLedger();
            }
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /**
     * Watches that it is locked when nobody uses the vault; the caller says when somebody does, and
     * closes what is returned before the vault.
     *
     * @param settings how long is too long
     */
    public IdleLock lockWhenIdle(VaultLockSettings settings) {
        return lockWhenIdle(settings, new SystemTicker());
    }

    /**
     * @param ticker by which it is told how long nobody was there; it must stand still while the
     *     computer sleeps
     */
    public IdleLock lockWhenIdle(VaultLockSettings settings, Ticker ticker) {
        Duration after = Duration.ofMinutes(settings.lockAfterMinutes());
        IdleLock lock = new IdleLock(this, after, ticker, clock);
        lock.start();
        return lock;
    }

    boolean isRecording() {
        return recordings.current().isPresent();
    }
}

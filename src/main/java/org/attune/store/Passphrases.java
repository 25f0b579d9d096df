package org.attune.store;

import java.util.Arrays;

/**
 * What opens the vault, and its replacement. What is sealed stays as it is; only the header is
 * written anew, whole or not at all. Any thread.
 *
 * <p>All secrets handed in are overwritten before a method returns.
 */
public final class Passphrases {
    private static final int LEAST = 8;
    private final VaultFolder folder;
    private final KeyRing keys;
    private final AuditLog audit;

    Passphrases(VaultFolder folder, KeyRing keys, AuditLog audit) {
        this.folder = folder;
        this.keys = keys;
        this.audit = audit;
    }

    static void refuseIfTooShort(char[] passphrase) {
        if (passphrase.length < LEAST) {
            throw new VaultException(
                    "the passphrase is too short: use at least "
                            + LEAST
                            + " characters, better four or more words");
        }
    }

    /**
     * Replaces the passphrase. A recovery code stays valid; the keyring opens the vault no more.
     *
     * @param old the passphrase in force
     * @param fresh at least eight characters
     * @param settings what the new derivation costs
     * @throws VaultException when {@code old} is wrong or {@code fresh} too short
     */
    public void change(char[] old, char[] fresh, VaultSettings settings) {
        try {
            refuseIfTooShort(fresh);
            boolean keyringOpened = keyringOpens();
            write(
                    header().withPassphrase(VaultHeader.Secret.PASSPHRASE, old, fresh, settings),
                    AuditEvent.Kind.PASSPHRASE_CHANGED);
            if (keyringOpened) {
                boolean unused = audit.note(AuditEvent.of(AuditEvent.Kind.KEYRING_OFF));
            }
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    /** Whether there is a recovery code. */
    public boolean hasRecoveryCode() {
        return header().hasRecoveryCode();
    }

    /**
     * Makes a code that opens the vault as the passphrase does. An earlier one opens nothing from
     * then on.
     *
     * @param passphrase the passphrase in force
     * @param settings what the derivation costs
     * @return the code as it is to be printed; kept nowhere, the caller's to overwrite
     * @throws VaultException when the passphrase is wrong
     */
    public char[] makeRecoveryCode(char[] passphrase, VaultSettings settings) {
        char[] code = RecoveryCode.make();
        char[] normal = RecoveryCode.normal(code);
        try {
            write(
                    header().withRecoveryCode(passphrase, normal, settings),
                    AuditEvent.Kind.RECOVERY_CODE_MADE);
            return code;
        } finally {
            Arrays.fill(passphrase, '\0');
            Arrays.fill(normal, '\0');
        }
    }

    /**
     * Makes the recovery code, if there is one, open nothing any more.
     *
     * @param passphrase the passphrase in force
     * @throws VaultException when the passphrase is wrong
     */
    public void removeRecoveryCode(char[] passphrase) {
        try {
            write(header().withoutRecoveryCode(passphrase), AuditEvent.Kind.RECOVERY_CODE_REMOVED);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** Whether the keyring of the system opens the vault, too. */
    public boolean keyringOpens() {
        return header().hasKeyring();
    }

    /**
     * Lets the keyring of the system open the vault, until the passphrase is changed. What an
     * earlier call let open it opens nothing from then on.
     *
     * @param passphrase the passphrase in force
     * @param forKeyring what the keyring keeps, of {@link KeyringOpening#newKey}; overwritten too
     * @throws VaultException when the passphrase is wrong
     */
    public void letKeyringOpen(char[] passphrase, byte[] forKeyring) {
        try {
            write(header().withKeyring(passphrase, forKeyring), AuditEvent.Kind.KEYRING_ON);
        } finally {
            Arrays.fill(passphrase, '\0');
            Arrays.fill(forKeyring, (byte) 0);
        }
    }

    /**
     * Makes what the keyring keeps open nothing any more. Without effect where it opens nothing.
     */
    public void letNoKeyringOpen() {
        if (keyringOpens()) {
            write(header().withoutKeyring(keys), AuditEvent.Kind.KEYRING_OFF);
        }
    }

    private VaultHeader header() {
        return VaultHeader.parse(folder.readHeader());
    }

    private void write(VaultHeader header, AuditEvent.Kind kind) {
        folder.writeHeader(header.toBytes());
        boolean unused = audit.note(AuditEvent.of(kind));
    }
}

package org.attune.store;

import java.util.Arrays;

/** What opens the vault, and its replacement. What is sealed stays as it is. Any thread. */
public final class Passphrases {
    private static final int LEAST = 8;
    private final VaultFolder folder;

    Passphrases(VaultFolder folder) {
        this.folder = folder;
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
     * Replaces the passphrase; only the header is written anew.
     *
     * @param old the passphrase in force; overwritten before this returns
     * @param fresh at least eight characters; overwritten before this returns
     * @param settings what the new derivation costs
     * @throws VaultException when {@code old} is wrong or {@code fresh} too short
     */
    public void change(char[] old, char[] fresh, VaultSettings settings) {
        try {
            refuseIfTooShort(fresh);
            folder.writeHeader(
                    VaultHeader.parse(folder.readHeader())
                            .withPassphrase(old, fresh, settings)
                            .toBytes());
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
        }
    }
}

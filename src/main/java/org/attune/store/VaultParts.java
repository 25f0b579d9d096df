package org.attune.store;

/**
 * What a vault is made of, for those who work on it. Any thread.
 *
 * @param data sealed records and recordings
 * @param keyFile wrapped keys and the ledger of what was erased
 */
record VaultParts(
        Database data,
        Database keyFile,
        KeyRing keys,
        Erasure erasure,
        ClientDirectory clients,
        ConsentStore consents,
        CardStore cards) {
    static VaultParts of(VaultFolder folder, String id, byte[] vaultKey) {
        Database data = new Database(folder.data(), "vault", 2);
        Database keyFile = new Database(folder.keys(), "keys", 1);
        KeyRing keys = new KeyRing(keyFile, id, vaultKey);
        ClientDirectory clients = new ClientDirectory(data, keys);
        ConsentStore consents = new ConsentStore(data, keys, clients);
        return new VaultParts(
                data,
                keyFile,
                keys,
                new Erasure(data, keys),
                clients,
                consents,
                new CardStore(data, keys, clients, consents));
    }

    /** Brings both files to the present form, and makes good what an interruption left undone. */
    void makeReady() {
        data.migrate();
        keyFile.migrate();
        erasure.replayLedger();
    }
}

package org.attune.store;

import org.attune.time.WallClock;

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
        SpanErasure spans,
        ClientDirectory clients,
        ConsentStore consents,
        CardStore cards,
        AuditLog audit,
        ExportLedger exports,
        NoteStore notes,
        KeepingStore keeping) {
    static VaultParts of(VaultFolder folder, String id, byte[] vaultKey, WallClock clock) {
        Database data = new Database(folder.data(), "vault", 3);
        Database keyFile = new Database(folder.keys(), "keys", 2);
        KeyRing keys = new KeyRing(keyFile, id, vaultKey);
        NoteKeys noteKeys = new NoteKeys(keyFile, keys);
        ClientDirectory clients = new ClientDirectory(data, keys);
        AuditLog audit = new AuditLog(data, keys, clients, clock);
        ConsentStore consents = new ConsentStore(data, keys, clients, audit);
        return new VaultParts(
                data,
                keyFile,
                keys,
                new Erasure(data, keys, noteKeys, clients, audit, clock),
                new SpanErasure(data, keyFile, keys, audit, clock),
                clients,
                consents,
                new CardStore(data, keys, clients, consents),
                audit,
                new ExportLedger(data, keys, clients, audit),
                new NoteStore(data, noteKeys, keys, clients, consents, audit),
                new KeepingStore(data, keys, clients, audit));
    }

    /**
     * Brings both files to the present form, and makes good what an interruption left undone.
     *
     * @param because what the audit says of it
     */
    void makeReady(AuditEvent.Kind because) {
        data.migrate();
        keyFile.migrate();
        erasure.replayLedger();
        spans.replay();
        audit.begin(because);
    }
}

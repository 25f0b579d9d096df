package org.attune.store;

import java.nio.file.Path;
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
        Database keyFile = keys(folder.keys());
        return of(data(folder.data()), keyFile, new KeyRing(keyFile, id, vaultKey), clock);
    }

    private static VaultParts of(Database data, Database keyFile, KeyRing keys, WallClock clock) {
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

    /** A copy of this vault in other files, opened by the same keys. */
    VaultParts copyIn(Path dataFile, Path keysFile, WallClock clock) {
        Database copyOfKeys = keys(keysFile);
        return of(data(dataFile), copyOfKeys, keys.over(copyOfKeys), clock);
    }

    static Database data(Path file) {
        return new Database(file, "vault", 5);
    }

    static Database keys(Path file) {
        return new Database(file, "keys", 2);
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
        new Recovery(this).run();
    }
}

package org.attune.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.RecordingAnswer;
import org.attune.session.ClientCode;

/**
 * Each person's consent log, sealed under the person's own key. Entries are only ever added; each
 * whole record names the hash of the entries before it and is signed. A log that is damaged or
 * shortened, or holds what this version does not know, is refused as a whole, so it can grant
 * nothing. Any thread.
 */
public final class ConsentStore {
    private static final String EVENT = "consent";
    private static final int SIGNATURE_BYTES = 64;
    private static final HexFormat HEX = HexFormat.of();
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final AuditLog audit;
    private final SigningKey signing;

    ConsentStore(Database database, KeyRing keys, ClientDirectory clients, AuditLog audit) {
        this.database = database;
        this.keys = keys;
        this.clients = clients;
        this.audit = audit;
        this.signing = new SigningKey(keys);
    }

    /**
     * Adds an entry; the vault comes to know the person if it does not yet.
     *
     * @throws IllegalArgumentException when a record's text is not the one its hash is of, or it
     *     does not follow the person's last record
     */
    public void append(ConsentEntry entry) {
        String id = clients.ensure(entry.client());
        List<StoredConsent> before = readAll(id, entry.client());
        refuseIfOutOfPlace(entry, before);
        long count = before.size();
        Chain chain = count == 0 ? opening(id) : chainAt(before.get(before.size() - 1).hash());
        byte[] plain = ConsentCodec.encode(entry);
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry client = clients.entry(snapshot, id, entry.client());
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        byte[] sealed =
                Seal.toEnvelope(key, context(id, count), withProof(entry, plain, chain, count));
        AuditLog.Prepared line =
                audit.prepare(
                        AuditEvent.consent(
                                entry.client(), entry.type(), entry.scopes(), count + 1));
        database.write(
                "cannot write the consent log",
                connection -> {
                    // The place is the primary key: two writers cannot both take it.
                    Database.update(
                            connection,
                            "INSERT INTO consent (client_id, seq, sealed) VALUES (?, ?, ?)",
                            id,
                            count,
                            sealed);
                    clients.rewrite(connection, id, key, client.withConsents(count + 1));
                    audit.tryWrite(connection, line);
                    return count;
                });
        Arrays.fill(key, (byte) 0);
    }

    private static void refuseIfOutOfPlace(ConsentEntry entry, List<StoredConsent> before) {
        if (!(entry instanceof ConsentRecord record)) {
            return;
        }
        ConsentRecord.Form form = record.header().form();
        if (!isHashOf(form.text(), form.textSha256())) {
            throw new IllegalArgumentException(
                    "must be the SHA-256 of the form's text: textSha256=" + form.textSha256());
        }
        String last = "";
        for (StoredConsent each : before) {
            if (each.entry() instanceof ConsentRecord earlier) {
                last = earlier.header().recordId();
            }
        }
        if (!record.header().previousRecordId().equals(last)) {
            throw new IllegalArgumentException(
                    "must name the record before it: previousRecordId="
                            + record.header().previousRecordId());
        }
    }

    private static boolean isHashOf(String text, String sha256) {
        return HEX.formatHex(Seal.sha256(text.getBytes(StandardCharsets.UTF_8))).equals(sha256);
    }

    /** An entry in short stands as it always did; behind a record come its chain and signature. */
    private byte[] withProof(ConsentEntry entry, byte[] plain, Chain before, long seq) {
        if (entry instanceof ConsentEvent) {
            return plain;
        }
        byte[] hash = before.then(seq, plain).toBytes();
        return new ByteWriter()
                .u8(ConsentCodec.WHOLE)
                .varint(plain.length)
                .raw(plain)
                .raw(before.toBytes())
                .raw(signing.sign(hash))
                .toBytes();
    }

    private Chain opening(String id) {
        return Chain.startingWith(context(id, 0));
    }

    private static Chain chainAt(String hash) {
        return Chain.of(HEX.parseHex(hash));
    }

    /**
     * The person's log; empty for a person the vault does not know.
     *
     * @throws VaultException when the log is damaged or shortened
     */
    public ConsentLog log(ClientCode client) {
        return ConsentLog.of(client, stored(client).stream().map(StoredConsent::entry).toList());
    }

    /** A permit to record and store, or what is missing; asked by a clock that may be wrong. */
    public RecordingAnswer askToRecord(ClientCode client, Instant now) {
        ConsentLog log = log(client);
        return log.askToRecord(now, newestKnown(log, now));
    }

    /** What keeps the scopes from being granted, in plain words; by a clock that may be wrong. */
    public List<String> missing(ClientCode client, List<ConsentScope> scopes, Instant now) {
        ConsentLog log = log(client);
        return log.missing(scopes, now, newestKnown(log, now));
    }

    /**
     * The instant before which nothing is decided for a person: {@code now}, unless the clock was
     * put back and not confirmed, or the person has since withdrawn something.
     */
    public Instant newestKnown(ClientCode client, Instant now) {
        return newestKnown(log(client), now);
    }

    private Instant newestKnown(ConsentLog log, Instant now) {
        // By the vault's own clock: the caller's instant may be a little older than the last entry.
        return audit.clockPutBackFrom().or(() -> log.takenLater(now)).orElse(now);
    }

    /**
     * The person's entries with their places in the chain of hashes; none for a person the vault
     * does not know.
     *
     * @throws VaultException when the log is damaged or shortened
     */
    public List<StoredConsent> stored(ClientCode client) {
        Optional<String> id = clients.idOf(client);
        return id.isPresent() ? readAll(id.get(), client) : List.of();
    }

    private List<StoredConsent> readAll(String id, ClientCode client) {
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        List<StoredConsent> entries = new ArrayList<>();
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        Chain chain = opening(id);
        for (Bytes sealed : rows(id)) {
            byte[] plain =
                    Seal.fromEnvelope(key, context(id, entries.size()), sealed.value())
                            .orElseThrow(ConsentStore::damaged);
            StoredConsent read = read(client, entries.size(), chain, plain);
            entries.add(read);
            chain = chainAt(read.hash());
        }
        Arrays.fill(key, (byte) 0);
        if (entries.size() != entry.consents()) {
            throw damaged();
        }
        return entries;
    }

    private StoredConsent read(ClientCode client, long seq, Chain before, byte[] bytes) {
        try {
            if (bytes.length == 0 || bytes[0] != ConsentCodec.WHOLE) {
                String hash = HEX.formatHex(before.then(seq, bytes).toBytes());
                return new StoredConsent(
                        seq,
                        ConsentCodec.decode(client, bytes),
                        HEX.formatHex(before.toBytes()),
                        hash,
                        "");
            }
            return readWhole(client, seq, before, bytes);
        } catch (IllegalArgumentException brokenContract) {
            throw damaged();
        }
    }

    private StoredConsent readWhole(ClientCode client, long seq, Chain before, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        in.u8();
        byte[] plain = in.raw(in.count(1));
        Chain told = Chain.of(in.raw(Chain.BYTES));
        byte[] signature = in.raw(SIGNATURE_BYTES);
        byte[] hash = before.then(seq, plain).toBytes();
        ConsentEntry entry = ConsentCodec.decode(client, plain);
        boolean known =
                entry instanceof ConsentRecord record
                        && isHashOf(
                                record.header().form().text(), record.header().form().textSha256());
        if (!known || !in.atEnd() || !told.equals(before) || !signing.verifies(hash, signature)) {
            throw damaged();
        }
        return new StoredConsent(
                seq,
                entry,
                HEX.formatHex(before.toBytes()),
                HEX.formatHex(hash),
                HEX.formatHex(signature));
    }

    /** Whether a client's log can be read whole; the complaint if not. */
    Optional<String> check(String id, ClientCode client) {
        try {
            readAll(id, client);
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e.line());
        }
    }

    private List<Bytes> rows(String id) {
        return database.sealedOf(
                "cannot read the consent log",
                "SELECT sealed FROM consent WHERE client_id = ? ORDER BY seq",
                id);
    }

    private byte[] context(String id, long seq) {
        return Context.ofClient(EVENT, keys.vault(), id, seq);
    }

    private static VaultException damaged() {
        return new VaultException(
                "a consent log is damaged, so it grants nothing: run 'attune vault verify' and"
                        + " restore a backup");
    }
}

package org.attune.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;

/**
 * What is kept of each person beside consents and recordings, sealed under the person's own key:
 * flags, the approved versions of the band, and the sensor they wear. They are written only while
 * the person's consent log grants it, and taken away at any time. Any thread.
 */
public final class CardStore {
    private static final String CARD = "client card";
    private static final String CANNOT_READ = "cannot read the clients' cards";
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final ConsentStore consents;

    CardStore(Database database, KeyRing keys, ClientDirectory clients, ConsentStore consents) {
        this.database = database;
        this.keys = keys;
        this.clients = clients;
        this.consents = consents;
    }

    /**
     * What is kept of the person; empty for one the vault does not know.
     *
     * @throws VaultException when it is damaged, taken away or put back from an old copy
     */
    public ClientCard card(ClientCode client) {
        return clients.idOf(client)
                .map(id -> read(keys.snapshot(), id, client))
                .orElse(ClientCard.EMPTY);
    }

    /**
     * Keeps these flags in place of those that were kept. Needs consent to store, except where it
     * only takes flags away.
     *
     * @param now when it is asked for
     * @return what consent is missing, in plain words; empty when it was done
     */
    public List<String> setFlags(ClientCode client, Set<ClientFlag> flags, Instant now) {
        ClientCard old = card(client);
        boolean less = old.flags().containsAll(flags);
        List<String> missing =
                less ? List.of() : consents.missing(client, List.of(ConsentScope.STORE), now);
        if (missing.isEmpty() && !old.flags().equals(flags)) {
            write(client, old.withFlags(flags));
            if (!flags.containsAll(old.flags())) {
                database.purge();
            }
        }
        return missing;
    }

    /**
     * Remembers which sensor the person wears, or forgets it. Remembering needs consent to store.
     *
     * @param sensor its address; empty to forget
     * @param now when it is asked for
     * @return what consent is missing, in plain words; empty when it was done
     */
    public List<String> setSensor(ClientCode client, Optional<String> sensor, Instant now) {
        ClientCard old = card(client);
        List<String> missing =
                sensor.isEmpty()
                        ? List.of()
                        : consents.missing(client, List.of(ConsentScope.STORE), now);
        if (missing.isEmpty() && !old.sensor().equals(sensor)) {
            write(client, old.withSensor(sensor));
            if (old.sensor().isPresent()) {
                database.purge();
            }
        }
        return missing;
    }

    /**
     * Keeps a version of the band, the next one. Needs consent to store and to derive.
     *
     * @return what consent is missing, in plain words; empty when it was done
     * @throws IllegalArgumentException when it is not the next version
     */
    public List<String> approve(ClientCode client, ApprovedBand band) {
        List<String> missing =
                consents.missing(
                        client,
                        List.of(ConsentScope.STORE, ConsentScope.DERIVE),
                        band.approvedAt());
        if (missing.isEmpty()) {
            ClientCard old = card(client);
            List<ApprovedBand> bands = new ArrayList<>(old.bands());
            bands.add(band);
            write(client, old.withBands(bands));
        }
        return missing;
    }

    /** Forgets all versions of the band; their bytes are overwritten. */
    public void forgetBand(ClientCode client) {
        ClientCard old = card(client);
        if (!old.bands().isEmpty()) {
            write(client, old.withBands(List.of()));
            database.purge();
        }
    }

    /** Whether a client's card is what was last written; the complaint if not. */
    Optional<String> check(String id, ClientCode client) {
        try {
            ClientCard unused = read(keys.snapshot(), id, client);
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e.line());
        }
    }

    /** The ids of those who have a card. */
    List<String> owners() {
        return database.read(
                CANNOT_READ,
                connection -> {
                    List<String> ids = new ArrayList<>();
                    try (PreparedStatement query =
                                    connection.prepareStatement("SELECT client_id FROM card");
                            ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            ids.add(row.getString(1));
                        }
                    }
                    return ids;
                });
    }

    private ClientCard read(KeyRing.Snapshot snapshot, String id, ClientCode client) {
        long written = clients.entry(snapshot, id, client).card();
        Optional<Bytes> sealed = sealed(id);
        if (sealed.isPresent() != written > 0) {
            throw damaged();
        }
        if (sealed.isEmpty()) {
            return ClientCard.EMPTY;
        }
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        Optional<byte[]> plain = Seal.fromEnvelope(key, context(id, written), sealed.get().value());
        Arrays.fill(key, (byte) 0);
        return CardCodec.fromBytes(plain.orElseThrow(CardStore::damaged));
    }

    private Optional<Bytes> sealed(String id) {
        return database
                .sealedOf(CANNOT_READ, "SELECT sealed FROM card WHERE client_id = ?", id)
                .stream()
                .findFirst();
    }

    private void write(ClientCode client, ClientCard card) {
        String id = clients.ensure(client);
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        long number = entry.card() + 1;
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        byte[] sealed = Seal.toEnvelope(key, context(id, number), CardCodec.toBytes(card));
        int unused =
                database.write(
                        "cannot write the client's card",
                        connection -> {
                            clients.rewrite(connection, id, key, entry.withCard(number));
                            return Database.update(
                                    connection,
                                    "INSERT OR REPLACE INTO card (client_id, sealed)"
                                            + " VALUES (?, ?)",
                                    id,
                                    sealed);
                        });
        Arrays.fill(key, (byte) 0);
    }

    private byte[] context(String id, long number) {
        return Context.ofClient(CARD, keys.vault(), id, number);
    }

    private static VaultException damaged() {
        return new VaultException(
                "a client's card is damaged or not the newest: run 'attune vault verify' and"
                        + " restore a backup");
    }
}

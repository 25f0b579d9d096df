package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Erases: first the keys, with a line in the ledger, then the data that nothing can open any more.
 * An interruption between the two is made good when the vault is next opened. Any thread.
 */
final class Erasure {
    private static final String CANNOT_ERASE =
            "the keys are destroyed, but the sealed remains could not be removed yet";
    private final Database data;
    private final KeyRing keys;

    Erasure(Database data, KeyRing keys) {
        this.data = data;
        this.keys = keys;
    }

    void stream(StreamRef stream) {
        keys.destroyStream(stream);
        data.write(CANNOT_ERASE, connection -> remove(connection, stream));
        data.purge();
    }

    void streams(List<StreamRef> streams) {
        streams.forEach(this::stream);
    }

    void client(String client) {
        keys.destroyClient(client);
        data.write(CANNOT_ERASE, connection -> remove(connection, client));
        data.purge();
    }

    /** Removes what the ledger says was erased: after an interruption, or an old copy put back. */
    void replayLedger() {
        KeyRing.Ledger ledger = keys.ledger();
        int removed =
                data.write(
                        CANNOT_ERASE,
                        connection -> {
                            int rows = 0;
                            for (String client : ledger.clients()) {
                                rows += remove(connection, client);
                            }
                            for (StreamRef stream : ledger.streams()) {
                                rows += remove(connection, stream);
                            }
                            return rows;
                        });
        if (removed > 0) {
            data.purge();
        }
    }

    private static int remove(Connection connection, StreamRef stream) throws SQLException {
        return KeyRing.update(
                        connection,
                        "DELETE FROM part WHERE session_id = ? AND lane = ?",
                        stream.session(),
                        stream.lane())
                + KeyRing.update(
                        connection,
                        "DELETE FROM stream WHERE session_id = ? AND lane = ?",
                        stream.session(),
                        stream.lane());
    }

    private static int remove(Connection connection, String client) throws SQLException {
        int rows =
                KeyRing.update(
                        connection,
                        "DELETE FROM part WHERE EXISTS (SELECT 1 FROM stream"
                                + " WHERE stream.session_id = part.session_id"
                                + " AND stream.lane = part.lane AND stream.client_id = ?)",
                        client);
        for (String table : List.of("stream", "consent", "card", "client")) {
            rows +=
                    KeyRing.update(
                            connection, "DELETE FROM " + table + " WHERE client_id = ?", client);
        }
        return rows;
    }
}

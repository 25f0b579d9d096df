package org.attune.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database holds, table by table: how many rows, and a hash (SHA-256) over all of them in
 * the order of their primary key, so over every sealed byte, chain and closing. Two databases of
 * equal tally hold the same. Immutable; any thread.
 *
 * @param tables sorted by name
 */
record Tally(List<Table> tables) {
    /**
     * One table.
     *
     * @param rows how many
     * @param hash over all of them
     */
    record Table(String name, long rows, Bytes hash) {}

    Tally {
        tables = List.copyOf(tables);
    }

    static Tally of(Database database) {
        return database.read(
                "cannot count what the vault holds",
                connection ->
                        SessionArchive.atOneInstant(
                                connection,
                                c -> {
                                    List<Table> tables = new ArrayList<>();
                                    for (String name :
                                            strings(
                                                    c,
                                                    "SELECT name FROM sqlite_master WHERE type ="
                                                            + " 'table' AND name NOT LIKE"
                                                            + " 'sqlite!_%' ESCAPE '!'"
                                                            + " ORDER BY name")) {
                                        tables.add(count(c, name));
                                    }
                                    return new Tally(tables);
                                }));
    }

    /** Rows over all tables. */
    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    ByteWriter write(ByteWriter out) {
        out.varint(tables.size());
        for (Table table : tables) {
            out.text(table.name()).varint(table.rows()).raw(table.hash().value());
        }
        return out;
    }

    static Tally read(ByteReader in) {
        List<Table> tables = new ArrayList<>();
        for (int left = in.count(34); left > 0; left--) {
            tables.add(new Table(in.text(), in.varint(), new Bytes(in.raw(32))));
        }
        return new Tally(tables);
    }

    private static Table count(Connection connection, String table) throws SQLException {
        MessageDigest digest = sha256();
        long rows = 0;
        try (PreparedStatement query = connection.prepareStatement(inOrder(connection, table));
                ResultSet row = query.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                rows++;
                for (int i = 1; i <= columns; i++) {
                    byte[] value = row.getBytes(i);
                    digest.update(
                            new ByteWriter().i32(value == null ? -1 : value.length).toBytes());
                    if (value != null) {
                        digest.update(value);
                    }
                }
            }
        }
        return new Table(table, rows, new Bytes(digest.digest()));
    }

    private static String inOrder(Connection connection, String table) throws SQLException {
        String quoted = '"' + table.replace("\"", "\"\"") + '"';
        List<String> key =
                strings(
                        connection,
                        "SELECT name FROM pragma_table_info("
                                + quoted
                                + ") WHERE pk > 0 ORDER BY pk");
        return "SELECT * FROM "
                + quoted
                + " ORDER BY "
                + (key.isEmpty() ? "rowid" : '"' + String.join("\", \"", key) + '"');
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new VaultException("this Java runtime lacks SHA-256: use a complete one", e);
        }
    }
}

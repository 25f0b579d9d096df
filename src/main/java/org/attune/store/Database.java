package org.attune.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/**
 * One SQLite file: write-ahead log, every commit on the disk before it returns, deleted bytes
 * overwritten, no temporary files. Each piece of work has a connection of its own, so any thread
 * may call; the file's own locking keeps them apart.
 */
final class Database {
    private static final int BUSY_MILLIS = 5_000;
    private final Path file;
    private final String schema;
    private final int version;

    /**
     * @param file an existing file; an empty one becomes a database
     * @param schema prefix of its numbered SQL files
     * @param version number of the newest
     */
    Database(Path file, String schema, int version) {
        this.file = file;
        this.schema = schema;
        this.version = version;
    }

    /** Something done on a connection. */
    @FunctionalInterface
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    Connection connect(int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(busyMillis);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTempStore(TempStore.MEMORY);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + uri(file));
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete=ON");
            statement.execute("PRAGMA trusted_schema=OFF");
            statement.execute("PRAGMA cell_size_check=ON");
            ready = true;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
        return connection;
    }

    /** As a URI, so that a path may hold any character without meaning something to the driver. */
    private static String uri(Path file) {
        String path = file.toAbsolutePath().toString().replace('\\', '/');
        String rooted = path.startsWith("/") ? path : "/" + path;
        return "file:" + rooted.replace("%", "%25").replace("?", "%3f").replace("#", "%23");
    }

    /** Does {@code work} on a connection of its own. */
    <R> R read(String whatFailed, Work<R> work) {
        try (Connection connection = connect(BUSY_MILLIS)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw VaultException.of(whatFailed, e);
        }
    }

    /**
     * The sealed values that a query finds for one person.
     *
     * @param query selects one sealed column, and has one place for the person's id
     */
    List<Bytes> sealedOf(String whatFailed, String query, String id) {
        return read(
                whatFailed,
                connection -> {
                    List<Bytes> rows = new ArrayList<>();
                    try (PreparedStatement prepared = connection.prepareStatement(query)) {
                        prepared.setString(1, id);
                        try (ResultSet row = prepared.executeQuery()) {
                            while (row.next()) {
                                rows.add(new Bytes(row.getBytes(1)));
                            }
                        }
                    }
                    return rows;
                });
    }

    /** Does {@code work} whole or not at all. */
    <R> R write(String whatFailed, Work<R> work) {
        return read(whatFailed, connection -> inTransaction(connection, work));
    }

    static <R> R inTransaction(Connection connection, Work<R> work) throws SQLException {
        boolean done = false;
        connection.setAutoCommit(false);
        try {
            R result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** Brings the file's tables to the present form; refuses one from the future. */
    void migrate() {
        read(
                "cannot open " + file.getFileName(),
                connection -> {
                    int found = number(connection, "PRAGMA user_version");
                    if (found > version) {
                        throw new VaultException(
                                "the vault was written by a newer Attune (form "
                                        + found
                                        + ", this one knows "
                                        + version
                                        + "): install that one");
                    }
                    if (found < version) {
                        // All steps or none: what cannot be brought up to date stays as it is.
                        inTransaction(connection, c -> migrate(c, found));
                    }
                    return found;
                });
    }

    private int migrate(Connection connection, int found) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int next = found + 1; next <= version; next++) {
                for (String command : script(next).split(";")) {
                    if (!command.isBlank()) {
                        statement.executeUpdate(command);
                    }
                }
            }
            return statement.executeUpdate("PRAGMA user_version=" + version);
        }
    }

    private String script(int number) {
        String name = String.format(Locale.ROOT, "%s-%03d.sql", schema, number);
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new VaultException("the program lacks its file " + name + ": reinstall it");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceAll("(?m)--.*$", "");
        } catch (IOException e) {
            throw VaultException.of("cannot read the program's file " + name, e);
        }
    }

    /**
     * Moves everything from the write-ahead log into the file and empties the log: with {@code
     * secure_delete}, and only with both, deleted bytes are gone from the disk's files.
     *
     * @throws VaultException when a reader kept the log from being emptied
     */
    void purge() {
        boolean emptied = read("cannot overwrite what was erased", Database::emptyLog);
        if (!emptied) {
            throw new VaultException(
                    "erased, but old bytes may remain in the vault's log while it is being read:"
                            + " close other windows and repeat");
        }
    }

    private static boolean emptyLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    /** Copies all it holds, as of one instant, into {@code target}: an empty file. */
    void copyInto(Path target) {
        read(
                "cannot copy " + file.getFileName(),
                connection -> {
                    try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                        copy.setString(1, uri(target));
                        return copy.execute();
                    }
                });
    }

    /** What SQLite's own check complains about; empty when nothing. */
    List<String> check() {
        List<String> complaints = new ArrayList<>();
        try (Connection connection = connect(BUSY_MILLIS);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check(20)")) {
            while (rows.next()) {
                String line = rows.getString(1);
                if (!line.equals("ok")) {
                    complaints.add(file.getFileName() + ": " + line.replace('\n', ' '));
                }
            }
        } catch (SQLException e) {
            complaints.add(file.getFileName() + ": " + VaultException.reason(e));
        }
        return complaints;
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Runs one changing statement; the number of rows changed. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    statement.setBytes(i + 1, bytes);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            return statement.executeUpdate();
        }
    }
}

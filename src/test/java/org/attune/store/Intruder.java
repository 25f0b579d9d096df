package org.attune.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody with a plain SQLite shell and no passphrase. */
final class Intruder {
    private Intruder() {}

    static Connection connect(Path folder, String file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
    }

    /** Runs a statement on the data; the number of rows changed. */
    static int run(Path folder, String sql) throws SQLException {
        try (Connection connection = connect(folder, "vault.db");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The first column of the first row of a query on the data. */
    static long number(Path folder, String sql) throws SQLException {
        try (Connection connection = connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}

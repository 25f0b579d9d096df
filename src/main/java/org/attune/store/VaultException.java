package org.attune.store;

import java.io.IOException;
import java.sql.SQLException;
import org.attune.AttuneException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** The vault cannot do what was asked. The message says what happened and what to do. */
public final class VaultException extends AttuneException {
    private static final long serialVersionUID = 1L;

    public VaultException(String whatHappenedAndWhatToDo) {
        this(whatHappenedAndWhatToDo, null);
    }

    public VaultException(String whatHappenedAndWhatToDo, @Nullable Throwable cause) {
        super(whatHappenedAndWhatToDo, cause);
    }

    /** The message. */
    String line() {
        String message = getMessage();
        return message == null ? "the vault failed" : message;
    }

    static VaultException of(String whatFailed, SQLException cause) {
        return new VaultException(whatFailed + ": " + reason(cause), cause);
    }

    static VaultException of(String whatFailed, IOException cause) {
        return new VaultException(
                whatFailed + " (" + cause + "): check that the folder exists and is yours", cause);
    }

    /** What SQLite complains about, and what helps, in a few words. */
    static String reason(SQLException failure) {
        // The low byte is the primary code; the rest only refines it.
        int primary = failure.getErrorCode() & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full; free some space";
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code) {
            return "the vault cannot be written; check the permissions of its folder";
        }
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code
                || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "another program holds the vault; close it";
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "the file is damaged; run 'attune vault verify' and restore a backup";
        }
        return "the disk answered with error " + failure.getErrorCode() + "; check the disk";
    }
}

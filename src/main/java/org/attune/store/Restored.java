package org.attune.store;

import java.time.Instant;
import java.util.List;

/**
 * What became of a restore.
 *
 * @param madeAt when the backup had been made
 * @param ledgers where the ledger of later erasures was found: the vault that is there, newer
 *     backups; empty when only the backup exists
 * @param erased clients, recordings, spans and notes that were in the backup and had been erased
 *     since
 * @param report what checking the restored vault found
 */
public record Restored(Instant madeAt, List<String> ledgers, int erased, VerifyReport report) {
    public Restored {
        ledgers = List.copyOf(ledgers);
    }
}

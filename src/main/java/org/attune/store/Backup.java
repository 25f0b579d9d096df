package org.attune.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A backup that was made and found to be good.
 *
 * @param file where
 * @param bytes its size
 * @param rows rows it holds, over all tables
 * @param report what checking the copy found
 * @param removed older generations that were removed
 */
public record Backup(Path file, long bytes, long rows, VerifyReport report, List<Path> removed) {
    public Backup {
        removed = List.copyOf(removed);
    }
}

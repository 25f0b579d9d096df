package org.attune.store;

import java.util.List;

/**
 * What the vault holds.
 *
 * @param sessions oldest first
 * @param unreadable recordings that cannot be read at all, in plain words
 */
public record ArchiveListing(List<SessionEntry> sessions, List<String> unreadable) {
    public ArchiveListing {
        sessions = List.copyOf(sessions);
        unreadable = List.copyOf(unreadable);
    }
}

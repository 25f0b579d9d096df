package org.attune.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks whether all that was erased is still said to be: by its tombstone and by the ledger beside
 * the keys, both of which somebody with a plain SQLite shell could take lines out of. The audit,
 * which nobody can take an entry out of unnoticed, says what must stand there. Confined to the
 * calling thread.
 */
final class ErasureCheck {
    private final List<String> damages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Erased(String what, String id) {
        @Override
        public String toString() {
            return what + " " + id;
        }
    }

    /** What is missing, in plain words. */
    List<String> damages() {
        return damages;
    }

    /** What was missing or back, and has been made good. */
    List<String> notes() {
        return notes;
    }

    void run(List<AuditEntry> entries, List<Tombstone> tombstones, ErasureLedger ledger) {
        Set<Erased> stones = new HashSet<>();
        tombstones.forEach(stone -> stones.add(new Erased(stone.kind(), stone.id())));
        Set<Erased> lines = lines(ledger);
        Set<Erased> said = new HashSet<>();
        for (AuditEntry entry : entries) {
            boolean again = entry.kind() == AuditEvent.Kind.ERASED_AGAIN;
            if (!again && entry.kind() != AuditEvent.Kind.ERASED) {
                continue;
            }
            Erased erased = new Erased(entry.fact("what"), entry.fact("id"));
            boolean first = said.add(erased);
            if (again && !first) {
                notes.add(
                        "what was erased had come back, or the entry that says so had been taken"
                                + " out; it was erased again: "
                                + erased);
            }
        }
        for (Erased each : said) {
            if (!stones.contains(each)) {
                damages.add("the entry of what was erased is missing: " + each);
            }
            if (!lines.contains(each)) {
                damages.add("the ledger of what was erased lacks: " + each);
            }
        }
    }

    private static Set<Erased> lines(ErasureLedger ledger) {
        Set<Erased> lines = new HashSet<>();
        ledger.clients().forEach(id -> lines.add(new Erased(Tombstones.CLIENT, id)));
        ledger.streams()
                .forEach(each -> lines.add(new Erased(Tombstones.STREAM, Tombstones.idOf(each))));
        ledger.notes().forEach(id -> lines.add(new Erased(Tombstones.NOTES, id)));
        ledger.spans().forEach(each -> lines.add(new Erased(Tombstones.SPAN, each.id())));
        return lines;
    }
}

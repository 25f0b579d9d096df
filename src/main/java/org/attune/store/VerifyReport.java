package org.attune.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What checking the whole vault found.
 *
 * @param clients clients whose record is sound
 * @param sessions sessions looked at
 * @param parts parts of recordings that opened
 * @param findings what is to be said, worst first
 */
public record VerifyReport(long clients, long sessions, long parts, List<Finding> findings) {
    /** How bad a finding is. */
    public enum Kind {
        /** Something is lost, altered or unreadable. */
        DAMAGE,
        /** Nothing is lost that was promised; worth knowing. */
        NOTE
    }

    /**
     * One finding.
     *
     * @param kind how bad
     * @param line in plain words; names sessions by random id, no person
     */
    public record Finding(Kind kind, String line) {}

    public VerifyReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is damaged. */
    public boolean sound() {
        return findings.stream().noneMatch(finding -> finding.kind() == Kind.DAMAGE);
    }

    /** For people: one line each, a summary last. */
    public List<String> toLines() {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add((finding.kind() == Kind.DAMAGE ? "damaged: " : "note: ") + finding.line());
        }
        lines.add(
                (sound() ? "sound: " : "restore a backup; readable: ")
                        + clients
                        + " clients, "
                        + sessions
                        + " sessions, "
                        + parts
                        + " parts");
        return lines;
    }
}

package org.attune.store;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of the audit as it stands in the vault.
 *
 * @param seq its number, from 1
 * @param at when it was entered, by the clock of the machine
 * @param kind what happened
 * @param facts by name; {@code client} is the random id of whom it is about
 * @param hash of the chain up to and with this entry, in hexadecimal
 */
public record AuditEntry(
        long seq, Instant at, AuditEvent.Kind kind, SortedMap<String, String> facts, String hash) {
    public AuditEntry {
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** The fact of that name; empty text when there is none. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** As {@code name=value} pairs. */
    public String factsText() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(fact.getKey())
                    .append('=')
                    .append(fact.getValue());
        }
        return text.toString();
    }
}

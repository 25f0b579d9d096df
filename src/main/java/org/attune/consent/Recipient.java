package org.attune.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may receive data: one named person or body, never "anyone". Two are the same if kind and id
 * are; the name is for people to read.
 *
 * @param id 1 to 64 letters, digits, dots, dashes, underscores or at signs
 * @param kind what the recipient is to the person
 * @param name as it stands on forms and receipts; not blank
 */
public record Recipient(String id, Kind kind, String name) {
    private static final Set<String> NOBODY_IN_PARTICULAR =
            Set.of("any", "anyone", "anybody", "all", "everyone", "everybody", "public", "others");

    /** What a recipient is to the person. */
    public enum Kind {
        /** The person themself, or who stands in for them. */
        SELF,
        CLINICIAN,
        SUPERVISOR,
        RESEARCHER,
        INSTITUTION,
        OTHER;

        /** The name used on the command line and in records. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that name. */
        public static Optional<Kind> ofCode(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public Recipient {
        if (!id.matches("[\\p{L}\\p{N}._@-]{1,64}")) {
            throw new IllegalArgumentException(
                    "a recipient's id must be 1 to 64 letters, digits, dots, dashes, underscores"
                            + " or at signs: id="
                            + id);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a recipient must have a name: id=" + id);
        }
        if (meansAnyone(id) || meansAnyone(name)) {
            throw new IllegalArgumentException(
                    "a recipient must be somebody in particular: id=" + id + " name=" + name);
        }
    }

    private static boolean meansAnyone(String text) {
        return NOBODY_IN_PARTICULAR.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Kind and id: {@code supervisor:lindqvist}. */
    public String code() {
        return kind.code() + ":" + id;
    }

    /**
     * The recipient written as {@code KIND:ID} or {@code KIND:ID=NAME}; empty if it is neither.
     * Without a name the id stands for it.
     */
    public static Optional<Recipient> ofCode(String text) {
        int colon = text.indexOf(':');
        Optional<Kind> kind = colon < 0 ? Optional.empty() : Kind.ofCode(text.substring(0, colon));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        int equals = rest.indexOf('=');
        String id = equals < 0 ? rest : rest.substring(0, equals);
        String name = equals < 0 ? rest : rest.substring(equals + 1);
        try {
            return Optional.of(new Recipient(id, kind.get(), name.strip()));
        } catch (IllegalArgumentException nobodyInParticular) {
            return Optional.empty();
        }
    }

    /** Whether both are the same recipient, whatever their names. */
    public boolean isSameAs(Recipient other) {
        return kind == other.kind && id.equals(other.id);
    }
}

package org.attune.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;

/**
 * Something worth an entry in the audit: what happened, to whom, and a few facts by name. Facts are
 * ids, words of a fixed list and counts; never a code, a name or a text of a person.
 *
 * <p>Immutable; any thread.
 *
 * @param kind what happened
 * @param client whom it is about; entered by the random id the vault gave that person
 * @param facts by name
 */
public record AuditEvent(Kind kind, Optional<ClientCode> client, Map<String, String> facts) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern VALUE = Pattern.compile("[\\w.:,+=/@#-]{0,512}");

    /** What can happen. */
    public enum Kind {
        VAULT_MADE,
        VAULT_OPENED,
        VAULT_CLOSED,
        VAULT_LOCKED,
        VAULT_UNLOCKED,
        PASSPHRASE_CHANGED,
        RECOVERY_CODE_MADE,
        RECOVERY_CODE_REMOVED,
        /** The vault was opened by its recovery code and given a new passphrase. */
        RECOVERY_CODE_USED,
        /** From now on the keyring of the system opens the vault, too. */
        KEYRING_ON,
        KEYRING_OFF,
        /** The vault was opened by the keyring of the system. */
        KEYRING_USED,
        BACKED_UP,
        RESTORED,
        CONSENT_REQUESTED,
        CONSENT_GIVEN,
        CONSENT_REFUSED,
        CONSENT_AMENDED,
        CONSENT_WITHDRAWN,
        CONSENT_EXPIRED,
        CONSENT_ERASED,
        /** A question was answered with yes. */
        ALLOWED,
        /** A question was answered with no. */
        DENIED,
        RECORDING_BEGUN,
        RECORDING_ENDED,
        IMPORTED,
        EXPORTED,
        NOTE_WRITTEN,
        /** Something was said of a session after it; how many things there are then. */
        ANNOTATED,
        /** A session of another vault was opened to be supervised; nothing of it was kept. */
        SUPERVISED,
        /**
         * What was said of a session of another vault was written into a file for its therapist.
         */
        ANSWERED,
        /** What a supervisor said of a session was taken in; how much of it was new. */
        ANSWER_MERGED,
        /** A recording was looked at: reviewed, played back or reported on. */
        VIEWED,
        /** A person got a copy of what they agreed to. */
        RECEIPT_ISSUED,
        /** A person has said that the clock is right though it was put back. */
        CLOCK_ACKNOWLEDGED,
        /** A person's notes were shown to the user of the vault. */
        NOTES_READ,
        ERASED,
        /** Erased once more: after an interruption, or because an old copy was put back. */
        ERASED_AGAIN,
        HOLD_SET,
        HOLD_LIFTED,
        RETENTION_SET,
        /** So many entries could not be written in their time. */
        MISSED,
        /** At opening, the audit was not as its signed head says. */
        SHORTENED
    }

    public AuditEvent {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            if (!NAME.matcher(fact.getKey()).matches()
                    || !VALUE.matcher(fact.getValue()).matches()) {
                throw new IllegalArgumentException(
                        "a fact of the audit must be an id, a word or a count: " + fact.getKey());
            }
        }
        facts = Map.copyOf(facts);
    }

    public static AuditEvent of(Kind kind) {
        return new AuditEvent(kind, Optional.empty(), Map.of());
    }

    /** An answer to a question of consent. */
    public static AuditEvent decision(
            boolean allowed, String action, String ruleId, List<String> grantIds) {
        return of(allowed ? Kind.ALLOWED : Kind.DENIED)
                .with("action", action)
                .with("rule", ruleId)
                .with("grants", String.join(",", grantIds));
    }

    /**
     * A change of somebody's consent.
     *
     * @param number its place in the person's log, from 1
     */
    static AuditEvent consent(
            ClientCode who, ConsentEvent.Type type, Set<ConsentScope> scopes, long number) {
        Kind kind =
                switch (type) {
                    case REQUESTED -> Kind.CONSENT_REQUESTED;
                    case GIVEN -> Kind.CONSENT_GIVEN;
                    case REFUSED -> Kind.CONSENT_REFUSED;
                    case AMENDED -> Kind.CONSENT_AMENDED;
                    case WITHDRAWN -> Kind.CONSENT_WITHDRAWN;
                    case EXPIRED -> Kind.CONSENT_EXPIRED;
                    case ERASED -> Kind.CONSENT_ERASED;
                };
        List<String> words = scopes.stream().sorted().map(ConsentScope::code).toList();
        return of(kind).about(who).with("number", number).with("scopes", String.join(",", words));
    }

    public AuditEvent about(ClientCode who) {
        return new AuditEvent(kind, Optional.of(who), facts);
    }

    /**
     * With one more fact.
     *
     * @throws IllegalArgumentException when the value is neither an id, a word nor a count
     */
    public AuditEvent with(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new AuditEvent(kind, client, more);
    }

    public AuditEvent with(String name, long count) {
        return with(name, String.valueOf(count));
    }
}

package org.attune.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.config.ConsentForms;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The form, who agreed and how: what every entry of a consent log says beside the consent. */
final class ConsentPaper {
    @Option(
            names = "--form",
            paramLabel = "NAME",
            description = "the form that was used (default: heartbeat)")
    String form = "heartbeat";

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "the form's language: en, de (default: en)")
    String language = "en";

    @Option(
            names = "--method",
            paramLabel = "HOW",
            description =
                    "paper or on-screen, both signed, or verbal, with --witness (default: paper)")
    String method = "paper";

    @Option(names = "--witness", paramLabel = "NAME", description = "who heard a spoken word")
    String witness = "";

    @Option(
            names = "--grantor",
            paramLabel = "WHO",
            description = "self, guardian or representative (default: self)")
    @Nullable String grantor;

    @Option(
            names = "--grantor-name",
            paramLabel = "NAME",
            description = "of one who agrees for them")
    String grantorName = "";

    @Option(names = "--authority", paramLabel = "TEXT", description = "by what right they do")
    String authority = "";

    @Option(
            names = "--majority",
            paramLabel = "DATE",
            description = "the day a child comes of age: a guardian's word ends then")
    @Nullable String majority;

    @Option(names = "--assent", paramLabel = "YES|NO", description = "what a child itself said")
    @Nullable String assent;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description =
                    "gdpr-9-2-a (consent), gdpr-9-2-h (care), hipaa-auth or other"
                            + " (default: gdpr-9-2-a)")
    String basis = "gdpr-9-2-a";

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "like DE or US-CA")
    String jurisdiction = "";

    @Option(names = "--clinician", paramLabel = "ID", description = "the therapist, by a short id")
    @Nullable String clinician;

    @Option(
            names = "--evidence",
            paramLabel = "SHA256",
            description = "hash of a scan of the signed form")
    String evidence = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, if somebody cares to say")
    String reason = "";

    /** Until when the recordings are kept, where that was agreed; set by who asks for it. */
    @Nullable Instant retainUntil;

    /** The form, read anew. */
    ConsentForm load(CommonOptions common) {
        return ConsentForms.load(common.settingsFile(), form, language);
    }

    /** What the entry is about. */
    record What(
            ConsentEvent.Type type,
            Instant at,
            List<ConsentGrant> grants,
            Set<ConsentScope> scopes,
            Set<String> grantIds) {}

    /** The whole record, following on {@code log}. */
    ConsentRecord record(ClientCode client, ConsentForm used, ConsentLog log, What what) {
        boolean signed = !method.equals("verbal");
        boolean told = !used.notices().isEmpty();
        return new ConsentRecord(
                new ConsentRecord.Header(
                        UUID.randomUUID().toString(),
                        client,
                        what.at(),
                        last(log).map(each -> each.header().recordId()).orElse(""),
                        used.kept(),
                        jurisdiction),
                parties(used, last(log).filter(each -> !what.type().gives()), what.at()),
                new ConsentRecord.Basis(legalBasis(), false, "", told, told),
                what.grants(),
                new ConsentRecord.Retention(retainUntil, "", used.location(), false),
                new ConsentRecord.Happening(
                        what.type(),
                        what.at(),
                        ZoneId.systemDefault().getId(),
                        oneOf("--method", method, List.of("paper", "on-screen", "verbal")),
                        signed,
                        evidence.toLowerCase(Locale.ROOT),
                        what.scopes(),
                        what.grantIds(),
                        reason));
    }

    /** Refuses a yes that would stand before the person's last word, by a clock turned back. */
    static void refuseBeforeItsTime(ConsentLog log, Instant now) {
        if (log.newestEntry().filter(now::isBefore).isPresent()) {
            throw new UsageException(
                    "the clock of this computer stands before the client's last entry: set it"
                            + " right, then enter the consent");
        }
    }

    /**
     * Enters a yes; until when things are kept holds from then on, if it says so.
     *
     * @throws UsageException when the record is not whole
     */
    static void enter(Vault vault, ConsentRecord record) {
        if (!record.defects().isEmpty()) {
            throw new UsageException(
                    "nothing was entered, the consent would not be whole: "
                            + String.join("; ", record.defects()));
        }
        vault.consents().append(record);
        Instant until = record.retention().retainUntil();
        if (until != null) {
            vault.keeping().retain(record.client(), Optional.of(until));
        }
    }

    /** The newest whole record of a log. */
    static Optional<ConsentRecord> last(ConsentLog log) {
        ConsentRecord last = null;
        for (ConsentEntry entry : log.entries()) {
            if (entry instanceof ConsentRecord record) {
                last = record;
            }
        }
        return Optional.ofNullable(last);
    }

    /**
     * @param before the record whose parties hold on where the command line says nothing
     */
    private ConsentRecord.Parties parties(
            ConsentForm used, Optional<ConsentRecord> before, Instant at) {
        String therapist = before.map(each -> each.parties().clinician()).orElse(used.therapist());
        return new ConsentRecord.Parties(
                used.practice(),
                used.contact(),
                "",
                clinician == null ? therapist : clinician,
                grantor == null && before.isPresent()
                        ? before.get().parties().grantor()
                        : who(grantor == null ? "self" : grantor),
                assent == null
                        ? null
                        : new ConsentRecord.Assent(
                                oneOf("--assent", assent, List.of("yes", "no")).equals("yes"), at),
                witness);
    }

    private ConsentRecord.Grantor who(String role) {
        return new ConsentRecord.Grantor(
                ConsentRecord.GrantorRole.valueOf(
                        oneOf("--grantor", role, List.of("self", "guardian", "representative"))
                                .toUpperCase(Locale.ROOT)),
                grantorName,
                authority,
                majority == null ? null : startOf("--majority", majority));
    }

    private ConsentRecord.LegalBasis legalBasis() {
        List<String> codes = new ArrayList<>();
        for (ConsentRecord.LegalBasis each : ConsentRecord.LegalBasis.values()) {
            String code = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (code.equals(basis)) {
                return each;
            }
            codes.add(code);
        }
        throw new UsageException("--basis must be one of " + codes + ": " + basis);
    }

    private static String oneOf(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new UsageException(
                    option + " must be one of " + String.join(", ", allowed) + ": " + value);
        }
        return value;
    }

    /** The first instant of a day. */
    static Instant startOf(String option, String date) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException(option + " is a date like 2027-03-31: " + date);
        }
    }

    /** The last instant of a day. */
    static Instant endOf(String option, String date) {
        try {
            return LocalDate.parse(date)
                    .plusDays(1)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()
                    .minusNanos(1);
        } catch (DateTimeParseException e) {
            throw new UsageException(option + " is a date like 2027-03-31: " + date);
        }
    }
}

package org.attune.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Recipient;

/** Consents in lines of text. */
final class ConsentWords {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private ConsentWords() {}

    static String codes(Collection<ConsentScope> scopes) {
        return new TreeSet<>(scopes)
                .stream().map(ConsentScope::code).collect(Collectors.joining(", "));
    }

    static Set<String> grantIds(ConsentLog log) {
        Set<String> ids = new LinkedHashSet<>();
        for (ConsentEntry entry : log.entries()) {
            if (entry instanceof ConsentRecord record) {
                record.grants().forEach(grant -> ids.add(grant.id()));
            }
        }
        return ids;
    }

    /** The scopes in force. */
    static Set<ConsentScope> inForce(ConsentLog log, Instant now) {
        Set<ConsentScope> held = EnumSet.noneOf(ConsentScope.class);
        for (ConsentScope scope : ConsentScope.values()) {
            if (log.grants(scope, now)) {
                held.add(scope);
            }
        }
        return held;
    }

    /** An entry in one line. */
    static String line(ConsentEntry entry) {
        StringBuilder line = new StringBuilder();
        line.append(minutes(entry.at()))
                .append("  ")
                .append(entry.type().name().toLowerCase(Locale.ROOT))
                .append("  ")
                .append(codes(entry.scopes()));
        if (entry instanceof ConsentEvent event) {
            return line.append("  (")
                    .append(event.method())
                    .append(", ")
                    .append(end(event.validUntil() == null ? "" : minutes(event.validUntil())))
                    .append(")")
                    .toString();
        }
        ConsentRecord record = (ConsentRecord) entry;
        ConsentRecord.Form form = record.header().form();
        line.append("  (")
                .append(record.method())
                .append(", form ")
                .append(form.id())
                .append(' ')
                .append(form.version())
                .append(' ')
                .append(form.language())
                .append(' ')
                .append(form.textSha256(), 0, 12)
                .append(")");
        record.defects().forEach(defect -> line.append("  NOT WHOLE: ").append(defect));
        return line.toString();
    }

    /** A grant in one line. */
    static String line(ConsentGrant grant) {
        Instant until = grant.validUntil();
        String formats =
                grant.formats().isEmpty()
                        ? "all formats"
                        : grant.formats().stream()
                                .sorted()
                                .map(ExportFormat::code)
                                .collect(Collectors.joining(", "));
        String recipients =
                grant.recipients().isEmpty()
                        ? ""
                        : " to "
                                + grant.recipients().stream()
                                        .map(ConsentWords::recipient)
                                        .collect(Collectors.joining(", "));
        String categories =
                grant.categories().stream()
                        .sorted()
                        .map(DataCategory::code)
                        .collect(Collectors.joining(", "));
        return "  "
                + grant.scope().code()
                + ": "
                + categories
                + " for "
                + grant.purpose().code()
                + recipients
                + ", "
                + grant.identifiability().code()
                + ", "
                + formats
                + ", "
                + end(until == null ? grant.expiryEvent() : minutes(until))
                + "  ["
                + grant.id()
                + "]";
    }

    private static String recipient(Recipient recipient) {
        return recipient.code() + " (" + recipient.name() + ")";
    }

    private static String end(String until) {
        return until.isEmpty() ? "no end" : "until " + until;
    }

    private static String minutes(Instant instant) {
        return MINUTES.withZone(ZoneId.systemDefault()).format(instant);
    }
}

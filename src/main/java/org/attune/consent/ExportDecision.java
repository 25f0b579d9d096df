package org.attune.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides one export: every element of the request against one grant at a time. */
final class ExportDecision {
    private final ConsentLog log;
    private final ExportRequest request;
    private final Standing standing;

    ExportDecision(ConsentLog log, ExportRequest request, Instant now) {
        this.log = log;
        this.request = request;
        this.standing = new Standing(log.entries(), now);
    }

    ExportAnswer answer() {
        if (!request.client().equals(log.client())) {
            return refused(ConsentRule.UNKNOWN, "the consents are another person's");
        }
        if (!request.scope().letsOut()) {
            return refused(
                    ConsentRule.UNKNOWN,
                    "'" + request.scope().code() + "' lets nothing leave: ask for 'export'");
        }
        boolean notes = request.categories().contains(DataCategory.NOTES);
        if (notes && (request.scope() != ConsentScope.NOTES_EXPORT || withOthers())) {
            return refused(
                    ConsentRule.NOTES_ALONE,
                    "notes leave by 'notes-export' only, and by themselves");
        }
        if (!notes && request.scope() == ConsentScope.NOTES_EXPORT) {
            return refused(ConsentRule.NOTES_ALONE, "'notes-export' is for notes only");
        }
        if (isNamedWithoutName()) {
            return refused(
                    ConsentRule.ONE_GRANT,
                    "names leave only where the whole export is 'identified'");
        }
        return isOwnCopy() && !notes
                ? new ExportAnswer.Permitted(
                        new ExportPermit(request, null, null, ConsentRule.OWN_COPY))
                : byGrant();
    }

    private boolean withOthers() {
        return request.categories().size() > 1;
    }

    private boolean isNamedWithoutName() {
        return request.categories().contains(DataCategory.IDENTITY)
                && request.identifiability() != Identifiability.IDENTIFIED;
    }

    /** Everybody may have what is kept about them, whatever they agreed to. */
    private boolean isOwnCopy() {
        return request.purpose() == Purpose.ACCESS
                && request.scope() == ConsentScope.EXPORT
                && request.recipient().kind() == Recipient.Kind.SELF
                && request.recipient().id().equals(request.client().value())
                && request.identifiability() != Identifiability.AGGREGATE;
    }

    private ExportAnswer byGrant() {
        List<Weighed> weighed = new ArrayList<>();
        for (Standing.Given given : standing.everGiven(request.scope())) {
            weighed.add(new Weighed(given, missing(given)));
        }
        Optional<Weighed> nearest =
                weighed.stream()
                        .min(
                                Comparator.comparingInt((Weighed each) -> each.missing().size())
                                        .thenComparing(each -> !standing.stands(each.given()))
                                        .thenComparing(
                                                each -> each.given().by().at(),
                                                Comparator.reverseOrder()));
        if (nearest.isEmpty()) {
            return refused(ConsentRule.ONE_GRANT, notInForce());
        }
        Weighed best = nearest.get();
        return best.missing().isEmpty()
                ? new ExportAnswer.Permitted(
                        new ExportPermit(
                                request,
                                best.given().grant().id(),
                                best.given().end().orElse(null),
                                ConsentRule.ONE_GRANT))
                : new ExportAnswer.Refused(best.missing(), ConsentRule.ONE_GRANT);
    }

    /** A grant and what the request has that it does not. */
    private record Weighed(Standing.Given given, List<String> missing) {}

    private List<String> missing(Standing.Given given) {
        ConsentGrant grant = given.grant();
        List<String> missing = new ArrayList<>(whyNotStanding(given));
        request.categories().stream()
                .sorted()
                .filter(category -> !grant.categories().contains(category))
                .forEach(category -> missing.add("the data category '" + category.code() + "'"));
        if (grant.purpose() != request.purpose()) {
            missing.add("the purpose '" + request.purpose().code() + "'");
        }
        if (!grant.names(request.recipient())) {
            missing.add("the recipient " + request.recipient().code());
        }
        if (!grant.formats().isEmpty() && !grant.formats().contains(request.format())) {
            missing.add("the format '" + request.format().code() + "'");
        }
        if (grant.identifiability() != request.identifiability()) {
            missing.add("data that are '" + request.identifiability().code() + "'");
        }
        if (!grant.covers(request.dataFrom(), request.dataUntil())) {
            missing.add("data of that time");
        }
        return missing.stream()
                .map(each -> each.startsWith("the consent ") ? each : plain(each))
                .toList();
    }

    private String plain(String element) {
        return "the consent to '" + request.scope().code() + "' does not cover " + element;
    }

    private List<String> whyNotStanding(Standing.Given given) {
        String consent = "the consent to '" + request.scope().code() + "' ";
        Optional<ConsentEntry> ended = standing.endedBy(given);
        if (ended.isPresent()) {
            return List.of(
                    consent
                            + switch (ended.get().type()) {
                                case AMENDED -> "was replaced by another";
                                case EXPIRED -> "has expired";
                                case ERASED -> "ended when the data were erased";
                                case REFUSED -> "was refused later";
                                default -> "was withdrawn";
                            });
        }
        if (standing.isInTime(given)) {
            return List.of();
        }
        Optional<Instant> end = given.end();
        boolean over =
                end.isPresent() && !end.equals(Optional.ofNullable(given.grant().validUntil()));
        return List.of(
                over
                        ? consent + "ended when the person came of age: ask them anew"
                        : consent + "has expired or does not hold yet");
    }

    private String notInForce() {
        boolean inShort = standing.open(request.scope()).isPresent();
        return inShort
                ? "the consent to '"
                        + request.scope().code()
                        + "' names no data, purpose or recipient: enter it anew with all of them"
                : ConsentLog.isMissing(request.scope());
    }

    private static ExportAnswer refused(ConsentRule rule, String missing) {
        return new ExportAnswer.Refused(List.of(missing), rule);
    }
}

package org.attune.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;

/**
 * The copy of a consent that the person takes home: what holds at the instant it is issued, in the
 * words and the language of the form. It names the person by code only and holds nothing that was
 * measured. Issued anew at each change.
 *
 * @param id the number of the receipt
 * @param issuedAt what holds at this instant
 * @param zone in which dates are written
 * @param log all the person's entries
 * @param record the entry it is the receipt of
 * @param form the form of that record
 * @param proof where the record stands in the vault's chain of hashes
 */
public record ConsentReceipt(
        String id,
        Instant issuedAt,
        ZoneId zone,
        ConsentLog log,
        ConsentRecord record,
        ConsentForm form,
        Proof proof) {

    /**
     * Where a record stands in the vault's chain of hashes.
     *
     * @param seq its place among the person's entries
     * @param previousHash the hash before it, in hexadecimal
     * @param hash its own
     * @param signature the vault's signature of {@code hash}, in hexadecimal
     * @param audit where the vault's audit stood when the receipt was issued
     */
    public record Proof(
            long seq, String previousHash, String hash, String signature, AuditMark audit) {}

    /** The choices of the form that are in force with all they need. */
    List<ConsentForm.Choice> agreed() {
        return form.choices().stream().filter(this::isAgreed).toList();
    }

    /** The choices of the form that are not. */
    List<ConsentForm.Choice> notAgreed() {
        return form.choices().stream().filter(choice -> !isAgreed(choice)).toList();
    }

    private boolean isAgreed(ConsentForm.Choice choice) {
        return choice.scopes().stream().allMatch(scope -> log.grants(scope, issuedAt));
    }

    /** Every scope in force. */
    Set<ConsentScope> scopes() {
        Set<ConsentScope> held = new TreeSet<>();
        for (ConsentScope scope : ConsentScope.values()) {
            if (log.grants(scope, issuedAt)) {
                held.add(scope);
            }
        }
        return held;
    }

    /** The scopes in force that no agreed choice speaks of. */
    Set<ConsentScope> scopesBesides() {
        Set<ConsentScope> besides = scopes();
        agreed().forEach(choice -> besides.removeAll(choice.scopes()));
        return besides;
    }

    /** What was agreed to, each with its last day or what ends it. */
    List<String> endings() {
        List<String> lines = new ArrayList<>();
        for (ConsentForm.Choice choice : agreed()) {
            Optional<Instant> end =
                    choice.scopes().stream()
                            .flatMap(scope -> log.until(scope, issuedAt).stream())
                            .min(Instant::compareTo);
            lines.add(choice.title() + ": " + end.map(this::day).orElse(choice.until()));
        }
        for (ConsentScope scope : scopesBesides()) {
            String end = log.until(scope, issuedAt).map(this::day).orElse(form.word("no-end"));
            lines.add(form.word("scope-" + scope.code()) + ": " + end);
        }
        return lines;
    }

    /** Which data are meant, in the order of their kinds. */
    Set<DataCategory> categories() {
        Set<DataCategory> categories = new TreeSet<>();
        grants().forEach(grant -> categories.addAll(grant.categories()));
        return categories;
    }

    Set<Purpose> purposes() {
        Set<Purpose> purposes = new TreeSet<>();
        grants().forEach(grant -> purposes.add(grant.purpose()));
        return purposes;
    }

    /** Who sees it: as the agreed choices say, or by name where somebody is named. */
    List<String> recipients() {
        Set<String> lines = new LinkedHashSet<>();
        Set<ConsentScope> told = new TreeSet<>();
        for (ConsentForm.Choice choice : agreed()) {
            String names = names(choice.scopes());
            lines.add(names.isEmpty() ? choice.who() : choice.title() + ": " + names);
            told.addAll(choice.scopes());
        }
        for (ConsentScope scope : scopes()) {
            String names = names(Set.of(scope));
            if (!told.contains(scope) && !names.isEmpty()) {
                lines.add(form.word("scope-" + scope.code()) + ": " + names);
            }
        }
        return lines.stream().filter(line -> !isSaidBy(line, lines)).toList();
    }

    /** Whether another line says the same and more: "you and your therapist". */
    private static boolean isSaidBy(String line, Set<String> lines) {
        return lines.stream().anyMatch(other -> !other.equals(line) && other.contains(line));
    }

    private String names(Set<ConsentScope> scopes) {
        return grants().stream()
                .filter(grant -> scopes.contains(grant.scope()))
                .flatMap(grant -> grant.recipients().stream())
                .map(Recipient::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    List<ConsentGrant> grants() {
        return log.standing(issuedAt);
    }

    boolean isWithdrawal() {
        return record.type() == ConsentEvent.Type.WITHDRAWN;
    }

    /** A day as people of the form's language write it, not to be broken over two lines. */
    String day(Instant instant) {
        Locale locale =
                form.language().equals("en") ? Locale.UK : Locale.forLanguageTag(form.language());
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(zone))
                .replace(' ', '\u00a0');
    }
}

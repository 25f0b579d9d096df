package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What exactly is agreed to. What is not said comes from the form's own words, else is missing. */
final class GrantOptions {
    @Option(
            names = "--choice",
            paramLabel = "CHOICE",
            split = ",",
            description = "what was ticked on the form: live, keep, supervisor, summary, study")
    List<String> choices = List.of();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description =
                    "record, live-display, store, review, derive, report, export,"
                            + " share-recipient, research, supervision, notes-store,"
                            + " notes-export; several with commas")
    List<String> scopes = List.of();

    @Option(
            names = "--category",
            paramLabel = "DATA",
            split = ",",
            description =
                    "rr, hr, device, markers, pacing-settings, estimates, report, notes, identity"
                            + " (default: as the form says)")
    List<String> categories = List.of();

    @Option(
            names = "--purpose",
            paramLabel = "WHY",
            description = "care, supervision, research or access (default: as the form says)")
    @Nullable String purpose;

    @Option(
            names = "--recipient",
            paramLabel = "WHO",
            description =
                    "KIND:ID=NAME, of the kinds self, clinician, supervisor, researcher,"
                            + " institution, other; may be given several times")
    List<String> recipients = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "csv, rr, edf, bids, fhir, omh, bundle, pdf, png, svg, and text for notes"
                            + " (default: all)")
    List<String> formats = List.of();

    @Option(
            names = "--identifiability",
            paramLabel = "HOW",
            description = "pseudonymised, identified or aggregate (default: pseudonymised)")
    String identifiability = "pseudonymised";

    @Option(names = "--from", paramLabel = "DATE", description = "first day it holds")
    @Nullable String from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "last day it holds, like 2027-03-31 (default: no end)")
    @Nullable String until;

    @Option(names = "--until-event", paramLabel = "TEXT", description = "what else ends it")
    String untilEvent = "";

    @Option(names = "--data-from", paramLabel = "DATE", description = "no data from before")
    @Nullable String dataFrom;

    @Option(names = "--data-until", paramLabel = "DATE", description = "no data from after")
    @Nullable String dataUntil;

    /** The grants, one for each scope. */
    List<ConsentGrant> grants(ConsentForm form, Instant now) {
        Set<ConsentScope> wanted = EnumSet.noneOf(ConsentScope.class);
        wanted.addAll(scopes(scopes));
        List<ConsentForm.Choice> ticked = ticked(form);
        ticked.forEach(choice -> wanted.addAll(choice.scopes()));
        if (wanted.isEmpty()) {
            throw new UsageException("say what was agreed to: --choice or --scope");
        }
        Instant end = until == null ? null : ConsentPaper.endOf("--until", until);
        if (end != null && end.isBefore(now)) {
            throw new UsageException("--until lies in the past: " + until);
        }
        Instant start = from == null ? now : ConsentPaper.startOf("--from", from);
        refuseIfAmbiguous(wanted);
        List<ConsentGrant> grants = new ArrayList<>();
        for (ConsentScope scope : wanted) {
            grants.add(grant(form, scope, start.isBefore(now) ? now : start, end));
        }
        return grants;
    }

    private ConsentGrant grant(
            ConsentForm form, ConsentScope scope, Instant start, @Nullable Instant end) {
        Optional<ConsentForm.Choice> words =
                form.choices().stream().filter(each -> each.scopes().contains(scope)).findFirst();
        return new ConsentGrant(
                UUID.randomUUID().toString(),
                scope,
                data(scope, words),
                why(scope, words),
                whom(form, scope),
                Set.copyOf(known("format", formats, ExportFormat::ofCode)),
                known("identifiability", List.of(identifiability), Identifiability::ofCode).get(0),
                start,
                end,
                untilEvent,
                dataFrom == null ? null : ConsentPaper.startOf("--data-from", dataFrom),
                dataUntil == null ? null : ConsentPaper.endOf("--data-until", dataUntil));
    }

    /** Nobody is made the recipient of more than was meant: each goes where its kind belongs. */
    private List<Recipient> whom(ConsentForm form, ConsentScope scope) {
        if (!scope.letsOut()) {
            return List.of();
        }
        List<Recipient> fitting =
                recipients.stream()
                        .map(GrantOptions::recipient)
                        .filter(each -> fits(scope, each.kind()))
                        .toList();
        return fitting.isEmpty() && scope == ConsentScope.REPORT
                ? List.of(new Recipient("practice", Recipient.Kind.INSTITUTION, form.practice()))
                : fitting;
    }

    private static boolean fits(ConsentScope scope, Recipient.Kind kind) {
        return switch (scope) {
            case SUPERVISION -> kind == Recipient.Kind.SUPERVISOR;
            case RESEARCH -> kind == Recipient.Kind.RESEARCHER;
            case REPORT -> kind != Recipient.Kind.SUPERVISOR && kind != Recipient.Kind.RESEARCHER;
            default -> true;
        };
    }

    private void refuseIfAmbiguous(Set<ConsentScope> wanted) {
        List<ConsentScope> out = wanted.stream().filter(ConsentScope::letsOut).toList();
        Set<ConsentScope> alone =
                EnumSet.of(
                        ConsentScope.EXPORT,
                        ConsentScope.SHARE_RECIPIENT,
                        ConsentScope.NOTES_EXPORT);
        if (out.size() > 1 && out.stream().anyMatch(alone::contains)) {
            throw new UsageException(
                    "enter one of "
                            + ConsentWords.codes(out)
                            + " at a time, so that it is clear who receives what");
        }
        for (String text : recipients) {
            Recipient.Kind kind = recipient(text).kind();
            if (out.stream().noneMatch(scope -> fits(scope, kind))) {
                throw new UsageException(
                        "nothing that was agreed to goes to a "
                                + kind.code()
                                + ": supervision is for a supervisor, research for a researcher");
            }
        }
    }

    private Set<DataCategory> data(ConsentScope scope, Optional<ConsentForm.Choice> words) {
        if (!categories.isEmpty()) {
            return Set.copyOf(known("data category", categories, DataCategory::ofCode));
        }
        if (scope.isOfNotes()) {
            return Set.of(DataCategory.NOTES);
        }
        return words.map(ConsentForm.Choice::categories)
                .orElseThrow(() -> unsaid(scope, "which data (--category)"));
    }

    private Purpose why(ConsentScope scope, Optional<ConsentForm.Choice> words) {
        if (purpose != null) {
            return known("purpose", List.of(purpose), Purpose::ofCode).get(0);
        }
        if (scope == ConsentScope.NOTES_STORE) {
            return Purpose.CARE;
        }
        return words.map(ConsentForm.Choice::purpose)
                .orElseThrow(() -> unsaid(scope, "what for (--purpose)"));
    }

    private static UsageException unsaid(ConsentScope scope, String what) {
        return new UsageException("the form does not say of '" + scope.code() + "' " + what);
    }

    private List<ConsentForm.Choice> ticked(ConsentForm form) {
        Set<String> ids = new LinkedHashSet<>();
        choices.forEach(each -> ids.add(each.strip()));
        List<ConsentForm.Choice> ticked = new ArrayList<>();
        for (String id : ids) {
            ConsentForm.Choice choice =
                    form.choice(id)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "the form has no choice '"
                                                            + id
                                                            + "': it has "
                                                            + String.join(", ", ids(form))));
            for (String need : choice.needs()) {
                if (!ids.contains(need)) {
                    throw new UsageException(
                            "the choice '" + id + "' needs '" + need + "' as well");
                }
            }
            ticked.add(choice);
        }
        return ticked;
    }

    private static List<String> ids(ConsentForm form) {
        return form.choices().stream().map(ConsentForm.Choice::id).toList();
    }

    /** Scopes by their codes. */
    static List<ConsentScope> scopes(List<String> codes) {
        return known("scope", codes, ConsentScope::ofCode);
    }

    private static Recipient recipient(String text) {
        return Recipient.ofCode(text)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "a recipient is somebody in particular, like"
                                                + " supervisor:lindqvist=Dr B. Lindqvist: "
                                                + text));
    }

    private static <T> List<T> known(
            String what, List<String> codes, Function<String, Optional<T>> ofCode) {
        return codes.stream()
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .map(
                        code ->
                                ofCode.apply(code)
                                        .orElseThrow(
                                                () ->
                                                        new UsageException(
                                                                "no such "
                                                                        + what
                                                                        + ": '"
                                                                        + code
                                                                        + "'; see 'attune"
                                                                        + " consent give"
                                                                        + " --help'")))
                .toList();
    }
}

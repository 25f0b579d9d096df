package org.attune.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.config.ConsentForms;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.desk.ConsentPageText;
import org.attune.ui.desk.ConsentPageText.Answer;
import org.attune.ui.desk.ConsentPageText.Choice;
import org.attune.ui.desk.ConsentPageText.Facts;
import org.attune.ui.desk.ConsentPageText.Nothing;
import org.attune.ui.desk.DeskActions.Named;

/** From the practice's form to the page on the screen, and from the answer to the record. */
final class ConsentPages {
    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private final CommonOptions common;

    ConsentPages(CommonOptions common) {
        this.common = common;
    }

    /** The page for a person; what is handed to somebody is on it only if it is said to whom. */
    ConsentPageText page(ClientCode client, Locale language, Named named) {
        ConsentForm form = form(named, language);
        List<ConsentForm.Choice> asked =
                form.choices().stream().filter(choice -> isAskable(choice, named)).toList();
        List<String> ids = asked.stream().map(ConsentForm.Choice::id).toList();
        List<Choice> choices = new ArrayList<>();
        for (ConsentForm.Choice choice : asked) {
            int needs = choice.needs().stream().mapToInt(ids::indexOf).max().orElse(-1);
            String to = recipientOf(choice, named);
            choices.add(
                    new Choice(
                            choice.id(),
                            choice.title(),
                            to.isEmpty() ? choice.says() : choice.says() + " " + to + ".",
                            choice.until(),
                            needs));
        }
        return new ConsentPageText(
                Locale.forLanguageTag(form.language()),
                form.title(),
                form.opening(),
                choices,
                form.notices(),
                facts(client, form, asked),
                nothing(named, form),
                form.word("form-word") + " " + form.version() + ", " + form.word("language-name"));
    }

    /** The page on notes says nothing of sensors, nor that on the heartbeat of notes. */
    private static Nothing nothing(Named named, ConsentForm form) {
        String follows = form.word("nothing-follows");
        boolean ofNotes = named.about() == Named.About.NOTES;
        return new Nothing(follows, ofNotes ? follows : "", form.word("no-data"));
    }

    private ConsentForm form(Named named, Locale language) {
        String code = language.getLanguage();
        return ConsentForms.load(
                common.settingsFile(),
                named.about().name().toLowerCase(Locale.ROOT),
                LANGUAGES.contains(code) ? code : "en");
    }

    private static boolean isAskable(ConsentForm.Choice choice, Named named) {
        boolean leaves = choice.scopes().stream().anyMatch(ConsentScope::letsOut);
        return !leaves || !recipientOf(choice, named).isEmpty();
    }

    private static String recipientOf(ConsentForm.Choice choice, Named named) {
        if (isForSupervision(choice)) {
            return named.supervisor();
        }
        return choice.scopes().contains(ConsentScope.RESEARCH) ? named.study() : "";
    }

    private static boolean isForSupervision(ConsentForm.Choice choice) {
        return choice.scopes().contains(ConsentScope.SUPERVISION)
                || choice.scopes().contains(ConsentScope.NOTES_EXPORT);
    }

    private static Facts facts(
            ClientCode client, ConsentForm form, List<ConsentForm.Choice> choices) {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        choices.forEach(choice -> categories.addAll(choice.categories()));
        Locale language = Locale.forLanguageTag(form.language());
        return new Facts(
                client.value() + ", " + form.word("self"),
                form.therapist() + ", " + form.practice(),
                categories.stream()
                        .map(each -> form.word("category-" + each.code()))
                        .collect(Collectors.joining(", ")),
                form.word("purpose-care"),
                form.word("stop-how"),
                form.contact(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language)
                        .format(
                                LocalDate.ofInstant(
                                        WallClock.system().now(), ZoneId.systemDefault())));
    }

    /** Enters an answer; a "nothing today" leaves no trace. */
    String enter(Vault vault, ClientCode client, ConsentPageText page, Named named, Answer answer) {
        if (answer.agreed().isEmpty()) {
            return "nothing was agreed to, and nothing was written";
        }
        ConsentForm form = form(named, page.language());
        Instant now = WallClock.system().now();
        ConsentLog log = vault.consents().log(client);
        ConsentPaper.refuseBeforeItsTime(log, now);
        GrantOptions grants = new GrantOptions();
        grants.choices = List.copyOf(answer.agreed());
        grants.recipients = recipients(form, answer, named);
        if (named.about() == Named.About.NOTES) {
            grants.identifiability = "identified"; // What is written tells of whom it is.
        }
        ConsentPaper paper = new ConsentPaper();
        paper.language = form.language();
        paper.method = answer.signature().isEmpty() ? "paper" : "on-screen";
        paper.evidence =
                answer.signature().isEmpty()
                        ? ""
                        : Sha256.hex(answer.signature().getBytes(StandardCharsets.UTF_8));
        ConsentRecord record =
                paper.record(
                        client,
                        form,
                        log,
                        new ConsentPaper.What(
                                ConsentEvent.Type.GIVEN,
                                now,
                                grants.grants(form, now),
                                Set.of(),
                                Set.of()));
        ConsentPaper.enter(vault, record);
        return "entered for "
                + client.value()
                + ": "
                + ConsentWords.codes(EnumSet.copyOf(record.scopes()));
    }

    private static List<String> recipients(ConsentForm form, Answer answer, Named named) {
        Set<String> codes = new LinkedHashSet<>();
        for (String id : answer.agreed()) {
            ConsentForm.Choice choice = form.choice(id).orElse(null);
            if (choice != null && isForSupervision(choice)) {
                add(codes, "supervisor", named.supervisor());
            } else if (choice != null && choice.scopes().contains(ConsentScope.RESEARCH)) {
                add(codes, "researcher", named.study());
            }
        }
        return List.copyOf(codes);
    }

    private static void add(Set<String> codes, String kind, String name) {
        codes.add(kind + ":" + slug(name) + "=" + name);
    }

    /** A name as an id: letters and digits, all else a dash. */
    static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "x" : plain;
    }
}

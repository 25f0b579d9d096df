package org.attune.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.AuditEntry;
import org.attune.store.Backup;
import org.attune.store.RetentionSettings;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.WallClock;
import org.attune.ui.desk.ArchiveActions;
import org.attune.ui.desk.ConsentPageText;
import org.attune.ui.desk.DeskActions;
import org.attune.ui.desk.NoteActions;
import org.attune.ui.desk.SupervisionActions;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.trend.TrendQuestions;

/** What the desk window asks for, answered from an open vault. On the desk's worker thread. */
final class VaultDesk implements DeskActions {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final int BACKUPS_KEPT = 7;
    private final Vault vault;
    private final CommonOptions common;
    private final ConsentPages pages;
    private final DeskExports exports;
    private final DeskNotes notes;
    private final DeskArchive archive;
    private final DeskSupervision supervision;
    private Optional<ReviewReading.Read> reviewed = Optional.empty();

    /**
     * @param rule how long the practice keeps what nothing was agreed about
     */
    VaultDesk(Vault vault, CommonOptions common, RetentionSettings rule) {
        this.vault = vault;
        this.common = common;
        this.pages = new ConsentPages(common);
        this.exports = new DeskExports(vault);
        this.notes = new DeskNotes(vault);
        this.archive = new DeskArchive(vault, rule);
        this.supervision = new DeskSupervision(vault);
    }

    private static Instant now() {
        return WallClock.system().now();
    }

    /** An instant as the desk writes it. */
    static String minutes(Instant at) {
        return MINUTES.withZone(ZoneId.systemDefault()).format(at);
    }

    @Override
    public List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (ClientCode code : vault.clients().codes()) {
            Set<ConsentScope> held = ConsentWords.inForce(vault.consents().log(code), now());
            people.add(
                    new Person(
                            code.value(),
                            held.isEmpty() ? "nothing in force" : ConsentWords.codes(held)));
        }
        return people;
    }

    @Override
    public PersonFile person(String code) {
        ClientCode client = new ClientCode(code);
        ConsentLog log = vault.consents().log(client);
        List<String> history = new ArrayList<>();
        for (ConsentEntry entry : log.entries()) {
            history.add(ConsentWords.line(entry));
        }
        Collections.reverse(history);
        List<String> inForce = new ArrayList<>();
        Instant now = now();
        for (ConsentScope scope : ConsentWords.inForce(log, now)) {
            inForce.add(scope.code());
        }
        grants(log)
                .filter(grant -> log.grants(grant.scope(), now))
                .map(ConsentWords::line)
                .map(String::strip)
                .forEach(inForce::add);
        List<String> copies = new ArrayList<>(copies(client));
        Collections.reverse(copies);
        return new PersonFile(
                code, inForce, history, copies, vault.keeping().of(client).heldSince().isPresent());
    }

    private List<String> copies(ClientCode client) {
        return vault.exports().copies(client).stream().map(Withdrawal::line).toList();
    }

    static Stream<ConsentGrant> grants(ConsentLog log) {
        return log.entries().stream()
                .filter(ConsentRecord.class::isInstance)
                .flatMap(entry -> ((ConsentRecord) entry).grants().stream());
    }

    @Override
    public ConsentPageText form(String code, Locale language, Named named) {
        return pages.page(new ClientCode(code), language, named);
    }

    @Override
    public String agree(
            String code, ConsentPageText form, Named named, ConsentPageText.Answer answer) {
        return pages.enter(vault, new ClientCode(code), form, named, answer);
    }

    @Override
    public String withdraw(String code, boolean erase) {
        ClientCode client = new ClientCode(code);
        ConsentPaper paper = new ConsentPaper();
        paper.method = "on-screen";
        new Withdrawal(paper, common)
                .enter(vault, client, EnumSet.allOf(ConsentScope.class), Set.of(), false);
        List<String> copies = copies(client);
        String handedOut =
                copies.isEmpty() ? "" : "; already handed out: " + String.join(", ", copies);
        if (!erase) {
            return "withdrawn, and kept what was recorded so far" + handedOut;
        }
        vault.erasures().client(client);
        return "withdrawn, and erased for good" + handedOut;
    }

    @Override
    public String receipt(String code, Path folder) {
        return String.join("; ", Receipts.write(vault, new ClientCode(code), folder));
    }

    @Override
    public String hold(String code, boolean set) {
        ClientCode client = new ClientCode(code);
        if (set) {
            vault.keeping().hold(client, now());
            return code + " is held: nothing of this person is erased until the hold is lifted";
        }
        vault.keeping().lift(client);
        return "the hold on " + code + " is lifted";
    }

    @Override
    public String erasePerson(String code) {
        vault.erasures().client(new ClientCode(code));
        return "erased for good: everything of " + code;
    }

    @Override
    public List<Stored> sessions() {
        return archive.sessions();
    }

    @Override
    public ArchiveActions archive() {
        return archive;
    }

    @Override
    public ReviewSession review(String id) {
        ReviewReading.Read read = ReviewReading.read(vault, new SessionId(id), true, each -> {});
        reviewed = Optional.of(read);
        return read.forWindow();
    }

    @Override
    public ReviewActions reviewing(String id) {
        ReviewReading.Read read =
                reviewed.filter(each -> each.reviewed().name().equals(id))
                        .orElseThrow(() -> new UsageException("open the session again"));
        reviewed = Optional.empty();
        // The desk locks when nobody is there: it does not play back meanwhile.
        return new SessionActions(common, vault, read, Optional.empty());
    }

    @Override
    public SupervisionActions supervision() {
        return supervision;
    }

    @Override
    public TrendQuestions trends(String code) {
        ClientCode client = new ClientCode(code);
        List<String> missing = TrendSessions.missingConsent(vault, client);
        if (!missing.isEmpty()) {
            throw new UsageException("no trend is shown: " + String.join("; ", missing));
        }
        AttuneSettings settings = Wiring.settings(common, null);
        return new VaultTrends(vault, client, settings, TrendSessions.USUAL, true);
    }

    @Override
    public String eraseSession(String id) {
        vault.erasures().session(new SessionId(id));
        return "erased for good: that session";
    }

    @Override
    public Choices choices() {
        return exports.choices();
    }

    @Override
    public Leaving preview(Wish wish) {
        return exports.preview(wish);
    }

    @Override
    public String export(Wish wish, Path target) {
        return exports.export(wish, target);
    }

    @Override
    public List<String> verify() {
        return vault.verify().toLines();
    }

    @Override
    public String backUp(Path target) {
        Backup backup = vault.backups().make(target, Optional.empty(), BACKUPS_KEPT);
        return "backup made and proven: "
                + backup.file()
                + (backup.report().sound() ? "" : "; the vault itself is damaged, check all");
    }

    @Override
    public String changePassphrase(char[] old, char[] fresh) {
        boolean keyringOpened = vault.passphrases().keyringOpens();
        vault.passphrases().change(old, fresh, VaultSettings.DEFAULT);
        if (keyringOpened) {
            // What it still keeps opens nothing; the next 'vault keyring on' takes its place.
            Optional<String> unused = VaultKeyring.forget(Vaults.folder(common));
        }
        return "the passphrase is changed; make a new backup, older ones open with the old one";
    }

    @Override
    public List<String> journal() {
        List<String> lines = new ArrayList<>();
        for (AuditEntry entry : vault.audit().entries()) {
            lines.add(
                    minutes(entry.at())
                            + "  "
                            + Json.lower(entry.kind()).replace('_', ' ')
                            + "  "
                            + entry.factsText());
        }
        Collections.reverse(lines);
        return lines;
    }

    @Override
    public NoteActions notes() {
        return notes;
    }

    @Override
    public Optional<String> clockPutBack() {
        return vault.audit().clockPutBackFrom().map(VaultDesk::minutes);
    }

    @Override
    public String acknowledgeClock() {
        return vault.audit().acknowledgeClock()
                ? "confirmed: recording and exporting are decided by this clock again"
                : "the clock stands behind nothing that the vault knows";
    }
}

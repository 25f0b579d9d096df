package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.attune.consent.RecordingAnswer;
import org.attune.consent.RecordingPermit;
import org.attune.export.ExportRefusedException;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.IdleLock;
import org.attune.store.RetentionSettings;
import org.attune.store.SessionRecorder;
import org.attune.store.Span;
import org.attune.store.Vault;
import org.attune.store.VaultException;
import org.attune.store.VaultLockSettings;
import org.attune.testkit.Hearts;
import org.attune.testkit.NoKeys;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.attune.ui.desk.ArchiveActions;
import org.attune.ui.desk.ConsentPageText;
import org.attune.ui.desk.DeskActions;
import org.attune.ui.desk.DeskActions.Named.About;
import org.attune.ui.desk.NoteActions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The desk over a real vault: from the consent page to what leaves, and back. */
@ExtendWith(NoKeys.class)
class VaultDeskIT {
    private static final DeskActions.Named NOBODY = new DeskActions.Named(About.HEARTBEAT, "", "");
    private static final DeskActions.Named SUPERVISED =
            new DeskActions.Named(About.HEARTBEAT, "Dr B. Lindqvist", "");

    @TempDir Path home;
    private Vault vault;
    private VaultDesk desk;

    VaultDeskIT() {}

    private void attune(String... arguments) {
        String unused =
                InProcess.with(home.resolve("vault"), home.resolve("passphrase")).done(arguments);
    }

    @BeforeEach
    void aDesk() throws IOException {
        Files.writeString(home.resolve("passphrase"), AttuneProcess.PASSPHRASE);
        attune("vault", "init");
        open();
    }

    private void open() {
        vault =
                Vault.open(
                        home.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system());
        desk = new VaultDesk(vault, new CommonOptions(), RetentionSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void agree(DeskActions.Named named, String... choices) {
        ConsentPageText form = desk.form("K-07", Locale.ENGLISH, named);
        assertThat(
                        desk.agree(
                                "K-07",
                                form,
                                named,
                                new ConsentPageText.Answer(Set.of(choices), "1,1 90,40\n")))
                .startsWith("entered for K-07");
    }

    private void recorded() {
        vault.close();
        attune(
                "live",
                "--sensor",
                "sim:settled?seed=3&speed=60",
                "--client",
                "K-07",
                "--record",
                "--headless",
                "--for",
                "2m");
        open();
    }

    @Test
    void nothingTodayLeavesNoTraceOfThePerson() {
        ConsentPageText form = desk.form("K-07", Locale.GERMAN, NOBODY);
        assertThat(form.language()).isEqualTo(Locale.GERMAN);
        assertThat(desk.agree("K-07", form, NOBODY, new ConsentPageText.Answer(Set.of(), "")))
                .contains("nothing was written");
        assertThat(desk.people()).isEmpty();
    }

    @Test
    void nobodyIsAskedToAgreeToAnyone() {
        assertThat(desk.form("K-07", Locale.ENGLISH, NOBODY).choices())
                .extracting(ConsentPageText.Choice::id)
                .doesNotContain("supervisor", "study")
                .contains("live", "keep");
        ConsentPageText supervised = desk.form("K-07", Locale.ENGLISH, SUPERVISED);
        assertThat(supervised.choices())
                .filteredOn(choice -> choice.id().equals("supervisor"))
                .singleElement()
                .extracting(ConsentPageText.Choice::what)
                .asString()
                .contains("Dr B. Lindqvist");
    }

    @Test
    void whatWasTickedIsWhatMayLeaveAndToNobodyElse() {
        agree(SUPERVISED, "live", "keep", "supervisor");
        assertThat(desk.people()).singleElement().extracting("code").isEqualTo("K-07");
        assertThat(desk.person("K-07").history()).singleElement().asString().contains("on-screen");
        recorded();
        DeskActions.Stored session = desk.sessions().get(0);
        assertThat(session.who()).containsExactly("K-07");

        assertThat(desk.preview(wish(session, "rr", "Dr B. Lindqvist")).lines())
                .anyMatch(line -> line.startsWith("file"));
        assertThat(desk.preview(wish(session, "rr", "Dr B. Lindqvist")).permitted()).isTrue();
        assertThat(desk.preview(wish(session, "rr", "Dr Who")).permitted()).isFalse();
        DeskActions.Wish named =
                new DeskActions.Wish(
                        session.id(),
                        "K-07",
                        "rr",
                        "research",
                        "Dr B. Lindqvist",
                        "pseudonymised",
                        "");
        assertThat(desk.preview(named).permitted()).as("another purpose").isFalse();

        Path target = home.resolve("out.zip");
        assertThat(desk.export(wish(session, "rr", "Dr B. Lindqvist"), target))
                .startsWith("exported");
        assertThat(target).isNotEmptyFile();
        assertThat(desk.person("K-07").copies()).singleElement().asString().contains("rr");
        assertThat(desk.withdraw("K-07", false)).contains("already handed out");
        assertThat(desk.preview(wish(session, "rr", "Dr B. Lindqvist")).permitted()).isFalse();
        assertThat(desk.journal()).isNotEmpty();
        assertThat(desk.verify().get(0)).contains("sound");
    }

    private static DeskActions.Wish wish(
            DeskActions.Stored session, String format, String recipient) {
        return new DeskActions.Wish(
                session.id(), "K-07", format, "supervision", recipient, "pseudonymised", "");
    }

    @Test
    void notesAreKeptReadAndLeaveByTheirOwnConsentsOnly() throws IOException {
        agree(NOBODY, "live", "keep");
        assertThatThrownBy(() -> desk.notes().keep("K-07", "", "canary-note-2711"))
                .isInstanceOf(ConsentRefusedException.class)
                .hasMessageContaining("notes-store");
        agree(new DeskActions.Named(About.NOTES, "", ""), "notes");
        assertThat(desk.notes().keep("K-07", "", "canary-note-2711")).contains("kept");
        assertThat(desk.notes().read("K-07", ""))
                .singleElement()
                .extracting(NoteActions.Written::text)
                .isEqualTo("canary-note-2711");

        NoteActions.NotesWish wish =
                new NoteActions.NotesWish("K-07", "", "supervision", "supervisor:lindqvist", "");
        assertThat(desk.notes().preview(wish).permitted()).isFalse();
        Path out = home.resolve("notes.txt");
        assertThatThrownBy(() -> desk.notes().export(wish, out))
                .isInstanceOf(ExportRefusedException.class);
        assertThat(out).doesNotExist();
        agree(new DeskActions.Named(About.NOTES, "Lindqvist", ""), "notes", "notes-supervisor");
        assertThat(desk.receipt("K-07", home)).contains("consent-receipt");
        assertThat(desk.notes().preview(wish).lines()).contains("canary-note-2711");
        assertThat(desk.notes().export(wish, out)).startsWith("exported");
        assertThat(Files.readString(out)).contains("canary-note-2711");
        assertThat(desk.person("K-07").copies()).singleElement().asString().contains("notes.txt");
        assertThat(desk.journal()).anyMatch(line -> line.contains("notes read"));
        try (IdleLock idle = vault.door().lockWhenIdle(VaultLockSettings.DEFAULT)) {
            new VaultDeskLock(vault.door(), idle).lock();
            assertThatThrownBy(() -> desk.notes().read("K-07", ""))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("locked");
        }
    }

    @Test
    void aClockPutBackIsSaidAndConfirmedWithTheEntryTheCommandMakes() {
        assertThat(desk.clockPutBack()).isEmpty();
        agree(NOBODY, "live", "keep");
        vault.close();
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        WallClock later = () -> Instant.now().plus(Duration.ofDays(3));
        Vault.open(home.resolve("vault"), passphrase, later).close();
        open();
        assertThat(desk.clockPutBack()).isPresent();
        assertThatThrownBy(() -> desk.notes().keep("K-07", "", "a note"))
                .isInstanceOf(ConsentRefusedException.class)
                .hasMessageContaining("the clock stands before");

        assertThat(desk.acknowledgeClock()).startsWith("confirmed");
        assertThat(desk.clockPutBack()).isEmpty();
        assertThat(desk.journal())
                .filteredOn(line -> line.contains("clock acknowledged"))
                .hasSize(1);
    }

    @Test
    void aHeldPersonIsNotErasedUntilTheHoldIsLifted() {
        agree(NOBODY, "live", "keep");
        assertThat(desk.hold("K-07", true)).contains("held");
        assertThat(desk.person("K-07").held()).isTrue();
        assertThatThrownBy(() -> desk.erasePerson("K-07")).isInstanceOf(VaultException.class);
        assertThat(desk.hold("K-07", false)).contains("lifted");
        assertThat(desk.erasePerson("K-07")).contains("erased for good");
        assertThat(desk.people()).isEmpty();
    }

    @Test
    void nobodyAtTheDeskForFiveMinutesLocksItAndThePassphraseOpensIt() {
        agree(NOBODY, "live", "keep");
        AtomicLong nanos = new AtomicLong();
        try (IdleLock idle = vault.door().lockWhenIdle(VaultLockSettings.DEFAULT, nanos::get)) {
            VaultDeskLock lock = new VaultDeskLock(vault.door(), idle);
            for (int minute = 0; minute < 12; minute++) {
                nanos.addAndGet(Duration.ofMinutes(1).toNanos());
                lock.touch();
                idle.look();
            }
            assertThat(lock.isLocked()).as("somebody was there").isFalse();
            nanos.addAndGet(Duration.ofMinutes(5).toNanos());
            idle.look();

            assertThat(lock.isLocked()).isTrue();
            assertThatThrownBy(desk::people)
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("locked");
            assertThatThrownBy(() -> lock.unlock("not this one".toCharArray()))
                    .isInstanceOf(VaultException.class);
            assertThat(lock.isLocked()).isTrue();
            char[] right = AttuneProcess.PASSPHRASE.toCharArray();
            lock.unlock(right);
            assertThat(right).containsOnly('\0');
            idle.look();
            assertThat(lock.isLocked()).as("unlocking is a sign of life").isFalse();
            assertThat(desk.people()).hasSize(1);
        }
    }

    @Test
    void aSessionBeingRecordedGoesOnBehindTheLockedDesk() {
        agree(NOBODY, "live", "keep");
        ClientCode client = new ClientCode("K-07");
        Instant now = WallClock.system().now();
        RecordingAnswer answer = vault.consents().log(client).askToRecord(now);
        RecordingPermit permit = ((RecordingAnswer.Permitted) answer).permit();
        Session session =
                new Session(
                        new SessionId("s-1"),
                        List.of(new Participant(LaneId.CLIENT, client)),
                        now,
                        "0".repeat(64),
                        SessionPipeline.VERSION);
        try (IdleLock idle = vault.door().lockWhenIdle(VaultLockSettings.DEFAULT)) {
            VaultDeskLock lock = new VaultDeskLock(vault.door(), idle);
            SessionRecorder recorder =
                    vault.record(session, "", Map.of(LaneId.CLIENT, permit), status -> {});
            lock.lock();
            assertThatThrownBy(desk::sessions).isInstanceOf(VaultException.class);
            recorder.happened(new Moment.Ended(SessionTime.ofSeconds(90)));
            recorder.close();
            lock.unlock(AttuneProcess.PASSPHRASE.toCharArray());
            assertThat(desk.sessions())
                    .singleElement()
                    .extracting(DeskActions.Stored::ending)
                    .isEqualTo(DeskActions.Ending.CLOSED);
        }
    }

    private void keptAt(String id, Instant begin) {
        ClientCode client = new ClientCode("K-07");
        Session session =
                new Session(
                        new SessionId(id),
                        List.of(new Participant(LaneId.CLIENT, client)),
                        begin,
                        "0".repeat(64),
                        SessionPipeline.VERSION);
        List<Moment> log =
                SessionHarness.with(Hearts.steady(70))
                        .runFor(Duration.ofMinutes(2))
                        .end()
                        .moments();
        RecordedLog.keep(vault, session, "", client, log);
    }

    @Test
    void whatIsDueIsKeptWithAReasonOrErasedAndAHoldForbidsIt() {
        agree(NOBODY, "live", "keep");
        Instant now = Instant.now();
        keptAt("s-old", now.minus(Duration.ofDays(50)));
        keptAt("s-older", now.minus(Duration.ofDays(60)));
        keptAt("s-new", now.minus(Duration.ofDays(3)));
        desk = new VaultDesk(vault, new CommonOptions(), new RetentionSettings(30));
        ArchiveActions archive = desk.archive();
        List<ArchiveActions.Due> due = archive.due();
        assertThat(due)
                .extracting(ArchiveActions.Due::session)
                .as("the longest due first")
                .containsExactly("s-older", "s-old");
        assertThat(due.get(0).since()).isEqualTo(VaultDesk.minutes(now.minus(Duration.ofDays(30))));
        LocalDate nextYear = LocalDate.now(ZoneId.systemDefault()).plusYears(1);

        assertThatThrownBy(
                        () ->
                                archive.keep(
                                        due.get(0),
                                        ArchiveActions.Reason.LAW,
                                        nextYear.minusYears(2)))
                .isInstanceOf(UsageException.class);
        assertThat(archive.keep(due.get(0), ArchiveActions.Reason.LAW, nextYear))
                .contains("kept until " + nextYear);
        assertThat(desk.journal())
                .filteredOn(line -> line.contains("retention set"))
                .singleElement()
                .asString()
                .contains("law", "s-older");
        assertThat(archive.due()).extracting(ArchiveActions.Due::session).containsExactly("s-old");

        desk.hold("K-07", true);
        assertThat(archive.due()).singleElement().extracting("held").isEqualTo(true);
        assertThatThrownBy(() -> archive.erase(due.get(1))).isInstanceOf(VaultException.class);
        assertThat(desk.sessions()).hasSize(3);
        desk.hold("K-07", false);
        assertThatThrownBy(() -> archive.erase(due.get(0)))
                .as("kept meanwhile")
                .isInstanceOf(UsageException.class);
        assertThat(archive.erase(due.get(1))).contains("erased for good", "K-07");
        assertThat(archive.due()).isEmpty();
        assertThat(desk.sessions())
                .extracting(DeskActions.Stored::id)
                .containsExactly("s-new", "s-older");
        assertThat(desk.journal()).anyMatch(line -> line.contains("erased"));
    }

    @Test
    void aPersonWhoseTimeIsOverIsKeptOrErasedAsAWhole() {
        agree(NOBODY, "live", "keep");
        keptAt("s-1", Instant.now().minus(Duration.ofDays(9)));
        vault.keeping().retain(new ClientCode("K-07"), Optional.of(Instant.now().minusSeconds(60)));
        ArchiveActions.Due person =
                desk.archive().due().stream()
                        .filter(each -> each.session().isEmpty())
                        .findFirst()
                        .orElseThrow();
        LocalDate nextYear = LocalDate.now(ZoneId.systemDefault()).plusYears(1);
        LocalDate last = nextYear;
        for (ArchiveActions.Reason each : ArchiveActions.Reason.values()) {
            last = last.plusDays(1);
            assertThat(desk.archive().keep(person, each, last)).contains(last.toString());
        }
        assertThat(desk.archive().due()).isEmpty();
        assertThat(desk.journal())
                .filteredOn(line -> line.contains("reason="))
                .hasSize(ArchiveActions.Reason.values().length);
        vault.keeping().retain(new ClientCode("K-07"), Optional.of(Instant.now().minusSeconds(60)));
        assertThat(desk.archive().erase(person)).contains("everything of K-07");
        assertThat(desk.people()).isEmpty();
        assertThat(desk.sessions()).isEmpty();
    }

    @Test
    void whatBrokeOffAndWhatHasAHoleIsToldAsSuch() throws IOException {
        agree(NOBODY, "live", "keep");
        keptAt("s-whole", Instant.now().minus(Duration.ofDays(2)));
        keptAt("s-hole", Instant.now().minus(Duration.ofDays(1)));
        vault.erasures()
                .span(
                        new SessionId("s-hole"),
                        LaneId.CLIENT,
                        new Span(SessionTime.ofSeconds(30), SessionTime.ofSeconds(60)));
        Map<LaneId, RecordingPermit> permits =
                Map.of(LaneId.CLIENT, RecordedLog.permit(vault, new ClientCode("K-07")));
        Session session =
                new Session(
                        new SessionId("s-off"),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                        Instant.now(),
                        "0".repeat(64),
                        SessionPipeline.VERSION);
        Path pulled = home.resolve("pulled");
        SessionRecorder recorder = vault.record(session, "", permits, status -> {});
        try {
            assertThat(desk.sessions().get(0).ending()).isEqualTo(DeskActions.Ending.RECORDING);
            copied(home.resolve("vault"), pulled); // as the disk is when the power goes
        } finally {
            recorder.close();
        }
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        try (Vault after = Vault.open(pulled, passphrase, WallClock.system())) {
            List<DeskActions.Stored> sessions =
                    new VaultDesk(after, new CommonOptions(), RetentionSettings.DEFAULT).sessions();
            assertThat(sessions)
                    .extracting(DeskActions.Stored::id)
                    .containsExactly("s-off", "s-hole", "s-whole");
            assertThat(sessions)
                    .extracting(DeskActions.Stored::ending)
                    .containsExactly(
                            DeskActions.Ending.RECOVERED,
                            DeskActions.Ending.CLOSED,
                            DeskActions.Ending.CLOSED);
            assertThat(sessions.get(1).lost()).isPositive();
            assertThat(sessions.get(2).lost()).isZero();
        }
    }

    private static void copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    @Test
    void aPageIsMadeOfTheChosenSessionWhereThatWasAgreedAndNowhereElse() {
        agree(NOBODY, "live", "keep");
        keptAt("s-1", Instant.now().minus(Duration.ofDays(1)));
        Path page = home.resolve("page.pdf");
        assertThatThrownBy(() -> desk.archive().report("s-1", "K-07", Locale.GERMAN, page))
                .isInstanceOf(ExportRefusedException.class);
        assertThat(page).doesNotExist();
        attuneBeside("consent", "give", "K-07", "--scope", "report");
        assertThat(desk.archive().report("s-1", "K-07", Locale.GERMAN, page)).contains("page.pdf");
        assertThat(page).isNotEmptyFile();
        assertThat(desk.person("K-07").copies()).singleElement().asString().contains("page.pdf");
        assertThatThrownBy(() -> desk.archive().report("s-1", "M-12", Locale.GERMAN, page))
                .isInstanceOf(UsageException.class);
    }

    /** A command, while the desk is shut. */
    private void attuneBeside(String... arguments) {
        vault.close();
        attune(arguments);
        open();
    }

    @Test
    void aBackupIsProvenAndTheClientsCopyIsWritten() {
        agree(NOBODY, "live", "keep");
        assertThat(desk.backUp(home.resolve("backup.attune"))).startsWith("backup made and proven");
        assertThat(desk.receipt("K-07", home.resolve("papers"))).contains(".pdf").contains(".json");
        assertThat(desk.archive().due()).isEmpty();
    }
}

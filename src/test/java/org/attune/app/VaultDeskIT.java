package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.consent.RecordingAnswer;
import org.attune.consent.RecordingPermit;
import org.attune.export.ExportRefusedException;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.IdleLock;
import org.attune.store.RetentionSettings;
import org.attune.store.SessionRecorder;
import org.attune.store.Vault;
import org.attune.store.VaultException;
import org.attune.store.VaultLockSettings;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.attune.ui.desk.ConsentPageText;
import org.attune.ui.desk.DeskActions;
import org.attune.ui.desk.DeskActions.Named.About;
import org.attune.ui.desk.NoteActions;
import org.attune.ui.desk.SupervisionActions;
import org.attune.ui.review.ReviewSession;
import org.junit.jupiter.api.Test;

/** The desk over a real vault: from the consent page to what leaves, and back. */
class VaultDeskIT extends OverVault {
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

    @Test
    void aSessionGoesFromDeskToDeskAndWhatWasSaidOfItComesBack() throws IOException {
        agree(SUPERVISED, "live", "keep", "supervisor");
        keptAt("s-1", Instant.now().minus(Duration.ofDays(1)));
        SupervisionActions here = desk.supervision();
        SupervisionActions.Wish stranger =
                new SupervisionActions.Wish("s-1", "K-07", "Dr Who", "", "");
        assertThat(here.preview(stranger).permitted()).isFalse();
        Path sent = home.resolve("sent.zip");
        assertThatThrownBy(() -> here.send(stranger, sent)).isInstanceOf(RuntimeException.class);
        assertThat(sent).doesNotExist();
        SupervisionActions.Wish wish =
                new SupervisionActions.Wish("s-1", "K-07", "Dr B. Lindqvist", "", "");
        assertThat(here.preview(wish).permitted()).isTrue();
        assertThat(here.send(wish, sent)).startsWith("written: ");

        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        VaultWithYes.make(elsewhere, new CommonOptions());
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        Path answer;
        try (Vault other = Vault.open(elsewhere.resolve("vault"), passphrase, WallClock.system())) {
            SupervisionActions.Opened opened =
                    new VaultDesk(other, new CommonOptions(), RetentionSettings.DEFAULT)
                            .supervision()
                            .open(sent, "");
            assertThat(opened.session().toString()).doesNotContain("K-07");
            assertThat(opened.answer().write()).as("nothing said, nothing written").isEmpty();
            ReviewSession unused =
                    opened.actions()
                            .saying()
                            .orElseThrow()
                            .comment(SessionTime.ZERO, SessionTime.ZERO, "What if you waited?");
            assertThat(opened.answer().write()).contains("sent-answer.txt");
            answer = elsewhere.resolveSibling("sent-answer.txt");
        }
        assertThat(here.merge(answer, "").get(0)).contains("s-1", "1 new word of");
        assertThat(here.merge(answer, "").get(0)).contains("0 new words");
        assertThat(vault.annotations().of(new SessionId("s-1")))
                .singleElement()
                .extracting(Annotation::said)
                .isEqualTo(
                        new Said.Comment(
                                SessionTime.ZERO, SessionTime.ZERO, "What if you waited?"));
    }

    @Test
    void aBackupIsProvenAndTheClientsCopyIsWritten() {
        agree(NOBODY, "live", "keep");
        assertThat(desk.backUp(home.resolve("backup.attune"))).startsWith("backup made and proven");
        assertThat(desk.receipt("K-07", home.resolve("papers"))).contains(".pdf").contains(".json");
        assertThat(desk.archive().due()).isEmpty();
    }
}

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
import java.util.stream.Stream;
import org.attune.consent.RecordingPermit;
import org.attune.export.ExportRefusedException;
import org.attune.pipeline.SessionPipeline;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.RetentionSettings;
import org.attune.store.SessionRecorder;
import org.attune.store.Span;
import org.attune.store.Vault;
import org.attune.store.VaultException;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.attune.ui.desk.ArchiveActions;
import org.attune.ui.desk.DeskActions;
import org.junit.jupiter.api.Test;

/** The desk's archive over a real vault: what is due, what broke off, the page of a session. */
class DeskArchiveIT extends OverVault {
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
}

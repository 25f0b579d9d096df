package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentScope;
import org.attune.live.RecordingStatus;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.AuditEvent;
import org.attune.store.SessionRecorder;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Withdrawn in the middle of a session: kept until now, or deleted. */
class RecordingDeskTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final ClientCode STRANGER = new ClientCode("K-08");
    private static final SessionId ID = new SessionId("s-1");

    @TempDir Path home;
    private final CommonOptions common = new CommonOptions();

    RecordingDeskTest() {}

    @BeforeEach
    void aVaultAndAYes() throws IOException {
        VaultWithYes.make(home, common, CLIENT);
    }

    @Test
    void withdrawnAndKeptTheSessionIsThereUpToThen() {
        try (RecordingDesk desk = recording()) {
            desk.withdraw();
            assertThat(desk.status().kind()).isEqualTo(RecordingStatus.Kind.WITHDRAWN);
        }
        try (Vault vault = vault()) {
            assertThat(kept(vault)).isPresent();
            assertThat(vault.consents().log(CLIENT).grants(ConsentScope.RECORD, Instant.now()))
                    .isFalse();
            assertThat(vault.consents().log(CLIENT).grants(ConsentScope.STORE, Instant.now()))
                    .isTrue();
        }
    }

    @Test
    void withdrawnThenDeletedTheSessionIsGoneAndBothAreEntered() throws InterruptedException {
        try (RecordingDesk desk = recording()) {
            desk.withdraw();
            desk.withdraw(SessionRecorder.Withdrawal.ERASE);
            await(
                    desk,
                    words -> words.equals("consent was withdrawn; what was recorded is deleted"));
        }
        try (Vault vault = vault()) {
            assertThat(kept(vault)).isEmpty();
            assertThat(vault.erasures().tombstones()).hasSize(1);
            assertThat(vault.consents().log(CLIENT).entries()).hasSize(3);
            assertThat(vault.consents().log(CLIENT).standing(Instant.now())).isEmpty();
            assertThat(kinds(vault))
                    .contains(AuditEvent.Kind.CONSENT_WITHDRAWN, AuditEvent.Kind.ERASED);
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void aLegalHoldWinsAndIsSaid() throws InterruptedException {
        try (Vault vault = vault()) {
            vault.keeping().hold(CLIENT, Instant.now());
        }
        try (RecordingDesk desk = recording()) {
            desk.withdraw();
            desk.withdraw(SessionRecorder.Withdrawal.ERASE);
            await(desk, words -> words.contains("kept under legal hold"));
        }
        try (Vault vault = vault()) {
            assertThat(kept(vault)).isPresent();
            assertThat(vault.consents().log(CLIENT).standing(Instant.now())).isEmpty();
        }
    }

    @Test
    void eachAnswerToWhetherSomebodyMayBeRecordedIsEnteredInTheAudit() {
        try (RecordingDesk desk =
                RecordingDesk.open(
                        common, Map.of(LaneId.CLIENT, CLIENT, LaneId.PARTNER, STRANGER), false)) {
            assertThat(desk.records()).isTrue();
        }
        try (Vault vault = vault()) {
            assertThat(vault.audit().entries())
                    .filteredOn(entry -> "record".equals(entry.facts().get("action")))
                    .extracting(entry -> entry.kind())
                    .containsExactlyInAnyOrder(AuditEvent.Kind.ALLOWED, AuditEvent.Kind.DENIED);
        }
    }

    private RecordingDesk recording() {
        RecordingDesk desk = RecordingDesk.open(common, Map.of(LaneId.CLIENT, CLIENT), true);
        Session session =
                new Session(
                        ID,
                        List.of(new Participant(LaneId.CLIENT, CLIENT)),
                        Instant.now(),
                        "",
                        "test-1");
        desk.begin(session, AttuneSettings.DEFAULT).forEach(listener -> listener.happened(heard()));
        return desk;
    }

    private static Moment heard() {
        return new Moment.Heard(
                LaneId.CLIENT,
                new SensorEvent.RrReceived(SessionTime.ZERO, List.of(RrInterval.ofMillis(800))));
    }

    private Vault vault() {
        return Vault.open(
                home.resolve("vault"), AttuneProcess.PASSPHRASE.toCharArray(), WallClock.system());
    }

    private static Optional<StoredSession> kept(Vault vault) {
        return vault.archive().read(ID).filter(session -> session.moments().contains(heard()));
    }

    private static List<AuditEvent.Kind> kinds(Vault vault) {
        return vault.audit().entries().stream().map(entry -> entry.kind()).toList();
    }

    private static void await(RecordingDesk desk, Predicate<String> words)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!words.test(desk.status().words())) {
            assertThat(System.nanoTime()).as(desk.status().words()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}

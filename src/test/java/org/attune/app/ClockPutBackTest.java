package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.store.AuditEntry;
import org.attune.store.AuditEvent;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that shows less than the vault knows: nothing is decided by it until it is confirmed. */
class ClockPutBackTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final Map<LaneId, ClientCode> LANES = Map.of(LaneId.CLIENT, CLIENT);
    private static final Duration AHEAD = Duration.ofDays(3);

    @TempDir Path home;
    private final CommonOptions common = new CommonOptions();

    ClockPutBackTest() {}

    private AttuneProcess.Result attune(String... words) {
        return InProcess.with(home.resolve("vault"), home.resolve("passphrase")).attune(words);
    }

    @BeforeEach
    void aVaultAndAYes() throws IOException {
        VaultWithYes.make(home, common, CLIENT);
    }

    private static ConsentEvent said(ConsentEvent.Type type, Instant at, @Nullable Instant until) {
        Set<ConsentScope> scopes = EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE);
        return new ConsentEvent(CLIENT, type, at, scopes, until, "paper");
    }

    /** The vault is used when the clock shows what is still to come. */
    private void usedLater(ConsentEvent... said) {
        WallClock later = () -> Instant.now().plus(AHEAD);
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        try (Vault vault = Vault.open(home.resolve("vault"), passphrase, later)) {
            List.of(said).forEach(vault.consents()::append);
        }
    }

    private List<AuditEntry> audit() {
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        try (Vault vault = Vault.open(home.resolve("vault"), passphrase, WallClock.system())) {
            return vault.audit().entries();
        }
    }

    @Test
    void nothingIsRecordedUntilAPersonConfirmsTheClock() {
        usedLater();

        assertThatThrownBy(() -> RecordingDesk.open(common, LANES, true))
                .isInstanceOf(ConsentRefusedException.class)
                .hasMessageContaining("the clock stands before")
                .hasMessageContaining("vault clock --acknowledge");
        // Opened once more by the wrong clock, the newest entry is younger than the latest one.
        try (RecordingDesk desk = RecordingDesk.open(common, LANES, false)) {
            assertThat(desk.records()).isFalse();
            assertThat(desk.status().words()).contains("the clock stands before");
        }

        assertThat(attune("vault", "clock").exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(attune("vault", "clock", "--acknowledge").exitCode()).isEqualTo(ExitCode.DONE);

        try (RecordingDesk desk = RecordingDesk.open(common, LANES, true)) {
            assertThat(desk.records()).isTrue();
        }
        assertThat(audit())
                .extracting(AuditEntry::kind)
                .containsOnlyOnce(AuditEvent.Kind.CLOCK_ACKNOWLEDGED);
    }

    @Test
    void everyCommandSaysItInOneLineAndNoneDoesWhenTheClockIsRight() {
        assertThat(attune("sessions").err()).isEmpty();
        assertThat(attune("vault", "clock", "--acknowledge").out()).contains("behind nothing");

        usedLater();

        AttuneProcess.Result sessions = attune("sessions");
        assertThat(sessions.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(sessions.err().lines()).singleElement().asString().contains("the clock stands");
    }

    @Test
    void whatWasWithdrawnLaterStaysWithdrawnThoughTheClockIsConfirmed() {
        Instant later = Instant.now().plus(AHEAD);
        usedLater(said(ConsentEvent.Type.WITHDRAWN, later, null));
        assertThat(attune("vault", "clock", "--acknowledge").exitCode()).isEqualTo(ExitCode.DONE);

        assertThatThrownBy(() -> RecordingDesk.open(common, LANES, true))
                .isInstanceOf(ConsentRefusedException.class)
                .hasMessageContaining("the clock stands before what was already entered");

        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        try (Vault vault = Vault.open(home.resolve("vault"), passphrase, WallClock.system())) {
            vault.consents().append(said(ConsentEvent.Type.GIVEN, Instant.now(), null));
        }
        try (RecordingDesk desk = RecordingDesk.open(common, LANES, true)) {
            assertThat(desk.records()).as("given again after that").isTrue();
        }
    }

    @Test
    void aCardIsNotWrittenWhileTheClockIsBack() {
        usedLater();
        char[] passphrase = AttuneProcess.PASSPHRASE.toCharArray();
        try (Vault vault = Vault.open(home.resolve("vault"), passphrase, WallClock.system())) {
            Set<ClientFlag> flags = Set.of(ClientFlag.PREGNANCY);
            assertThat(vault.cards().setFlags(CLIENT, flags, Instant.now()))
                    .singleElement()
                    .asString()
                    .contains("the clock stands before");
            assertThat(vault.cards().card(CLIENT).flags()).isEmpty();
        }
    }
}

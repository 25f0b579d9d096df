package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 25: locks on idle and after sleep, and recording survives it. */
final class LockTest {
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;
    private final AtomicLong nanos = new AtomicLong();
    private Instant time = Desk.TEN_O_CLOCK;

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        time = time.plus(duration);
    }

    private IdleLock fiveMinutes(Vault vault) {
        return new IdleLock(vault.door(), Duration.ofMinutes(5), nanos::get, () -> time);
    }

    private static SessionRecorder record(Vault vault) {
        return vault.record(
                Desk.session("s-1"),
                Desk.SETTINGS,
                Desk.bothPermits(),
                change -> {},
                Desk.FAST,
                order -> {});
    }

    @Test
    void aLockedVaultAnswersNothingUntilItIsUnlocked() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.door().lock();
            vault.door().lock();

            assertThat(vault.door().isLocked()).isTrue();
            assertThatThrownBy(() -> vault.clients().codes())
                    .isInstanceOf(VaultException.class)
                    .hasMessage("the vault is locked: unlock it with its passphrase");
            assertThatThrownBy(() -> vault.consents().log(Desk.ANNA))
                    .isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> vault.archive().list()).isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> vault.clients().add(Desk.BEN))
                    .isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> record(vault)).isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> vault.door().unlock("wrong words".toCharArray()))
                    .isInstanceOf(VaultException.class);
            assertThat(vault.door().isLocked()).isTrue();

            char[] right = Desk.passphrase();
            vault.door().unlock(right);
            assertThat(right).containsOnly('\0');
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
            record(vault).close();
        }
    }

    @Test
    void whatIsBeingRecordedGoesOnBehindTheLockAndCanBeWithdrawnAndEnded() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            SessionRecorder recorder = record(vault);
            Desk.seconds(0, 10).forEach(recorder::happened);
            vault.door().lock();
            Desk.seconds(10, 40).forEach(recorder::happened);
            recorder.withdraw(LaneId.PARTNER, SessionRecorder.Withdrawal.ERASE);
            recorder.close();
            assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.CLOSED);

            vault.door().unlock(Desk.passphrase());
            StoredSession stored = vault.archive().read(ID).orElseThrow();
            assertThat(stored.entry().state()).isEqualTo(SessionEntry.State.CLOSED);
            assertThat(stored.moments())
                    .isEqualTo(
                            Desk.seconds(0, 40).stream()
                                    .filter(moment -> !moment.toString().contains("partner"))
                                    .toList());
            // What the audit missed behind the lock, it says.
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void itLocksWhenNobodyUsesItForFiveMinutesAndNotBefore() {
        try (Vault vault = Desk.create(temp.resolve("v"));
                IdleLock lock = fiveMinutes(vault)) {
            for (int minute = 0; minute < 20; minute++) {
                pass(Duration.ofMinutes(1));
                lock.look();
                lock.touch();
            }
            assertThat(vault.door().isLocked()).isFalse();
            pass(Duration.ofSeconds(299));
            lock.look();
            assertThat(vault.door().isLocked()).isFalse();
            pass(Duration.ofSeconds(1));
            lock.look();
            assertThat(vault.door().isLocked()).isTrue();
        }
    }

    @Test
    void aSessionBeingRecordedKeepsItOpenAndItsEndStartsTheTime() {
        try (Vault vault = Desk.create(temp.resolve("v"));
                IdleLock lock = fiveMinutes(vault)) {
            SessionRecorder recorder = record(vault);
            for (int minute = 0; minute < 50; minute++) {
                pass(Duration.ofMinutes(1));
                lock.look();
            }
            assertThat(vault.door().isLocked()).isFalse();
            recorder.close();
            pass(Duration.ofMinutes(4));
            lock.look();
            assertThat(vault.door().isLocked()).isFalse();
            pass(Duration.ofMinutes(1));
            lock.look();
            assertThat(vault.door().isLocked()).isTrue();
        }
    }

    @Test
    void afterTheComputerSleptItIsLockedEvenWhileRecording() {
        try (Vault vault = Desk.create(temp.resolve("v"));
                IdleLock lock = fiveMinutes(vault);
                SessionRecorder recorder = record(vault)) {
            pass(Duration.ofSeconds(30));
            lock.look();
            assertThat(vault.door().isLocked()).isFalse();
            // Asleep, the ticker stands still and the clock on the wall does not.
            time = time.plusSeconds(3_600);
            pass(Duration.ofSeconds(1));
            lock.look();
            assertThat(vault.door().isLocked()).isTrue();
            assertThat(recorder.records(LaneId.CLIENT)).isTrue();
        }
    }
}

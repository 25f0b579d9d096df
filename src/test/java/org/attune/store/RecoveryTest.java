package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that broke off, when the vault is next opened. */
final class RecoveryTest {
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;

    /**
     * A copy of a vault while a session is recorded, {@code seconds} of it committed one by one.
     */
    private Path brokenOff(int seconds, int partsPerGathered) {
        AtomicLong committed = new AtomicLong(-1);
        RecorderPace pace =
                new RecorderPace(
                        Desk.FAST.commitEvery(),
                        partsPerGathered,
                        4_096,
                        32 << 20,
                        Desk.FAST.closeWithin());
        try (Vault vault = Desk.create(temp.resolve("running"));
                SessionRecorder recorder =
                        vault.record(
                                Desk.session("s-1"),
                                Desk.SETTINGS,
                                Desk.bothPermits(),
                                change -> {},
                                pace,
                                committed::set)) {
            for (int number = 0; number < seconds; number++) {
                Desk.seconds(number, number + 1L).forEach(recorder::happened);
                long last = 6L * (number + 1) - 1;
                Desk.await(() -> committed.get() >= last);
            }
            return Desk.copy(temp.resolve("running"), temp.resolve("v"));
        }
    }

    private static long parts(Path folder) throws SQLException {
        return Intruder.number(folder, "SELECT COUNT(*) FROM part WHERE lane = 0");
    }

    private static void readsAs(Path folder, List<Moment> happened) {
        try (Vault vault = Desk.open(folder)) {
            StoredSession stored = vault.archive().read(ID).orElseThrow();
            assertThat(stored.entry().state()).isEqualTo(SessionEntry.State.RECOVERED);
            assertThat(stored.entry().incomplete()).isFalse();
            assertThat(stored.moments()).isEqualTo(happened);
            VerifyReport report = vault.verify();
            assertThat(report.sound()).isTrue();
            assertThat(report.toLines()).anyMatch(line -> line.contains("broke off"));
        }
    }

    @Test
    void itsSmallPartsAreGatheredAndItIsSealedAsBrokenOff() throws SQLException {
        Path folder = brokenOff(28, 100);
        // A second may fall into two commits.
        assertThat(parts(folder)).isGreaterThanOrEqualTo(28);
        readsAs(folder, Desk.seconds(0, 28));

        assertThat(parts(folder)).isEqualTo(1);
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM stream WHERE closing IS NULL"))
                .isZero();
        readsAs(folder, Desk.seconds(0, 28));
    }

    @Test
    void numbersThatMayHaveBeenUsedBeforeTheBreakAreNotUsedAgain() throws SQLException {
        Path folder = brokenOff(10, 10);
        long before = Intruder.number(folder, "SELECT MAX(seq) FROM part");

        readsAs(folder, Desk.seconds(0, 10));

        assertThat(Intruder.number(folder, "SELECT MAX(seq) FROM part"))
                .isGreaterThan(before + 1_000_000);
        assertThat(Intruder.number(folder, "SELECT MIN(closing_seq) FROM stream"))
                .isGreaterThan(before + 1_000_000);
    }

    @Test
    void fromThenOnNothingCanBeCutOffItsEndUnnoticed() throws SQLException {
        Path folder = brokenOff(25, 10);
        Desk.open(folder).close();
        Intruder.run(
                folder,
                "DELETE FROM part WHERE lane = 0 AND seq = (SELECT MAX(seq) FROM part WHERE lane"
                        + " = 0)");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().toLines()).anyMatch(l -> l.contains("parts are missing"));
        }
    }

    @Test
    void aDamagedOneIsLeftAsItIsForEvidence() throws SQLException {
        Path folder = brokenOff(5, 100);
        long before = parts(folder);
        Intruder.run(folder, "UPDATE part SET sealed = zeroblob(90) WHERE lane = 0 AND seq = 3");
        Desk.open(folder).close();
        assertThat(parts(folder)).isEqualTo(before);
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM part WHERE lane = 1"))
                .isEqualTo(1);
    }

    @Test
    void oneThatBrokeOffBeforeItsFirstSecondIsClosedEmpty() throws SQLException {
        Path folder = brokenOff(0, 10);
        for (int i = 0; i < 2; i++) {
            try (Vault vault = Desk.open(folder)) {
                assertThat(vault.verify().sound()).isTrue();
                assertThat(vault.archive().read(ID).orElseThrow().moments()).isEmpty();
            }
        }
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM stream WHERE closing IS NULL"))
                .isZero();
    }
}

package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 5: sealed things put in another's place, put back from before, or put in other order. */
final class MovedBlobsTest {
    private static final String FIRST = "session_id = 's-1' AND lane = 0";
    @TempDir Path temp;
    private Path folder;
    private byte[] key;

    @BeforeEach
    void aVaultWithTwoSessionsOfTwoPeople() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.ANNA, Desk.TEN_O_CLOCK.plusSeconds(900)));
            vault.consents().append(Desk.given(Desk.BEN, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            for (String id : List.of("s-1", "s-2")) {
                record(vault, id);
            }
        }
        key = Keyless.key(folder);
        assertThat(sound()).isTrue();
    }

    private static void record(Vault vault, String id) {
        AtomicLong committed = new AtomicLong(-1);
        RecorderPace pace =
                new RecorderPace(
                        Desk.FAST.commitEvery(), 1, 4_096, 1 << 20, Desk.FAST.closeWithin());
        try (SessionRecorder recorder =
                vault.record(
                        Desk.session(id),
                        "",
                        Desk.bothPermits(),
                        change -> {},
                        pace,
                        committed::set)) {
            for (int second = 0; second < 4; second++) {
                long last = 6L * (second + 1) - 1;
                Desk.seconds(second, second + 1L).forEach(recorder::happened);
                Desk.await(() -> committed.get() >= last);
            }
        }
    }

    private boolean sound() {
        try (Keyless vault = Keyless.open(folder, key)) {
            return new Verification(vault.parts(), "").run(List.of()).sound();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Another person's part, another session's, another place's of the same.
                "UPDATE part SET sealed = (SELECT sealed FROM part AS o WHERE o.session_id = 's-1'"
                        + " AND o.lane = 1 AND o.seq = part.seq) WHERE "
                        + FIRST
                        + " AND seq = 2",
                "UPDATE part SET sealed = (SELECT sealed FROM part AS o WHERE o.session_id = 's-2'"
                        + " AND o.lane = 0 AND o.seq = part.seq) WHERE "
                        + FIRST
                        + " AND seq = 2",
                "UPDATE part SET sealed = (SELECT sealed FROM part AS o WHERE o.session_id = 's-1'"
                        + " AND o.lane = 0 AND o.seq = 3) WHERE "
                        + FIRST
                        + " AND seq = 2",
                // An older part once more at the end, and two in the other order.
                "INSERT INTO part SELECT session_id, lane, 900, sealed FROM part WHERE "
                        + FIRST
                        + " AND seq = 1",
                "UPDATE part SET sealed = (SELECT sealed FROM part AS o WHERE o.session_id ="
                        + " part.session_id AND o.lane = part.lane AND o.seq = 5 - part.seq) WHERE "
                        + FIRST
                        + " AND seq IN (2, 3)",
                // Whole streams: of another person, and under another session's name.
                "UPDATE stream SET lane = 1 - lane + 100 WHERE session_id = 's-1'",
                "UPDATE stream SET client_id = (SELECT client_id FROM stream AS o WHERE o.lane = 1"
                        + " LIMIT 1) WHERE "
                        + FIRST,
                "UPDATE stream SET opening = (SELECT opening FROM stream AS o WHERE o.session_id ="
                        + " 's-2' AND o.lane = 0) WHERE "
                        + FIRST,
                "UPDATE stream SET closing = (SELECT closing FROM stream AS o WHERE o.session_id ="
                        + " 's-2' AND o.lane = 0) WHERE "
                        + FIRST,
                // Consents: another person's, and in other order.
                "UPDATE consent SET sealed = (SELECT sealed FROM consent AS o WHERE o.client_id <>"
                        + " consent.client_id AND o.seq = consent.seq)",
                "UPDATE consent SET sealed = (SELECT sealed FROM consent AS o WHERE o.client_id ="
                        + " consent.client_id AND o.seq = 1 - consent.seq)",
                "UPDATE client SET sealed = (SELECT sealed FROM client AS o WHERE o.client_id <>"
                        + " client.client_id)"
            })
    void whateverStandsWhereItWasNotSealedIsReported(String change) throws SQLException {
        assertThat(Intruder.run(folder, change)).isPositive();
        assertThat(sound()).isFalse();
    }

    @Test
    void aPartOfAnotherVaultIsReported() throws SQLException {
        Path other = temp.resolve("other");
        try (Vault vault = Desk.create(other)) {
            record(vault, "s-1");
        }
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + other.resolve("vault.db") + "' AS other");
            int changed =
                    statement.executeUpdate(
                            "UPDATE part SET sealed = (SELECT sealed FROM other.part AS o WHERE"
                                    + " o.session_id = part.session_id AND o.lane = part.lane AND"
                                    + " o.seq = part.seq) WHERE "
                                    + FIRST
                                    + " AND seq = 2");
            assertThat(changed).isEqualTo(1);
        }
        assertThat(sound()).isFalse();
    }
}

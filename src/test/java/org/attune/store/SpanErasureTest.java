package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A span of a lane is erased: what stays is sealed anew, and no old copy yields the span. */
final class SpanErasureTest {
    private static final SessionId ID = new SessionId("s-1");
    private static final Span SPAN = span(60, 70);
    @TempDir Path temp;
    private Path folder;

    @BeforeEach
    void aRecordedCouple() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            Desk.recordCouple(vault, "s-1", Desk.SETTINGS, 150);
        }
    }

    private static Span span(double from, double to) {
        return new Span(SessionTime.ofSeconds(from), SessionTime.ofSeconds(to));
    }

    private List<byte[]> bytes(String file, String query) throws SQLException {
        List<byte[]> found = new ArrayList<>();
        try (Connection connection = Intruder.connect(folder, file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getBytes(1));
            }
        }
        return found;
    }

    private void run(String file, String sql) throws SQLException {
        try (Connection connection = Intruder.connect(folder, file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Moment> of(LaneId lane, List<Moment> moments) {
        return moments.stream().filter(moment -> lane.equals(laneOf(moment))).toList();
    }

    private static @Nullable LaneId laneOf(Moment moment) {
        if (moment instanceof Moment.Heard heard) {
            return heard.lane();
        }
        if (moment instanceof Moment.Judged judged) {
            return judged.lane();
        }
        return moment instanceof Moment.Concluded concluded ? concluded.lane() : null;
    }

    /** Judged by the numbers of the seconds, not by the product's own rule. */
    private static void assertErased(StoredSession left) {
        List<Moment> annas = of(LaneId.CLIENT, left.moments());
        for (Moment moment : annas) {
            double at = moment.at().toSeconds();
            assertThat(at)
                    .as("%s", moment)
                    .satisfiesAnyOf(
                            t -> assertThat(t).isLessThan(60),
                            t -> assertThat(t).isGreaterThan(70));
            if (moment instanceof Moment.Concluded) {
                assertThat(at).as("its window reaches back into the span").isLessThan(60);
            }
        }
        assertThat(annas).filteredOn(m -> m instanceof Moment.Concluded).hasSize(60);
        assertThat(annas).filteredOn(m -> m instanceof Moment.Heard).hasSize(60 + 77);
        assertThat(annas).filteredOn(m -> m instanceof Moment.Judged).hasSize(60 + 79);
        long gone = 3L * 150 - annas.size();
        assertThat(left.entry().lost())
                .as("every moment that is missing is told of")
                .isEqualTo(gone);
        assertThat(of(LaneId.PARTNER, left.moments())).hasSize(450);
    }

    @Test
    void theSpanAndAllThatWasConcludedFromItIsGoneAndTheRestIsAsItWas() throws SQLException {
        List<byte[]> keys = bytes("keys.db", "SELECT wrapped FROM stream_key WHERE lane = 0");
        List<byte[]> parts = bytes("vault.db", "SELECT sealed FROM part WHERE lane = 0");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().span(ID, LaneId.CLIENT, SPAN)).isGreaterThan(30);
            for (byte[] key : keys) {
                assertThat(Desk.filesHolding(folder, key)).isEmpty();
            }
            for (byte[] part : parts) {
                byte[] beginning = Arrays.copyOf(part, 64);
                assertThat(Desk.filesHolding(folder, beginning)).isEmpty();
            }
            assertErased(vault.archive().read(ID).orElseThrow());
            assertThat(vault.verify().sound()).isTrue();
            assertThat(vault.verify().toLines()).anyMatch(line -> line.contains("lacks"));
            assertThat(vault.erasures().tombstones())
                    .extracting(Tombstone::kind)
                    .containsExactly("span");
            assertThat(vault.erasures().span(ID, LaneId.CLIENT, SPAN))
                    .as("asked for twice, it is done once")
                    .isZero();
        }
        try (Vault vault = Desk.open(folder)) {
            assertErased(vault.archive().read(ID).orElseThrow());
            assertThat(vault.archive().read(ID).orElseThrow().entry().state())
                    .isEqualTo(SessionEntry.State.CLOSED);
        }
    }

    @Test
    void anOldCopyOfTheDataPutBackDoesNotYieldTheSpan() throws IOException {
        byte[] old = Files.readAllBytes(folder.resolve("vault.db"));
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().span(ID, LaneId.CLIENT, SPAN)).isPositive();
        }
        Files.write(folder.resolve("vault.db"), old);
        try (Vault vault = Desk.open(folder)) {
            StoredSession left = vault.archive().read(ID).orElseThrow();
            assertThat(of(LaneId.CLIENT, left.moments())).isEmpty();
            assertThat(of(LaneId.PARTNER, left.moments())).hasSize(450);
        }
    }

    @Test
    void whatIsInterruptedBeforeTheRestIsSealedIsDoneWhenTheVaultIsNextOpened()
            throws SQLException {
        run(
                "vault.db",
                "CREATE TRIGGER stop BEFORE DELETE ON part BEGIN SELECT RAISE(ABORT, 'no'); END");
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.erasures().span(ID, LaneId.CLIENT, SPAN))
                    .isInstanceOf(VaultException.class);
            assertThat(of(LaneId.CLIENT, vault.archive().read(ID).orElseThrow().moments()))
                    .hasSize(450);
        }
        run("vault.db", "DROP TRIGGER stop");
        try (Vault vault = Desk.open(folder)) {
            assertErased(vault.archive().read(ID).orElseThrow());
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void whatIsInterruptedBeforeTheOldKeyIsGoneIsDoneWhenTheVaultIsNextOpened()
            throws SQLException {
        List<byte[]> keys = bytes("keys.db", "SELECT wrapped FROM stream_key WHERE lane = 0");
        run(
                "keys.db",
                "CREATE TRIGGER stop BEFORE DELETE ON next_stream_key BEGIN SELECT RAISE(ABORT,"
                        + " 'no'); END");
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.erasures().span(ID, LaneId.CLIENT, SPAN))
                    .isInstanceOf(VaultException.class);
        }
        run("keys.db", "DROP TRIGGER stop");
        try (Vault vault = Desk.open(folder)) {
            assertErased(vault.archive().read(ID).orElseThrow());
            assertThat(keys).allMatch(key -> Desk.filesHolding(folder, key).isEmpty());
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void aDamagedLaneIsNotMadeWorse() throws SQLException {
        run(
                "vault.db",
                "UPDATE part SET sealed = zeroblob(100) WHERE lane = 0 AND seq = (SELECT MIN(seq)"
                        + " FROM part WHERE lane = 0)");
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.erasures().span(ID, LaneId.CLIENT, SPAN))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("would be lost with it");
        }
    }

    @Test
    void aLaneGoesAloneAndTheNameOfNoOtherLaneIsTouched() {
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().lane(ID, LaneId.THERAPIST)).isFalse();
            assertThat(vault.erasures().lane(ID, LaneId.PARTNER)).isTrue();
            StoredSession left = vault.archive().read(ID).orElseThrow();
            assertThat(of(LaneId.PARTNER, left.moments())).isEmpty();
            assertThat(of(LaneId.CLIENT, left.moments())).hasSize(450);
            assertThat(vault.erasures().lane(ID, LaneId.PARTNER)).isFalse();
        }
    }

    @Test
    void aLegalHoldBlocksEveryErasureUntilItIsLifted() {
        try (Vault vault = Desk.open(folder)) {
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
            Erasures erasures = vault.erasures();
            assertThatThrownBy(() -> erasures.client(Desk.ANNA)).hasMessageContaining("legal hold");
            assertThatThrownBy(() -> erasures.session(ID)).hasMessageContaining("legal hold");
            assertThatThrownBy(() -> erasures.lane(ID, LaneId.CLIENT))
                    .hasMessageContaining("legal hold");
            assertThatThrownBy(() -> erasures.span(ID, LaneId.CLIENT, SPAN))
                    .hasMessageContaining("legal hold");
            assertThat(vault.archive().read(ID).orElseThrow().moments()).hasSize(900);
            assertThat(erasures.lane(ID, LaneId.PARTNER)).as("who is not held").isTrue();
            vault.keeping().lift(Desk.ANNA);
            assertThat(erasures.client(Desk.ANNA)).isTrue();
            assertThat(vault.archive().sessions()).isEmpty();
        }
    }
}

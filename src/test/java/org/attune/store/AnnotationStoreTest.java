package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnnotationStoreTest {
    private static final SessionId ID = new SessionId("s-1");
    private static final Marker SLOW = Marker.of(SessionTime.ofSeconds(3), MarkKind.SLOW);
    @TempDir Path temp;
    private Path folder;

    @BeforeEach
    void aSessionOfTwoPeople() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            Desk.recordCouple(vault, "s-1", "", 20);
        }
    }

    private static Annotation said(int number, Said said) {
        return new Annotation(
                String.format(Locale.ROOT, "%032x", number), "", Desk.TEN_O_CLOCK, said);
    }

    private static Annotation comment(int number, double from, double to, String text) {
        return said(
                number,
                new Said.Comment(SessionTime.ofSeconds(from), SessionTime.ofSeconds(to), text));
    }

    private static List<Annotation> oneOfEach() {
        return List.of(
                said(1, new Said.Moved(SLOW, SessionTime.ofSeconds(9))),
                said(2, new Said.Added(SLOW)),
                comment(3, 1, 5, "canary-said-4471"),
                said(4, new Said.Tag("grief")),
                said(5, new Said.TakenBack(comment(3, 0, 0, "x").id())),
                said(6, new Said.Summary("quiet at the end")));
    }

    @Test
    void whatWasSaidComesBackAsItWasSaidAndIsNotReadableOnTheDisk() {
        try (Vault vault = Desk.open(folder)) {
            AnnotationStore.Kept kept = vault.annotations().append(ID, Desk.ANNA, oneOfEach());
            assertThat(kept).isEqualTo(new AnnotationStore.Kept(List.of(), 6));
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.annotations().of(ID)).isEqualTo(oneOfEach());
            assertThat(vault.annotations().all()).containsOnlyKeys(ID);
            assertThat(vault.archive().read(ID).orElseThrow().moments())
                    .isEqualTo(Desk.seconds(0, 20));
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.audit().entries())
                    .filteredOn(each -> each.kind() == AuditEvent.Kind.ANNOTATED)
                    .singleElement()
                    .satisfies(each -> assertThat(each.fact("annotations")).isEqualTo("6"));
        }
        assertThat(Desk.filesHolding(folder, "canary-said".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(oneOfEach().toString()).doesNotContain("canary");
    }

    @Test
    void theSameAnnotationTwiceIsOne() {
        try (Vault vault = Desk.open(folder)) {
            vault.annotations().append(ID, Desk.ANNA, oneOfEach());
            assertThat(vault.annotations().append(ID, Desk.ANNA, oneOfEach()).added()).isZero();
            assertThat(vault.annotations().of(ID)).hasSize(6);
        }
    }

    @Test
    void withoutConsentToStoreNothingIsKept() {
        try (Vault vault = Desk.open(folder)) {
            vault.consents()
                    .append(
                            new ConsentEvent(
                                    Desk.ANNA,
                                    ConsentEvent.Type.WITHDRAWN,
                                    Desk.TEN_O_CLOCK,
                                    EnumSet.of(ConsentScope.STORE),
                                    null,
                                    "paper"));
            AnnotationStore.Kept kept = vault.annotations().append(ID, Desk.ANNA, oneOfEach());
            assertThat(kept.missing()).isNotEmpty();
            assertThat(vault.annotations().of(ID)).isEmpty();
        }
    }

    @Test
    void whoWasNotThereGetsNothing() {
        try (Vault vault = Desk.open(folder)) {
            SessionId other = new SessionId("s-2");
            assertThatThrownBy(() -> vault.annotations().append(other, Desk.ANNA, oneOfEach()))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("nobody of that code");
        }
    }

    @Test
    void itGoesWithTheLaneAndComesBackWithNoOldCopy() throws java.io.IOException {
        try (Vault vault = Desk.open(folder)) {
            vault.annotations().append(ID, Desk.ANNA, oneOfEach());
            vault.annotations().append(ID, Desk.BEN, List.of(comment(7, 1, 1, "of Ben")));
        }
        Desk.copy(folder, temp.resolve("old"));
        try (Vault vault = Desk.open(folder)) {
            vault.erasures().client(Desk.ANNA);
            assertThat(vault.annotations().of(ID)).hasSize(1);
            assertThat(vault.verify().findings()).isEmpty();
            vault.erasures().session(ID);
            assertThat(vault.annotations().of(ID)).isEmpty();
            assertThat(vault.verify().findings()).isEmpty();
        }
        java.nio.file.Files.copy(
                temp.resolve("old/vault.db"),
                folder.resolve("vault.db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.annotations().all()).isEmpty();
        }
    }

    @Test
    void whatWasSaidOfAnErasedSpanIsErasedAndTheRestStays() {
        try (Vault vault = Desk.open(folder)) {
            List<Annotation> said =
                    List.of(
                            comment(1, 2, 2, "before"),
                            comment(2, 9, 30, "over it"),
                            comment(3, 19, 19, "after"),
                            said(4, new Said.Tag("grief")));
            vault.annotations().append(ID, Desk.ANNA, said);
            LaneId lane = Desk.session("s-1").participants().get(0).lane();
            Span span = new Span(SessionTime.ofSeconds(10), SessionTime.ofSeconds(12));
            assertThat(vault.erasures().span(ID, lane, span)).isPositive();
            assertThat(vault.annotations().of(ID))
                    .extracting(Annotation::id)
                    .containsExactly(said.get(0).id(), said.get(2).id(), said.get(3).id());
            assertThat(vault.verify().sound()).isTrue();
            vault.annotations().append(ID, Desk.ANNA, List.of(comment(5, 0, 0, "later")));
            assertThat(vault.annotations().of(ID)).hasSize(4);
        }
    }

    @Test
    void aRowChangedMovedOrTakenOutIsFound() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            vault.annotations().append(ID, Desk.ANNA, oneOfEach());
            vault.annotations().append(ID, Desk.BEN, oneOfEach());
            Intruder.run(folder, "CREATE TABLE kept AS SELECT * FROM annotation");
            for (String intrusion :
                    List.of(
                            "DELETE FROM annotation WHERE seq = 6",
                            "DELETE FROM annotation WHERE seq = 2",
                            "DELETE FROM annotation",
                            "UPDATE annotation SET sealed = zeroblob(100) WHERE seq = 3",
                            "UPDATE annotation SET sealed = x'' WHERE seq = 1",
                            "UPDATE annotation SET lane = lane + 2",
                            "UPDATE annotation SET seq = seq + 1 WHERE seq = 6",
                            "UPDATE annotation SET sealed = (SELECT a.sealed FROM kept a WHERE"
                                    + " a.lane <> annotation.lane AND a.seq = annotation.seq)")) {
                assertThat(Intruder.run(folder, intrusion)).as(intrusion).isPositive();
                assertThat(vault.verify().sound()).as(intrusion).isFalse();
                int unused = Intruder.run(folder, "DELETE FROM annotation");
                Intruder.run(folder, "INSERT INTO annotation SELECT * FROM kept");
                assertThat(vault.verify().sound()).isTrue();
            }
        }
    }

    /** Flipped one by one, no byte of what was said goes unnoticed. */
    @Test
    void aFlippedByteIsFound() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            vault.annotations().append(ID, Desk.ANNA, List.of(said(4, new Said.Tag("g"))));
            int length = (int) Intruder.number(folder, "SELECT length(sealed) FROM annotation");
            for (int at = 0; at < length; at++) {
                flip(at);
                assertThatThrownBy(() -> vault.annotations().of(ID))
                        .as("byte " + at)
                        .isInstanceOf(VaultException.class);
                flip(at);
            }
            assertThat(vault.annotations().of(ID)).hasSize(1);
        }
    }

    private void flip(int at) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sealed FROM annotation")) {
            byte[] sealed = row.getBytes(1);
            sealed[at] ^= 1;
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE annotation SET sealed = ?")) {
                update.setBytes(1, sealed);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
    }

    @Test
    void aBackupHoldsWhatWasSaid() {
        Path file;
        try (Vault vault = Desk.open(folder)) {
            vault.annotations().append(ID, Desk.ANNA, oneOfEach());
            file = vault.backups().make(temp.resolve("backups"), Optional.empty(), 7).file();
        }
        Path restored = temp.resolve("r");
        Restoring.restore(
                file, restored, Desk.passphrase(), new char[0], Optional.empty(), Desk.CLOCK);
        try (Vault vault = Desk.open(restored)) {
            assertThat(vault.annotations().of(ID)).isEqualTo(oneOfEach());
            assertThat(vault.verify().sound()).isTrue();
        }
    }
}

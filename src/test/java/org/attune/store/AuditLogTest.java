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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 19: edited, dropped, inserted or reordered entries are found, and a tail cut off. */
final class AuditLogTest {
    @TempDir Path temp;
    private Path folder;

    @BeforeEach
    void aVaultOfTwoDays() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.audit()
                    .append(
                            AuditEvent.decision(true, "record", "2.3-1", List.of("g-1", "g-2"))
                                    .about(Desk.ANNA));
        }
        try (Vault vault = Desk.open(folder)) {
            vault.audit().append(AuditEvent.decision(false, "export", "2.3-2", List.of()));
            vault.consents().append(Desk.given(Desk.BEN, null));
        }
    }

    private VerifyReport verify(AuditHead... receipts) {
        try (Vault vault = Desk.open(folder)) {
            return vault.verify(List.of(receipts));
        }
    }

    private List<Long> numbers() throws SQLException {
        long last = Intruder.number(folder, "SELECT MAX(seq) FROM audit");
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private byte[] sealed(long seq) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT sealed FROM audit WHERE seq = " + seq)) {
            return row.getBytes(1);
        }
    }

    private void put(long seq, byte[] sealed) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                PreparedStatement update =
                        connection.prepareStatement(
                                "INSERT OR REPLACE INTO audit (seq, sealed) VALUES (?, ?)")) {
            update.setLong(1, seq);
            update.setBytes(2, sealed);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void whatHappenedStandsThereInOrderByIdsAndCounts() {
        try (Vault vault = Desk.open(folder)) {
            List<AuditEntry> entries = vault.audit().entries();
            assertThat(entries)
                    .extracting(AuditEntry::kind)
                    .containsExactly(
                            AuditEvent.Kind.VAULT_MADE,
                            AuditEvent.Kind.CONSENT_GIVEN,
                            AuditEvent.Kind.ALLOWED,
                            AuditEvent.Kind.VAULT_CLOSED,
                            AuditEvent.Kind.VAULT_OPENED,
                            AuditEvent.Kind.DENIED,
                            AuditEvent.Kind.CONSENT_GIVEN,
                            AuditEvent.Kind.VAULT_CLOSED,
                            AuditEvent.Kind.VAULT_OPENED);
            assertThat(entries.get(2).fact("grants")).isEqualTo("g-1,g-2");
            assertThat(entries.get(2).fact("client")).matches("[0-9a-f]{32}");
            assertThat(entries).noneMatch(entry -> entry.factsText().contains("Canary"));
            assertThat(vault.verify().findings()).isEmpty();
        }
        for (String text : List.of("2.3-1", "g-1", "CONSENT_GIVEN")) {
            assertThat(Desk.filesHolding(folder, text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Test
    void aTextOrANameIsNoFact() {
        AuditEvent event = AuditEvent.of(AuditEvent.Kind.DENIED);
        assertThatThrownBy(() -> event.with("because", "she cried"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event.with("Because", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEditedEntryIsFoundWhicheverItIs() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            for (long seq : numbers()) {
                byte[] before = sealed(seq);
                byte[] edited = before.clone();
                edited[edited.length / 2] ^= 4;
                put(seq, edited);
                assertThat(vault.verify().toLines())
                        .anyMatch(line -> line.contains("entry " + seq + " is damaged"));
                put(seq, before);
            }
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void aDroppedEntryIsFoundWhicheverItIs() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            List<Long> numbers = numbers();
            vault.audit().append(AuditEvent.of(AuditEvent.Kind.BACKED_UP));
            for (long seq : numbers) {
                byte[] before = sealed(seq);
                Intruder.run(folder, "DELETE FROM audit WHERE seq = " + seq);
                assertThat(vault.verify().sound()).as("entry %d", seq).isFalse();
                put(seq, before);
            }
            assertThat(vault.verify().findings()).isEmpty();
            Intruder.run(folder, "DELETE FROM audit WHERE seq = 3");
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().sound()).as("later, and signed anew").isFalse();
        }
    }

    @Test
    void reorderedAndInsertedEntriesAreFoundWhereverTheyStand() throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            List<Long> numbers = numbers();
            long end = numbers.size() + 1L;
            for (long seq : numbers.subList(1, numbers.size())) {
                byte[] one = sealed(seq - 1);
                byte[] other = sealed(seq);
                put(seq - 1, other);
                put(seq, one);
                assertThat(vault.verify().sound()).as("swapped %d", seq).isFalse();
                put(seq - 1, one);
                put(seq, one);
                assertThat(vault.verify().sound()).as("repeated %d", seq - 1).isFalse();
                put(seq, other);
                put(end, one);
                assertThat(vault.verify().sound()).as("inserted %d", seq - 1).isFalse();
                Intruder.run(folder, "DELETE FROM audit WHERE seq = " + end);
            }
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void aTailCutOffIsFoundAgainstAReceiptHoweverMuchWasCut() throws SQLException {
        AuditHead receipt;
        try (Vault vault = Desk.open(folder)) {
            receipt = vault.audit().head();
        }
        assertThat(receipt.isSigned()).isTrue();
        assertThat(verify(receipt).findings()).isEmpty();
        long firstClosing = 4; // of the day on which the vault was made
        List<Long> numbers = new ArrayList<>(numbers());
        for (long from : List.of(2L, numbers.size() / 2L, receipt.seq())) {
            Path copy = Desk.copy(folder, temp.resolve("cut-" + from));
            Intruder.run(copy, "DELETE FROM audit WHERE seq >= " + from);
            // Somebody who knows what the signed head is takes it away as well,
            // and what is kept of the clock, which would not fit the entries that are left.
            Intruder.run(copy, "DELETE FROM audit_head");
            Intruder.run(copy, "DELETE FROM audit_clock");
            try (Vault vault = Desk.open(copy)) {
                for (int i = 0; i < numbers.size() + 2; i++) {
                    vault.audit().append(AuditEvent.of(AuditEvent.Kind.BACKED_UP));
                }
            }
            try (Vault vault = Desk.open(copy)) {
                assertThat(vault.verify().sound())
                        .as(
                                "the chain alone is whole, cut from %d; a closing misses its head",
                                from)
                        .isEqualTo(from <= firstClosing);
                assertThat(vault.verify(List.of(receipt)).toLines())
                        .as("cut from %d", from)
                        .anyMatch(line -> line.contains("not those the receipt was made of"));
            }
        }
    }

    @Test
    void aTailCutOffIsFoundWithoutAReceiptAsLongAsTheSignedHeadStands() throws SQLException {
        Intruder.run(folder, "DELETE FROM audit WHERE seq > 5");
        assertThat(verify().sound()).isFalse();
        assertThat(verify().toLines())
                .as("closing the vault does not wash it clean")
                .anyMatch(line -> line.contains("not as it had been left"));
    }

    @Test
    void aReceiptOfAnotherVaultOrAForgedOneIsSaidToBeSo() {
        AuditHead other;
        try (Vault vault = Desk.create(temp.resolve("w"))) {
            other = vault.audit().head();
        }
        assertThat(verify(other).toLines()).anyMatch(line -> line.contains("not signed by this"));
        AuditHead own;
        try (Vault vault = Desk.open(folder)) {
            own = vault.audit().head();
        }
        AuditHead forged =
                new AuditHead(own.seq() - 1, own.hash(), own.signature(), own.publicKey());
        assertThat(forged.isSigned()).isFalse();
        assertThat(verify(forged).sound()).isFalse();
    }

    @Test
    void whatCannotBeAuditedIsDoneCountedAndToldLater() throws SQLException {
        Intruder.run(
                folder,
                "CREATE TRIGGER stop BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.audit().trouble()).isPresent();
            vault.consents().append(Desk.given(Desk.ANNA, null));
            assertThat(vault.consents().log(Desk.ANNA).entries()).hasSize(2);
            assertThat(vault.erasures().client(Desk.BEN)).isTrue();
            Intruder.run(folder, "DROP TRIGGER stop");
            vault.audit().append(AuditEvent.of(AuditEvent.Kind.BACKED_UP));
            assertThat(vault.audit().trouble()).isEmpty();
            List<AuditEntry> entries = vault.audit().entries();
            AuditEntry missed = entries.get(entries.size() - 2);
            assertThat(missed.kind()).isEqualTo(AuditEvent.Kind.MISSED);
            assertThat(missed.fact("entries")).as("opened, given, erased").isEqualTo("3");
            assertThat(vault.verify().sound()).isTrue();
            assertThat(vault.verify().toLines()).anyMatch(line -> line.contains("3 entries"));
        }
    }

    /** Damage to an old entry shows whether it was read. */
    @Test
    void theFirstQuestionForTheClockReadsTheNewestEntryOnlyAndAllWhereThatIsNotToBeBelieved()
            throws SQLException {
        Instant later = Desk.TEN_O_CLOCK.plusSeconds(3600);
        try (Vault vault = Vault.open(folder, Desk.passphrase(), () -> later)) {
            assertThat(vault.audit().newestAt()).contains(later);
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.audit().clockPutBackFrom()).contains(later);
        }
        assertThat(Intruder.run(folder, "UPDATE audit SET sealed = x'00' WHERE seq < 9"))
                .isPositive();
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.audit().clockPutBackFrom())
                    .as("kept beside the audit")
                    .contains(later);
        }
        for (String intrusion :
                List.of(
                        "DELETE FROM audit_clock",
                        "UPDATE audit_clock SET sealed = zeroblob(80)",
                        "UPDATE audit_clock SET sealed = x''")) {
            assertThat(Intruder.run(folder, intrusion)).isPositive();
            try (Vault vault = Desk.open(folder)) {
                assertThat(vault.audit().clockPutBackFrom()).as(intrusion).contains(later);
            }
        }
    }

    @Test
    void anOldWordOnTheClockPutBackIsNotBelieved() throws SQLException {
        Intruder.run(folder, "CREATE TABLE kept AS SELECT * FROM audit_clock");
        Instant later = Desk.TEN_O_CLOCK.plusSeconds(3600);
        Vault.open(folder, Desk.passphrase(), () -> later).close();
        Intruder.run(folder, "UPDATE audit_clock SET sealed = (SELECT sealed FROM kept)");
        Intruder.run(folder, "DROP TABLE kept");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.audit().clockPutBackFrom()).contains(later);
        }
    }
}

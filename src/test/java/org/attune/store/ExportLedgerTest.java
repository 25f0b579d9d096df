package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportLedgerTest {
    @TempDir Path temp;

    static ExportCopy copy(String id) {
        return new ExportCopy(
                id,
                Desk.TEN_O_CLOCK,
                Optional.of(new SessionId("s-1")),
                "edf",
                "TREAT",
                "Dr canary-recipient-2207",
                "export",
                "g-17",
                "pseudonymised",
                "ab".repeat(32),
                "export-canary-name-3318.zip");
    }

    private Path aVault() {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
            vault.clients().add(Desk.BEN);
            vault.exports().append(Desk.ANNA, copy("x-1"));
            vault.exports().append(Desk.ANNA, copy("x-2"));
            vault.exports().append(Desk.BEN, copy("x-3"));
        }
        return folder;
    }

    @Test
    void copiesComeBackInOrderEachWithItsOwnPerson() {
        try (Vault vault = Desk.open(aVault())) {
            assertThat(vault.exports().copies(Desk.ANNA)).containsExactly(copy("x-1"), copy("x-2"));
            assertThat(vault.exports().copies(Desk.BEN)).containsExactly(copy("x-3"));
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void eachCopyHasALineInTheAuditThatNamesNobody() {
        try (Vault vault = Desk.open(aVault())) {
            List<AuditEntry> lines =
                    vault.audit().entries().stream()
                            .filter(entry -> entry.kind() == AuditEvent.Kind.EXPORTED)
                            .toList();
            assertThat(lines)
                    .extracting(entry -> entry.fact("export"))
                    .containsExactly("x-1", "x-2", "x-3");
            assertThat(lines).noneMatch(entry -> entry.factsText().contains("anary"));
        }
    }

    @Test
    void erasingThePersonErasesTheirCopiesAndLeavesTheLineInTheAudit() {
        Path folder = aVault();
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
            assertThat(vault.exports().copies(Desk.ANNA)).isEmpty();
            assertThat(vault.exports().copies(Desk.BEN)).hasSize(1);
            assertThat(vault.audit().entries())
                    .anyMatch(entry -> entry.fact("export").equals("x-1"));
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void aCopyTakenOutOrCutOffIsNoticed() throws SQLException {
        Path folder = aVault();
        assertThat(
                        Intruder.run(
                                folder,
                                "DELETE FROM export_copy WHERE seq = (SELECT MAX(seq) FROM"
                                        + " export_copy)"))
                .isEqualTo(1);
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.exports().copies(Desk.ANNA))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("shortened");
            assertThat(vault.verify().sound()).isFalse();
        }
    }

    @Test
    void nothingOfACopyIsReadableOnTheDisk() {
        Path folder = aVault();
        for (String canary : List.of("canary-recipient-2207", "canary-name-3318", "g-17")) {
            assertThat(Desk.filesHolding(folder, canary.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void aCopyThatCannotBeAuditedIsNotEntered() throws SQLException {
        Path folder = aVault();
        Intruder.run(
                folder,
                "CREATE TRIGGER stop BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.exports().append(Desk.ANNA, copy("x-4")))
                    .isInstanceOf(VaultException.class);
            assertThat(vault.exports().copies(Desk.ANNA)).hasSize(2);
            assertThat(vault.audit().trouble()).isPresent();
        }
    }
}

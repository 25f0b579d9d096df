package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientFlag;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vaults of older forms, kept as they were written, open and take what is new. */
final class OldFormsTest {
    @TempDir Path temp;

    private Path aVaultOfForm(int form) throws IOException {
        Path folder =
                Files.createDirectory(
                        temp.resolve("form-" + form),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        for (String file : List.of("vault.header", "vault.db", "keys.db")) {
            Path target = folder.resolve(file);
            Files.copy(Path.of("src/test/resources/vault-form-" + form, file), target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
        return folder;
    }

    @Test
    void theSecondFormKeepsAllItHeldAndTakesNotesExportsHoldsAndAnAudit()
            throws IOException, SQLException {
        Path folder = aVaultOfForm(2);
        assertThat(Intruder.number(folder, "PRAGMA user_version")).isEqualTo(2);
        Note note = new Note(Instant.parse("2026-12-01T00:00:00Z"), Optional.empty(), "a note");

        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
            assertThat(vault.cards().card(Desk.ANNA).flags())
                    .isEqualTo(Set.of(ClientFlag.BETA_BLOCKER));
            assertThat(vault.archive().read(new SessionId("s-1")).orElseThrow().moments())
                    .hasSize(60);
            assertThat(vault.erasures().tombstones())
                    .as("who was erased before there were tombstones has one now")
                    .extracting(Tombstone::kind)
                    .contains("client");
            assertThat(vault.notes().append(Desk.ANNA, note)).isEmpty();
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
            vault.exports().append(Desk.ANNA, ExportLedgerTest.copy("x-1"));
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.notes().notes(Desk.ANNA)).containsExactly(note);
            assertThat(vault.exports().copies(Desk.ANNA)).hasSize(1);
            assertThat(vault.keeping().of(Desk.ANNA).heldSince()).contains(Desk.TEN_O_CLOCK);
            assertThat(vault.audit().entries())
                    .extracting(AuditEntry::kind)
                    .contains(AuditEvent.Kind.HOLD_SET, AuditEvent.Kind.EXPORTED);
            assertThat(vault.verify().findings()).isEmpty();
        }
        assertThat(Intruder.number(folder, "PRAGMA user_version")).isEqualTo(5);
    }

    @Test
    void theFirstFormOpensToo() throws IOException, SQLException {
        Path folder = aVaultOfForm(1);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.archive().sessions()).hasSize(1);
        }
        assertThat(Intruder.number(folder, "PRAGMA user_version")).isEqualTo(5);
    }
}

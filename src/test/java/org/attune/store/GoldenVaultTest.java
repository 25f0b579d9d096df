package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.ClientFlag;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Promise 21: any older form opens and is brought up to date, or is left as it was. */
final class GoldenVaultTest {
    static final List<Integer> FORMS = GoldenVault.FORMS;
    @TempDir Path temp;

    private static List<byte[]> bytes(Path folder) {
        List<byte[]> all = new ArrayList<>();
        for (String file : GoldenVault.FILES) {
            try {
                all.add(Files.readAllBytes(folder.resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void aVaultOfAnyFormOpensSoundAndIsOfThePresentFormThen(int form) throws SQLException {
        Path folder = GoldenVault.copy(form, temp.resolve("v"));
        assertThat(Intruder.number(folder, "PRAGMA user_version")).isEqualTo(form);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().sound()).isTrue();
            assertThat(vault.archive().sessions()).isNotEmpty();
        }
        Path present = temp.resolve("present");
        Desk.create(present).close();
        assertThat(Intruder.number(folder, "PRAGMA user_version"))
                .isEqualTo(Intruder.number(present, "PRAGMA user_version"));
    }

    @Test
    void whatTheSecondFormHeldIsReadAsItWas() {
        try (Vault vault = Desk.open(GoldenVault.copy("vault-form-2-broken", temp.resolve("v")))) {
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA, Desk.BEN);
            assertThat(vault.consents().log(Desk.BEN).entries())
                    .containsExactly(Desk.given(Desk.BEN, null));
            assertThat(vault.cards().card(Desk.ANNA).flags())
                    .isEqualTo(Set.of(ClientFlag.PREGNANCY));
            StoredSession closed = vault.archive().read(new SessionId("s-closed")).orElseThrow();
            assertThat(closed.entry().state()).isEqualTo(SessionEntry.State.CLOSED);
            assertThat(closed.moments()).isEqualTo(Desk.seconds(0, 30));
            StoredSession broken = vault.archive().read(new SessionId("s-broken")).orElseThrow();
            assertThat(broken.entry().state()).isEqualTo(SessionEntry.State.RECOVERED);
            assertThat(broken.moments()).isEqualTo(Desk.seconds(0, 10));
        }
    }

    @Test
    void theThirdFormKeepsItsNotesAndHoldsAndTakesWhatIsSaidOfASession() {
        Annotation tag =
                new Annotation(
                        "0123456789abcdef0123456789abcdef",
                        Annotation.OWN,
                        Desk.TEN_O_CLOCK,
                        new Said.Tag("grief"));
        SessionId closed = new SessionId("s-closed");
        try (Vault vault = Desk.open(GoldenVault.copy(3, temp.resolve("v")))) {
            assertThat(vault.notes().notes(Desk.ANNA)).containsExactly(GoldenVault.NOTE);
            assertThat(vault.keeping().of(Desk.ANNA).heldSince()).contains(Desk.TEN_O_CLOCK);
            assertThat(vault.archive().read(closed).orElseThrow().moments())
                    .isEqualTo(Desk.seconds(0, 30));
            assertThat(vault.annotations().all()).isEmpty();
            assertThat(vault.annotations().append(closed, Desk.ANNA, List.of(tag)).added())
                    .isEqualTo(1);
        }
        try (Vault vault = Desk.open(temp.resolve("v"))) {
            assertThat(vault.annotations().of(closed)).containsExactly(tag);
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void aVaultThatCannotBeBroughtUpToDateIsLeftByteForByteAsItWas() throws SQLException {
        Path folder = GoldenVault.copy(1, temp.resolve("v"));
        // What the second form would create is there already, by somebody's hand.
        Intruder.run(folder, "CREATE TABLE card (something TEXT)");
        List<byte[]> before = bytes(folder);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Desk.open(folder))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("cannot open vault.db");
            assertThat(bytes(folder)).usingRecursiveComparison().isEqualTo(before);
        }

        Intruder.run(folder, "DROP TABLE card");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void aVaultOfANewerFormIsRefusedAndLeftByteForByteAsItIs() throws SQLException {
        Path folder = GoldenVault.copy(2, temp.resolve("v"));
        Intruder.run(folder, "PRAGMA user_version=99");
        List<byte[]> before = bytes(folder);
        assertThatThrownBy(() -> Desk.open(folder))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("newer Attune");
        assertThat(bytes(folder)).usingRecursiveComparison().isEqualTo(before);
    }
}

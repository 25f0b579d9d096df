package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoteStoreTest {
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;

    private static Note note(Optional<SessionId> session, String text) {
        return new Note(Desk.TEN_O_CLOCK, session, text);
    }

    private static void agree(Vault vault, ClientCode client, ConsentScope scope) {
        vault.consents()
                .append(
                        new ConsentEvent(
                                client,
                                ConsentEvent.Type.GIVEN,
                                Desk.TEN_O_CLOCK.minusSeconds(60),
                                EnumSet.of(scope),
                                null,
                                "paper"));
    }

    private static List<byte[]> wrappedKeys(Path folder) throws SQLException {
        List<byte[]> keys = new ArrayList<>();
        try (Connection connection = Intruder.connect(folder, "keys.db");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT wrapped FROM note_key")) {
            while (row.next()) {
                keys.add(row.getBytes(1));
            }
        }
        return keys;
    }

    @Test
    void aNoteNeedsItsOwnConsentAndNoOther() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.empty(), "one")))
                    .containsExactly("no consent to 'notes-store' is in force");
            for (ConsentScope scope : ConsentScope.values()) {
                if (scope != ConsentScope.NOTES_STORE) {
                    agree(vault, Desk.ANNA, scope);
                }
            }
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.empty(), "one"))).hasSize(1);
            assertThat(vault.notes().notes(Desk.ANNA)).isEmpty();
            agree(vault, Desk.BEN, ConsentScope.NOTES_STORE);
            assertThat(vault.notes().append(Desk.BEN, note(Optional.empty(), "one"))).isEmpty();
        }
    }

    @Test
    void notesComeBackInOrderAndAreNotReadableOnTheDisk() {
        Path folder = temp.resolve("v");
        Note first = note(Optional.of(ID), "canary-note-6611 cried");
        Note second = note(Optional.empty(), "canary-note-6612 later");
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.NOTES_STORE);
            assertThat(vault.notes().append(Desk.ANNA, first)).isEmpty();
            assertThat(vault.notes().append(Desk.ANNA, second)).isEmpty();
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.notes().notes(Desk.ANNA)).containsExactly(first, second);
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(first.toString()).doesNotContain("canary");
        }
        assertThat(Desk.filesHolding(folder, "canary-note".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Desk.filesHolding(folder, "anary-note".getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
    }

    @Test
    void theKeysOfNotesAreDestroyedApartFromThoseOfTheRest() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.NOTES_STORE);
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.of(ID), "a"))).isEmpty();
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.empty(), "b"))).isEmpty();
            List<byte[]> keys = wrappedKeys(folder);
            assertThat(keys).as("one for the session, one for the person").hasSize(2);

            assertThat(vault.erasures().notes(Desk.ANNA, Optional.of(ID))).isTrue();

            assertThat(vault.notes().notes(Desk.ANNA)).extracting(Note::text).containsExactly("b");
            assertThat(vault.consents().log(Desk.ANNA).entries()).hasSize(1);
            assertThat(keys).filteredOn(key -> Desk.filesHolding(folder, key).isEmpty()).hasSize(1);
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.of(ID), "c"))).isEmpty();
            assertThat(vault.notes().notes(Desk.ANNA)).hasSize(2);
            assertThat(vault.verify().findings()).isEmpty();

            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
            assertThat(keys).allMatch(key -> Desk.filesHolding(folder, key).isEmpty());
            assertThat(wrappedKeys(folder)).isEmpty();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void anOldCopyOfTheNotesPutBackIsErasedAgain() throws java.io.IOException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.NOTES_STORE);
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.empty(), "b"))).isEmpty();
        }
        byte[] old = java.nio.file.Files.readAllBytes(folder.resolve("vault.db"));
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().notes(Desk.ANNA, Optional.empty())).isTrue();
        }
        java.nio.file.Files.write(folder.resolve("vault.db"), old);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.notes().notes(Desk.ANNA)).isEmpty();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void aNoteTakenOutIsNoticed() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.NOTES_STORE);
            assertThat(vault.notes().append(Desk.ANNA, note(Optional.empty(), "a"))).isEmpty();
        }
        assertThat(Intruder.run(folder, "DELETE FROM note")).isEqualTo(1);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().sound()).isFalse();
        }
    }
}

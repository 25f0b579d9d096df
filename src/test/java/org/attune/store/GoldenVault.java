package org.attune.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientFlag;

/**
 * Vaults as older forms wrote them, kept for good: {@code src/test/resources/vault-form-N}, all
 * under {@link Desk#passphrase}. A form is frozen when the next one is made.
 */
final class GoldenVault {
    /** The forms that are kept. */
    static final List<Integer> FORMS = List.of(1, 2, 3);

    static final List<String> FILES = List.of("vault.header", "vault.db", "keys.db");

    /** What the third form holds beside. */
    static final Note NOTE = new Note(Desk.TEN_O_CLOCK, Optional.empty(), "a note of form 3");

    private static final ConsentEvent NOTES_OF_ANNA =
            new ConsentEvent(
                    Desk.ANNA,
                    ConsentEvent.Type.GIVEN,
                    Desk.TEN_O_CLOCK.minusSeconds(60),
                    EnumSet.of(ConsentScope.NOTES_STORE),
                    null,
                    "paper");

    private GoldenVault() {}

    /** A copy to work on. */
    static Path copy(int form, Path folder) {
        return copy("vault-form-" + form, folder);
    }

    /** A copy of one of those by name. */
    static Path copy(String name, Path folder) {
        try {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            for (String file : FILES) {
                Path target = folder.resolve(file);
                Files.copy(Path.of("src/test/resources", name, file), target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a golden vault of the present form in the folder given: run by hand, once a form. */
    public static void main(String[] args) throws IOException, SQLException {
        Path work = Files.createTempDirectory("golden");
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(work.resolve("v"))) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            vault.cards().setFlags(Desk.ANNA, Set.of(ClientFlag.PREGNANCY), Desk.TEN_O_CLOCK);
            vault.consents().append(NOTES_OF_ANNA);
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
            List<String> missing = vault.notes().append(Desk.ANNA, NOTE);
            if (!missing.isEmpty()) {
                throw new IllegalStateException("the note was not kept: " + missing);
            }
            try (SessionRecorder closed = record(vault, "s-closed", committed)) {
                Desk.seconds(0, 30).forEach(closed::happened);
            }
            committed.set(-1);
            try (SessionRecorder broken = record(vault, "s-broken", committed)) {
                Desk.seconds(0, 10).forEach(broken::happened);
                Desk.await(() -> committed.get() >= 59);
                Desk.copy(work.resolve("v"), work.resolve("copy"));
            }
        }
        for (String file : List.of("vault.db", "keys.db")) {
            try (Connection connection = Intruder.connect(work.resolve("copy"), file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
        Path target = Files.createDirectories(Path.of(args[0]));
        for (String file : FILES) {
            Files.copy(work.resolve("copy").resolve(file), target.resolve(file));
        }
    }

    private static SessionRecorder record(Vault vault, String id, AtomicLong committed) {
        return vault.record(
                Desk.session(id),
                Desk.SETTINGS,
                Desk.bothPermits(),
                change -> {},
                Desk.FAST,
                committed::set);
    }
}

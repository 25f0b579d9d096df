package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeepingStoreTest {
    private static final Instant LATER = Desk.TEN_O_CLOCK.plusSeconds(1_000);
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;

    @Test
    void holdsAndTermsComeBackAsTheyWereAgreed() {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
            assertThat(vault.keeping().of(Desk.ANNA)).isEqualTo(Keeping.EMPTY);
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
            vault.keeping().hold(Desk.ANNA, LATER);
            vault.keeping().retain(Desk.ANNA, Optional.of(LATER));
            vault.keeping().retain(Desk.ANNA, ID, Optional.of(Desk.TEN_O_CLOCK));
        }
        try (Vault vault = Desk.open(folder)) {
            Keeping keeping = vault.keeping().of(Desk.ANNA);
            assertThat(keeping.heldSince()).contains(Desk.TEN_O_CLOCK);
            assertThat(keeping.until(ID)).contains(Desk.TEN_O_CLOCK);
            assertThat(keeping.until(new SessionId("s-2"))).contains(LATER);
            vault.keeping().lift(Desk.ANNA);
            vault.keeping().retain(Desk.ANNA, ID, Optional.empty());
            vault.keeping().retain(Desk.ANNA, Optional.empty());
            assertThat(vault.keeping().of(Desk.ANNA)).isEqualTo(Keeping.EMPTY);
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void aHoldTakenAwayUnderneathIsNoticed() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
        }
        assertThat(Intruder.run(folder, "DELETE FROM keeping")).isEqualTo(1);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().sound()).isFalse();
        }
    }
}

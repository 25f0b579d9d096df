package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.consent.RecordingAnswer;
import org.attune.session.ClientCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsentStoreTest {
    @TempDir Path temp;

    @Test
    void aPersonNeverHeardOfGrantsNothingAndLeavesNoTrace() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            assertThat(vault.consents().log(Desk.ANNA).entries()).isEmpty();
            assertThat(vault.consents().log(Desk.ANNA).askToRecord(Desk.TEN_O_CLOCK))
                    .isInstanceOf(RecordingAnswer.Refused.class);
            assertThat(vault.clients().contains(Desk.ANNA)).isFalse();
        }
    }

    @Test
    void logsComeBackAsTheyWereEnteredEachWithItsOwnPerson() {
        long seed = 4711;
        Random random = new Random(seed);
        List<ConsentEvent> anna = new ArrayList<>();
        List<ConsentEvent> ben = new ArrayList<>();
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            for (int i = 0; i < 20; i++) {
                ClientCode client = random.nextBoolean() ? Desk.ANNA : Desk.BEN;
                ConsentEvent event = random(random, client);
                (client.equals(Desk.ANNA) ? anna : ben).add(event);
                vault.consents().append(event);
            }
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.consents().log(Desk.ANNA).entries()).as("seed 4711").isEqualTo(anna);
            assertThat(vault.consents().log(Desk.BEN).entries()).as("seed 4711").isEqualTo(ben);
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    private static ConsentEvent random(Random random, ClientCode client) {
        ConsentEvent.Type[] types = ConsentEvent.Type.values();
        List<ConsentScope> scopes = new ArrayList<>(List.of(ConsentScope.values()));
        Collections.shuffle(scopes, random);
        Set<ConsentScope> some =
                EnumSet.copyOf(scopes.subList(0, 1 + random.nextInt(scopes.size())));
        Instant at = Desk.TEN_O_CLOCK.plusNanos(random.nextInt());
        return new ConsentEvent(
                client,
                types[random.nextInt(types.length)],
                at,
                some,
                random.nextBoolean() ? at.plusNanos(random.nextInt(1_000_000)) : null,
                "on-screen, page " + random.nextInt(9));
    }

    @Test
    void aLogWithAnEntryCutOffItsEndGrantsNothing() throws SQLException {
        Path folder = temp.resolve("v");
        ConsentEvent withdrawn =
                new ConsentEvent(
                        Desk.ANNA,
                        ConsentEvent.Type.WITHDRAWN,
                        Desk.TEN_O_CLOCK,
                        Desk.recordAndStore(),
                        null,
                        "verbal");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(withdrawn);
            assertThat(vault.consents().log(Desk.ANNA).askToRecord(Desk.TEN_O_CLOCK))
                    .isInstanceOf(RecordingAnswer.Refused.class);
        }

        Intruder.run(folder, "DELETE FROM consent WHERE seq = 1");

        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.consents().log(Desk.ANNA))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("it grants nothing");
            assertThat(vault.verify().sound()).isFalse();
        }
    }

    @Test
    void anEntryMovedToAnotherPersonOrPlaceIsRefused() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
        }

        Intruder.run(
                folder,
                "UPDATE consent SET sealed = (SELECT sealed FROM consent AS other"
                        + " WHERE other.client_id <> consent.client_id)"
                        + " WHERE client_id = (SELECT MIN(client_id) FROM consent)");

        try (Vault vault = Desk.open(folder)) {
            long refused =
                    List.of(Desk.ANNA, Desk.BEN).stream()
                            .filter(code -> isRefused(vault, code))
                            .count();
            assertThat(refused).isEqualTo(1);
        }
    }

    private static boolean isRefused(Vault vault, ClientCode code) {
        try {
            return vault.consents().log(code).entries().isEmpty();
        } catch (VaultException expected) {
            return true;
        }
    }
}

package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.regulation.PersonalBand;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardStoreTest {
    private static final Set<ClientFlag> BLOCKED = Set.of(ClientFlag.BETA_BLOCKER);
    private static final List<SourceClass> SOURCES = List.of(SourceClass.values());
    private static final Instant NOW = Desk.TEN_O_CLOCK;
    @TempDir Path temp;

    @Test
    void aPersonNeverHeardOfHasAnEmptyCardAndLeavesNoTrace() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            assertThat(vault.cards().card(Desk.ANNA)).isEqualTo(ClientCard.EMPTY);
            vault.cards().forgetBand(Desk.ANNA);
            assertThat(vault.cards().setFlags(Desk.ANNA, Set.of(), NOW)).isEmpty();
            assertThat(vault.clients().contains(Desk.ANNA)).isFalse();
        }
    }

    @Test
    void cardsComeBackAsTheyWereWrittenEachWithItsOwnPerson() {
        long seed = 2611;
        Random random = new Random(seed);
        Path folder = temp.resolve("v");
        ClientCard anna;
        ClientCard ben;
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.values());
            agree(vault, Desk.BEN, ConsentScope.values());
            for (int i = 0; i < 20; i++) {
                ClientCode client = random.nextBoolean() ? Desk.ANNA : Desk.BEN;
                int version = vault.cards().card(client).bands().size() + 1;
                assertThat(vault.cards().approve(client, random(random, version))).isEmpty();
                assertThat(vault.cards().setFlags(client, flags(random), NOW)).isEmpty();
                // Consents and cards share the person's record: neither may forget the other.
                agree(vault, client, ConsentScope.REVIEW);
            }
            anna = vault.cards().card(Desk.ANNA);
            ben = vault.cards().card(Desk.BEN);
        }
        assertThat(anna.bands().size() + ben.bands().size()).isEqualTo(20);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.cards().card(Desk.ANNA)).as("seed %d", seed).isEqualTo(anna);
            assertThat(vault.cards().card(Desk.BEN)).as("seed %d", seed).isEqualTo(ben);
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void nothingIsWrittenWithoutTheConsentItNeedsAndTakingAwayNeedsNone() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            assertThat(vault.cards().setFlags(Desk.ANNA, BLOCKED, NOW))
                    .containsExactly("no consent to 'store' is in force");
            assertThat(vault.clients().contains(Desk.ANNA)).isFalse();
            assertThat(vault.cards().approve(Desk.ANNA, band(1)))
                    .containsExactly(
                            "no consent to 'store' is in force",
                            "no consent to 'derive' is in force");

            agree(vault, Desk.ANNA, ConsentScope.STORE);
            assertThat(vault.cards().setFlags(Desk.ANNA, BLOCKED, NOW)).isEmpty();
            assertThat(vault.cards().approve(Desk.ANNA, band(1)))
                    .containsExactly("no consent to 'derive' is in force");
            assertThat(vault.cards().card(Desk.ANNA).bands()).isEmpty();

            agree(vault, Desk.ANNA, ConsentScope.DERIVE);
            assertThat(vault.cards().approve(Desk.ANNA, band(1))).isEmpty();
            withdraw(vault, Desk.ANNA);
            assertThat(vault.cards().approve(Desk.ANNA, band(2))).hasSize(2);
            assertThat(
                            vault.cards()
                                    .setFlags(
                                            Desk.ANNA,
                                            Set.of(ClientFlag.PACEMAKER, ClientFlag.BETA_BLOCKER),
                                            NOW))
                    .hasSize(1);
            assertThat(vault.cards().card(Desk.ANNA))
                    .isEqualTo(new ClientCard(BLOCKED, List.of(band(1)), Optional.empty()));

            assertThat(vault.cards().setFlags(Desk.ANNA, Set.of(), NOW)).isEmpty();
            vault.cards().forgetBand(Desk.ANNA);
            assertThat(vault.cards().card(Desk.ANNA)).isEqualTo(ClientCard.EMPTY);
        }
    }

    @Test
    void aSensorIsRememberedOnlyWithConsentAndForgottenWithoutAny() {
        Optional<String> strap = Optional.of("ble:AA:BB:CC:DD:EE:FF");
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            assertThat(vault.cards().setSensor(Desk.ANNA, strap, NOW))
                    .containsExactly("no consent to 'store' is in force");
            assertThat(vault.clients().contains(Desk.ANNA)).isFalse();
            agree(vault, Desk.ANNA, ConsentScope.STORE);
            assertThat(vault.cards().setSensor(Desk.ANNA, strap, NOW)).isEmpty();
            assertThat(vault.cards().setFlags(Desk.ANNA, BLOCKED, NOW)).isEmpty();
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.cards().card(Desk.ANNA))
                    .isEqualTo(new ClientCard(BLOCKED, List.of(), strap));
            withdraw(vault, Desk.ANNA);
            assertThat(vault.cards().setSensor(Desk.ANNA, Optional.empty(), NOW)).isEmpty();
            assertThat(vault.cards().card(Desk.ANNA).sensor()).isEmpty();
        }
    }

    @Test
    void versionsFollowEachOther() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            agree(vault, Desk.ANNA, ConsentScope.values());
            assertThat(vault.cards().approve(Desk.ANNA, band(1))).isEmpty();
            assertThatThrownBy(() -> vault.cards().approve(Desk.ANNA, band(3)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(vault.cards().card(Desk.ANNA).inForce()).contains(band(1));
        }
    }

    @Test
    void aCardTakenAwayPutBackOrMovedIsRefusedAndReported() throws SQLException {
        Path folder = temp.resolve("v");
        byte[] old;
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.values());
            assertThat(vault.cards().setFlags(Desk.ANNA, BLOCKED, NOW)).isEmpty();
            old = sealed(folder);
            // A pacemaker that went unsaid would be shown as calm.
            assertThat(vault.cards().setFlags(Desk.ANNA, Set.of(ClientFlag.PACEMAKER), NOW))
                    .isEmpty();
        }
        byte[] newest = sealed(folder);
        put(folder, old);
        assertRefused(folder);
        put(folder, newest);
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().findings()).isEmpty();
        }
        Intruder.run(folder, "DELETE FROM card");
        assertRefused(folder);
        Intruder.run(folder, "INSERT INTO card (client_id, sealed) VALUES ('nobody', x'00')");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().toLines())
                    .anyMatch(line -> line.contains("without a record"));
        }
    }

    private static void assertRefused(Path folder) {
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.cards().card(Desk.ANNA))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("not the newest");
            assertThat(vault.verify().sound()).isFalse();
        }
    }

    @Test
    void erasingThePersonErasesTheCardAndForgettingOverwritesIt() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.values());
            assertThat(vault.cards().approve(Desk.ANNA, band(1))).isEmpty();
            byte[] approved = Arrays.copyOf(sealed(folder), 64);
            assertThat(Desk.filesHolding(folder, approved)).isNotEmpty();
            vault.cards().forgetBand(Desk.ANNA);
            assertThat(Desk.filesHolding(folder, approved)).isEmpty();

            byte[] last = Arrays.copyOf(sealed(folder), 40);
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
            assertThat(Desk.filesHolding(folder, last)).isEmpty();
            assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM card")).isZero();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void nothingOfACardIsReadableOnTheDisk() {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            agree(vault, Desk.ANNA, ConsentScope.values());
            assertThat(vault.cards().setFlags(Desk.ANNA, BLOCKED, NOW)).isEmpty();
            assertThat(vault.cards().approve(Desk.ANNA, band(1))).isEmpty();
            byte[] plain = CardCodec.toBytes(vault.cards().card(Desk.ANNA));
            for (int from = 0; from + 12 <= plain.length; from += 12) {
                byte[] piece = Arrays.copyOfRange(plain, from, from + 12);
                assertThat(Desk.filesHolding(folder, piece)).isEmpty();
            }
        }
    }

    @Test
    void aVaultOfTheFirstFormOpensAndTakesCards() throws IOException, SQLException {
        Path folder = temp.resolve("old");
        Files.createDirectory(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String file : List.of("vault.header", "vault.db", "keys.db")) {
            Path target = folder.resolve(file);
            Files.copy(Path.of("src/test/resources/vault-form-1", file), target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Intruder.number(folder, "PRAGMA user_version")).isEqualTo(1);

        ClientCode client = new ClientCode("K-1");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.archive().sessions()).hasSize(1);
            assertThat(vault.cards().card(client)).isEqualTo(ClientCard.EMPTY);
            assertThat(
                            vault.cards()
                                    .setFlags(
                                            client, BLOCKED, Instant.parse("2026-12-01T00:00:00Z")))
                    .isEmpty();
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.cards().card(client).flags()).isEqualTo(BLOCKED);
            assertThat(vault.consents().log(client).entries()).hasSize(1);
            assertThat(vault.verify().findings()).isEmpty();
        }
        assertThat(Intruder.number(folder, "PRAGMA user_version")).isEqualTo(5);
    }

    private static void agree(Vault vault, ClientCode client, ConsentScope... scopes) {
        vault.consents()
                .append(
                        new ConsentEvent(
                                client,
                                ConsentEvent.Type.GIVEN,
                                NOW.minusSeconds(600),
                                EnumSet.copyOf(List.of(scopes)),
                                null,
                                "paper"));
    }

    private static void withdraw(Vault vault, ClientCode client) {
        vault.consents()
                .append(
                        new ConsentEvent(
                                client,
                                ConsentEvent.Type.WITHDRAWN,
                                NOW.minusSeconds(60),
                                EnumSet.of(ConsentScope.STORE, ConsentScope.DERIVE),
                                null,
                                "verbal"));
    }

    private static ApprovedBand band(int version) {
        return new ApprovedBand(
                new PersonalBand(
                        version, 64.25, 3.1, 2.2, OptionalDouble.of(3.5), SourceClass.ECG, 5),
                NOW,
                Set.of(),
                "BandRules[canary-rules-4410]");
    }

    private static ApprovedBand random(Random random, int version) {
        return new ApprovedBand(
                new PersonalBand(
                        version,
                        40 + 60 * random.nextDouble(),
                        0.1 + 5 * random.nextDouble(),
                        10 * random.nextDouble(),
                        random.nextBoolean()
                                ? OptionalDouble.of(5 * random.nextDouble())
                                : OptionalDouble.empty(),
                        SOURCES.get(random.nextInt(SOURCES.size())),
                        1 + random.nextInt(12)),
                NOW.plusNanos(random.nextInt()),
                flags(random),
                "rules " + random.nextInt());
    }

    private static Set<ClientFlag> flags(Random random) {
        Set<ClientFlag> flags = EnumSet.noneOf(ClientFlag.class);
        for (ClientFlag flag : ClientFlag.values()) {
            if (random.nextBoolean()) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** The only card's sealed bytes. */
    private static byte[] sealed(Path folder) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sealed FROM card")) {
            return row.getBytes(1);
        }
    }

    private static void put(Path folder, byte[] sealed) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE card SET sealed = ?")) {
            update.setBytes(1, sealed);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}

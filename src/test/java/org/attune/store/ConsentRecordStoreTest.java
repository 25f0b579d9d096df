package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.consent.RecordingAnswer;
import org.attune.session.ClientCode;
import org.attune.testkit.ConsentRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole consent records in the vault: their form, their chain, their signatures. */
final class ConsentRecordStoreTest {
    private static final Recipient WHO =
            new Recipient("lindqvist", Recipient.Kind.SUPERVISOR, "Dr B. Lindqvist-Canary");
    @TempDir Path temp;

    @Test
    void anyRecordComesBackAsItWas() {
        for (long seed = 0; seed < 400; seed++) {
            ConsentRecord record = random(new Random(seed));
            byte[] bytes = ConsentCodec.encode(record);
            assertThat(ConsentCodec.decode(Desk.ANNA, bytes)).as("seed %d", seed).isEqualTo(record);
            byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            assertThatThrownBy(() -> ConsentCodec.decode(Desk.ANNA, longer))
                    .as("seed %d", seed)
                    .isInstanceOf(VaultException.class);
        }
    }

    @Test
    void bytesThatAreNoRecordAreRefusedNeverHalfRead() {
        byte[] bytes = ConsentCodec.encode(random(new Random(1)));
        for (int cut = 0; cut < bytes.length; cut++) {
            byte[] shorter = java.util.Arrays.copyOf(bytes, cut);
            assertThatThrownBy(() -> ConsentCodec.decode(Desk.ANNA, shorter))
                    .as("cut to %d bytes", cut)
                    .isInstanceOf(VaultException.class);
        }
        bytes[0] = 3;
        assertThatThrownBy(() -> ConsentCodec.decode(Desk.ANNA, bytes))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("unknown form");
    }

    @Test
    void recordsAndShortEntriesStandInOneSignedChain() {
        Path folder = temp.resolve("v");
        ConsentRecord first = given("a", Desk.TEN_O_CLOCK.minusSeconds(60));
        ConsentRecord second =
                ConsentRecords.after(
                        first.header().recordId(),
                        ConsentRecords.withdrawn(Desk.ANNA, Desk.TEN_O_CLOCK, ConsentScope.EXPORT));
        List<ConsentEntry> entries = List.of(Desk.given(Desk.ANNA, null), first, second);
        List<StoredConsent> written;
        try (Vault vault = Desk.create(folder)) {
            entries.forEach(vault.consents()::append);
            written = vault.consents().stored(Desk.ANNA);
        }
        try (Vault vault = Desk.open(folder)) {
            List<StoredConsent> read = vault.consents().stored(Desk.ANNA);
            assertThat(read).isEqualTo(written);
            assertThat(read.stream().map(StoredConsent::entry)).isEqualTo(entries);
            assertThat(read.get(1).previousHash()).isEqualTo(read.get(0).hash());
            assertThat(read.get(2).previousHash()).isEqualTo(read.get(1).hash());
            assertThat(read.get(0).signature()).isEmpty();
            assertThat(read.get(2).signature()).hasSize(128);
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void theKeyForSigningOutlivesAChangeOfThePassphraseAndIsAnotherInEachVault() {
        Path folder = temp.resolve("v");
        byte[] key;
        byte[] message = {1, 2, 3};
        byte[] signature;
        try (Vault vault = Desk.create(folder)) {
            key = vault.signingKey().publicKey();
            signature = vault.signingKey().sign(message);
            vault.passphrases()
                    .change(
                            Desk.passphrase(),
                            "nine loud herons".toCharArray(),
                            VaultSettings.MINIMUM);
        }
        try (Vault vault = Vault.open(folder, "nine loud herons".toCharArray(), Desk.CLOCK)) {
            assertThat(vault.signingKey().publicKey()).isEqualTo(key);
            assertThat(vault.signingKey().verifies(message, signature)).isTrue();
            message[0] = 9;
            assertThat(vault.signingKey().verifies(message, signature)).isFalse();
        }
        try (Vault other = Desk.create(temp.resolve("other"))) {
            assertThat(other.signingKey().publicKey()).isNotEqualTo(key);
        }
    }

    @Test
    void aRecordWhoseTextIsNotTheOneItsHashIsOfIsNotEntered() {
        ConsentRecord record = given("a", Desk.TEN_O_CLOCK);
        ConsentRecord.Header header = record.header();
        ConsentRecord forged =
                new ConsentRecord(
                        new ConsentRecord.Header(
                                header.recordId(),
                                header.client(),
                                header.createdAt(),
                                "",
                                new ConsentRecord.Form(
                                        "heartbeat",
                                        "1",
                                        "en",
                                        ConsentRecords.TEXT + " and more",
                                        ConsentRecords.TEXT_SHA256),
                                ""),
                        record.parties(),
                        record.basis(),
                        record.grants(),
                        record.retention(),
                        record.happening());
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> vault.consents().append(forged))
                    .withMessageContaining("SHA-256");
            assertThat(vault.consents().log(Desk.ANNA).entries()).isEmpty();
        }
    }

    @Test
    void aRecordThatDoesNotFollowTheLastOneIsNotEntered() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            vault.consents().append(given("a", Desk.TEN_O_CLOCK.minusSeconds(1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> vault.consents().append(given("b", Desk.TEN_O_CLOCK)));
            assertThat(vault.consents().log(Desk.ANNA).entries()).hasSize(1);
        }
    }

    @Test
    void aWithdrawalThatIsSwappedForTheConsentBeforeItIsNoticed() throws SQLException {
        Path folder = temp.resolve("v");
        ConsentRecord first = given("a", Desk.TEN_O_CLOCK.minusSeconds(60));
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(first);
            vault.consents()
                    .append(
                            ConsentRecords.after(
                                    first.header().recordId(),
                                    ConsentRecords.withdrawn(
                                            Desk.ANNA, Desk.TEN_O_CLOCK, ConsentScope.EXPORT)));
        }
        Intruder.run(
                folder,
                "UPDATE consent SET sealed = (SELECT sealed FROM consent AS other"
                        + " WHERE other.seq = 0) WHERE seq = 1");
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(() -> vault.consents().log(Desk.ANNA))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("it grants nothing");
            assertThat(vault.verify().sound()).isFalse();
        }
    }

    @Test
    void consentsOfTheOldFormAreReadAndNewRecordsFollowOnThem() throws IOException {
        Path folder = temp.resolve("old");
        Files.createDirectory(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String file : List.of("vault.header", "vault.db", "keys.db")) {
            Path target = folder.resolve(file);
            Files.copy(Path.of("src/test/resources/vault-consents-1", file), target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
        ClientCode client = new ClientCode("K-07");
        Instant ten = Desk.TEN_O_CLOCK;
        try (Vault vault = Desk.open(folder)) {
            ConsentLog log = vault.consents().log(client);
            assertThat(log.entries())
                    .isEqualTo(
                            List.of(
                                    old(client, ConsentEvent.Type.GIVEN, ten, null, "paper"),
                                    new ConsentEvent(
                                            client,
                                            ConsentEvent.Type.REFUSED,
                                            ten.plusSeconds(1),
                                            Set.of(ConsentScope.EXPORT),
                                            null,
                                            "on-screen"),
                                    new ConsentEvent(
                                            client,
                                            ConsentEvent.Type.GIVEN,
                                            ten.plusSeconds(2),
                                            Set.of(ConsentScope.DERIVE),
                                            ten.plusSeconds(3600),
                                            "verbal")));
            assertThat(log.askToRecord(ten.plusSeconds(5)))
                    .isInstanceOf(RecordingAnswer.Permitted.class);
            assertThat(vault.consents().log(new ClientCode("K-08")).entries()).hasSize(1);
            vault.consents()
                    .append(
                            ConsentRecords.given(
                                    client,
                                    ten.plusSeconds(9),
                                    ConsentRecords.grant(
                                            "g", ConsentScope.EXPORT, WHO, ten, null)));
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.consents().log(client).entries()).hasSize(4);
            assertThat(vault.consents().log(client).standing(ten.plusSeconds(9))).hasSize(1);
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    private static ConsentEvent old(
            ClientCode client,
            ConsentEvent.Type type,
            Instant at,
            @Nullable Instant until,
            String method) {
        return new ConsentEvent(
                client,
                type,
                at,
                EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE),
                until,
                method);
    }

    @Test
    void nothingOfARecordStandsReadableOnTheDisk() throws IOException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(given("a", Desk.TEN_O_CLOCK));
        }
        for (String file : List.of("vault.db", "keys.db", "vault.header")) {
            String bytes =
                    new String(
                            Files.readAllBytes(folder.resolve(file)),
                            java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(bytes)
                    .doesNotContain("Lindqvist-Canary")
                    .doesNotContain("heartbeat")
                    .doesNotContain("Practice Moreau");
        }
    }

    private static ConsentRecord given(String id, Instant at) {
        return ConsentRecords.given(
                Desk.ANNA, at, ConsentRecords.grant(id, ConsentScope.EXPORT, WHO, at, null));
    }

    private static ConsentRecord random(Random random) {
        List<ConsentGrant> grants = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            grants.add(grant(random));
        }
        return new ConsentRecord(
                new ConsentRecord.Header(
                        text(random),
                        Desk.ANNA,
                        instant(random),
                        text(random),
                        new ConsentRecord.Form(
                                text(random),
                                text(random),
                                text(random),
                                text(random),
                                text(random)),
                        text(random)),
                new ConsentRecord.Parties(
                        text(random),
                        text(random),
                        text(random),
                        text(random),
                        new ConsentRecord.Grantor(
                                one(random, ConsentRecord.GrantorRole.values()),
                                text(random),
                                text(random),
                                maybe(random)),
                        random.nextBoolean()
                                ? null
                                : new ConsentRecord.Assent(random.nextBoolean(), instant(random)),
                        text(random)),
                new ConsentRecord.Basis(
                        one(random, ConsentRecord.LegalBasis.values()),
                        random.nextBoolean(),
                        text(random),
                        random.nextBoolean(),
                        random.nextBoolean()),
                grants,
                new ConsentRecord.Retention(
                        maybe(random), text(random), text(random), random.nextBoolean()),
                new ConsentRecord.Happening(
                        one(random, ConsentEvent.Type.values()),
                        instant(random),
                        text(random),
                        text(random),
                        random.nextBoolean(),
                        text(random),
                        some(random, ConsentScope.values()),
                        Set.of(text(random) + "1", text(random) + "2"),
                        text(random)));
    }

    private static ConsentGrant grant(Random random) {
        Instant from = instant(random);
        return new ConsentGrant(
                text(random) + "g",
                one(random, ConsentScope.values()),
                some(random, DataCategory.values()),
                one(random, Purpose.values()),
                random.nextBoolean() ? List.of() : List.of(WHO, WHO),
                some(random, ExportFormat.values()),
                one(random, Identifiability.values()),
                from,
                random.nextBoolean() ? null : from.plusSeconds(random.nextInt(9999)),
                text(random),
                maybe(random),
                null);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 'ä'));
        }
        return text.toString();
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static @Nullable Instant maybe(Random random) {
        return random.nextBoolean() ? null : instant(random);
    }

    private static <E> E one(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <E extends Enum<E>> Set<E> some(Random random, E[] values) {
        Set<E> some = new java.util.HashSet<>();
        for (E value : values) {
            if (random.nextInt(3) == 0) {
                some.add(value);
            }
        }
        return some;
    }
}

package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 4: every byte of a small vault's sealed things, one after the other, flipped. */
@Tag("long")
final class ByteFlipIT {
    private static final int SECONDS = 2;
    @TempDir Path temp;
    private Path folder;
    private byte[] key;

    @BeforeEach
    void aSmallVaultOfTwoPeople() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            for (ClientCode who : List.of(Desk.ANNA, Desk.BEN)) {
                vault.consents().append(Desk.given(who, null));
                vault.cards().setFlags(who, Set.of(ClientFlag.PREGNANCY), Desk.TEN_O_CLOCK);
            }
            try (SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            "",
                            Desk.bothPermits(),
                            change -> {},
                            Desk.FAST,
                            order -> {})) {
                Desk.seconds(0, SECONDS).forEach(recorder::happened);
            }
        }
        key = Keyless.key(folder);
    }

    /** One sealed thing in its row. */
    private record Place(String table, String column, long rowid, Bytes sealed) {
        void put(Connection connection, byte[] bytes) throws SQLException {
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE " + table + " SET " + column + " = ? WHERE rowid = ?")) {
                update.setBytes(1, bytes);
                update.setLong(2, rowid);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }

        byte[] value() {
            return sealed.value();
        }

        byte[] flipped(int at) {
            byte[] bytes = sealed.value().clone();
            bytes[at] ^= (byte) (1 << at % 8);
            return bytes;
        }
    }

    private static List<Place> places(Connection connection, String table, String column)
            throws SQLException {
        List<Place> places = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT rowid, " + column + " FROM " + table);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                places.add(new Place(table, column, row.getLong(1), new Bytes(row.getBytes(2))));
            }
        }
        assertThat(places).as(table).hasSize(2);
        return places;
    }

    private static List<Moment> lane(LaneId lane) {
        List<Moment> moments = new ArrayList<>();
        for (int number = 0; number < SECONDS; number++) {
            moments.addAll(Desk.second(lane, number));
        }
        return moments;
    }

    @Test
    void everyByteOfARecordingIsMissedAndTheOthersLaneIsRead() throws SQLException {
        int flips = 0;
        try (Keyless vault = Keyless.open(folder, key);
                Connection connection = Intruder.connect(folder, "vault.db")) {
            StreamReader reader = new StreamReader(vault.parts().keys());
            connection.setAutoCommit(false);
            for (String[] column :
                    new String[][] {
                        {"part", "sealed"}, {"stream", "opening"}, {"stream", "closing"}
                    }) {
                List<Place> places = places(connection, column[0], column[1]);
                for (int lane = 0; lane < 2; lane++) {
                    Place place = places.get(lane);
                    for (int at = 0; at < place.value().length; at++, flips++) {
                        place.put(connection, place.flipped(at));
                        List<StreamReader.Contents> read = new ArrayList<>();
                        for (StreamTable.Stored stored : StreamTable.streams(connection)) {
                            read.add(reader.whole(connection, stored));
                        }
                        String where = column[0] + " " + lane + ", byte " + at;
                        assertThat(read.get(lane).problems()).as(where).isNotEmpty();
                        assertThat(read.get(1 - lane).problems()).as(where).isEmpty();
                        assertThat(moments(read.get(1 - lane)))
                                .isEqualTo(lane(lane == 0 ? LaneId.PARTNER : LaneId.CLIENT));
                        assertThat(lane(lane == 0 ? LaneId.CLIENT : LaneId.PARTNER))
                                .as(where)
                                .containsAll(moments(read.get(lane)));
                        connection.rollback();
                    }
                }
            }
        }
        System.out.println(flips + " bytes of recordings flipped, each one missed");
        assertThat(flips).isGreaterThan(500);
    }

    private static List<Moment> moments(StreamReader.Contents contents) {
        return contents.entries().stream().map(StreamCodec.Entry::moment).toList();
    }

    @Test
    void everyByteOfWhatIsKeptOfAPersonIsMissedAndTheOtherPersonIsRead() throws SQLException {
        int flips = 0;
        try (Keyless vault = Keyless.open(folder, key)) {
            VaultParts parts = vault.parts();
            String anna = parts.clients().idOf(Desk.ANNA).orElseThrow();
            String ben = parts.clients().idOf(Desk.BEN).orElseThrow();
            for (String[] column :
                    new String[][] {
                        {"vault.db", "client", "sealed"},
                        {"vault.db", "client", "code_index"},
                        {"vault.db", "consent", "sealed"},
                        {"vault.db", "card", "sealed"},
                        {"keys.db", "client_key", "wrapped"}
                    }) {
                try (Connection connection = Intruder.connect(folder, column[0])) {
                    try (PreparedStatement fast =
                            connection.prepareStatement("PRAGMA synchronous=OFF")) {
                        boolean unused = fast.execute();
                    }
                    Place place =
                            places(connection, column[1] + " ORDER BY client_id", column[2]).get(0);
                    Place row = new Place(column[1], column[2], place.rowid(), place.sealed());
                    boolean hitsAnna = anna.compareTo(ben) < 0;
                    for (int at = 0; at < row.value().length; at++, flips++) {
                        row.put(connection, row.flipped(at));
                        String where = column[1] + "." + column[2] + ", byte " + at;
                        assertThat(
                                        complaint(
                                                parts,
                                                hitsAnna ? Desk.ANNA : Desk.BEN,
                                                hitsAnna ? anna : ben))
                                .as(where)
                                .isPresent();
                        assertThat(
                                        complaint(
                                                parts,
                                                hitsAnna ? Desk.BEN : Desk.ANNA,
                                                hitsAnna ? ben : anna))
                                .as(where)
                                .isEmpty();
                    }
                    row.put(connection, row.value());
                }
            }
            assertThat(new Verification(parts, "").run(List.of()).sound()).isTrue();
        }
        System.out.println(flips + " bytes of records and keys flipped, each one missed");
        assertThat(flips).isGreaterThan(300);
    }

    private static Optional<String> complaint(VaultParts parts, ClientCode who, String id) {
        return parts.consents().check(id, who).or(() -> parts.cards().check(id, who));
    }

    @Test
    void everyByteOfAWrappedKeyOfARecordingIsMissed() throws SQLException {
        try (Keyless vault = Keyless.open(folder, key);
                Connection connection = Intruder.connect(folder, "keys.db")) {
            KeyRing.Snapshot sound = vault.parts().keys().snapshot();
            StreamRef ref = sound.streams().keySet().iterator().next();
            for (Place place : places(connection, "stream_key", "wrapped").subList(0, 1)) {
                for (int at = 0; at < place.value().length; at++) {
                    KeyRing.Snapshot flipped = vault.parts().keys().snapshot();
                    flipped.streams().put(ref, place.flipped(at));
                    assertThat(vault.parts().keys().streamKey(flipped, ref)).isEmpty();
                }
            }
            assertThat(vault.parts().keys().streamKey(sound, ref)).isPresent();
        }
    }

    @Test
    void everyThirdByteOfTheHeaderIsRefused() throws Exception {
        byte[] sound = Files.readAllBytes(folder.resolve("vault.header"));
        for (int at = 0; at < sound.length; at += 3) {
            byte[] bytes = sound.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            assertThatThrownBy(
                            () ->
                                    VaultHeader.parse(bytes)
                                            .unlock(
                                                    VaultHeader.Secret.PASSPHRASE,
                                                    Desk.passphrase()))
                    .as("byte %d", at)
                    .isInstanceOf(VaultException.class)
                    .hasMessageStartingWith("the passphrase is wrong, or");
        }
    }
}

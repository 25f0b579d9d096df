package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.review.Annotation;

/**
 * The rows of annotations: sealed under the key of the lane they are of, each with the hash of the
 * one before it. Stateless; any thread.
 */
final class AnnotationTable {
    private static final String KIND = "annotation";

    private AnnotationTable() {}

    /**
     * All that was said of a lane.
     *
     * @param annotations in the order in which they were written
     * @param chain the hash of their rows, for the next one
     */
    record Lane(List<Annotation> annotations, Chain chain) {
        long count() {
            return annotations.size();
        }
    }

    /** A lane of which nothing was said yet. */
    static Lane nothing(StreamRef stream) {
        return new Lane(List.of(), start(stream));
    }

    /**
     * Seals and writes annotations after those that are there; how many there are then.
     *
     * @param there as read in the same transaction
     */
    static long add(
            Connection connection,
            String vault,
            StreamRef stream,
            byte[] key,
            Lane there,
            List<Annotation> annotations)
            throws SQLException {
        Chain chain = there.chain();
        long seq = there.count();
        for (Annotation each : annotations) {
            seq++;
            byte[] plain =
                    AnnotationCodec.write(
                                    new ByteWriter().u8(Context.FORMAT).raw(chain.toBytes()), each)
                            .toBytes();
            byte[] sealed = Seal.toEnvelope(key, stream.context(KIND, vault, seq), plain);
            Arrays.fill(plain, (byte) 0);
            Database.update(
                    connection,
                    "INSERT INTO annotation (session_id, lane, seq, sealed) VALUES (?, ?, ?, ?)",
                    stream.session(),
                    stream.lane(),
                    seq,
                    sealed);
            chain = chain.then(seq, sealed);
        }
        return seq;
    }

    /**
     * All annotations of a lane.
     *
     * @throws VaultException when one is damaged, moved or taken out of the middle
     */
    static Lane read(Connection connection, String vault, StreamRef stream, byte[] key)
            throws SQLException {
        List<Annotation> annotations = new ArrayList<>();
        Chain chain = start(stream);
        long seq = 0;
        for (Bytes row : rows(connection, stream)) {
            seq++;
            byte[] plain =
                    Seal.fromEnvelope(key, stream.context(KIND, vault, seq), row.value())
                            .orElseThrow(AnnotationTable::damaged);
            ByteReader in = new ByteReader(plain);
            if (in.u8() != Context.FORMAT) {
                throw ByteReader.malformed("unknown form of an annotation");
            }
            if (!chain.equals(Chain.of(in.raw(Chain.BYTES)))) {
                throw damaged();
            }
            annotations.add(AnnotationCodec.read(in));
            Arrays.fill(plain, (byte) 0);
            chain = chain.then(seq, row.value());
        }
        return new Lane(List.copyOf(annotations), chain);
    }

    static int clear(Connection connection, StreamRef stream) throws SQLException {
        return Database.update(
                connection,
                "DELETE FROM annotation WHERE session_id = ? AND lane = ?",
                stream.session(),
                stream.lane());
    }

    private static Chain start(StreamRef stream) {
        return Chain.startingWith(
                new ByteWriter().text(stream.session()).i32(stream.lane()).toBytes());
    }

    private static List<Bytes> rows(Connection connection, StreamRef stream) throws SQLException {
        List<Bytes> rows = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT seq, sealed FROM annotation WHERE session_id = ? AND lane = ?"
                                + " ORDER BY seq")) {
            query.setString(1, stream.session());
            query.setInt(2, stream.lane());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (row.getLong(1) != rows.size() + 1L) {
                        throw damaged();
                    }
                    byte[] sealed = row.getBytes(2);
                    rows.add(new Bytes(sealed == null ? new byte[0] : sealed));
                }
            }
        }
        return rows;
    }

    static VaultException damaged() {
        return new VaultException(
                "what was said of a session is damaged or was taken out: run 'attune vault verify'"
                        + " and restore a backup");
    }
}

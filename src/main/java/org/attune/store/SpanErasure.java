package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attune.review.Annotation;
import org.attune.time.WallClock;

/**
 * Erases a span of one lane: what stays is sealed anew under a new key, and the old key destroyed,
 * so that neither the vault nor any older copy of it yields the span again. It is in the ledger
 * from its first step, so that an interruption is made good when the vault is next opened. Any
 * thread.
 */
final class SpanErasure {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private final Database data;
    private final KeyRing keys;
    private final SpanKeys spans;
    private final AuditLog audit;
    private final Tombstones tombstones;
    private final WallClock clock;

    SpanErasure(Database data, Database keyFile, KeyRing keys, AuditLog audit, WallClock clock) {
        this.data = data;
        this.keys = keys;
        this.spans = new SpanKeys(keyFile);
        this.audit = audit;
        this.tombstones = new Tombstones(keys);
        this.clock = clock;
    }

    /**
     * Erases a span.
     *
     * @return how many moments it took
     * @throws VaultException when other parts of the lane are damaged and would be lost with it
     */
    long erase(StreamRef stream, Span span) {
        return erase(new SpanKeys.Line(Seal.randomId(), stream, span), AuditEvent.Kind.ERASED);
    }

    private long erase(SpanKeys.Line line, AuditEvent.Kind kind) {
        Optional<StreamReader.Contents> found = contents(line.stream());
        if (found.isEmpty()) {
            return 0;
        }
        Rest rest = Rest.of(found.get(), line.span());
        if (rest.gone() == 0) {
            spans.abandon(line);
            return 0;
        }
        byte[] key = Seal.randomBytes(Seal.KEY_BYTES);
        spans.begin(line, keys.wrap(line.stream(), key));
        int unused =
                data.write(
                        "the span is not erased yet",
                        connection -> write(connection, line, rest, key, kind));
        spans.finish(line);
        data.purge();
        return rest.gone();
    }

    private Optional<StreamReader.Contents> contents(StreamRef stream) {
        return data.read(
                "cannot read the recordings",
                connection ->
                        SessionArchive.atOneInstant(
                                connection,
                                c -> {
                                    Optional<StreamTable.Stored> stored = stored(c, stream);
                                    return stored.isPresent()
                                            ? Optional.of(
                                                    new StreamReader(keys).whole(c, stored.get()))
                                            : Optional.<StreamReader.Contents>empty();
                                }));
    }

    private static Optional<StreamTable.Stored> stored(Connection connection, StreamRef stream)
            throws SQLException {
        return StreamTable.streams(connection).stream()
                .filter(each -> each.ref().session().equals(stream.session()))
                .filter(each -> each.ref().lane() == stream.lane())
                .findFirst();
    }

    private int write(
            Connection connection, SpanKeys.Line line, Rest rest, byte[] key, AuditEvent.Kind kind)
            throws SQLException {
        StreamRef stream = line.stream();
        LaneWriter writer = new LaneWriter(stream, keys.vault(), key, 1, rest.opening());
        List<LaneWriter.Row> rows = rest.seal(writer);
        Database.update(
                connection,
                "DELETE FROM part WHERE session_id = ? AND lane = ?",
                stream.session(),
                stream.lane());
        Database.update(
                connection,
                "UPDATE stream SET opening = ?, closing = NULL, closing_seq = NULL"
                        + " WHERE session_id = ? AND lane = ?",
                writer.opening(),
                stream.session(),
                stream.lane());
        int written = StreamTable.write(connection, rows);
        long said = sealAnew(connection, line, key);
        int unusedFigures = FigureStore.clear(connection, stream.session());
        writer.wipe(); // the key with it
        boolean unused = tombstones.set(connection, Tombstones.SPAN, line.id(), clock.now());
        audit.tryWrite(
                connection,
                audit.prepare(
                        AuditEvent.of(kind)
                                .with("what", Tombstones.SPAN)
                                .with("id", line.id())
                                .with("session", stream.session())
                                .with("lane", stream.lane())
                                .with("moments", rest.gone())
                                .with("annotations", said)));
        return written;
    }

    /** What was said of the rest goes on under the new key; what was said of the span is gone. */
    private long sealAnew(Connection connection, SpanKeys.Line line, byte[] key)
            throws SQLException {
        StreamRef stream = line.stream();
        byte[] old = keys.streamKey(keys.snapshot(), stream).orElseThrow(AnnotationTable::damaged);
        try {
            List<Annotation> said =
                    new ArrayList<>(
                            AnnotationTable.read(connection, keys.vault(), stream, old)
                                    .annotations());
            said.removeIf(line.span()::holds);
            int unused = AnnotationTable.clear(connection, stream);
            return AnnotationTable.add(
                    connection, keys.vault(), stream, key, AnnotationTable.nothing(stream), said);
        } finally {
            Arrays.fill(old, (byte) 0);
        }
    }

    /** Erases what another ledger of the same vault says was erased; how many spans were new. */
    int apply(ErasureLedger other) {
        int added = spans.adopt(other.spans());
        replay();
        return added;
    }

    /** Finishes what was interrupted. */
    void replay() {
        for (SpanKeys.Line line : spans.unfinished()) {
            Optional<StreamTable.Stored> stored =
                    data.read("cannot read the recordings", c -> stored(c, line.stream()));
            if (stored.isEmpty()) {
                spans.abandon(line);
                continue;
            }
            StreamRef stream = stored.get().ref();
            SpanKeys.Line whole = new SpanKeys.Line(line.id(), stream, line.span());
            if (isSealedAnew(stored.get())) {
                spans.finish(whole);
                data.purge();
            } else {
                long unused = erase(whole, AuditEvent.Kind.ERASED_AGAIN);
            }
        }
    }

    private boolean isSealedAnew(StreamTable.Stored stored) {
        StreamRef stream = stored.ref();
        Optional<byte[]> key =
                spans.next(stream)
                        .flatMap(wrapped -> keys.unwrap(keys.snapshot(), stream, wrapped));
        if (key.isEmpty()) {
            return false;
        }
        byte[] context = stream.context(StreamCodec.OPENING, keys.vault(), 0);
        boolean opens = Seal.open(key.get(), 0, context, stored.opening().value()).isPresent();
        Arrays.fill(key.get(), (byte) 0);
        return opens;
    }

    /** What stays of a lane when a span is taken out. */
    private static final class Rest {
        private final StreamReader.Contents whole;
        private final List<StreamCodec.Entry> kept = new ArrayList<>();
        private long gone;
        private long lostAtEnd;

        private Rest(StreamReader.Contents whole) {
            this.whole = whole;
        }

        static Rest of(StreamReader.Contents whole, Span span) {
            if (!whole.problems().isEmpty() || whole.opening().isEmpty()) {
                throw new VaultException(
                        String.join("; ", whole.problems())
                                + ": what lies outside the span would be lost with it; restore a"
                                + " backup first, or erase the lane");
            }
            Rest rest = new Rest(whole);
            long owed = 0;
            long told = 0;
            for (StreamCodec.Entry entry : whole.entries()) {
                long lost = owed + entry.lostBefore();
                if (span.holds(entry.moment())) {
                    rest.gone++;
                    owed = lost + 1;
                } else {
                    rest.kept.add(new StreamCodec.Entry(entry.order(), lost, entry.moment()));
                    told += lost;
                    owed = 0;
                }
            }
            rest.lostAtEnd = whole.lost() + rest.gone - told;
            return rest;
        }

        long gone() {
            return gone;
        }

        byte[] opening() {
            return StreamCodec.write(whole.opening().orElseThrow());
        }

        /** Seals what stays, a part for each minute. */
        List<LaneWriter.Row> seal(LaneWriter writer) {
            List<LaneWriter.Row> rows = new ArrayList<>();
            long minute = 0;
            for (StreamCodec.Entry entry : kept) {
                long now = entry.moment().at().nanos() / MINUTE_NANOS;
                if (now != minute) {
                    writer.seal(rows);
                    minute = now;
                }
                writer.take(entry);
            }
            writer.loseAtEnd(lostAtEnd);
            Optional<StreamCodec.Closing> closing = whole.closing();
            if (closing.isPresent()) {
                writer.close(closing.get().ending(), rows);
            } else {
                writer.seal(rows);
            }
            return rows;
        }
    }
}

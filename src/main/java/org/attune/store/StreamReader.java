package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Opens what {@link LaneWriter} sealed and checks that nothing was changed, moved or taken out.
 * What is damaged is said and left out; the rest is read. Stateless beyond its keys; any thread.
 */
final class StreamReader {
    private final KeyRing keys;
    private final KeyRing.Snapshot snapshot;

    StreamReader(KeyRing keys) {
        this.keys = keys;
        this.snapshot = keys.snapshot();
    }

    /**
     * What could be read of a stream.
     *
     * @param parts number of parts that could be read
     * @param lost moments known to be lost
     * @param lastNanos session time of the last moment, 0 without one
     */
    record Contents(
            StreamRef ref,
            Optional<StreamCodec.Opening> opening,
            Optional<StreamCodec.Closing> closing,
            List<StreamCodec.Entry> entries,
            long parts,
            long lost,
            long lastNanos,
            List<String> problems) {
        /** Whether it was closed at its end, rather than broken off. */
        boolean closed() {
            return closing.isPresent() && closing.get().ending() != StreamCodec.Ending.RECOVERED;
        }
    }

    /** Reads a stream's opening and end, only as much as a list needs. */
    Contents glance(Connection connection, StreamTable.Stored stored) throws SQLException {
        return read(connection, stored, false);
    }

    /** Reads a stream whole and checks all of it. */
    Contents whole(Connection connection, StreamTable.Stored stored) throws SQLException {
        return read(connection, stored, true);
    }

    private Contents read(Connection connection, StreamTable.Stored stored, boolean whole)
            throws SQLException {
        StreamRef ref = stored.ref();
        byte[] key = key(ref).orElse(null);
        if (key == null) {
            return new Contents(
                    ref,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    0,
                    0,
                    0,
                    List.of(name(ref) + ": its key is missing or damaged; nothing can be read"));
        }
        Reading reading = new Reading(connection, stored, key);
        reading.openOpening();
        reading.openClosing();
        reading.openParts(whole);
        Arrays.fill(key, (byte) 0);
        return reading.toContents();
    }

    /** The stream's key, the caller's to wipe; empty when it is gone or damaged. */
    Optional<byte[]> key(StreamRef ref) {
        return keys.streamKey(snapshot, ref);
    }

    /** A stream in plain words, by random id. */
    static String name(StreamRef ref) {
        return "session " + ref.session() + ", lane " + (ref.lane() + 1);
    }

    /** One stream being read. Confined to the calling thread. */
    private final class Reading {
        private final Connection connection;
        private final StreamTable.Stored stored;
        private final byte[] key;
        private final List<StreamCodec.Entry> entries = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private Optional<StreamCodec.Opening> opening = Optional.empty();
        private Optional<StreamCodec.Closing> closing = Optional.empty();
        private Chain chain;
        private long parts;
        private long lost;

        Reading(Connection connection, StreamTable.Stored stored, byte[] key) {
            this.connection = connection;
            this.stored = stored;
            this.key = key;
            this.chain = Chain.startingWith(stored.opening().value());
        }

        private void problem(String what) {
            problems.add(name(stored.ref()) + ": " + what);
        }

        private Optional<byte[]> open(String kind, long seq, byte[] sealed) {
            return Seal.open(key, seq, stored.ref().context(kind, keys.vault(), seq), sealed);
        }

        void openOpening() {
            try {
                opening =
                        open(StreamCodec.OPENING, 0, stored.opening().value())
                                .map(StreamCodec::readOpening);
                if (opening.isEmpty()) {
                    problem("its opening is damaged or altered");
                }
            } catch (VaultException e) {
                problem(e.line());
            }
        }

        void openClosing() {
            Bytes sealed = stored.closing();
            if (sealed == null) {
                return;
            }
            try {
                closing =
                        open(StreamCodec.CLOSING, stored.closingSeq(), sealed.value())
                                .map(StreamCodec::readClosing);
                if (closing.isEmpty()) {
                    problem("its closing is damaged or altered");
                }
            } catch (VaultException e) {
                problem(e.line());
            }
        }

        void openParts(boolean whole) throws SQLException {
            if (!whole) {
                // The last part knows what was lost before it; a closing knows all.
                long last =
                        closing.isPresent() ? 0 : StreamTable.lastPart(connection, stored.ref());
                if (last > 0) {
                    openPart(last, -1);
                }
                return;
            }
            List<Long> numbers = StreamTable.partNumbers(connection, stored.ref());
            long expected = 1;
            for (long seq : numbers) {
                openPart(seq, expected);
                expected = seq + 1;
            }
            closing.ifPresent(end -> compare(end, numbers));
        }

        /** Reads a part that must take up at {@code expected}; -1 when it may take up anywhere. */
        private void openPart(long seq, long expected) {
            try {
                byte[] sealed = StreamTable.part(connection, stored.ref(), seq);
                chain = chain.then(seq, sealed);
                byte[] plain = open(StreamCodec.PART, seq, sealed).orElse(null);
                if (plain == null) {
                    problem("part " + seq + " is damaged or altered");
                    return;
                }
                StreamCodec.Part part = StreamCodec.readPart(plain);
                Arrays.fill(plain, (byte) 0);
                if (expected >= 0 && part.first() != expected) {
                    problem("parts are missing before part " + seq);
                }
                entries.addAll(part.entries());
                lost = part.lostSoFar();
                parts++;
            } catch (VaultException e) {
                problem("part " + seq + ": " + e.line());
            } catch (SQLException e) {
                problem("part " + seq + ": " + VaultException.reason(e));
            }
        }

        private void compare(StreamCodec.Closing end, List<Long> numbers) {
            // Without parts, the closing's own number says nothing.
            long before = stored.closingSeq() - 1;
            long last = numbers.isEmpty() ? before : numbers.get(numbers.size() - 1);
            if (numbers.size() != end.parts() || last != before) {
                problem("parts are missing; " + end.parts() + " were sealed");
            } else if (problems.isEmpty() && !chain.equals(end.chain())) {
                problem("its parts are not those that were sealed");
            }
        }

        Contents toContents() {
            long last =
                    closing.map(StreamCodec.Closing::lastNanos)
                            .orElse(
                                    entries.isEmpty()
                                            ? 0
                                            : entries.get(entries.size() - 1)
                                                    .moment()
                                                    .at()
                                                    .nanos());
            long missing = closing.map(StreamCodec.Closing::lost).orElse(lost);
            return new Contents(
                    stored.ref(), opening, closing, entries, parts, missing, last, problems);
        }
    }
}

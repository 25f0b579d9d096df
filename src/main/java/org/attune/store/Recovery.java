package org.attune.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Closes recordings that broke off: their last small parts are gathered as at a close, and a
 * closing is sealed that says so. From then on nothing can be cut off their end unnoticed either.
 * All of one stream is done in one transaction: an interruption leaves it as it was.
 *
 * <p>Numbers are nonces. What was sealed last before the break may have been lost with the log's
 * tail and still lie on the disk, so the numbers that follow it are not used: numbering goes on
 * from a random place far behind.
 *
 * <p>What is damaged is left alone, as evidence. Confined to the calling thread.
 */
final class Recovery {
    private static final Logger LOG = System.getLogger(Recovery.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long GAP = 1L << 20;
    private static final long ROOM = 1L << 40;

    private final VaultParts vault;

    Recovery(VaultParts vault) {
        this.vault = vault;
    }

    /** Closes all that can be closed; the number of streams closed. */
    int run() {
        int closed = 0;
        for (StreamTable.Stored stored : open()) {
            try {
                closed += close(stored) ? 1 : 0;
            } catch (VaultException notNow) {
                // It stays readable as it is, and is tried again when the vault is next opened.
                LOG.log(Level.WARNING, "a recording that broke off was not closed yet");
            }
        }
        return closed;
    }

    private List<StreamTable.Stored> open() {
        return vault.data().read("cannot read the recordings", StreamTable::unclosed);
    }

    private boolean close(StreamTable.Stored stored) {
        StreamReader reader = new StreamReader(vault.keys());
        return vault.data()
                .write(
                        "cannot close a recording that broke off",
                        connection -> {
                            StreamReader.Contents contents = reader.whole(connection, stored);
                            byte[] key = reader.key(stored.ref()).orElse(null);
                            if (!contents.problems().isEmpty() || key == null) {
                                return false;
                            }
                            List<LaneWriter.Row> rows =
                                    new Closing(connection, stored, key, contents).rows();
                            Arrays.fill(key, (byte) 0);
                            StreamTable.write(connection, rows);
                            return true;
                        });
    }

    /** One stream being closed. Confined to the calling thread. */
    private final class Closing {
        private final Connection connection;
        private final StreamTable.Stored stored;
        private final StreamRef ref;
        private final byte[] key;
        private final StreamReader.Contents contents;
        private final List<LaneWriter.Row> rows = new ArrayList<>();
        private final GatheredCodec.Writer gathered = new GatheredCodec.Writer();
        private Chain chain;
        private long parts;
        private long nextSeq;

        Closing(
                Connection connection,
                StreamTable.Stored stored,
                byte[] key,
                StreamReader.Contents contents) {
            this.connection = connection;
            this.stored = stored;
            this.ref = stored.ref();
            this.key = key;
            this.contents = contents;
            this.chain = Chain.startingWith(stored.opening().value());
        }

        List<LaneWriter.Row> rows() throws SQLException {
            List<Long> numbers = StreamTable.partNumbers(connection, ref);
            long last = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
            nextSeq = last + GAP + RANDOM.nextLong(ROOM);
            long first = 0;
            long lostSoFar = 0;
            for (long seq : numbers) {
                byte[] sealed = StreamTable.part(connection, ref, seq);
                StreamCodec.Part part = open(seq, sealed);
                boolean small = part.first() == seq;
                if (!small && seq != last) {
                    chain = chain.then(seq, sealed);
                    parts++;
                    continue;
                }
                if (gathered.size() == 0) {
                    first = part.first();
                }
                part.entries().forEach(gathered::write);
                lostSoFar = part.lostSoFar();
                if (gathered.size() >= LaneWriter.GATHER_BYTES) {
                    gather(first, lostSoFar);
                }
            }
            if (gathered.size() > 0) {
                gather(first, lostSoFar);
            }
            rows.add(closing());
            return rows;
        }

        private StreamCodec.Part open(long seq, byte[] sealed) {
            byte[] context = ref.context(StreamCodec.PART, vault.keys().vault(), seq);
            Optional<byte[]> plain = Seal.open(key, seq, context, sealed);
            return StreamCodec.readPart(
                    plain.orElseThrow(() -> ByteReader.malformed("a part does not open")));
        }

        private void gather(long first, long lostSoFar) {
            long seq = nextSeq++;
            byte[] plain = StreamCodec.writeGathered(first, lostSoFar, gathered);
            byte[] context = ref.context(StreamCodec.PART, vault.keys().vault(), seq);
            Bytes sealed = new Bytes(Seal.seal(key, seq, context, plain));
            Arrays.fill(plain, (byte) 0);
            gathered.wipe();
            rows.add(new LaneWriter.Row(ref, seq, first, sealed, false));
            chain = chain.then(seq, sealed.value());
            parts++;
        }

        private LaneWriter.Row closing() {
            byte[] plain =
                    StreamCodec.write(
                            new StreamCodec.Closing(
                                    StreamCodec.Ending.RECOVERED,
                                    parts,
                                    contents.entries().size(),
                                    contents.lost(),
                                    contents.lastNanos(),
                                    chain));
            byte[] context = ref.context(StreamCodec.CLOSING, vault.keys().vault(), nextSeq);
            Bytes sealed = new Bytes(Seal.seal(key, nextSeq, context, plain));
            return new LaneWriter.Row(stored.ref(), nextSeq, nextSeq, sealed, true);
        }
    }
}

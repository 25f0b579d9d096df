package org.attune.store;

import java.util.Arrays;
import java.util.List;
import org.attune.session.Participant;
import org.attune.session.Session;

/**
 * Turns one lane's moments into sealed parts: a small one for each commit, and after a minute one
 * that gathers them. Confined to the recorder thread once the recording runs.
 *
 * <p>A part is sealed once; if the disk refuses it, the same bytes are tried again. So no number,
 * and with it no nonce, is ever used for two different things.
 */
final class LaneWriter {
    /** A gathered part is not made larger than this, however much is heard in a minute. */
    static final int GATHER_BYTES = 256 * 1024;

    private final StreamRef stream;
    private final String vault;
    private final byte[] key;
    private final int partsPerGathered;
    private final byte[] opening;
    private final ByteWriter fresh = new ByteWriter();
    private final GatheredCodec.Writer gathered = new GatheredCodec.Writer();
    private Chain chain;
    private long nextSeq = 1;
    private long gatheredFirst = 1;
    private int small;
    private long parts;
    private long moments;
    private long lost;
    private long lastNanos;

    /** Takes over {@code key}. */
    LaneWriter(StreamRef stream, String vault, byte[] key, int partsPerGathered, byte[] opening) {
        this.stream = stream;
        this.vault = vault;
        this.key = key;
        this.partsPerGathered = partsPerGathered;
        this.opening = Seal.seal(key, 0, stream.context(StreamCodec.OPENING, vault, 0), opening);
        this.chain = Chain.startingWith(this.opening);
    }

    static LaneWriter open(
            KeyRing keys,
            StreamRef stream,
            Session session,
            Participant participant,
            String settingsText,
            int partsPerGathered) {
        byte[] key = keys.createStreamKey(stream);
        byte[] opening = StreamCodec.write(session, participant, settingsText);
        return new LaneWriter(stream, keys.vault(), key, partsPerGathered, opening);
    }

    StreamRef stream() {
        return stream;
    }

    byte[] opening() {
        return opening;
    }

    /**
     * A row to write.
     *
     * @param first the rows from {@code first} up to, not including, {@code seq} are replaced
     * @param closing whether it is the stream's closing rather than a part
     */
    record Row(StreamRef stream, long seq, long first, Bytes sealed, boolean closing) {}

    void take(StreamCodec.Entry entry) {
        StreamCodec.write(fresh, entry);
        gathered.write(entry);
        moments++;
        lost += entry.lostBefore();
        lastNanos = entry.moment().at().nanos();
    }

    /** Moments lost after the last one taken. */
    void loseAtEnd(long count) {
        lost += count;
    }

    /** Seals what came since the last call. */
    void seal(List<Row> rows) {
        if (fresh.size() == 0) {
            return;
        }
        small++;
        if (small >= partsPerGathered || gathered.size() >= GATHER_BYTES) {
            gather(rows);
        } else {
            long seq = nextSeq++;
            byte[] plain = StreamCodec.writePart(seq, lost, fresh);
            rows.add(new Row(stream, seq, seq, sealPart(seq, plain), false));
        }
        fresh.wipe();
    }

    private void gather(List<Row> rows) {
        long seq = nextSeq++;
        Bytes sealed = sealPart(seq, StreamCodec.writeGathered(gatheredFirst, lost, gathered));
        rows.add(new Row(stream, seq, gatheredFirst, sealed, false));
        chain = chain.then(seq, sealed.value());
        parts++;
        gatheredFirst = seq + 1;
        small = 0;
        gathered.wipe();
    }

    /** Takes over {@code plain}. */
    private Bytes sealPart(long seq, byte[] plain) {
        Bytes sealed =
                new Bytes(Seal.seal(key, seq, stream.context(StreamCodec.PART, vault, seq), plain));
        Arrays.fill(plain, (byte) 0);
        return sealed;
    }

    /** Seals the rest and the closing; nothing may be taken after it. */
    void close(StreamCodec.Ending ending, List<Row> rows) {
        seal(rows);
        if (gathered.size() > 0) {
            gather(rows);
        }
        long seq = nextSeq++;
        byte[] plain =
                StreamCodec.write(
                        new StreamCodec.Closing(ending, parts, moments, lost, lastNanos, chain));
        byte[] context = stream.context(StreamCodec.CLOSING, vault, seq);
        rows.add(new Row(stream, seq, seq, new Bytes(Seal.seal(key, seq, context, plain)), true));
    }

    /** Forgets everything not yet sealed, and the key. */
    void wipe() {
        fresh.wipe();
        gathered.wipe();
        Arrays.fill(key, (byte) 0);
    }
}

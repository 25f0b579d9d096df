package org.attune.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;

/**
 * The binary forms of what a stream is made of, before sealing: an opening, parts, a closing.
 * Stateless; any thread.
 */
final class StreamCodec {
    /** A gathered part of older recordings: entries whole, compressed. */
    private static final int PACKED_FORMAT = 2;

    /** A gathered part: entries as {@link GatheredCodec} has them, compressed. */
    private static final int GATHERED_FORMAT = 3;

    static final String OPENING = "opening";
    static final String PART = "part";
    static final String CLOSING = "closing";

    private StreamCodec() {}

    /**
     * What a stream says of itself; whole in each, so that a lane can be read when the others of
     * its session are erased.
     */
    record Opening(
            Participant participant,
            Instant startedAt,
            String settingsFingerprint,
            String pipelineVersion,
            String settingsText) {}

    static byte[] write(Session session, Participant participant, String settingsText) {
        return write(
                new Opening(
                        participant,
                        session.startedAt(),
                        session.settingsFingerprint(),
                        session.pipelineVersion(),
                        settingsText));
    }

    static byte[] write(Opening opening) {
        return new ByteWriter()
                .u8(Context.FORMAT)
                .text(opening.participant().lane().value())
                .text(opening.participant().code().value())
                .instant(opening.startedAt())
                .text(opening.settingsFingerprint())
                .text(opening.pipelineVersion())
                .text(opening.settingsText())
                .toBytes();
    }

    static Opening readOpening(byte[] bytes) {
        ByteReader in = versioned(bytes);
        try {
            return new Opening(
                    new Participant(new LaneId(in.text()), new ClientCode(in.text())),
                    in.instant(),
                    in.text(),
                    in.text(),
                    in.text());
        } catch (IllegalArgumentException brokenContract) {
            throw ByteReader.malformed("a recording's opening breaks its own rules");
        }
    }

    /**
     * One moment with its place.
     *
     * @param order place among all moments of the session, over all lanes
     * @param lostBefore moments lost directly before it
     */
    record Entry(long order, long lostBefore, Moment moment) {}

    static void write(ByteWriter out, Entry entry) {
        out.varint(entry.order()).varint(entry.lostBefore());
        MomentCodec.write(out, entry.moment());
    }

    /**
     * A stretch of moments.
     *
     * @param first number of the first part this one stands for; its own number unless it gathers
     *     earlier ones
     * @param lostSoFar moments lost in this stream up to its end
     */
    record Part(long first, long lostSoFar, List<Entry> entries) {}

    static byte[] writePart(long first, long lostSoFar, ByteWriter entries) {
        return new ByteWriter()
                .u8(Context.FORMAT)
                .varint(first)
                .varint(lostSoFar)
                .raw(entries)
                .toBytes();
    }

    /**
     * A part that gathers others; compressed, since a minute says much the same again and again.
     */
    static byte[] writeGathered(long first, long lostSoFar, GatheredCodec.Writer entries) {
        byte[] plain = entries.bytes().toBytes();
        byte[] packed = Packed.pack(plain);
        Arrays.fill(plain, (byte) 0);
        byte[] part =
                new ByteWriter()
                        .u8(GATHERED_FORMAT)
                        .varint(first)
                        .varint(lostSoFar)
                        .varint(plain.length)
                        .raw(packed)
                        .toBytes();
        Arrays.fill(packed, (byte) 0);
        return part;
    }

    /** Reads a part of any kind. */
    static Part readPart(byte[] bytes) {
        int form = bytes.length > 0 ? bytes[0] : 0;
        boolean packed = form == PACKED_FORMAT || form == GATHERED_FORMAT;
        ByteReader in = packed ? new ByteReader(bytes, 1) : versioned(bytes);
        long first = in.varint();
        long lostSoFar = in.varint();
        if (packed) {
            long length = in.varint();
            byte[] plain = Packed.unpack(in.raw(in.left()), length);
            ByteReader entries = new ByteReader(plain);
            Part part =
                    form == PACKED_FORMAT
                            ? entries(entries, first, lostSoFar)
                            : new Part(first, lostSoFar, GatheredCodec.read(entries));
            Arrays.fill(plain, (byte) 0);
            return part;
        }
        return entries(in, first, lostSoFar);
    }

    private static Part entries(ByteReader in, long first, long lostSoFar) {
        List<Entry> entries = new ArrayList<>();
        while (!in.atEnd()) {
            entries.add(new Entry(in.varint(), in.varint(), MomentCodec.read(in)));
        }
        return new Part(first, lostSoFar, entries);
    }

    /** Why a stream has ended. */
    enum Ending {
        CLOSED,
        WITHDRAWN,
        EXPIRED,
        /** It broke off, and was closed when the vault was next opened. */
        RECOVERED
    }

    /**
     * What was true when a stream was closed: nothing can be cut off its end unnoticed.
     *
     * @param ending why it ended
     * @param parts number of parts
     * @param moments number of moments
     * @param lost moments lost
     * @param lastNanos session time of the last moment
     * @param chain hash over the opening and all parts, in order
     */
    record Closing(
            Ending ending, long parts, long moments, long lost, long lastNanos, Chain chain) {}

    static byte[] write(Closing closing) {
        return new ByteWriter()
                .u8(Context.FORMAT)
                .name(closing.ending())
                .varint(closing.parts())
                .varint(closing.moments())
                .varint(closing.lost())
                .i64(closing.lastNanos())
                .raw(closing.chain().toBytes())
                .toBytes();
    }

    static Closing readClosing(byte[] bytes) {
        ByteReader in = versioned(bytes);
        return new Closing(
                in.name(Ending.class),
                in.varint(),
                in.varint(),
                in.varint(),
                in.i64(),
                Chain.of(in.raw(Chain.BYTES)));
    }

    private static ByteReader versioned(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of a recording");
        }
        return in;
    }
}

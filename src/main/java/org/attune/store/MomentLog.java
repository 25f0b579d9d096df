package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import org.attune.pipeline.Moment;

/**
 * The log of a session as bytes that lie in no vault: what one Attune hands to another. The moments
 * are written as the vault writes them, bit for bit; what is private must have been left out
 * before. Stateless; any thread.
 */
public final class MomentLog {
    private static final byte[] MAGIC =
            "attune-log/1\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** No moment takes fewer bytes. */
    private static final int LEAST_BYTES = 9;

    private MomentLog() {}

    /** All of them, in order. */
    public static byte[] write(List<Moment> moments) {
        ByteWriter out = new ByteWriter().raw(MAGIC).u8(Context.FORMAT).varint(moments.size());
        moments.forEach(each -> MomentCodec.write(out, each));
        return out.toBytes();
    }

    /**
     * Reads them again.
     *
     * @throws VaultException when the bytes are no such log, whatever they are; nothing else
     */
    public static List<Moment> read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (bytes.length < MAGIC.length || !java.util.Arrays.equals(in.raw(MAGIC.length), MAGIC)) {
            throw ByteReader.malformed("this is no log of a session");
        }
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of a session's log");
        }
        List<Moment> moments = new ArrayList<>();
        for (int left = in.count(LEAST_BYTES); left > 0; left--) {
            moments.add(MomentCodec.read(in));
        }
        if (!in.atEnd()) {
            throw ByteReader.malformed("a session's log goes on after its end");
        }
        return List.copyOf(moments);
    }
}

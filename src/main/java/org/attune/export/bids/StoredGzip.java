package org.attune.export.bids;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Gzip (RFC 1952) whose blocks are stored as they are (RFC 1951, 3.2.4): what a library compresses
 * differs from version to version, and equal contents must give equal bytes. No time, no name.
 */
final class StoredGzip {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
    private static final int MOST_IN_BLOCK = 65_535;
    private static final int BLOCK_HEADER = 5;

    private StoredGzip() {}

    static byte[] of(byte[] bytes) {
        int blocks = Math.max(1, (bytes.length + MOST_IN_BLOCK - 1) / MOST_IN_BLOCK);
        int size = Math.addExact(bytes.length, HEADER.length + blocks * BLOCK_HEADER + 8);
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(HEADER);
        for (int block = 0; block < blocks; block++) {
            int from = block * MOST_IN_BLOCK;
            int length = Math.min(MOST_IN_BLOCK, bytes.length - from);
            out.put((byte) (block == blocks - 1 ? 1 : 0));
            out.putShort((short) length).putShort((short) ~length);
            out.put(bytes, from, length);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        out.putInt((int) crc.getValue()).putInt(bytes.length);
        return out.array();
    }
}

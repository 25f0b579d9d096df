package org.attune.store;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes compressed before they are sealed (DEFLATE, RFC 1951). Stateless; any thread. */
final class Packed {
    /** Nothing larger is ever packed; a length that says so is not believed. */
    static final int MOST = 16 << 20;

    private Packed() {}

    static byte[] pack(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] room = new byte[plain.length / 4 + 64];
            int size = 0;
            while (!deflater.finished()) {
                if (size == room.length) {
                    room = larger(room);
                }
                size += deflater.deflate(room, size, room.length - size);
            }
            byte[] packed = Arrays.copyOf(room, size);
            Arrays.fill(room, (byte) 0);
            return packed;
        } finally {
            deflater.end();
        }
    }

    private static byte[] larger(byte[] room) {
        byte[] larger = Arrays.copyOf(room, room.length * 2);
        Arrays.fill(room, (byte) 0);
        return larger;
    }

    /**
     * @param length of what was packed
     * @throws VaultException when it is not packed bytes of that length
     */
    static byte[] unpack(byte[] packed, long length) {
        if (length < 0 || length > MOST) {
            throw ByteReader.malformed("a packed part is too long");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[(int) length];
            int size = 0;
            while (size < plain.length) {
                int got = inflater.inflate(plain, size, plain.length - size);
                if (got == 0) {
                    throw ByteReader.malformed("a packed part ends too early");
                }
                size += got;
            }
            if (inflater.inflate(new byte[1]) > 0 || inflater.getRemaining() > 0) {
                throw ByteReader.malformed("a packed part is longer than it says");
            }
            return plain;
        } catch (DataFormatException e) {
            throw ByteReader.malformed("a packed part is not packed");
        } finally {
            inflater.end();
        }
    }
}

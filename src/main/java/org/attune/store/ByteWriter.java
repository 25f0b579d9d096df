package org.attune.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Writes the vault's binary forms: big-endian numbers, doubles bit for bit, texts char for char.
 * Grows as needed; wipes what it outgrows, since what is written here is not sealed yet. Confined
 * to one thread.
 */
final class ByteWriter {
    private byte[] bytes = new byte[256];
    private int size;

    ByteWriter u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    ByteWriter i32(int value) {
        return u8(value >>> 24).u8(value >>> 16).u8(value >>> 8).u8(value);
    }

    ByteWriter i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    /** Seven bits a byte, lowest first; a negative number takes ten bytes. */
    ByteWriter varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    ByteWriter f64(double value) {
        return i64(Double.doubleToRawLongBits(value));
    }

    ByteWriter optional(OptionalDouble value) {
        flag(value.isPresent());
        return value.isPresent() ? f64(value.getAsDouble()) : this;
    }

    ByteWriter instant(Instant value) {
        return i64(value.getEpochSecond()).i32(value.getNano());
    }

    /** Char by char, so that any text, even with half a surrogate pair, comes back as it was. */
    ByteWriter text(String value) {
        varint(value.length());
        for (int i = 0; i < value.length(); i++) {
            varint(value.charAt(i));
        }
        return this;
    }

    /** Constants by name: they may be moved about in the code without harm to old vaults. */
    ByteWriter name(Enum<?> constant) {
        return text(constant.name());
    }

    ByteWriter raw(byte[] value) {
        return raw(value, value.length);
    }

    ByteWriter raw(ByteWriter other) {
        return raw(other.bytes, other.size);
    }

    private ByteWriter raw(byte[] value, int length) {
        reserve(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
        return this;
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Forgets what was written, and overwrites it. */
    void wipe() {
        Arrays.fill(bytes, 0, size, (byte) 0);
        size = 0;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            byte[] larger = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
    }
}

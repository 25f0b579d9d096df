package org.attune.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Reads what {@link ByteWriter} wrote. Every length is checked against what is there before
 * anything is allocated; whatever does not fit is a {@link VaultException}, never another error.
 * Confined to one thread.
 */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this(bytes, 0);
    }

    /** Begins at {@code position}, which is within the bytes. */
    ByteReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** How many bytes are left. */
    int left() {
        return bytes.length - position;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    int u8() {
        require(1);
        return bytes[position++] & 0xff;
    }

    boolean flag() {
        int value = u8();
        if (value > 1) {
            throw malformed("a flag is neither 0 nor 1");
        }
        return value == 1;
    }

    int i32() {
        return u8() << 24 | u8() << 16 | u8() << 8 | u8();
    }

    long i64() {
        return (long) i32() << 32 | (i32() & 0xffffffffL);
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw malformed("a number is too long");
    }

    double f64() {
        return Double.longBitsToDouble(i64());
    }

    OptionalDouble optional() {
        return flag() ? OptionalDouble.of(f64()) : OptionalDouble.empty();
    }

    Instant instant() {
        long seconds = i64();
        int nanos = i32();
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException beyondTheCalendar) {
            throw malformed("an instant lies beyond the calendar");
        }
    }

    String text() {
        int length = count(1);
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            long value = varint();
            if (value < 0 || value > Character.MAX_VALUE) {
                throw malformed("a text holds what is no character");
            }
            chars[i] = (char) value;
        }
        return new String(chars);
    }

    <E extends Enum<E>> E name(Class<E> type) {
        String name = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw malformed("unknown " + type.getSimpleName());
    }

    byte[] raw(int length) {
        require(length);
        byte[] value = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return value;
    }

    /** How many items follow, each of at least {@code leastBytes} bytes: never more than fit. */
    int count(int leastBytes) {
        long count = varint();
        if (count < 0 || count > (bytes.length - position) / leastBytes) {
            throw malformed("a list is longer than its data");
        }
        return (int) count;
    }

    private void require(int length) {
        if (bytes.length - position < length) {
            throw malformed("the data end too early");
        }
    }

    static VaultException malformed(String what) {
        return new VaultException(
                what + ": the entry was written by a newer Attune or is damaged; update Attune");
    }
}

package org.attune.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sealed bytes as a value. Not copied: they are nobody's secret. Any thread. */
final class Bytes {
    private final byte[] value;

    Bytes(byte[] value) {
        this.value = value;
    }

    byte[] value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }
}

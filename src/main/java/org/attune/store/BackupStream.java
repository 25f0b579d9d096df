package org.attune.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sealed body of a backup: AES-256-GCM chunks under a key of this backup alone, numbered, the
 * last one marked, so that none can be changed, moved, taken out or cut off the end. Each chunk is
 * its length (32 bit) and its sealed bytes. Stateless; the streams are confined to one thread.
 */
final class BackupStream {
    static final int CHUNK = 256 * 1024;
    private static final String KIND = "backup";
    private static final int TAG = 16;

    private BackupStream() {}

    private static byte[] context(String vault, long seq, boolean last) {
        return new Context(KIND, vault, "", "", last ? 1 : 0, seq).toBytes();
    }

    static VaultException damaged() {
        return new VaultException(
                "the backup is damaged or incomplete: nothing was restored; use another one");
    }

    /** Seals what is written to it. {@link #close} writes the last chunk and wipes the key. */
    static final class Out extends OutputStream {
        private final OutputStream target;
        private final byte[] key;
        private final String vault;
        private final byte[] chunk = new byte[CHUNK];
        private int size;
        private long seq;
        private boolean closed;

        /** Takes over {@code key}; leaves {@code target} open. */
        Out(OutputStream target, byte[] key, String vault) {
            this.target = target;
            this.key = key;
            this.vault = vault;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (size == CHUNK) {
                    flushChunk(false);
                }
                int step = Math.min(length - done, CHUNK - size);
                System.arraycopy(bytes, from + done, chunk, size, step);
                size += step;
                done += step;
            }
        }

        private void flushChunk(boolean last) throws IOException {
            byte[] plain = Arrays.copyOf(chunk, size);
            byte[] sealed = Seal.seal(key, seq, context(vault, seq, last), plain);
            target.write(new ByteWriter().i32(sealed.length).toBytes());
            target.write(sealed);
            seq++;
            size = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                flushChunk(true);
                target.flush();
                Arrays.fill(key, (byte) 0);
                Arrays.fill(chunk, (byte) 0);
            }
        }
    }

    /** Opens what {@link Out} sealed; whatever is not as it was sealed is refused. */
    static final class In extends InputStream {
        private final InputStream source;
        private final byte[] key;
        private final String vault;
        private byte @Nullable [] chunk;
        private int at;
        private long seq;
        private boolean last;

        /** Takes over {@code key}. */
        In(InputStream source, byte[] key, String vault) {
            this.source = source;
            this.key = key;
            this.vault = vault;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            byte[] current = chunk;
            while (current == null || at == current.length) {
                if (last) {
                    return -1;
                }
                current = next();
                chunk = current;
                at = 0;
            }
            int step = Math.min(length, current.length - at);
            System.arraycopy(current, at, bytes, from, step);
            at += step;
            return step;
        }

        private byte[] next() throws IOException {
            byte[] prefix = source.readNBytes(4);
            if (prefix.length < 4) {
                throw damaged();
            }
            int length = new ByteReader(prefix).i32();
            if (length < TAG || length > CHUNK + TAG) {
                throw damaged();
            }
            byte[] sealed = source.readNBytes(length);
            byte[] plain = Seal.open(key, seq, context(vault, seq, false), sealed).orElse(null);
            if (plain == null) {
                plain =
                        Seal.open(key, seq, context(vault, seq, true), sealed)
                                .orElseThrow(BackupStream::damaged);
                last = true;
                if (source.read() >= 0) {
                    throw damaged();
                }
            }
            seq++;
            return plain;
        }

        @Override
        public void close() throws IOException {
            Arrays.fill(key, (byte) 0);
            source.close();
        }
    }
}

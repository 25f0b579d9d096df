package org.attune.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A backup as a file: magic, the vault's header, a salt, and a sealed body of a manifest, the key
 * file and the data file; optionally all of it within an age file. Stateless; any thread.
 */
final class BackupFile {
    private static final byte[] MAGIC = "ATTUNEB1".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_HEADER = 4096;
    private static final int MOST_MANIFEST = 64 << 20;
    private static final int SALT = 32;

    private BackupFile() {}

    /** What the body's key is derived from, by the vault. */
    static final String PURPOSE = "backups";

    /**
     * Writes a backup.
     *
     * @param target a new file
     * @param recipients of the age file around it; none for no such file
     * @param bodyKey derived by the vault for {@link #PURPOSE}
     */
    static void write(
            Path target,
            List<String> recipients,
            byte[] header,
            byte[] bodyKey,
            BackupManifest manifest,
            Path keys,
            Path data)
            throws IOException {
        String vault = VaultHeader.parse(header).id();
        byte[] salt = Seal.randomBytes(SALT);
        try (OutputStream file = new BufferedOutputStream(OwnerOnly.create(target), 1 << 16);
                OutputStream outer = recipients.isEmpty() ? file : AgeSeal.to(file, recipients)) {
            outer.write(new ByteWriter().raw(MAGIC).i32(header.length).raw(header).toBytes());
            outer.write(salt);
            try (BackupStream.Out body =
                    new BackupStream.Out(outer, Seal.derive(bodyKey, salt), vault)) {
                byte[] said = manifest.toBytes();
                body.write(new ByteWriter().i32(said.length).raw(said).toBytes());
                for (Path each : List.of(keys, data)) {
                    body.write(new ByteWriter().i64(Files.size(each)).toBytes());
                    Files.copy(each, body);
                }
            }
        }
    }

    /** A backup being read. Confined to one thread. */
    static final class Reading implements AutoCloseable {
        private final InputStream outer;
        private final VaultHeader header;
        private final byte[] salt;

        private Reading(InputStream outer) throws IOException {
            this.outer = outer;
            byte[] magic = outer.readNBytes(MAGIC.length);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new VaultException("this is no backup of a vault: choose another file");
            }
            byte[] size = outer.readNBytes(4);
            int length = size.length == 4 ? new ByteReader(size).i32() : -1;
            if (length < 0 || length > MOST_HEADER) {
                throw BackupStream.damaged();
            }
            this.header = VaultHeader.parse(outer.readNBytes(length));
            this.salt = outer.readNBytes(SALT);
        }

        VaultHeader header() {
            return header;
        }

        /**
         * Opens the body.
         *
         * @param bodyKey derived by the vault for {@link #PURPOSE}
         */
        Body body(byte[] bodyKey) throws IOException {
            byte[] key = Seal.derive(bodyKey, salt);
            return new Body(new BackupStream.In(outer, key, header.id()));
        }

        @Override
        public void close() throws IOException {
            outer.close();
        }
    }

    /** The opened body. Confined to one thread. */
    static final class Body {
        private final InputStream in;
        private final BackupManifest manifest;

        private Body(InputStream in) throws IOException {
            this.in = in;
            int length = new ByteReader(exactly(4)).i32();
            if (length < 0 || length > MOST_MANIFEST) {
                throw BackupStream.damaged();
            }
            this.manifest = BackupManifest.fromBytes(exactly(length));
        }

        BackupManifest manifest() {
            return manifest;
        }

        /** Writes both files, which exist and are empty; all of the body is checked. */
        void unpack(Path keys, Path data) throws IOException {
            for (Path each : List.of(keys, data)) {
                long left = new ByteReader(exactly(8)).i64();
                try (OutputStream out = OwnerOnly.overwrite(each)) {
                    byte[] piece = new byte[1 << 16];
                    while (left > 0) {
                        int got = in.read(piece, 0, (int) Math.min(piece.length, left));
                        if (got < 0) {
                            throw BackupStream.damaged();
                        }
                        out.write(piece, 0, got);
                        left -= got;
                    }
                }
            }
            if (in.read() >= 0) {
                throw BackupStream.damaged();
            }
        }

        private byte[] exactly(int length) throws IOException {
            byte[] read = in.readNBytes(length);
            if (read.length < length) {
                throw BackupStream.damaged();
            }
            return read;
        }
    }

    /**
     * Reads a backup with {@code work}.
     *
     * @param identity of the age file around it; empty when there is none
     * @throws VaultException when it is none, is damaged, or needs another identity
     */
    static <R> R read(Path file, char[] identity, Work<R> work) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            raw.mark(AgeSeal.magicBytes());
            boolean age = AgeSeal.begins(raw.readNBytes(AgeSeal.magicBytes()));
            raw.reset();
            if (age && identity.length == 0) {
                throw new VaultException(
                        "the backup is sealed to an age key: give its identity with --identity");
            }
            try (Reading reading = new Reading(age ? AgeSeal.from(raw, identity) : raw)) {
                return work.on(reading);
            }
        } catch (IOException e) {
            throw new VaultException(
                    "the backup cannot be read to its end: nothing was restored; use another one",
                    e);
        }
    }

    /** Something done with a backup. */
    @FunctionalInterface
    interface Work<R> {
        R on(Reading reading) throws IOException;
    }
}

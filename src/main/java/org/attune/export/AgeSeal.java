package org.attune.export;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/**
 * Seals bytes so that only one recipient can open them, with the program <a
 * href="https://age-encryption.org/v1">age</a>: a key for this file alone, wrapped for the
 * recipient's X25519 key, and ChaCha20-Poly1305 in parts of 64 KiB, so that a changed or a cut-off
 * file is refused. Any thread.
 */
public final class AgeSeal {
    private static final byte[] MAGIC =
            "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final RecipientStanzaWriter recipient;

    /**
     * @param recipient an age recipient: {@code age1…}, which is no secret
     * @throws IllegalArgumentException when it is none, or mistyped
     */
    public AgeSeal(String recipient) {
        try {
            this.recipient = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "an age recipient begins with age1 and has 62 signs, and this one is mistyped"
                            + " or of another kind: ask its owner, who makes one with"
                            + " 'age-keygen'. A secret key must never be given",
                    e);
        }
    }

    /** Whether these are the first bytes of a sealed file. */
    public static boolean begins(byte[] first) {
        return first.length >= MAGIC.length
                && Arrays.equals(Arrays.copyOf(first, MAGIC.length), MAGIC);
    }

    /**
     * Opens what was sealed.
     *
     * @param identity {@code AGE-SECRET-KEY-1…} of the key it was sealed to
     * @param most how many bytes it may hold
     * @throws ForeignFileException when it is for another, changed, cut off or too large
     */
    public static byte[] open(byte[] sealed, char[] identity, int most) {
        try (InputStream plain =
                Channels.newInputStream(
                        new StandardDecryptingChannelFactory()
                                .newDecryptingChannel(
                                        Channels.newChannel(new ByteArrayInputStream(sealed)),
                                        List.of(
                                                X25519RecipientStanzaReaderFactory
                                                        .newRecipientStanzaReader(
                                                                CharBuffer.wrap(identity)))))) {
            byte[] bytes = plain.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ForeignFileException("the sealed file is too large to be what it says");
            }
            return bytes;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new ForeignFileException(
                    "the age identity does not open this file, or the file is spoilt: use the"
                            + " identity of the key it was sealed to, or ask for it again",
                    e);
        }
    }

    byte[] seal(byte[] plain) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 4096);
        try (WritableByteChannel channel =
                new StandardEncryptingChannelFactory()
                        .newEncryptingChannel(Channels.newChannel(sealed), List.of(recipient))) {
            ByteBuffer bytes = ByteBuffer.wrap(plain);
            while (bytes.hasRemaining()) {
                int unused = channel.write(bytes);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new ExportFailedException("the export cannot be sealed: try again", e);
        }
        return sealed.toByteArray();
    }
}

package org.attune.export;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Seals bytes so that only one recipient can open them, with the program <a
 * href="https://age-encryption.org/v1">age</a>: a key for this file alone, wrapped for the
 * recipient's X25519 key, and ChaCha20-Poly1305 in parts of 64 KiB, so that a changed or a cut-off
 * file is refused. Any thread.
 */
public final class AgeSeal {
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

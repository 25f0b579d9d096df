package org.attune.store;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The age format (age-encryption.org/v1) with X25519 recipients, by Jagged: what is sealed so opens
 * with the recipient's identity in any age program. Stateless; any thread.
 */
final class AgeSeal {
    private static final byte[] MAGIC =
            "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

    private AgeSeal() {}

    /** A key pair for one use. */
    static final class Identity {
        private final String recipient;
        private final byte[] secret;

        Identity() {
            try {
                KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
                recipient = pair.getPublic().toString();
                secret = pair.getPrivate().getEncoded();
            } catch (GeneralSecurityException e) {
                throw unusable(e);
            }
        }

        String recipient() {
            return recipient;
        }

        /** In its text form; the caller's to wipe. */
        char[] secret() {
            char[] text = new char[secret.length];
            for (int i = 0; i < secret.length; i++) {
                text[i] = (char) secret[i];
            }
            return text;
        }
    }

    /** Whether these are the first bytes of an age file. */
    static boolean begins(byte[] first) {
        return first.length >= MAGIC.length
                && Arrays.equals(Arrays.copyOf(first, MAGIC.length), MAGIC);
    }

    /** How many first bytes {@link #begins} needs. */
    static int magicBytes() {
        return MAGIC.length;
    }

    /**
     * Refuses what is no recipient.
     *
     * @throws VaultException when it is none
     */
    static void check(String recipient) {
        writer(recipient);
    }

    /** Seals what is written, so that each of the recipients can open it. */
    static OutputStream to(OutputStream target, List<String> recipients) throws IOException {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        recipients.forEach(recipient -> writers.add(writer(recipient)));
        try {
            return Channels.newOutputStream(
                    new StandardEncryptingChannelFactory()
                            .newEncryptingChannel(Channels.newChannel(target), writers));
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /**
     * Opens an age file.
     *
     * @param identity {@code AGE-SECRET-KEY-1…}
     * @throws VaultException when it is not for this identity
     */
    static InputStream from(InputStream source, char[] identity) throws IOException {
        try {
            RecipientStanzaReader reader =
                    X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                            CharBuffer.wrap(identity));
            return new BufferedInputStream(
                    Channels.newInputStream(
                            new StandardDecryptingChannelFactory()
                                    .newDecryptingChannel(
                                            Channels.newChannel(source), List.of(reader))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultException(
                    "the age identity does not open this backup: use the one it was sealed to", e);
        }
    }

    private static RecipientStanzaWriter writer(String recipient) {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultException("not an age recipient (age1…): " + recipient, e);
        }
    }

    private static VaultException unusable(GeneralSecurityException cause) {
        return new VaultException(
                "this Java runtime lacks what the age format needs: use a complete Java 17 or"
                        + " newer",
                cause);
    }
}

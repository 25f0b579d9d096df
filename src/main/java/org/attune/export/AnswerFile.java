package org.attune.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/**
 * What somebody who was shown a session says of it, on its way back to the session's therapist: a
 * first line with the hash of the rest, and JSON. It holds nothing of the session but times and the
 * kinds of marks; it does not say who wrote it, for whoever gets it knows to whom they sent the
 * session. Immutable; any thread.
 *
 * @param session the pseudonym of the session
 * @param words what was said, without authors; only comments, marks and what is taken back
 */
public record AnswerFile(String session, List<Annotation> words) {
    /** The most bytes an answer may have. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final String FORM = "attune-answer/1";
    private static final byte[] MAGIC = (FORM + " ").getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MAGIC.length + 64 + 1;

    public AnswerFile {
        words = List.copyOf(words);
        if (!session.matches(SharedSession.PSEUDONYM)) {
            throw new IllegalArgumentException("must be a pseudonym: session");
        }
        for (Annotation each : words) {
            if (!mayBeSaid(each.said())) {
                throw new IllegalArgumentException(
                        "an answer holds comments, marks and what is taken back, nothing else");
            }
        }
    }

    /**
     * What a supervisor can say: the record's own summary, tags and sharing are its therapist's.
     */
    private static boolean mayBeSaid(Said said) {
        if (said instanceof Said.Added added) {
            return isWordless(added.mark());
        }
        if (said instanceof Said.Moved moved) {
            return isWordless(moved.mark());
        }
        return said instanceof Said.Comment || said instanceof Said.TakenBack;
    }

    /** A mark is no way round the limits of a comment. */
    private static boolean isWordless(Marker mark) {
        return Annotations.isOfHindsight(mark.kind())
                && mark.kind() != MarkKind.FELT
                && mark.detail().length() <= 40;
    }

    /** Whether these are the first bytes of an answer. */
    public static boolean begins(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
    }

    byte[] toBytes() {
        ObjectNode node = JsonText.object();
        node.put("form", FORM);
        node.put("session", session);
        node.set("words", SharedWords.withoutAuthors(words));
        byte[] body = JsonText.indented(node).getBytes(StandardCharsets.UTF_8);
        String head = FORM + " " + ExportPackage.sha256(body) + "\n";
        byte[] all = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), HEAD + body.length);
        System.arraycopy(body, 0, all, HEAD, body.length);
        return all;
    }

    /**
     * Reads an answer.
     *
     * @param author who sent it, by what the reader knows
     * @throws ForeignFileException when it is none; nothing else, whatever the bytes
     */
    public static AnswerFile read(byte[] bytes, String author) {
        if (!begins(bytes) || bytes.length < HEAD) {
            throw new ForeignFileException(
                    "this is not what comes back from supervision: an answer begins with '"
                            + FORM
                            + "'");
        }
        byte[] body = Arrays.copyOfRange(bytes, HEAD, bytes.length);
        String hash = new String(bytes, MAGIC.length, 64, StandardCharsets.US_ASCII);
        if (bytes[HEAD - 1] != '\n' || !hash.equals(ExportPackage.sha256(body))) {
            throw new ForeignFileException("the answer is not as it was written: ask for it again");
        }
        ForeignJson json = ForeignJson.of(body);
        json.require(FORM);
        try {
            return new AnswerFile(
                    json.text("session", SharedSession.PSEUDONYM),
                    SharedWords.read(json, "words", author));
        } catch (IllegalArgumentException brokenContract) {
            throw ForeignJson.refused("it says what an answer cannot");
        }
    }

    /**
     * Writes it to a new file.
     *
     * @param seal to whose key it is sealed; the file is then named {@code .age}
     * @return the hash of the file
     * @throws ExportFailedException when it cannot be written; nothing is left behind
     * @throws IllegalArgumentException when path and seal do not fit together
     */
    public String write(Path path, Optional<AgeSeal> seal) {
        Placement.nameOf(path, seal.isPresent());
        byte[] plain = toBytes();
        byte[] bytes = seal.map(each -> each.seal(plain)).orElse(plain);
        try (Placement placement = Placement.beside(path)) {
            placement.write(new TreeMap<>(Map.of("export", bytes)));
            placement.nameFiles(Map.of("export", path));
        }
        return ExportPackage.sha256(bytes);
    }
}

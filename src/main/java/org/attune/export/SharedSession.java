package org.attune.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attune.review.Annotation;

/**
 * What lies beside the log of a session that is reviewed elsewhere: whose it is, under the
 * recipient's pseudonyms, for whom and until when, and what was said of it. Immutable.
 *
 * @param session stands for the session; an answer names it so
 * @param subject stands for the person
 * @param lane whose lane it is
 * @param startedAt when session time was zero
 * @param pipelineVersion names the code that drew the conclusions
 * @param settingsFingerprint of the settings it was judged under
 * @param closed whether the recording was ended in order
 * @param lost how many moments are missing
 * @param recipient for whom, as {@code supervisor:lindqvist}
 * @param holdsUntil the last instant the consent holds; empty where it has no end
 * @param answerTo the age recipient to which an answer is to be sealed; empty where to none
 * @param words what was said of it and may be seen
 */
public record SharedSession(
        String session,
        String subject,
        String lane,
        Instant startedAt,
        String pipelineVersion,
        String settingsFingerprint,
        boolean closed,
        long lost,
        String recipient,
        Optional<Instant> holdsUntil,
        Optional<String> answerTo,
        List<Annotation> words) {
    static final String PSEUDONYM = "[a-z2-7]{16}";
    private static final String FORM = "attune-session/1";

    public SharedSession {
        words = List.copyOf(words);
    }

    byte[] toBytes() {
        ObjectNode node = JsonText.object();
        node.put("form", FORM);
        node.put("session", session);
        node.put("subject", subject);
        node.put("lane", lane);
        node.put("started_at", startedAt.toString());
        node.put("pipeline", pipelineVersion);
        node.put("settings_fingerprint", settingsFingerprint);
        node.put("closed", closed);
        node.put("lost_moments", lost);
        node.put("recipient", recipient);
        node.put("holds_until", holdsUntil.map(Instant::toString).orElse(null));
        node.put("answer_to", answerTo.orElse(null));
        node.set("words", SharedWords.withAuthors(words));
        return JsonText.indented(node).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads it again.
     *
     * @throws ForeignFileException when it is none; nothing else, whatever the bytes
     */
    public static SharedSession read(byte[] bytes) {
        ForeignJson json = ForeignJson.of(bytes);
        json.require(FORM);
        return new SharedSession(
                json.text("session", PSEUDONYM),
                json.text("subject", PSEUDONYM),
                json.text("lane", "[a-z][a-z0-9-]{0,31}"),
                json.instant("started_at"),
                json.text("pipeline", "[\\w.-]{1,40}"),
                json.text("settings_fingerprint", "[\\w-]{0,64}"),
                json.flag("closed"),
                json.number("lost_moments"),
                json.text("recipient", "[a-z]{1,20}:[\\p{L}\\p{N}._@-]{1,64}"),
                json.optionalInstant("holds_until"),
                json.optionalText("answer_to", "age1[a-z0-9]{1,80}"),
                SharedWords.read(json, "words"));
    }
}

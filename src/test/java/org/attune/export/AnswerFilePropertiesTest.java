package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerFilePropertiesTest {
    private static final String SESSION = "abcdefghijklm234";

    /** The same with the hash that belongs to it: an intruder can reckon, too. */
    static byte[] rehashed(byte[] answer) {
        int head = "attune-answer/1 ".length();
        byte[] fresh = answer.clone();
        byte[] body = Arrays.copyOfRange(answer, head + 65, answer.length);
        byte[] hash = ExportPackage.sha256(body).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, fresh, head, hash.length);
        return fresh;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyAnswerComesBackAsItWasSaidUnderTheNameOfWhoSentIt(long seed) {
        RandomWords words = new RandomWords(seed);
        for (int i = 0; i < 200; i++) {
            List<Annotation> said = words.some("lindqvist");
            byte[] bytes = new AnswerFile(SESSION, said).toBytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("lindqvist");
            AnswerFile back = AnswerFile.read(bytes, "lindqvist");
            assertThat(back.words()).as("seed %d, answer %d", seed, i).isEqualTo(said);
            assertThat(back.session()).isEqualTo(SESSION);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 21, 34})
    void aSpoiltAnswerIsRefusedAndOneThatIsRehashedToo(long seed) {
        Random random = new Random(seed);
        RandomWords words = new RandomWords(seed);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new AnswerFile(SESSION, words.some("x")).toBytes();
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (bytes[at] + 1 + random.nextInt(255));
            assertThatThrownBy(() -> AnswerFile.read(bytes, "x"))
                    .as("seed %d, answer %d, byte %d", seed, i, at)
                    .isInstanceOf(ForeignFileException.class);
            try {
                read += AnswerFile.read(rehashed(bytes), "x").session().isEmpty() ? 0 : 1;
            } catch (ForeignFileException plain) {
                assertThat(plain.getMessage()).doesNotContain("\n");
            }
        }
        assertThat(read).as("some changes stay within the rules").isPositive();
    }

    @Test
    void whatIsTheTherapistsOwnToSayIsNoAnswer() {
        List<Said> theirs =
                List.of(
                        new Said.Summary("s"),
                        new Said.Tag("t"),
                        new Said.Shared("0".repeat(32)),
                        new Said.Added(Marker.of(SessionTime.ZERO, MarkKind.FELT)),
                        new Said.Added(
                                new Marker(SessionTime.ZERO, MarkKind.VERBAL, "w".repeat(41))));
        for (Said each : theirs) {
            Annotation said = new Annotation("0".repeat(32), "", Instant.EPOCH, each);
            assertThatThrownBy(() -> new AnswerFile(SESSION, List.of(said)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNewerFormIsSaidToBeNewer() {
        byte[] answer = new AnswerFile(SESSION, List.of()).toBytes();
        String newer =
                new String(answer, StandardCharsets.UTF_8)
                        .replace("\"attune-answer/1\"", "\"attune-answer/9\"");
        assertThatThrownBy(
                        () -> AnswerFile.read(rehashed(newer.getBytes(StandardCharsets.UTF_8)), ""))
                .hasMessageContaining("newer Attune");
    }
}

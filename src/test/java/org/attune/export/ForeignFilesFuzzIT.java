package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/** Whatever comes from another Attune is read or refused in one line, never anything else. */
@Tag("long")
class ForeignFilesFuzzIT {
    /** What stands below the first line of an answer, under the hash that belongs to it. */
    @FuzzTest(maxDuration = "2m")
    void answer(byte[] body) {
        String head = "attune-answer/1 " + ExportPackage.sha256(body) + "\n";
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, bytes, first.length, body.length);
        try {
            AnswerFile read = AnswerFile.read(bytes, "x");
            assertThat(AnswerFile.read(read.toBytes(), "x")).isEqualTo(read);
        } catch (ForeignFileException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void sheet(byte[] bytes) {
        try {
            SharedSession read = SharedSession.read(bytes);
            assertThat(SharedSession.read(read.toBytes())).isEqualTo(read);
        } catch (ForeignFileException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
        }
    }
}

package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.Test;

/** Keys and words are edited in a real window, and the next session obeys them. */
final class SetupWindowIT {
    private static final Path FOLDER = Path.of("target", "setup");

    @Test
    void keysAndWordsEditedInTheWindowHoldInTheNextSession() throws Exception {
        Files.createDirectories(FOLDER);

        List<String> told = VirtualScreen.run(SetupWindowRun.class, FOLDER.toString());

        assertThat(told)
                .containsExactly(
                        "save enabled false", // one key, two acts
                        "why Ctrl E",
                        "save enabled true",
                        "showing true", // closing with something unsaved says so first
                        "saved",
                        "closed",
                        "mark SLOW", // by J; S is nobody's now
                        "mark SUDS 4",
                        "mark SUDS 7", // Home on the pad; the other Home is no number
                        "mark SUDS 5",
                        "mark SUDS 4",
                        "ended");
    }
}

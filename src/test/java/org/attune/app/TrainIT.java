package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainee mode in a terminal, as a trainee meets it. */
class TrainIT {
    @TempDir Path home;

    @Test
    void aTraineeMarksWhatTheySeeAndIsShownWhatWasMeantInSeconds() throws IOException {
        try (AttuneProcess train =
                AttuneProcess.start(
                        home,
                        Map.of(),
                        "train",
                        "overwhelm",
                        "--headless",
                        "--speed",
                        "60",
                        "--for",
                        "30m")) {
            train.awaitOutput("heart rate");
            train.type("h\n");
            train.awaitOutput("High marked at ");
            assertThat(train.out()).doesNotContain("meant, ");
            train.type("x\n");
            AttuneProcess.Result result = train.await();

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .contains("The state is hidden")
                    .contains("What was meant, and what you marked")
                    .containsPattern("High marked, Usual was meant|High meant, marked")
                    .contains("No grade; nothing is kept")
                    .doesNotContainPattern("(?i)score");
        }
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.getFileName().toString().matches("(out|err).*\\.txt"));
        }
    }

    @Test
    void anUnknownClientIsRefusedByName() {
        AttuneProcess.Result result = AttuneProcess.run(home, Map.of(), "train", "nobody");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nobody").doesNotContain("\tat ");
    }
}

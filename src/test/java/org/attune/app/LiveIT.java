package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as a newcomer meets it. */
class LiveIT {
    @TempDir Path home;

    private List<String> filesOfTheProgram() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("(out|err).*\\.txt"))
                    .toList();
        }
    }

    @Test
    void withoutArgumentsASimulatedClientIsShownAndNothingIsWritten() throws IOException {
        AttuneProcess.Result live = AttuneProcess.run(home, Map.of(), "live", "--for", "3s");

        assertThat(live.exitCode()).as(live.err()).isZero();
        assertThat(live.out())
                .contains("Simulated client")
                .contains("Nothing is recorded")
                .contains("Look at the person");
        assertThat(live.err())
                .isEqualToIgnoringNewLines(
                        "attune: note: no window here (no display, or a Java without windows):"
                                + " in the terminal");
        assertThat(filesOfTheProgram()).isEmpty();
    }

    @Test
    void aDisplayThatDoesNotAnswerEndsInTheTerminalWithOneLine() throws IOException {
        AttuneProcess.Result nowhere =
                AttuneProcess.run(home, Map.of("DISPLAY", ":7999"), "live", "--for", "2s");

        assertThat(nowhere.exitCode()).as(nowhere.err()).isZero();
        assertThat(nowhere.out()).contains("Simulated client").contains("Look at the person");
        assertThat(nowhere.err())
                .isEqualToIgnoringNewLines(
                        "attune: note: no window here (the display does not answer):"
                                + " in the terminal");
        assertThat(filesOfTheProgram()).isEmpty();
    }

    @Test
    void toldToUseTheTerminalItSaysNothingOfWindows() {
        AttuneProcess.Result live =
                AttuneProcess.run(home, Map.of(), "live", "--headless", "--for", "2s");

        assertThat(live.err()).isEmpty();
    }

    @Test
    void aSimulatedStoryRisesAndSettles() {
        AttuneProcess.Result live =
                AttuneProcess.run(
                        home,
                        Map.of(),
                        "live",
                        "--sensor",
                        "sim:overwhelm?speed=60",
                        "--headless",
                        "--for",
                        "20m");

        assertThat(live.out()).containsSubsequence("Learning", "Usual", "High", "Settling");
    }

    @Test
    void anHourOfTwoPeopleFitsInto128Megabytes() {
        try (AttuneProcess live =
                AttuneProcess.start(
                        home,
                        Map.of(),
                        List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"),
                        "live",
                        "--sensor",
                        "sim:settled?speed=200",
                        "--sensor",
                        "partner=sim:overwhelm?speed=200",
                        "--headless",
                        "--for",
                        "60m")) {
            AttuneProcess.Result result = live.await();
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("59:");
        }
    }

    @Test
    void aMarkTypedInTheTerminalIsSeen() {
        try (AttuneProcess live =
                AttuneProcess.start(
                        home, Map.of(), "live", "--sensor", "sim:settled?speed=10", "--headless")) {
            live.awaitOutput("Learning");
            live.type("s\n");
            live.awaitOutput("marked: ");
            live.type("q\n");

            assertThat(live.await().exitCode()).isZero();
        }
    }

    @Test
    void toldToStopItEndsTheRecordingProperly() {
        Path vault = home.resolve("vault");
        Map<String, String> unlocked = AttuneProcess.unlocked();
        String place = vault.toString();
        AttuneProcess.run(home, unlocked, "vault", "init", "--vault", place);
        AttuneProcess.run(
                home,
                unlocked,
                "consent",
                "give",
                "K-1",
                "--scope",
                "record,store",
                "--vault",
                place);
        try (AttuneProcess live =
                AttuneProcess.start(
                        home,
                        unlocked,
                        "live",
                        "--client",
                        "K-1",
                        "--record",
                        "--headless",
                        "--vault",
                        place)) {
            live.awaitOutput("Learning");
            live.interrupt();
            live.await();
        }

        AttuneProcess.Result sessions =
                AttuneProcess.run(home, unlocked, "sessions", "--vault", place);
        assertThat(sessions.out()).contains("client=K-1").contains("closed");
        assertThat(AttuneProcess.run(home, unlocked, "vault", "verify", "--vault", place).out())
                .contains("sound: 1 clients, 1 sessions");
    }
}

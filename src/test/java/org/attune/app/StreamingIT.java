package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamingIT {
    private static final List<String> SMALL = List.of("-Xmx32m");
    private static final int BEATS_OF_A_WEEK = 760_000;
    private static final int BEATS_OF_A_DAY = 108_000;
    private static final int PIECE = 10_000;

    @TempDir Path home;

    private AttuneProcess attune(String... arguments) {
        return AttuneProcess.start(home, Map.of(), SMALL, arguments);
    }

    private static String beats(int first, int count) {
        StringBuilder text = new StringBuilder(count * 4);
        for (int i = first; i < first + count; i++) {
            text.append(800 + Math.round(40 * Math.sin(i / 3.0)) + i * 7919L % 11).append('\n');
        }
        return text.toString();
    }

    @Test
    void verdictsAppearWhileTheInputIsStillBeingWritten() {
        try (AttuneProcess live = attune("beats", "-")) {
            live.type("t_s\trr_ms\n");
            for (int i = 1; i <= 8; i++) {
                live.type(String.format(Locale.ROOT, "%.1f\t800\n", 0.8 * i));
            }
            // Two beats wait for what follows them; half a line holds nothing back.
            live.type("7.2\t8");
            live.awaitOutput("t_s\trr_ms\tverdict\n0.8\t800\tNORMAL\n");
            live.awaitOutput("4.8\t800\tNORMAL\n");
            assertThat(live.out()).doesNotContain("5.6\t800");
            live.type("00\n");
            live.awaitOutput("5.6\t800\tNORMAL\n");
            live.closeInput();
            AttuneProcess.Result result = live.await();
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).endsWith("6.4\t800\tNORMAL\n7.2\t800\tNORMAL\n");
        }
    }

    @Test
    void windowsAppearWhileTheInputIsStillBeingWritten() {
        try (AttuneProcess live = attune("hrv", "-", "--window", "10")) {
            live.type("1000\n".repeat(14));
            live.awaitOutput("\n0\t10\t");
            assertThat(live.out()).doesNotContain("\n10\t20\t");
            live.type("1000\n".repeat(10));
            live.awaitOutput("\n10\t20\t");
            live.type("abc\n");
            AttuneProcess.Result result = live.await();
            assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err())
                    .isEqualTo("attune: line 25 of standard input is no interval: 'abc'\n");
        }
    }

    @Test
    void aWeekOfBeatsPassesThroughASmallHeap() {
        assertThat(pass(BEATS_OF_A_WEEK, "beats", "-")).isEqualTo(1L + BEATS_OF_A_WEEK);
    }

    @Test
    void aWeekOfWindowsPassesThroughASmallHeap() {
        assertThat(pass(BEATS_OF_A_WEEK, "hrv", "-", "--window", "300", "--step", "150"))
                .isBetween(4_000L, 4_100L);
    }

    @Test
    void aDayAsAWholeFitsIntoAModestHeap() {
        assertThat(pass(List.of("-Xmx64m"), BEATS_OF_A_DAY, "hrv", "-")).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(home.resolve("long.txt"), beats(0, 2 * BEATS_OF_A_WEEK));
        try (AttuneProcess attune =
                AttuneProcess.start(home, Map.of(), List.of("-Xmx24m"), "hrv", file.toString())) {
            AttuneProcess.Result result = attune.await();
            assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).startsWith("attune: so long a stretch does not fit");
            assertThat(result.err().lines()).hasSize(1);
        }
    }

    /** Lets beats through; returns how many lines came out. */
    private long pass(int beats, String... arguments) {
        return pass(SMALL, beats, arguments);
    }

    private long pass(List<String> java, int beats, String... arguments) {
        try (AttuneProcess attune = AttuneProcess.start(home, Map.of(), java, arguments)) {
            for (int i = 0; i < beats; i += PIECE) {
                attune.type(beats(i, Math.min(PIECE, beats - i)));
            }
            attune.closeInput();
            AttuneProcess.Result result = attune.await();
            assertThat(result.exitCode()).as(result.err()).isZero();
            return result.out().lines().count();
        }
    }
}

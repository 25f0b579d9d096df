package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.attune.beat.CentredCleaner;
import org.attune.beat.Verdict;
import org.attune.testkit.Artefacts;
import org.attune.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassTest {
    private static final double[] SPOILT =
            Artefacts.spoil(Golden.intervalsMillis("rhenan-rest"), 0.05, 1, 1).millis();

    @TempDir Path folder;

    private static AttuneProcess.Result run(String... arguments) {
        return InProcess.run(arguments);
    }

    private String file() throws IOException {
        StringBuilder text = new StringBuilder();
        for (double each : SPOILT) {
            text.append(Math.round(each)).append('\n');
        }
        return Files.writeString(folder.resolve("r.txt"), text).toString();
    }

    private static List<String> verdicts(AttuneProcess.Result beats) {
        assertThat(beats.exitCode()).as(beats.err()).isZero();
        return beats.out().lines().skip(1).map(l -> l.substring(l.lastIndexOf('\t') + 1)).toList();
    }

    @Test
    void theCentredPassJudgesEveryBeatByHindsight() throws IOException {
        double[] millis = new double[SPOILT.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = Math.round(SPOILT[i]);
        }
        List<String> expected =
                Arrays.stream(CentredCleaner.judge(millis)).map(Verdict::name).toList();

        assertThat(verdicts(run("beats", file(), "--pass", "centred"))).isEqualTo(expected);
    }

    @Test
    void whatALiveSessionDoesIsTheDefault() throws IOException {
        AttuneProcess.Result plain = run("beats", file());

        assertThat(run("beats", file(), "--pass", "causal")).isEqualTo(plain);
        assertThat(verdicts(run("beats", file(), "--pass", "centred")))
                .isNotEqualTo(verdicts(plain));
    }

    @Test
    void measuresAreOfTheBeatsThePassLeaves() throws IOException {
        List<String> verdicts = verdicts(run("beats", file(), "--pass", "centred"));
        AttuneProcess.Result hrv = run("hrv", file(), "--pass", "centred", "--json");

        assertThat(hrv.exitCode()).as(hrv.err()).isZero();
        assertThat(new ObjectMapper().readTree(hrv.out()).get("metrics").get("n").asLong())
                .isEqualTo(verdicts.stream().filter("NORMAL"::equals).count());
        assertThat(run("hrv", file(), "--pass", "centred", "--window", "60").out().lines())
                .hasSizeGreaterThan(10);
    }

    @Test
    void aPassThatDoesNotExistOrHasNothingToJudgeIsRefusedInOneLine() throws IOException {
        for (AttuneProcess.Result refused :
                List.of(
                        run("beats", file(), "--pass", "third"),
                        run("hrv", file(), "--pass", "causal", "--as-is"))) {
            assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err().lines()).hasSize(1);
            assertThat(refused.err()).contains("--pass");
        }
    }

    @Test
    void theHelpSaysThatHindsightNeedsTheWholeRecording() {
        for (String command : List.of("beats", "hrv")) {
            String help = run(command, "--help").out().replaceAll("\\s+", " ");
            assertThat(help).contains("centred: judges by hindsight", "nothing is given before");
        }
    }
}

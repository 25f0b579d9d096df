package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two made-up people whose hearts clearly answer one task, and a folder with its faults. */
@Tag("long")
class EvaluateIT {
    private static final String LABELS =
            """
            start_s\tend_s\tlabel
            60\t360\tcalibration
            0\t600\tbaseline
            600\t900\tstroop
            900\t1500\trest
            """;

    @TempDir Path home;
    private Path set = Path.of("set");

    @BeforeEach
    void people() throws IOException {
        set = Files.createDirectories(home.resolve("data").resolve("made-up"));
        person("S1", 1);
        person("S2", 2);
        Files.writeString(set.resolve("S3.labels.tsv"), LABELS);
        Files.writeString(set.resolve("S3.rr.tsv"), "t_s\trr_ms\n");
        Files.writeString(set.resolve("S4.labels.tsv"), "start_s\tend_s\tlabel\n0\t9\trest\n");
        Files.writeString(set.resolve("S5.labels.tsv"), "start_s\tend_s\tlabel\n0\tx\trest\n");
    }

    private void person(String name, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder beats = new StringBuilder("t_s\trr_ms\n");
        double at = 1;
        while (at < 1500) {
            double bpm = (at > 620 && at < 900 ? 88 : 64) + 2 * Math.sin(at / 9);
            double millis = Math.rint(60_000 / bpm + 8 * random.nextGaussian());
            at += millis / 1000;
            beats.append(String.format(Locale.ROOT, "%.3f\t%.0f\n", at, millis));
        }
        Files.writeString(set.resolve(name + ".rr.tsv"), beats);
        Files.writeString(set.resolve(name + ".labels.tsv"), LABELS);
        StringBuilder still = new StringBuilder("t_s\tactivity_mg\n");
        for (int s = 0; s < 1500; s++) {
            still.append(s).append("\t2\n");
        }
        Files.writeString(set.resolve(name + ".activity.tsv"), still);
    }

    private AttuneProcess.Result attune(String... arguments) {
        return AttuneProcess.run(home, Map.of(), arguments);
    }

    @Test
    void aClearTaskIsFoundByEveryoneAndFaultsAreNamed() throws IOException {
        AttuneProcess.Result result =
                attune("evaluate", home.resolve("data").toString(), "--json", "--per-recording");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("made-up/S3.rr.tsv: fewer than 60 rows")
                .contains("made-up: 1 without a row 'calibration' among the labels (S4)")
                .contains("line 2 of S5.labels.tsv is no label");
        JsonNode all = new ObjectMapper().readTree(result.out());
        JsonNode product = all.get("sets").get(0);
        assertThat(product.get("detector").asText()).isEqualTo("attune");
        assertThat(product.get("tasks").asInt()).isEqualTo(2);
        assertThat(product.get("newly_on").asInt()).isEqualTo(2);
        assertThat(product.get("auc").get("median").asDouble()).isGreaterThan(0.9);
        assertThat(product.get("probability").isNull()).isTrue();
        assertThat(product.get("by_response").get("moved").get("found").asInt()).isEqualTo(2);
        JsonNode prototype = all.get("sets").get(1);
        assertThat(prototype.get("detector").asText()).isEqualTo("prototype");
        assertThat(prototype.get("newly_on").asInt()).isEqualTo(2);
        assertThat(all.get("recordings").size()).isEqualTo(2 * 9);
        assertThat(all.get("false_alarms_together").get("attune").get("rest_h").asDouble())
                .isEqualTo(2 * (240 + 540) / 3600.0);
        // A set alone is a directory, too, and the figures are the same every time.
        AttuneProcess.Result alone = attune("evaluate", set.toString(), "--json", "--alone");
        JsonNode again = new ObjectMapper().readTree(alone.out());
        assertThat(again.get("sets").get(0)).isEqualTo(product);
    }

    @Test
    void whatIsMeasuredIsWhatEstimateSays() throws IOException {
        Path scores = home.resolve("scores");
        AttuneProcess.Result result =
                attune("evaluate", set.toString(), "--scores", scores.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("## made-up rr: 2 recordings of 2 people, 2 tasks");
        AttuneProcess.Result estimate =
                attune(
                        "estimate",
                        set.resolve("S1.rr.tsv").toString(),
                        "--activity",
                        set.resolve("S1.activity.tsv").toString(),
                        "--calibration",
                        "60-360");
        List<String> said = Files.readAllLines(scores.resolve("made-up.S1.rr.tsv"));
        List<String> estimated = estimate.out().lines().toList();
        int levels = 0;
        for (int second = 1; second < 1500; second++) {
            String[] line = estimated.get(second).split("\t", -1);
            String[] row = said.get(second + 1).split("\t", -1);
            assertThat(row[0]).isEqualTo(line[0]);
            assertThat(row[3]).as("alarm at " + second).isEqualTo(bit(line[2].equals("EASE")));
            assertThat(row[4]).as("judged at " + second).isEqualTo(bit(!line[1].equals("UNKNOWN")));
            assertThat(row[5]).as("cue at " + second).isEqualTo(line[3]);
            assertThat(row[2].isEmpty()).isEqualTo(line[4].isEmpty());
            if (!line[4].isEmpty()) {
                double level = Double.parseDouble(line[4]);
                assertThat(Double.parseDouble(row[2])).isBetween(level - 6e-5, level + 6e-5);
                levels++;
            }
        }
        assertThat(levels).isGreaterThan(900);
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }

    @Test
    void aDetectorIsTunedByLeavingPeopleOut() {
        AttuneProcess.Result result =
                attune("evaluate", set.toString(), "--tune", "prototype=6,60", "--folds", "2");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("| prototype=60 | 0/2 | 0 | 0.00 |")
                .contains("| left out | 2/2 | 2 | 0.00 |")
                .contains("For all: prototype=6\n");
    }

    @Test
    void aSettingIsTunedByRunningThePipelineAnew() {
        AttuneProcess.Result result =
                attune("evaluate", set.toString(), "--tune", "cleaning.least_millis=300,310,900");
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("not tried: ").contains("cleaning.least_millis");
        assertThat(result.out()).contains("| cleaning.least_millis=310 | 2/2 |");
    }

    @Test
    void aFolderWithoutRecordingsIsAUsageError() throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));
        AttuneProcess.Result nothing = attune("evaluate", empty.toString());
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err().lines()).hasSize(1);
        assertThat(nothing.err()).startsWith("attune: no labelled recording in ");
        AttuneProcess.Result absent = attune("evaluate", home.resolve("absent").toString());
        assertThat(absent.exitCode()).isEqualTo(2);
        assertThat(absent.err().lines()).hasSize(1);
    }
}

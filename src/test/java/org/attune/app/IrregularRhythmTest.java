package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrregularRhythmTest {
    private static final String REASON = "rhythm irregular, variability not interpretable";

    @TempDir Path folder;

    private JsonNode hrv(double[] millis, String... options) throws IOException {
        StringBuilder text = new StringBuilder();
        for (double each : millis) {
            text.append(Math.round(each)).append('\n');
        }
        String file = Files.writeString(folder.resolve("r.txt"), text).toString();
        List<String> words = new ArrayList<>(List.of("hrv", file, "--json"));
        words.addAll(Arrays.asList(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        words.toArray(new String[0]));
        assertThat(code).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private static double[] fibrillating(int beats, long seed) {
        Random random = Hearts.scrambled(seed);
        return random.doubles(beats, 430, 980).toArray();
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void hasNoVariability(JsonNode span) {
        assertThat(span.get("rhythm").asText()).isEqualTo("IRREGULAR");
        List<String> rates =
                List.of(
                        "n",
                        "meanNN",
                        "medianNN",
                        "meanHR_of_beats",
                        "HR_of_meanNN",
                        "coverage",
                        "artefact_share");
        for (Map.Entry<String, JsonNode> metric : span.get("metrics").properties()) {
            String name = metric.getKey();
            JsonNode why = span.get("withheld").path(name);
            if (rates.contains(name)) {
                assertThat(why.asText()).as(name).isNotEqualTo(REASON);
            } else {
                assertThat(metric.getValue().isNull()).as(name).isTrue();
                assertThat(why.asText()).as(name).isEqualTo(REASON);
            }
        }
    }

    @Test
    void ofAFibrillatingHeartNoVariabilityIsTold() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            hasNoVariability(hrv(fibrillating(600, seed)));
            hasNoVariability(hrv(fibrillating(600, seed), "--pass", "centred"));
        }
    }

    @Test
    void whatIsTakenAsItIsIsNotJudged() throws IOException {
        JsonNode span = hrv(fibrillating(600, 1), "--as-is");

        assertThat(span.get("rhythm").asText()).isEqualTo("UNDETERMINED");
        assertThat(span.get("metrics").get("RMSSD").asDouble()).isGreaterThan(100);
        assertThat(span.get("metrics").get("SampEn").isNumber()).isTrue();
    }

    @Test
    void aHeartThatBreathesIsRegular() throws IOException {
        for (String name : List.of("pyhrv-long", "rhenan-rest", "synth-300s", "nsr2db-009")) {
            JsonNode span = hrv(Golden.intervalsMillis(name));
            assertThat(span.get("rhythm").asText()).as(name).isEqualTo("REGULAR");
            assertThat(span.get("metrics").get("RMSSD").isNumber()).as(name).isTrue();
        }
    }

    /** One in three to ten beats is early and followed by its full pause. */
    @Test
    void manyPrematureBeatsAreNoIrregularRhythm() throws IOException {
        Random random = Hearts.scrambled(5);
        double[] millis = new double[900];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = 820 + 20 * Math.sin(i / 2.5) + 12 * random.nextGaussian();
        }
        for (int i = 2; i + 1 < millis.length; i += 3 + random.nextInt(8)) {
            double early = millis[i] * (0.3 + 0.05 * random.nextDouble());
            millis[i] -= early;
            millis[i + 1] += early;
        }
        JsonNode span = hrv(millis);

        assertThat(span.get("rhythm").asText()).isEqualTo("REGULAR");
        assertThat(span.get("withheld").toString()).doesNotContain(REASON);
    }

    @Test
    void onlyTheWindowsMostlyInFibrillationAreWithheld() throws IOException {
        double[] calm = Hearts.steady(75).seeded(3).intervalsMillis(400);
        double[] again = Hearts.steady(75).seeded(4).intervalsMillis(400);
        JsonNode windows =
                hrv(joined(calm, fibrillating(500, 2), again), "--window", "60", "--step", "30");

        double begins = Arrays.stream(calm).sum() / 1000;
        double ends = begins + Arrays.stream(fibrillating(500, 2)).sum() / 1000;
        int withheld = 0;
        for (JsonNode window : windows) {
            double from = window.get("from_s").asDouble();
            double to = window.get("to_s").asDouble();
            if (from >= begins && to <= ends) {
                hasNoVariability(window);
                withheld++;
            } else if (to <= begins || from >= ends + 48 * 0.8) {
                assertThat(window.get("rhythm").asText()).as("%s", from).isEqualTo("REGULAR");
                assertThat(window.get("metrics").get("RMSSD").isNumber()).isTrue();
            }
        }
        assertThat(withheld).isGreaterThan(8);
    }

    @Test
    void halfAMinuteSaysNothingYetOfItsRhythm() throws IOException {
        JsonNode windows = hrv(Hearts.steady(60).intervalsMillis(100), "--window", "30");

        assertThat(windows.get(0).get("rhythm").asText()).isEqualTo("UNDETERMINED");
        assertThat(windows.get(0).get("metrics").get("RMSSD").isNumber()).isTrue();
        assertThat(windows.get(1).get("rhythm").asText()).isEqualTo("REGULAR");
    }
}

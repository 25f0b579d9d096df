package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attune.testkit.Golden;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole road: a file of intervals, the command, its JSON, beside the reference values. */
class HrvOfGoldenSeriesTest {
    private static final Path SERIES = Path.of("src/test/resources/golden");

    @TempDir Path folder;

    /** Every golden series that has reference values of all metrics. */
    static List<String> series() {
        try (Stream<Path> folders = Files.list(SERIES)) {
            List<String> names =
                    folders.filter(each -> Files.exists(each.resolve("metrics.csv")))
                            .map(each -> each.getFileName().toString())
                            .sorted()
                            .toList();
            assertThat(names).hasSizeGreaterThanOrEqualTo(6);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void theCommandGivesTheReferenceValues(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (double millis : Golden.intervalsMillis(name)) {
            text.append(millis).append('\n');
        }
        Path file = Files.writeString(folder.resolve(name + ".txt"), text);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code =
                Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        "hrv",
                        file.toString(),
                        "--as-is",
                        "--json");

        assertThat(code).as(err.toString()).isZero();
        JsonNode metrics = new ObjectMapper().readTree(out.toString()).get("metrics");
        for (Map.Entry<String, Double> expected : Golden.metrics(name).entrySet()) {
            double value = expected.getValue();
            assertThat(metrics.path(expected.getKey()).asDouble(Double.NaN))
                    .as("%s of %s", expected.getKey(), name)
                    .isCloseTo(value, within(tolerance(expected.getKey()) * Math.abs(value)));
        }
    }

    /** Times in a file are whole nanoseconds; spectra see them. */
    private static double tolerance(String metric) {
        return metric.startsWith("welch") || metric.startsWith("lomb") ? 1e-6 : 1e-9;
    }
}

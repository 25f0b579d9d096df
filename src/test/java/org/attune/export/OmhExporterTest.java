package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.beat.Verdict;
import org.attune.export.ExportContent.Interval;
import org.attune.export.omh.OmhExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OmhExporterTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyIntervalIsADataPointAndReadBackToTheNanosecond(long seed) throws IOException {
        ExportContent content = RandomContents.of(seed);
        List<Interval> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode point : points(content, "_rr-interval.json")) {
            JsonNode body = point.path("body");
            JsonNode time = body.path("effective_time_frame").path("time_interval");
            long onset = nanos(content, time.path("start_date_time").asText());
            long length =
                    body.path("rr_interval")
                            .path("value")
                            .decimalValue()
                            .movePointRight(6)
                            .longValueExact();
            assertThat(nanos(content, time.path("end_date_time").asText()))
                    .isEqualTo(onset + length);
            JsonNode verdict = body.path("attune_verdict");
            read.add(
                    new Interval(
                            onset,
                            length,
                            body.path("attune_segment").asInt(),
                            verdict.isMissingNode()
                                    ? Optional.empty()
                                    : Optional.of(Verdict.valueOf(verdict.asText()))));
            assertThat(ids.add(point.path("header").path("id").asText())).isTrue();
        }
        assertThat(read).isEqualTo(content.intervals());
    }

    @Test
    void aSecondWithoutARateHasNoDataPoint() throws IOException {
        ExportContent content = ExportFixtures.content();
        JsonNode points = points(content, "_heart-rate.json");
        long shown = content.seconds().stream().filter(each -> each.bpm().isPresent()).count();
        assertThat(points.size()).isEqualTo((int) shown).isLessThan(content.seconds().size());
        for (JsonNode point : points) {
            assertThat(point.path("body").path("heart_rate").path("value").asDouble())
                    .isBetween(30.0, 220.0);
        }
    }

    @Test
    void withoutARateGrantedThereIsNoFileOfOne() {
        ExportTarget target = new ExportTarget();
        ExportContent bare = RandomContents.intervalsOnly(ExportFixtures.content());
        new OmhExporter().write(ExportFixtures.grant(), bare, target);
        assertThat(target.files()).hasSize(1);
        assertThat(target.files().firstKey()).endsWith("_rr-interval.json");
    }

    @Test
    void aSimulatedHeartWasNotSensed() throws IOException {
        ExportContent simulated = Contents.simulated(ExportFixtures.content());
        JsonNode source =
                points(simulated, "_rr-interval.json")
                        .get(0)
                        .path("header")
                        .path("acquisition_provenance");
        assertThat(source.path("source_name").asText()).startsWith("SIMULATED");
        assertThat(source.has("modality")).isFalse();
    }

    private static long nanos(ExportContent content, String instant) {
        return Duration.between(content.startedAt(), Instant.parse(instant)).toNanos();
    }

    private static JsonNode points(ExportContent content, String end) throws IOException {
        ExportTarget target = new ExportTarget();
        new OmhExporter().write(ExportFixtures.grant(), content, target);
        String name =
                target.files().keySet().stream()
                        .filter(f -> f.endsWith(end))
                        .findFirst()
                        .orElseThrow();
        return JSON.readTree(target.file(name));
    }
}

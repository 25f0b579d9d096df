package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.bids.BidsExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BidsExporterTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyIntervalAndGapIsAnEventToTheNanosecond(long seed) throws IOException {
        ExportContent content = RandomContents.of(seed);
        List<Interval> byOnset = new ArrayList<>(content.intervals());
        byOnset.sort(Comparator.comparingLong(Interval::onsetNanos));
        List<Interval> beats = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        int marks = 0;
        for (String line : lines(files(content), "_events.tsv")) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).hasSize(4);
            long onset = nanos(cells[0]);
            long length = nanos(cells[1]);
            switch (cells[2]) {
                case "beat" -> {
                    Interval told = byOnset.get(beats.size());
                    assertThat(cells[3]).isEqualTo(told.verdict().map(Enum::name).orElse("n/a"));
                    beats.add(new Interval(onset, length, told.segment(), told.verdict()));
                }
                case "gap" -> gaps.add(new Gap(onset, onset + length, Gap.Cause.valueOf(cells[3])));
                case "mark" -> marks++;
                default -> assertThat(cells[2]).isEqualTo("trial_type");
            }
        }
        assertThat(beats).isEqualTo(byOnset);
        assertThat(gaps).isEqualTo(content.gaps());
        assertThat(marks).isEqualTo(content.marks().size());
    }

    @Test
    void theSamplesAreThoseOfTheLaneAndAbsentWhereItHasNone() throws IOException {
        ExportContent content = ExportFixtures.content();
        ExportTarget target = files(content);
        SampledLane lane = SampledLane.of(content);
        String text;
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(bytes(target, "_physio.tsv.gz")))) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        List<String> rows = text.lines().toList();
        assertThat(rows).hasSize(lane.size());
        for (int i = 0; i < lane.size(); i++) {
            String[] cells = rows.get(i).split("\t", -1);
            assertThat(cells).hasSize(2);
            assertThat(cells[0].equals("n/a")).isEqualTo(lane.rrMillis(i).isEmpty());
            assertThat(cells[1].equals("n/a")).isEqualTo(lane.bpm(i).isEmpty());
            if (lane.rrMillis(i).isPresent()) {
                assertThat(Double.parseDouble(cells[0])).isEqualTo(lane.rrMillis(i).getAsDouble());
            }
        }
        assertThat(rows)
                .anyMatch(row -> row.startsWith("n/a"))
                .anyMatch(row -> row.endsWith("n/a"));
        JsonNode sidecar = new JsonMapper().readTree(bytes(target, "_physio.json"));
        assertThat(sidecar.path("SamplingFrequency").asInt()).isEqualTo(4);
        assertThat(sidecar.path("StartTime").asLong()).isEqualTo(lane.firstSecond());
        assertThat(sidecar.path("Columns")).hasSize(2);
    }

    @Test
    void aTableOfAnySizeIsGzipThatOthersInflate() throws IOException {
        for (long seed = 1; seed < 20; seed++) {
            byte[] gz = bytes(files(RandomContents.of(seed)), "_physio.tsv.gz");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gz))) {
                assertThat(in.readAllBytes()).hasSizeGreaterThan(4);
            }
        }
        assertThat(bytes(files(ExportFixtures.steady(Duration.ofHours(2))), ".gz"))
                .hasSizeGreaterThan(2 * 65_536);
    }

    @Test
    void onlyWhatWasGrantedHasAColumnOrAnEvent() {
        ExportTarget target = files(RandomContents.intervalsOnly(ExportFixtures.content()));
        assertThat(text(target, "_physio.json")).doesNotContain("\"hr\"", "Sensors");
        assertThat(text(target, "_events.tsv")).doesNotContain("mark", "NORMAL").contains("gap");
    }

    private static ExportTarget files(ExportContent content) {
        ExportTarget target = new ExportTarget();
        new BidsExporter().write(ExportFixtures.grant(), content, target);
        return target;
    }

    private static byte[] bytes(ExportTarget target, String end) {
        List<String> found = target.files().keySet().stream().filter(f -> f.endsWith(end)).toList();
        assertThat(found).hasSize(1);
        return target.file(found.get(0));
    }

    private static String text(ExportTarget target, String end) {
        return new String(bytes(target, end), StandardCharsets.UTF_8);
    }

    private static List<String> lines(ExportTarget target, String end) {
        return text(target, end).lines().toList();
    }

    private static long nanos(String seconds) {
        return seconds.matches("[a-z]+")
                ? 0
                : new BigDecimal(seconds).movePointRight(9).longValueExact();
    }
}

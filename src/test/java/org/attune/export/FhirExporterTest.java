package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Verdict;
import org.attune.consent.ExportRequest;
import org.attune.export.ExportContent.Interval;
import org.attune.export.fhir.FhirExporter;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FhirExporterTest {
    @Test
    void thePatientIsAPseudonymAndNothingElse() throws IOException {
        JsonNode patient = only(bundle(ExportFixtures.content()), "Patient");
        assertThat(patient.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("resourceType", "id", "identifier");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyReferenceLeadsToAResourceOfTheBundle(long seed) throws IOException {
        JsonNode bundle = bundle(RandomContents.of(seed));
        Map<String, JsonNode> held = new HashMap<>();
        for (JsonNode entry : bundle.path("entry")) {
            assertThat(held.put(entry.path("fullUrl").asText(), entry.path("resource"))).isNull();
        }
        List<JsonNode> references =
                bundle.findValues("reference").stream().filter(JsonNode::isTextual).toList();
        assertThat(references).hasSizeGreaterThan(5);
        assertThat(references).allMatch(each -> held.containsKey(each.asText()));
        assertThat(bundle.findValues("url")).allMatch(each -> held.containsKey(each.asText()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTableHoldsEveryIntervalToTheNanosecond(long seed) throws IOException {
        ExportContent content = RandomContents.of(seed);
        JsonNode bundle = bundle(content);
        List<Interval> read = new ArrayList<>();
        for (String row : csv(bundle, "onset_s,rr_ms").lines().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            read.add(
                    new Interval(
                            new BigDecimal(cells[0]).movePointRight(9).longValueExact(),
                            new BigDecimal(cells[1]).movePointRight(6).longValueExact(),
                            Integer.parseInt(cells[2]),
                            cells[3].isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(Verdict.valueOf(cells[3]))));
        }
        assertThat(read).isEqualTo(content.intervals());
    }

    @Test
    void theRateIsTheMeanOfWhatWasShownAtOneInstant() throws IOException {
        ExportContent content = ExportFixtures.content();
        JsonNode rate = observation(bundle(content), "8867-4").orElseThrow();
        double mean =
                content.seconds().stream()
                        .flatMapToDouble(each -> each.bpm().stream())
                        .average()
                        .orElseThrow();
        JsonNode value = rate.path("valueQuantity");
        assertThat(value.path("value").asDouble()).isEqualTo(Math.round(mean * 10) / 10.0);
        assertThat(value.path("code").asText()).isEqualTo("/min");
        assertThat(rate.path("effectiveDateTime").asText()).isEqualTo("2026-11-22T14:03:07.250Z");
        assertThat(rate.has("effectivePeriod")).isFalse();
    }

    @Test
    void aSecondWithoutARateIsAnErrorSampleAndNeverANumber() throws IOException {
        ExportContent content = ExportFixtures.content();
        String[] data =
                observation(bundle(content), "heart-rate-shown")
                        .orElseThrow()
                        .path("valueSampledData")
                        .path("data")
                        .asText()
                        .split(" ");
        assertThat(data).hasSameSizeAs(content.seconds());
        for (int i = 0; i < data.length; i++) {
            OptionalDouble bpm = content.seconds().get(i).bpm();
            assertThat(data[i])
                    .isEqualTo(bpm.isPresent() ? Decimals.rounded(bpm.getAsDouble(), 1) : "E");
        }
        assertThat(data).contains("E");
    }

    @Test
    void variabilityOfASteadyHeartIsToldAndThatOfARhythmlessOneIsNot() throws IOException {
        ExportContent steady = ExportFixtures.steady(Duration.ofMinutes(3));
        JsonNode sdnn = observation(bundle(steady), "80404-7").orElseThrow();
        assertThat(sdnn.path("valueQuantity").path("value").asDouble()).isBetween(5.0, 60.0);
        List<Interval> wild = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 200; i++) {
            long length = 450_000_000L + Hearts.scrambled(i).nextInt(700_000_000);
            wild.add(new Interval(at, length, 1, Optional.of(Verdict.NORMAL)));
            at += length;
        }
        for (String code : List.of("80404-7", "rmssd")) {
            JsonNode none = observation(bundle(Contents.beating(steady, wild)), code).orElseThrow();
            assertThat(none.has("valueQuantity")).isFalse();
            assertThat(none.path("dataAbsentReason").path("text").asText()).contains("rhythm");
        }
    }

    @Test
    void whatWasNotGrantedIsNotThere() throws IOException {
        JsonNode bundle = bundle(RandomContents.intervalsOnly(ExportFixtures.content()));
        assertThat(resources(bundle, "Observation")).isEmpty();
        assertThat(resources(bundle, "Device")).hasSize(1);
        assertThat(csv(bundle, "onset_s,rr_ms")).doesNotContain("NORMAL");
        assertThat(csv(bundle, "onset_s,duration_s")).contains("gap").doesNotContain("SUDS");
    }

    @Test
    void consentAndProvenanceNameEveryResourceThatHoldsData() throws IOException {
        JsonNode bundle = bundle(ExportFixtures.content());
        int data =
                resources(bundle, "Observation").size()
                        + resources(bundle, "DocumentReference").size()
                        + resources(bundle, "Binary").size();
        assertThat(only(bundle, "Consent").path("provision").path("data")).hasSize(data);
        assertThat(only(bundle, "Provenance").path("target")).hasSize(data);
        assertThat(only(bundle, "Consent").path("status").asText()).isEqualTo("active");
    }

    @Test
    void theConsentSaysToWhomAndToWhatEnd() throws IOException {
        JsonNode bundle = bundle(ExportFixtures.content());
        JsonNode provision = only(bundle, "Consent").path("provision");
        ExportRequest asked = ExportFixtures.grant().request();
        assertThat(provision.path("purpose").path(0).path("code").asText())
                .isEqualTo(asked.purpose().actReason());
        assertThat(provision.path("actor").path(0).path("reference").path("reference").asText())
                .as("the person's own copy goes to the patient")
                .endsWith(only(bundle, "Patient").path("id").asText());
    }

    @Test
    void everyResourceOfASimulatedHeartIsTaggedAsTestData() throws IOException {
        JsonNode bundle = bundle(Contents.simulated(ExportFixtures.content()));
        for (JsonNode entry : bundle.path("entry")) {
            assertThat(
                            entry.path("resource")
                                    .path("meta")
                                    .path("tag")
                                    .path(0)
                                    .path("code")
                                    .asText())
                    .isEqualTo("HTEST");
        }
    }

    private static JsonNode bundle(ExportContent content) throws IOException {
        ExportTarget target = new ExportTarget();
        new FhirExporter().write(ExportFixtures.grant(), content, target);
        assertThat(target.files()).hasSize(1);
        return new JsonMapper().readTree(target.files().values().iterator().next());
    }

    private static List<JsonNode> resources(JsonNode bundle, String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals(type)) {
                found.add(entry.path("resource"));
            }
        }
        return found;
    }

    private static JsonNode only(JsonNode bundle, String type) {
        List<JsonNode> found = resources(bundle, type);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Optional<JsonNode> observation(JsonNode bundle, String code) {
        return resources(bundle, "Observation").stream()
                .filter(
                        o ->
                                o.path("code")
                                        .path("coding")
                                        .path(0)
                                        .path("code")
                                        .asText()
                                        .equals(code))
                .findFirst();
    }

    private static String csv(JsonNode bundle, String header) {
        return resources(bundle, "Binary").stream()
                .map(each -> Base64.getDecoder().decode(each.path("data").asText()))
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .filter(each -> each.startsWith(header))
                .findFirst()
                .orElseThrow();
    }
}

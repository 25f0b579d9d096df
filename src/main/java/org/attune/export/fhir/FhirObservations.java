package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.Second;
import org.attune.hrv.AnalysisRules;
import org.attune.hrv.HrvAnalyser;
import org.attune.hrv.HrvReport;
import org.attune.hrv.Metric;

/** What was observed. A figure that cannot be told is absent with its reason. */
final class FhirObservations {
    private static final int BPM_PLACES = 1;
    private static final int MILLIS_PLACES = 3;
    private static final String PER_MINUTE = "/min";
    private static final String BEATS_A_MINUTE = "beats/minute";
    private static final long SECOND_NANOS = 1_000_000_000;

    private final ExportContent content;
    private final Fhir fhir;
    private final ObjectNode patient;
    private final List<ObjectNode> sensors;

    FhirObservations(
            ExportContent content, Fhir fhir, ObjectNode patient, List<ObjectNode> sensors) {
        this.content = content;
        this.fhir = fhir;
        this.patient = patient;
        this.sensors = sensors;
    }

    /** Mean of the rates shown; of the profile for heart rate, which wants one instant. */
    ObjectNode meanRate() {
        ObjectNode observation = observation("rate", FhirCode.HEART_RATE, FhirCode.VITAL_SIGNS);
        observation.put("effectiveDateTime", fhir.at(0));
        OptionalDouble mean =
                content.seconds().stream().flatMapToDouble(each -> each.bpm().stream()).average();
        if (mean.isPresent()) {
            observation.set(
                    "valueQuantity",
                    Fhir.quantity(mean.getAsDouble(), BPM_PLACES, BEATS_A_MINUTE, PER_MINUTE));
            observation
                    .putObject("method")
                    .put("text", "mean of the rates shown in the session that began then");
        } else {
            absent(observation, "no rate was shown");
        }
        return observation;
    }

    /** The rates shown, second by second; E where none was. */
    Optional<ObjectNode> rates() {
        List<Second> seconds = content.seconds();
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        long first = seconds.get(0).atNanos();
        StringBuilder data = new StringBuilder();
        int next = 0;
        for (Second each : seconds) {
            long slot = Math.floorDiv(each.atNanos() - first + SECOND_NANOS / 2, SECOND_NANOS);
            for (; next < slot; next++) {
                data.append(data.isEmpty() ? "E" : " E");
            }
            if (next == slot) {
                data.append(data.isEmpty() ? "" : " ").append(shown(each));
                next++;
            }
        }
        ObjectNode observation =
                observation("rates", FhirCode.HEART_RATE_SERIES, FhirCode.VITAL_SIGNS);
        observation
                .putObject("effectivePeriod")
                .put("start", fhir.at(first))
                .put("end", fhir.at(first + next * SECOND_NANOS));
        ObjectNode series = observation.putObject("valueSampledData");
        series.set("origin", Fhir.quantity(0, 0, BEATS_A_MINUTE, PER_MINUTE));
        series.put("period", 1000).put("dimensions", 1).put("data", data.toString());
        return Optional.of(observation);
    }

    private static String shown(Second each) {
        return each.bpm().isPresent()
                ? Decimals.rounded(each.bpm().getAsDouble(), BPM_PLACES)
                : "E";
    }

    /** SDNN and RMSSD of the whole session, by the rules of the metrics. */
    List<ObjectNode> variability() {
        HrvReport report =
                new HrvAnalyser(AnalysisRules.DEFAULT, Set.of(Metric.SDNN, Metric.RMSSD))
                        .analyse(JudgedSpan.of(content.intervals()));
        List<ObjectNode> figures = new ArrayList<>();
        figures.add(figure(report, Metric.SDNN, FhirCode.SDNN));
        figures.add(figure(report, Metric.RMSSD, FhirCode.RMSSD));
        return figures;
    }

    private ObjectNode figure(HrvReport report, Metric metric, FhirCode code) {
        ObjectNode observation = observation(metric.name(), code, FhirCode.PROCEDURE);
        observation.set("effectivePeriod", fhir.period());
        OptionalDouble value = report.value(metric);
        if (value.isPresent()) {
            observation.set(
                    "valueQuantity", Fhir.quantity(value.getAsDouble(), MILLIS_PLACES, "ms", "ms"));
        } else {
            absent(observation, report.refusal(metric).map(r -> r.sentence()).orElse(""));
        }
        return observation;
    }

    private ObjectNode observation(String part, FhirCode code, FhirCode category) {
        ObjectNode observation = fhir.resource("Observation", "observation " + part);
        observation.put("status", "final");
        observation.putArray("category").add(category.concept());
        observation.set("code", code.concept());
        observation.set("subject", Fhir.to(patient));
        if (sensors.size() == 1) {
            observation.set("device", Fhir.to(sensors.get(0)));
        }
        return observation;
    }

    private static void absent(ObjectNode observation, String reason) {
        observation.set("dataAbsentReason", FhirCode.NO_VALUE.concept(reason));
    }
}

package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.JsonText;

/** Gathers the resources of one session. */
final class FhirBundle {
    private final ExportGrant grant;
    private final ExportContent content;
    private final Fhir fhir;

    FhirBundle(ExportGrant grant, ExportContent content) {
        this.grant = grant;
        this.content = content;
        fhir = new Fhir(content);
    }

    ObjectNode json() {
        FhirParties parties = new FhirParties(content, fhir);
        ObjectNode patient = parties.patient();
        ObjectNode software = parties.software();
        List<ObjectNode> sensors = parties.sensors(patient);
        List<ObjectNode> data = data(patient, sensors);
        FhirPapers papers = new FhirPapers(content, fhir);
        List<ObjectNode> all = new ArrayList<>(List.of(patient, software));
        all.addAll(sensors);
        all.addAll(data);
        all.add(papers.consent(grant, patient, data));
        all.add(papers.provenance(software, data));
        return bundle(all);
    }

    private List<ObjectNode> data(ObjectNode patient, List<ObjectNode> sensors) {
        FhirObservations observations = new FhirObservations(content, fhir, patient, sensors);
        List<ObjectNode> data = new ArrayList<>();
        if (content.categories().contains(DataCategory.HR)) {
            data.add(observations.meanRate());
            observations.rates().ifPresent(data::add);
        }
        if (content.categories().contains(DataCategory.ESTIMATES)) {
            data.addAll(observations.variability());
        }
        FhirTables tables = new FhirTables(content, fhir, patient);
        data.addAll(tables.intervals());
        data.addAll(tables.events());
        return data;
    }

    private ObjectNode bundle(List<ObjectNode> resources) {
        ObjectNode bundle = fhir.resource("Bundle", "bundle");
        bundle.set("identifier", Fhir.identifier("session", content.session()));
        bundle.put("type", "collection");
        bundle.put("timestamp", fhir.at(content.durationNanos()));
        ArrayNode entries = bundle.putArray("entry");
        for (ObjectNode resource : resources) {
            ObjectNode entry = JsonText.object().put("fullUrl", Fhir.url(resource));
            entries.add(entry.set("resource", resource));
        }
        return bundle;
    }
}

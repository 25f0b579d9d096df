package org.attune.export.fhir;

import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.ExportTarget;
import org.attune.export.Exporter;
import org.attune.export.JsonText;

/**
 * A FHIR R4 (4.0.1) bundle of the kind {@code collection}: patient, devices, observations, the
 * intervals and events as tables in documents, the consent it left under, and where it comes from.
 * The patient is a pseudonym and nothing else. Ids are made from the pseudonyms, times are those of
 * the recording.
 */
public final class FhirExporter implements Exporter {
    @Override
    public String id() {
        return "fhir";
    }

    @Override
    public String title() {
        return "FHIR R4 bundle (JSON)";
    }

    @Override
    public String mediaType() {
        return "application/fhir+json";
    }

    @Override
    public Set<DataCategory> needs() {
        return Set.of(DataCategory.RR);
    }

    @Override
    public Set<DataCategory> holds() {
        return Set.of(
                DataCategory.HR, DataCategory.MARKERS, DataCategory.DEVICE, DataCategory.ESTIMATES);
    }

    @Override
    public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
        String name = content.subject().pseudonym() + "_" + content.session() + "_fhir.json";
        target.add(name, JsonText.indented(new FhirBundle(grant, content).json()));
    }
}

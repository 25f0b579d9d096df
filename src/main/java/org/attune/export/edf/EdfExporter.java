package org.attune.export.edf;

import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.ExportTarget;
import org.attune.export.Exporter;

/**
 * EDF+ (Kemp and Olivan 2003, Clin Neurophysiol 114:1755): intervals and shown rate at four samples
 * a second, and every interval, mark and gap as an annotation. The samples are derived; what was
 * recorded are the annotations, exact to the nanosecond: each interval begins at its onset and
 * lasts until the beat.
 *
 * <p>Always of the continuous kind: of the independent readers one refuses discontinuous files and
 * the other shifts what follows a gap. A sample without a value is below zero, where no rate and no
 * interval can be. Times are in UTC.
 */
public final class EdfExporter implements Exporter {
    @Override
    public String id() {
        return "edf";
    }

    @Override
    public String title() {
        return "EDF+ with beats and marks as annotations";
    }

    @Override
    public String mediaType() {
        return "application/octet-stream";
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
        String name = content.subject().pseudonym() + "_" + content.session() + ".edf";
        target.add(name, new EdfFile(content).bytes());
    }
}

package org.attune.export.omh;

import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.ExportTarget;
import org.attune.export.Exporter;
import org.attune.export.JsonText;

/**
 * Open mHealth data points: each interval as {@code omh:rr-interval:1.0}, each second with a rate
 * shown as {@code omh:heart-rate:2.0}; a list of each. A second without a rate has no data point.
 *
 * <p>The schemas know neither artefacts nor gaps, and allow members of one's own: an interval
 * carries its judgement, where it may leave, and its segment under names that begin with {@code
 * attune_}.
 */
public final class OmhExporter implements Exporter {
    @Override
    public String id() {
        return "omh";
    }

    @Override
    public String title() {
        return "Open mHealth data points (JSON)";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Set<DataCategory> needs() {
        return Set.of(DataCategory.RR);
    }

    @Override
    public Set<DataCategory> holds() {
        return Set.of(DataCategory.HR, DataCategory.DEVICE, DataCategory.ESTIMATES);
    }

    @Override
    public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
        String stem = content.subject().pseudonym() + "_" + content.session();
        DataPoints points = new DataPoints(content);
        target.add(stem + "_rr-interval.json", JsonText.streamed(points::intervals));
        if (content.categories().contains(DataCategory.HR)) {
            target.add(stem + "_heart-rate.json", JsonText.streamed(points::rates));
        }
    }
}

package org.attune.export.bids;

import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.ExportTarget;
import org.attune.export.Exporter;
import org.attune.export.JsonText;
import org.attune.export.SampledLane;

/**
 * A data set in the Brain Imaging Data Structure (Gorgolewski 2016, Sci Data 3:160044), version
 * 1.8: one subject, one session, no image. Samples at a fixed rate are in {@code _physio.tsv.gz};
 * every interval, gap and mark is in {@code _events.tsv}, exact to the nanosecond.
 */
public final class BidsExporter implements Exporter {
    @Override
    public String id() {
        return "bids";
    }

    @Override
    public String title() {
        return "Research data set (BIDS: physiology and events)";
    }

    @Override
    public String mediaType() {
        return "text/tab-separated-values";
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
        String subject = "sub-" + content.subject().pseudonym();
        String session = "ses-" + content.session();
        String stem = subject + "/" + session + "/beh/" + subject + "_" + session + "_task-session";
        BidsRoot root = new BidsRoot(content);
        target.add("dataset_description.json", JsonText.indented(root.description()));
        target.add("README", root.readme());
        target.add("participants.tsv", "participant_id\n" + subject + "\n");
        target.add("participants.json", JsonText.indented(root.participantColumns()));
        target.add(subject + "/" + subject + "_sessions.tsv", root.sessions(session));
        target.add(
                subject + "/" + subject + "_sessions.json",
                JsonText.indented(root.sessionColumns()));
        Physio physio = new Physio(content, SampledLane.of(content));
        target.add(stem + "_physio.tsv.gz", StoredGzip.of(physio.table()));
        target.add(stem + "_physio.json", JsonText.indented(physio.sidecar()));
        target.add(stem + "_events.tsv", Events.table(content));
        target.add(stem + "_events.json", JsonText.indented(Events.sidecar()));
    }
}

package org.attune.export.bids;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.JsonText;

/** The files of a BIDS data set that tell what it is. */
final class BidsRoot {
    private final ExportContent content;

    BidsRoot(ExportContent content) {
        this.content = content;
    }

    ObjectNode description() {
        ObjectNode json = JsonText.object();
        json.put("Name", content.simulated() ? "Attune: simulated heart" : "Attune recording");
        json.put("BIDSVersion", "1.8.0");
        json.put("DatasetType", "raw");
        ObjectNode generator = json.putArray("GeneratedBy").addObject();
        generator.put("Name", "Attune");
        generator.put("Version", content.provenance().softwareVersion());
        json.put("SourceRecording", content.provenance().recordingHash());
        json.put("Simulated", content.simulated());
        json.put("RecordingEndedInOrder", content.provenance().closed());
        json.put("RecordingHoles", content.provenance().holes());
        return json;
    }

    String readme() {
        StringBuilder text = new StringBuilder();
        if (content.simulated()) {
            text.append("SIMULATED: no living heart is behind these data.\n\n");
        }
        text.append(
                """
                Intervals between heartbeats, recorded and exported by Attune.

                The labels of the subject and of the session are pseudonyms, made for one
                recipient and one purpose.

                *_events.tsv is what was recorded: every interval as its sensor reported it, with
                its onset and its length; the gaps in which beats were lost; the marks that were
                set. No difference of intervals should be taken across a gap.

                *_physio.tsv.gz is derived from it: what held at each of four instants a second,
                n/a where nothing is known. Nothing was corrected, nothing drawn across gaps.

                Times are seconds since the session began; when that was, in UTC, is in
                *_sessions.tsv. Attune draws no diagnosis, and neither do these data.
                """);
        return text.toString();
    }

    ObjectNode participantColumns() {
        ObjectNode json = JsonText.object();
        json.putObject("participant_id").put("Description", "pseudonym of the subject");
        return json;
    }

    String sessions(String session) {
        return "session_id\tacq_time\n" + session + "\t" + Decimals.utc(content.startedAt()) + "\n";
    }

    ObjectNode sessionColumns() {
        ObjectNode json = JsonText.object();
        json.putObject("session_id").put("Description", "pseudonym of the session");
        json.putObject("acq_time").put("Description", "when the session began, in UTC");
        return json;
    }
}

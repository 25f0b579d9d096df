package org.attune.export.bids;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.attune.consent.DataCategory;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.JsonText;
import org.attune.export.SampledLane;

/** The samples at a fixed rate, and what is said of them. */
final class Physio {
    /** As exact as intervals are reported. */
    private static final int MILLIS_PLACES = 6;

    private static final int BPM_PLACES = 3;

    private final ExportContent content;
    private final SampledLane lane;
    private final boolean withRate;

    Physio(ExportContent content, SampledLane lane) {
        this.content = content;
        this.lane = lane;
        withRate = content.categories().contains(DataCategory.HR);
    }

    /** No header line: the columns are told in the sidecar. */
    byte[] table() {
        StringBuilder text = new StringBuilder(lane.size() * 16);
        for (int i = 0; i < lane.size(); i++) {
            text.append(cell(lane.rrMillis(i), MILLIS_PLACES));
            if (withRate) {
                text.append('\t').append(cell(lane.bpm(i), BPM_PLACES));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String cell(OptionalDouble value, int places) {
        return value.isPresent() ? Decimals.rounded(value.getAsDouble(), places) : "n/a";
    }

    ObjectNode sidecar() {
        ObjectNode json = JsonText.object();
        json.put("SamplingFrequency", SampledLane.RATE);
        json.put("StartTime", lane.firstSecond());
        ArrayNode columns = json.putArray("Columns").add("rr");
        ObjectNode rr = json.putObject("rr");
        rr.put(
                "Description",
                "derived: length of the interval that ran at this instant, as reported; the"
                        + " recorded intervals are in the events");
        rr.put("Units", "ms");
        if (withRate) {
            columns.add("hr");
            ObjectNode hr = json.putObject("hr");
            hr.put(
                    "Description",
                    "derived: heart rate as it was shown, once a second; n/a where it was"
                            + " withheld");
            hr.put("Units", "1/min");
        }
        json.put("SoftwareVersions", content.provenance().softwareVersion());
        if (!content.sensors().isEmpty()) {
            ExportContent.SensorUsed first = content.sensors().get(0);
            json.put("ManufacturersModelName", first.model());
            json.put("DeviceSerialNumber", first.serial());
            ArrayNode all = json.putArray("Sensors");
            for (ExportContent.SensorUsed each : content.sensors()) {
                ObjectNode sensor = all.addObject();
                sensor.put("Kind", each.kind().name());
                sensor.put("Model", each.model());
                sensor.put("Serial", each.serial());
            }
        }
        json.put("Clock", content.provenance().clockSource());
        return json;
    }
}

package org.attune.export.bids;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.JsonText;

/** Every interval, gap and mark as an event, by onset. */
final class Events {
    private static final String NONE = "n/a";

    private record Event(long onsetNanos, long lengthNanos, String type, String value) {}

    private Events() {}

    static String table(ExportContent content) {
        StringBuilder text = new StringBuilder("onset\tduration\ttrial_type\tvalue\n");
        for (Event event : inOrder(content)) {
            text.append(Decimals.seconds(event.onsetNanos())).append('\t');
            text.append(Decimals.seconds(event.lengthNanos())).append('\t');
            text.append(event.type()).append('\t').append(event.value()).append('\n');
        }
        return text.toString();
    }

    private static List<Event> inOrder(ExportContent content) {
        List<Event> events = new ArrayList<>();
        for (Interval each : content.intervals()) {
            String verdict = each.verdict().map(Enum::name).orElse(NONE);
            events.add(new Event(each.onsetNanos(), each.durationNanos(), "beat", verdict));
        }
        for (Gap each : content.gaps()) {
            long length = each.toNanos() - each.fromNanos();
            events.add(new Event(each.fromNanos(), length, "gap", each.cause().name()));
        }
        for (Mark each : content.marks()) {
            String detail = each.detail().isEmpty() ? "" : " " + each.detail();
            String value = oneCell(each.kind().name() + detail);
            events.add(new Event(each.atNanos(), 0, "mark", value));
        }
        events.sort(Comparator.comparingLong(Event::onsetNanos));
        return events;
    }

    /** A table has no way to quote a tab or the end of a line. */
    private static String oneCell(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").strip();
    }

    static ObjectNode sidecar() {
        ObjectNode json = JsonText.object();
        ObjectNode onset = json.putObject("onset");
        onset.put("Description", "seconds since the session began");
        onset.put("Units", "s");
        ObjectNode duration = json.putObject("duration");
        duration.put("Description", "of a beat: the interval that ended in it, as reported");
        duration.put("Units", "s");
        ObjectNode type = json.putObject("trial_type");
        type.put("Description", "what it is");
        ObjectNode levels = type.putObject("Levels");
        levels.put("beat", "an interval between two beats; the beat fell at onset + duration");
        levels.put("gap", "beats were lost; no difference of intervals is taken across it");
        levels.put("mark", "set by the therapist");
        json.putObject("value")
                .put(
                        "Description",
                        "of a beat: what it was judged to be, all but NORMAL artefacts; of a gap:"
                                + " its cause; of a mark: its kind and detail");
        return json;
    }
}

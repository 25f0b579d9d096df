package org.attune.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent.Interval;

/**
 * Intervals alone, one a line in whole milliseconds, as Elite HRV and Kubios read them. No header
 * and no times: the start is in the file's name, in UTC. As reported: nothing is left out, nothing
 * corrected, and gaps do not show.
 */
public final class RrText implements Exporter {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String id() {
        return "rr";
    }

    @Override
    public String title() {
        return "Intervals alone (text, for Kubios and Elite HRV)";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public Set<DataCategory> needs() {
        return Set.of(DataCategory.RR);
    }

    @Override
    public Set<DataCategory> holds() {
        return Set.of();
    }

    @Override
    public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
        StringBuilder text = new StringBuilder(content.intervals().size() * 5);
        for (Interval interval : content.intervals()) {
            text.append((interval.durationNanos() + 500_000) / 1_000_000).append('\n');
        }
        target.add(fileName(content.startedAt()), text);
    }

    private static String fileName(Instant startedAt) {
        return IN_NAMES.format(startedAt) + ".txt";
    }
}

package org.attune.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.export.ExportContent.Interval;

/** Contents that differ from another in one thing. */
final class Contents {
    private Contents() {}

    static ExportContent simulated(ExportContent of) {
        return with(of, of.subject(), of.startedAt(), true, of.intervals());
    }

    static ExportContent named(ExportContent of, String pseudonym) {
        ExportContent.Subject subject = new ExportContent.Subject(pseudonym, Optional.empty());
        return with(of, subject, of.startedAt(), of.simulated(), of.intervals());
    }

    static ExportContent startingAt(ExportContent of, Instant start) {
        return with(of, of.subject(), start, of.simulated(), of.intervals());
    }

    /** So many beats within the last millisecond, and nothing else. */
    static ExportContent burst(ExportContent of, int beats) {
        List<Interval> burst = new ArrayList<>();
        for (int i = 0; i < beats; i++) {
            burst.add(new Interval(of.durationNanos() - beats + i, 1, 1, Optional.empty()));
        }
        ExportContent all = with(of, of.subject(), of.startedAt(), of.simulated(), burst);
        return RandomContents.withoutGaps(RandomContents.intervalsOnly(all));
    }

    /** Judged intervals alone. */
    static ExportContent beating(ExportContent of, List<Interval> intervals) {
        return with(of, of.subject(), of.startedAt(), of.simulated(), intervals);
    }

    private static ExportContent with(
            ExportContent of,
            ExportContent.Subject subject,
            Instant startedAt,
            boolean simulated,
            List<Interval> intervals) {
        return new ExportContent(
                subject,
                of.session(),
                startedAt,
                of.durationNanos(),
                of.categories(),
                of.source(),
                simulated,
                intervals,
                of.seconds(),
                of.gaps(),
                of.marks(),
                of.sensors(),
                of.provenance());
    }
}

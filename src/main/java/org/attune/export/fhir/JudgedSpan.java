package org.attune.export.fhir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.attune.beat.Beat;
import org.attune.beat.BeatCleaner;
import org.attune.beat.CleaningRules;
import org.attune.beat.PlacedInterval;
import org.attune.beat.Verdict;
import org.attune.export.ExportContent.Interval;
import org.attune.hrv.HrvSpan;
import org.attune.hrv.WholeSpan;
import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;

/**
 * The stretch that judged intervals make. Their verdicts are those of the session; of the rhythm
 * only is judged anew, for a session does not keep it and variability of an irregular one is told
 * by nobody.
 */
final class JudgedSpan {
    private final WholeSpan whole = new WholeSpan();
    private final BeatCleaner cleaner = new BeatCleaner(CleaningRules.DEFAULT);
    private final Deque<Beat> waiting = new ArrayDeque<>();

    private JudgedSpan() {}

    /** All of {@code intervals}, in order; one without a verdict counts as an artefact. */
    static HrvSpan of(List<Interval> intervals) {
        JudgedSpan span = new JudgedSpan();
        long ordinal = 0;
        int segment = 0;
        for (Interval each : intervals) {
            ordinal += each.segment() == segment ? 1 : 2;
            segment = each.segment();
            if (each.beatNanos() >= 0) {
                span.take(ordinal, each);
            }
        }
        span.handOn(span.cleaner.flush());
        return span.whole.span();
    }

    private void take(long ordinal, Interval each) {
        SessionTime at = new SessionTime(each.beatNanos());
        RrInterval interval = new RrInterval(each.durationNanos());
        waiting.add(new Beat(ordinal, at, interval, each.verdict().orElse(Verdict.IMPLAUSIBLE)));
        handOn(cleaner.accept(new PlacedInterval(ordinal, at, interval)));
    }

    private void handOn(List<Beat> settled) {
        for (int i = 0; i < settled.size(); i++) {
            whole.add(waiting.remove(), cleaner.rhythm());
        }
    }
}

package org.attune.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.hrv.HrvFeatures;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.RrInterval;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.testkit.Golden;
import org.attune.time.SessionTime;

/** A golden case of a whole session, as moments. */
public final class RecordedSession {
    private RecordedSession() {}

    /** All of a case: beats, conclusions, marks, by time. */
    public static List<Moment> moments(String name) {
        List<Moment> moments = new ArrayList<>();
        long ordinal = 0;
        for (String[] row : Golden.rows(name + "/beats.csv")) {
            SessionTime at = SessionTime.ofSeconds(Double.parseDouble(row[0]));
            RrInterval interval = RrInterval.ofMillis(Double.parseDouble(row[1]));
            Verdict verdict = row[2].equals("1") ? Verdict.NORMAL : Verdict.ECTOPIC;
            Beat beat = new Beat(++ordinal, at, interval, verdict);
            moments.add(new Moment.Judged(at, LaneId.CLIENT, beat));
        }
        for (String[] row : Golden.rows(name + "/seconds.csv")) {
            moments.add(
                    concluded(
                            SessionTime.ofSeconds(Double.parseDouble(row[0])),
                            RegulationState.valueOf(row[1]),
                            number(row[2]),
                            number(row[3]),
                            number(row[4]),
                            why(row)));
        }
        for (String[] row : Golden.rows(name + "/marks.csv")) {
            SessionTime at = SessionTime.ofSeconds(Double.parseDouble(row[0]));
            moments.add(new Moment.Marked(new Marker(at, MarkKind.valueOf(row[1]), row[2])));
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** Why it was still, where the case tells it; else only that it was listened. */
    private static List<Reason> why(String[] row) {
        List<Reason> why = new ArrayList<>();
        if (row.length > 6) {
            number(row[5]).ifPresent(s -> why.add(new Reason(Reason.Code.FLAT, s)));
            number(row[6]).ifPresent(s -> why.add(new Reason(Reason.Code.AFTER_PEAK, s)));
        }
        return why.isEmpty() ? List.of(Reason.LISTENING) : why;
    }

    private static OptionalDouble number(String text) {
        return text.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(text));
    }

    static Moment.Concluded concluded(
            SessionTime at,
            RegulationState state,
            OptionalDouble level,
            OptionalDouble centre,
            OptionalDouble scale) {
        return concluded(at, state, level, centre, scale, List.of(Reason.LISTENING));
    }

    private static Moment.Concluded concluded(
            SessionTime at,
            RegulationState state,
            OptionalDouble level,
            OptionalDouble centre,
            OptionalDouble scale,
            List<Reason> why) {
        Optional<Baseline> band =
                centre.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Baseline(
                                        centre.getAsDouble(),
                                        scale.orElseThrow(),
                                        OptionalDouble.empty(),
                                        SessionTime.ZERO,
                                        at));
        Signal signal =
                level.isEmpty()
                        ? new Signal.Withheld(Reason.LISTENING)
                        : new Signal.Shown(Pace.STAY, CueFate.NONE, why);
        HrvReading reading =
                new HrvReading(
                        at, window(at, 15), window(at, 30), window(at, 60), OptionalDouble.empty());
        return new Moment.Concluded(
                LaneId.CLIENT,
                reading,
                new ArousalEstimate(at, level, state, false, 0.9, band, why, "test"),
                signal);
    }

    private static HrvWindow window(SessionTime to, int seconds) {
        // Before the session there was time too: the length of a window is always its own.
        SessionTime end = new SessionTime(Math.max(to.nanos(), seconds * 1_000_000_000L));
        return new HrvWindow(
                end.plusNanos(-seconds * 1_000_000_000L), end, HrvFeatures.NONE, 1, 0, 20);
    }
}

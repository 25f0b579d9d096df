package org.attune.review;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.signal.CueFate;

/** What held for how long, gathered from single seconds. */
record Stretches(
        Spans<RegulationState> states,
        Spans<Timeline.Gap> gaps,
        Spans<Timeline.Badge> badges,
        Spans<Timeline.Cue> cues) {
    static Stretches of(SecondTable table) {
        return new Stretches(
                runs(table, second -> Optional.of(table.state(second))),
                gaps(table),
                runs(table, second -> badge(table, second)),
                cues(table));
    }

    /** Equal neighbours become one; a second without anything ends the stretch. */
    private static <T> Spans<T> runs(SecondTable table, IntFunction<Optional<T>> what) {
        List<Span<T>> spans = new ArrayList<>();
        Optional<T> held = Optional.empty();
        int since = 1;
        for (int second = 1; second <= table.size(); second++) {
            Optional<T> now = second < table.size() ? what.apply(second) : Optional.empty();
            if (!Objects.equals(now, held)) {
                int from = since;
                int to = second;
                held.ifPresent(each -> spans.add(new Span<>(from - 1.0, to - 1.0, each)));
                since = second;
                held = now;
            }
        }
        return Spans.of(spans);
    }

    private static Optional<Timeline.Badge> badge(SecondTable table, int second) {
        if (table.hasReason(second, Reason.Code.MOVING)) {
            return Optional.of(Timeline.Badge.MOVING);
        }
        if (table.hasReason(second, Reason.Code.AFTER_EXERTION)) {
            return Optional.of(Timeline.Badge.AFTER_EXERTION);
        }
        return table.hasReason(second, Reason.Code.UNEVEN_BREATHING)
                ? Optional.of(Timeline.Badge.TALKING)
                : Optional.empty();
    }

    private static Spans<Timeline.Gap> gaps(SecondTable table) {
        List<Span<Timeline.Gap>> gaps = new ArrayList<>();
        boolean nothingYet = true;
        int second = 1;
        while (second < table.size()) {
            if (table.state(second) != RegulationState.UNKNOWN) {
                nothingYet = false;
                second++;
                continue;
            }
            int from = second;
            while (second < table.size() && table.state(second) == RegulationState.UNKNOWN) {
                second++;
            }
            Timeline.Gap gap = new Timeline.Gap(mostly(table, from, second), nothingYet);
            gaps.add(new Span<>(from - 1.0, second - 1.0, gap));
        }
        return Spans.of(gaps);
    }

    /**
     * The reason that held longest. Listening anew is what follows a loss, not why there was one;
     * it counts where there is nothing else.
     */
    private static Optional<Reason> mostly(SecondTable table, int from, int to) {
        Map<Reason.Code, Integer> seconds = new EnumMap<>(Reason.Code.class);
        Map<Reason.Code, Reason> first = new EnumMap<>(Reason.Code.class);
        for (int second = from; second < to; second++) {
            List<Reason> reasons =
                    table.isRecorded(second) ? table.reasons(second) : List.<Reason>of();
            if (!reasons.isEmpty()) {
                Reason.Code code = reasons.get(0).code();
                seconds.merge(code, 1, Integer::sum);
                first.putIfAbsent(code, reasons.get(0));
            }
        }
        if (seconds.size() > 1) {
            seconds.remove(Reason.Code.LISTENING);
        }
        return seconds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> Optional.ofNullable(first.get(most.getKey())));
    }

    /** A given cue is an instant's: its second, never longer. */
    private static Spans<Timeline.Cue> cues(SecondTable table) {
        return runs(
                table,
                second ->
                        table.fate(second) == CueFate.NONE
                                ? Optional.empty()
                                : Optional.of(
                                        new Timeline.Cue(table.pace(second), table.fate(second))));
    }

    /** As {@link Summary#of} reads it from the moments. */
    @SuppressWarnings("EnumOrdinal") // counted a hundred thousand times for a day
    Summary summary(LaneId lane, SecondTable table) {
        int[] counts = new int[RegulationState.values().length];
        int concluded = 0;
        for (int second = 1; second < table.size(); second++) {
            if (table.isRecorded(second)) {
                concluded++;
                counts[table.state(second).ordinal()]++;
            }
        }
        double step = SessionPipeline.GRID_NANOS / 1e9;
        EnumMap<RegulationState, Double> secondsIn = new EnumMap<>(RegulationState.class);
        for (RegulationState state : RegulationState.values()) {
            if (counts[state.ordinal()] > 0) {
                secondsIn.put(state, counts[state.ordinal()] * step);
            }
        }
        DoubleSummaryStatistics high =
                states.all().stream()
                        .filter(span -> span.what() == RegulationState.HIGH)
                        .mapToDouble(Span::seconds)
                        .summaryStatistics();
        int times = Math.toIntExact(high.getCount());
        double longest = times > 0 ? high.getMax() : 0;
        int given = 0;
        for (Span<Timeline.Cue> cue : cues) {
            given += cue.what().isGiven() ? 1 : 0;
        }
        return new Summary(lane, concluded * step, secondsIn, given, times, longest);
    }
}

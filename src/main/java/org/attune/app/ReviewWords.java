package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.attune.regulation.RegulationState;
import org.attune.review.Episode;
import org.attune.review.Figure;
import org.attune.review.Lack;
import org.attune.review.Marks;
import org.attune.review.ReviewFigures;
import org.attune.review.ReviewFigures.KindResponse;
import org.attune.review.Span;
import org.attune.review.Summary;
import org.attune.review.Timeline;

/** A review in plain words: how good the signal was first, what it cannot say last. */
final class ReviewWords {
    private static final int MOST_GAPS = 5;

    private ReviewWords() {}

    static List<String> lines(ReviewedSession reviewed) {
        List<String> lines = new ArrayList<>();
        String when =
                reviewed.session().map(each -> ", " + BandWords.time(each.startedAt())).orElse("");
        lines.add(reviewed.name() + when + ", " + clock(reviewed.timeline().endSeconds()));
        reviewed.remarks().forEach(each -> lines.add("  the recording is incomplete: " + each));
        reviewed.timeline().fault().ifPresent(each -> lines.add("  the program failed: " + each));
        for (Map.Entry<Timeline, ReviewFigures> lane : reviewed.lanes().entrySet()) {
            lines.add(reviewed.who(lane.getKey().lane()) + ":");
            of(lane.getKey(), lane.getValue()).forEach(each -> lines.add("  " + each));
        }
        lines.add(ReviewFigures.LIMITS);
        return lines;
    }

    private static List<String> of(Timeline lane, ReviewFigures figures) {
        List<String> lines = new ArrayList<>(quality(lane, figures));
        lines.addAll(states(figures.summary()));
        lines.add("where it rose:");
        figures.episodes().forEach(each -> lines.add("  " + episode(each)));
        if (figures.episodes().isEmpty()) {
            lines.add("  " + told(figures.firstRiseSecond(), ReviewWords::clock));
        }
        ReviewFigures.Dose dose = figures.dose();
        lines.add("above the usual range: " + told(dose.secondsAbove(), ReviewWords::clock));
        lines.add("  longest: " + told(dose.longestSeconds(), ReviewWords::clock));
        lines.add("  area: " + told(dose.areaBpmMinutes(), v -> tenths(v) + " bpm min"));
        lines.add("up and back, full cycles: " + told(figures.pendulations(), v -> whole(v)));
        lines.addAll(change(figures.shift()));
        lines.addAll(responses(figures.byKind()));
        lines.addAll(numbers(figures));
        for (ReviewFigures.Stagnation each : figures.stagnations()) {
            lines.add(
                    "flat or low from "
                            + clock(each.from())
                            + " to "
                            + clock(each.to())
                            + (each.peakBefore().isPresent() ? ", soon after a peak: look" : "")
                            + (each.inWork() ? ", while working" : ""));
        }
        lines.add("cues given: " + figures.summary().cues());
        return lines;
    }

    private static List<String> quality(Timeline lane, ReviewFigures figures) {
        List<String> lines = new ArrayList<>();
        double all = figures.ofSeconds();
        OptionalDouble usable = figures.usablePercent();
        String share = usable.isPresent() ? tenths(usable.getAsDouble()) + " %" : "nothing";
        lines.add(
                "signal: "
                        + share
                        + " of "
                        + clock(all)
                        + " usable; percentages are of usable time");
        List<Span<Timeline.Gap>> gaps =
                lane.gaps().all().stream().filter(gap -> !gap.what().beginning()).toList();
        gaps.stream()
                .limit(MOST_GAPS)
                .forEach(
                        gap ->
                                lines.add(
                                        "  no signal at "
                                                + clock(gap.from())
                                                + " for "
                                                + whole(gap.seconds())
                                                + " s: "
                                                + gap.what().toWords()));
        if (gaps.size() > MOST_GAPS) {
            double rest = gaps.stream().skip(MOST_GAPS).mapToDouble(Span::seconds).sum();
            lines.add("  and " + (gaps.size() - MOST_GAPS) + " more, together " + clock(rest));
        }
        double talking =
                lane.badges().all().stream()
                        .filter(span -> span.what() == Timeline.Badge.TALKING)
                        .mapToDouble(Span::seconds)
                        .sum();
        if (talking > 0) {
            lines.add("  perhaps talking for " + clock(talking) + ": variation is less certain");
        }
        return lines;
    }

    private static List<String> states(Summary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("time in each state:");
        for (RegulationState state : RegulationState.values()) {
            double seconds = summary.secondsIn(state);
            if (seconds > 0) {
                OptionalDouble percent = summary.percentOfUsable(state);
                lines.add(
                        "  "
                                + Json.lower(state)
                                + " "
                                + clock(seconds)
                                + (percent.isPresent()
                                        ? ", " + whole(percent.getAsDouble()) + " %"
                                        : ", apart"));
            }
        }
        return lines;
    }

    private static String episode(Episode episode) {
        StringBuilder line = new StringBuilder(clock(episode.onsetSecond()));
        line.append("  peak ").append(told(episode.peakAboveBpm(), v -> signed(v) + " bpm"));
        if (episode.secondsHigh() > 0) {
            line.append(", well above for ").append(clock(episode.secondsHigh()));
        }
        line.append(", area ").append(tenths(episode.areaBpmMinutes())).append(" bpm min");
        line.append(", usual again ")
                .append(told(episode.settlingSeconds(), v -> "after " + clock(v)));
        line.append(", half back ").append(half(episode));
        episode.nearestMark()
                .ifPresent(
                        mark ->
                                line.append(", near ")
                                        .append(words(mark.kind()))
                                        .append(" at ")
                                        .append(clock(Marks.second(mark))));
        return line.append(episode.afterMovement() ? ", with movement" : "").toString();
    }

    private static String half(Episode episode) {
        return episode.recovery()
                .interval()
                .map(
                        range ->
                                told(
                                        episode.recovery().halfSeconds(),
                                        v ->
                                                "in "
                                                        + whole(v)
                                                        + " s ("
                                                        + whole(range.low())
                                                        + " to "
                                                        + whole(range.high())
                                                        + ")"))
                .orElseGet(() -> told(episode.recovery().halfSeconds(), v -> whole(v)));
    }

    private static List<String> change(ReviewFigures.Shift shift) {
        return List.of(
                "start and end:",
                "  quiet stretch at the start: " + told(shift.startBpm(), v -> whole(v) + " bpm"),
                "  last two minutes: " + told(shift.endBpm(), v -> whole(v) + " bpm"),
                "  shift: " + told(shift.shownEndMinusStartBpm(), v -> signed(v) + " bpm"),
                "  calmest of settling: " + told(shift.restBpm(), v -> whole(v) + " bpm"));
    }

    private static List<String> responses(List<KindResponse> kinds) {
        List<String> lines = new ArrayList<>();
        if (!kinds.isEmpty()) {
            lines.add("after each of your marks, 60 s after minus 60 s before:");
        }
        for (KindResponse each : kinds) {
            lines.add(
                    "  "
                            + words(each.kind())
                            + ", "
                            + each.counted()
                            + " of "
                            + each.times()
                            + ": "
                            + told(each.medianChangeBpm(), v -> signed(v) + " bpm"));
        }
        return lines;
    }

    private static List<String> numbers(ReviewFigures figures) {
        List<String> lines = new ArrayList<>();
        ReviewFigures.Agreement agreement = figures.agreement();
        if (agreement.n() > 0) {
            String range =
                    agreement
                            .interval()
                            .map(
                                    each ->
                                            String.format(
                                                    Locale.ROOT,
                                                    " (%.2f to %.2f), n = %d",
                                                    each.low(),
                                                    each.high(),
                                                    agreement.n()))
                            .orElse("");
            lines.add(
                    "own numbers and trace, rank correlation: "
                            + told(
                                    agreement.rankCorrelation(),
                                    v -> String.format(Locale.ROOT, "%.2f", v) + range));
        }
        for (ReviewFigures.Divergence each : figures.divergences()) {
            lines.add(
                    "  "
                            + clock(each.suds().second())
                            + "  number "
                            + each.suds().value()
                            + ": "
                            + each.question());
        }
        return lines;
    }

    /** The figure, or a dash and why there is none. */
    private static String told(Figure figure, DoubleFunction<String> words) {
        return figure.isKnown()
                ? words.apply(figure.value().getAsDouble())
                : "- (" + figure.lack().map(Lack::sentence).orElse("") + ")";
    }

    private static String words(Enum<?> constant) {
        return Json.lower(constant).replace('_', ' ');
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.0f", value);
    }
}

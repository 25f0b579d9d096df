package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationState;
import org.attune.review.Episode;
import org.attune.review.Figure;
import org.attune.review.Lack;
import org.attune.review.Marks;
import org.attune.review.Recovery;
import org.attune.review.ReviewFigures;
import org.attune.review.Span;
import org.attune.review.Summary;
import org.attune.review.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A review for other programs: every figure, in full; one that is withheld is {@code null}, and
 * beside it, under the same name with {@code _withheld}, stands why.
 */
final class ReviewJson {
    private ReviewJson() {}

    static Map<String, @Nullable Object> of(ReviewedSession reviewed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", reviewed.name());
        json.put("started_at", reviewed.session().map(s -> s.startedAt().toString()).orElse(null));
        json.put(
                "settings",
                reviewed.session().map(each -> each.settingsFingerprint()).orElse(null));
        json.put("pipeline", reviewed.session().map(each -> each.pipelineVersion()).orElse(null));
        json.put("end_s", reviewed.timeline().endSeconds());
        json.put("closed", reviewed.timeline().closed());
        json.put("remarks", reviewed.remarks());
        Map<String, Object> lanes = new LinkedHashMap<>();
        reviewed.lanes()
                .forEach((lane, figures) -> lanes.put(lane.lane().value(), lane(lane, figures)));
        json.put("lanes", lanes);
        json.put("limits", ReviewFigures.LIMITS);
        return json;
    }

    private static Map<String, @Nullable Object> lane(Timeline lane, ReviewFigures figures) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        quality(json, lane, figures);
        put(json, "first_rise_s", figures.firstRiseSecond());
        json.put("episodes", figures.episodes().stream().map(ReviewJson::episode).toList());
        Map<String, @Nullable Object> dose = new LinkedHashMap<>();
        put(dose, "above_s", figures.dose().secondsAbove());
        put(dose, "longest_s", figures.dose().longestSeconds());
        put(dose, "area_bpm_min", figures.dose().areaBpmMinutes());
        dose.put("of_s", figures.dose().ofSeconds());
        json.put("dose", dose);
        json.put("shift", shift(figures.shift()));
        json.put("responses", figures.responses().stream().map(ReviewJson::response).toList());
        json.put("responses_by_kind", figures.byKind().stream().map(ReviewJson::kind).toList());
        json.put("agreement", agreement(figures.agreement()));
        json.put("questions", figures.divergences().stream().map(ReviewJson::question).toList());
        put(json, "pendulations", figures.pendulations());
        json.put("stagnations", figures.stagnations().stream().map(ReviewJson::still).toList());
        json.put("cues_given", figures.summary().cues());
        return json;
    }

    private static void quality(
            Map<String, @Nullable Object> json, Timeline lane, ReviewFigures figures) {
        Summary summary = figures.summary();
        json.put("concluded_s", summary.seconds());
        json.put("usable_s", figures.knownSeconds());
        json.put("of_s", figures.ofSeconds());
        json.put("usable_percent", orNull(figures.usablePercent()));
        List<Map<String, @Nullable Object>> gaps = new ArrayList<>();
        for (Span<Timeline.Gap> gap : lane.gaps()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("from_s", gap.from());
            one.put("to_s", gap.to());
            one.put("because", gap.what().toWords());
            one.put("beginning", gap.what().beginning());
            gaps.add(one);
        }
        json.put("gaps", gaps);
        json.put("band_version", lane.bandVersion().orElse(null));
        Map<String, Object> states = new LinkedHashMap<>();
        for (RegulationState state : RegulationState.values()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("s", summary.secondsIn(state));
            one.put("percent_of_usable", orNull(summary.percentOfUsable(state)));
            states.put(Json.lower(state), one);
        }
        json.put("states", states);
        json.put("times_high", summary.timesHigh());
        json.put("longest_high_s", summary.longestHighSeconds());
    }

    private static Map<String, @Nullable Object> episode(Episode episode) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("onset_s", episode.onsetSecond());
        json.put("from_s", episode.from());
        json.put("to_s", episode.to());
        put(json, "peak_s", episode.peakSecond());
        put(json, "peak_bpm", episode.peakBpm());
        put(json, "peak_above_bpm", episode.peakAboveBpm());
        json.put("area_bpm_min", episode.areaBpmMinutes());
        json.put("high_s", episode.secondsHigh());
        json.put("longest_high_s", episode.longestHighSeconds());
        put(json, "settling_s", episode.settlingSeconds());
        put(json, "half_back_s", episode.recovery().halfSeconds());
        range(json, "half_back", episode.recovery().interval().orElse(null));
        json.put("curve", episode.recovery().curve().map(ReviewJson::curve).orElse(null));
        json.put("nearest_mark", episode.nearestMark().map(m -> Json.lower(m.kind())).orElse(null));
        json.put("nearest_mark_s", episode.nearestMark().map(Marks::second).orElse(null));
        json.put("after_movement", episode.afterMovement());
        return json;
    }

    private static Map<String, Object> curve(Recovery.Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("peak_s", curve.peakSecond());
        json.put("centre_bpm", curve.centreBpm());
        json.put("amplitude_bpm", curve.amplitudeBpm());
        json.put("middle_s", curve.middleSeconds());
        json.put("width_s", curve.widthSeconds());
        json.put("explained", curve.explained());
        json.put("points", curve.points());
        return json;
    }

    private static Map<String, @Nullable Object> shift(ReviewFigures.Shift shift) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(json, "start_bpm", shift.startBpm());
        put(json, "end_bpm", shift.endBpm());
        put(json, "rest_bpm", shift.restBpm());
        put(json, "end_minus_start_bpm", shift.endMinusStartBpm());
        put(json, "rest_minus_start_bpm", shift.restMinusStartBpm());
        return json;
    }

    private static Map<String, @Nullable Object> response(ReviewFigures.Response response) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", Json.lower(response.mark().kind()));
        json.put("at_s", Marks.second(response.mark()));
        put(json, "change_bpm", response.changeBpm());
        json.put("beats_before", response.beatsBefore());
        json.put("beats_after", response.beatsAfter());
        json.put("moving", response.moving());
        return json;
    }

    private static Map<String, @Nullable Object> kind(ReviewFigures.KindResponse kind) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", Json.lower(kind.kind()));
        json.put("times", kind.times());
        json.put("counted", kind.counted());
        put(json, "median_change_bpm", kind.medianChangeBpm());
        return json;
    }

    private static Map<String, @Nullable Object> agreement(ReviewFigures.Agreement agreement) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(json, "rank_correlation", agreement.rankCorrelation());
        range(json, "rank_correlation", agreement.interval().orElse(null));
        json.put("n", agreement.n());
        return json;
    }

    private static Map<String, @Nullable Object> question(ReviewFigures.Divergence divergence) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at_s", divergence.suds().second());
        json.put("number", divergence.suds().value());
        json.put("steps", divergence.steps());
        json.put("question", divergence.question());
        return json;
    }

    private static Map<String, @Nullable Object> still(ReviewFigures.Stagnation stagnation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from_s", stagnation.from());
        json.put("to_s", stagnation.to());
        json.put("in_work", stagnation.inWork());
        json.put("peak_before_s", stagnation.peakBefore().orElse(null));
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String name, Figure figure) {
        json.put(name, orNull(figure.value()));
        figure.lack().map(Lack::sentence).ifPresent(why -> json.put(name + "_withheld", why));
    }

    private static void range(
            Map<String, @Nullable Object> json, String name, Recovery.@Nullable Range range) {
        json.put(name + "_low", range == null ? null : range.low());
        json.put(name + "_high", range == null ? null : range.high());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}

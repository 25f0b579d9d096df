package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.review.dyad.AgainstChance;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.DyadRules;
import org.jspecify.annotations.Nullable;

/**
 * Two people of a session, in words and for other programs: each figure beside what chance gives,
 * and no score of them.
 */
final class DyadWords {
    private DyadWords() {}

    static List<String> lines(ReviewedSession reviewed, List<Dyad> pairs, DyadRules rules) {
        List<String> lines = new ArrayList<>();
        lines.add(reviewed.name() + ", two people (experimental)");
        for (Dyad pair : pairs) {
            lines.add(reviewed.who(pair.first()) + " and " + reviewed.who(pair.second()) + ":");
            List<String> said =
                    pair instanceof Dyad.Measured measured
                            ? measured(reviewed, measured, rules)
                            : List.of(blank((Dyad.Blank) pair));
            said.forEach(each -> lines.add("  " + each));
        }
        lines.add(Dyad.LIMITS);
        return lines;
    }

    private static String blank(Dyad.Blank blank) {
        return switch (blank.because()) {
            case ONE_SIDE_SILENT -> "- (no heart rate of one of them)";
            case TOO_LITTLE_TIME ->
                    "- (needs "
                            + clock(blank.neededSeconds())
                            + " in which both are known, there are "
                            + clock(blank.usableSeconds())
                            + ")";
            case FLAGS ->
                    "- (a pacemaker, a transplanted heart or an irregular rhythm sets the rate of"
                            + " one of them)";
        };
    }

    private static List<String> measured(
            ReviewedSession reviewed, Dyad.Measured found, DyadRules rules) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%d segments of %.0f s in which both are known; chance: %d pairs of them"
                                + " that never were",
                        found.segments(),
                        rules.segmentSeconds(),
                        found.absolute().surrogates()));
        lines.add("together or against: " + beside(found, found.absolute()));
        lines.add("together less against: " + beside(found, found.signed()));
        lines.add(
                "farthest at one lag: "
                        + beside(found, found.peak())
                        + (found.beyondChance(found.peak())
                                ? String.format(Locale.ROOT, ", at %+.1f s", found.peakLagSeconds())
                                : ""));
        lines.add(
                "slopes going together (concordance index): "
                        + found.concordance()
                                .map(each -> beside(found, each))
                                .orElse("- (it cannot be formed)"));
        lines.add("who went ahead: " + lead(reviewed, found));
        return lines;
    }

    private static String beside(Dyad.Measured found, AgainstChance measure) {
        return String.format(
                Locale.ROOT,
                "%.3f, by chance %.3f (%.3f to %.3f), p = %.3f: %s",
                measure.value(),
                measure.chanceMean(),
                measure.chanceLow(),
                measure.chanceHigh(),
                measure.p(),
                found.beyondChance(measure) ? "beyond chance" : "not told from chance");
    }

    private static String lead(ReviewedSession reviewed, Dyad.Measured found) {
        return switch (found.lead()) {
            case FIRST -> reviewed.who(found.first());
            case SECOND -> reviewed.who(found.second());
            case NEITHER -> "not told from chance";
            case NOT_JUDGED ->
                    "not judged: a sensor that tells a rate only is late by an unknown time";
        };
    }

    static Map<String, @Nullable Object> json(
            ReviewedSession reviewed, List<Dyad> pairs, DyadRules rules) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", reviewed.name());
        json.put("experimental", true);
        json.put("segment_s", rules.segmentSeconds());
        json.put("most_lag_s", rules.mostLagSeconds());
        json.put("surrogate_kind", Json.lower(rules.kind()));
        json.put("seed", rules.seed());
        List<Object> all = new ArrayList<>();
        pairs.forEach(each -> all.add(json(each)));
        json.put("pairs", all);
        json.put("limits", Dyad.LIMITS);
        return json;
    }

    private static Map<String, @Nullable Object> json(Dyad pair) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("first", pair.first().value());
        json.put("second", pair.second().value());
        json.put("usable_s", pair.usableSeconds());
        if (pair instanceof Dyad.Blank blank) {
            json.put("measures", null);
            json.put("measures_withheld", Json.lower(blank.because()));
            return json;
        }
        Dyad.Measured found = (Dyad.Measured) pair;
        json.put("segments", found.segments());
        Map<String, @Nullable Object> measures = new LinkedHashMap<>();
        measures.put("absolute", json(found, found.absolute()));
        measures.put("signed", json(found, found.signed()));
        measures.put("peak", json(found, found.peak()));
        measures.put(
                "concordance_index",
                found.concordance().map(each -> json(found, each)).orElse(null));
        json.put("measures", measures);
        json.put(
                "peak_lag_s",
                found.beyondChance(found.peak()) ? (Object) found.peakLagSeconds() : null);
        json.put("lead", Json.lower(found.lead()));
        json.put("lead_difference", json(found, found.leadDifference()));
        List<Object> profile = new ArrayList<>();
        for (Dyad.LagPoint each : found.profile()) {
            Map<String, @Nullable Object> point = new LinkedHashMap<>();
            point.put("lag_s", each.lagSeconds());
            point.put("z", each.z());
            profile.add(point);
        }
        json.put("profile", profile);
        return json;
    }

    private static Map<String, @Nullable Object> json(Dyad.Measured found, AgainstChance measure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("value", measure.value());
        json.put("chance_mean", measure.chanceMean());
        json.put("chance_sd", measure.chanceDeviation());
        json.put("chance_low", measure.chanceLow());
        json.put("chance_high", measure.chanceHigh());
        json.put("p", measure.p());
        json.put("surrogates", measure.surrogates());
        json.put("beyond_chance", found.beyondChance(measure));
        return json;
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}

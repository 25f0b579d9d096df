package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.regulation.RegulationState;
import org.attune.review.ReviewFigures;
import org.attune.review.Span;
import org.attune.review.Timeline;
import org.attune.review.WhatIf;
import org.jspecify.annotations.Nullable;

/** A session as it would have been judged otherwise, in words and for other programs. */
final class WhatIfWords {
    private static final int MOST_CHANGES = 12;

    private WhatIfWords() {}

    /**
     * In words.
     *
     * @param changes the settings laid over the profile, as they were asked for
     */
    static List<String> lines(
            ReviewedSession reviewed, WhatIfDesk.Judged answer, List<String> changes) {
        List<String> lines = new ArrayList<>();
        lines.add(
                reviewed.name()
                        + ", profile "
                        + answer.profile()
                        + (changes.isEmpty() ? "" : " with " + String.join(", ", changes)));
        answer.remarks().forEach(each -> lines.add("  " + each));
        for (WhatIf.Lane lane : answer.compared().lanes()) {
            lines.add(reviewed.who(lane.lane()) + ":");
            lines(lane).forEach(each -> lines.add("  " + each));
        }
        lines.add("What people would have done then, nobody knows.");
        lines.add(ReviewFigures.LIMITS);
        return lines;
    }

    private static List<String> lines(WhatIf.Lane lane) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "would have cued "
                        + times(lane.cuesWould())
                        + "; had cued "
                        + times(lane.cuesWere()));
        for (RegulationState state : RegulationState.values()) {
            double was = lane.was().summary().secondsIn(state);
            double would = lane.would().summary().secondsIn(state);
            if (was > 0 || would > 0) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%s %s, had been %s",
                                Json.lower(state),
                                clock(would),
                                clock(was)));
            }
        }
        List<Span<WhatIf.Change>> changes = lane.changes().all();
        if (changes.isEmpty()) {
            lines.add(
                    lane.identical()
                            ? "every conclusion is the same"
                            : "the same state in every second");
            return lines;
        }
        lines.add("another state for " + clock(lane.changes().seconds()) + ":");
        for (Span<WhatIf.Change> each :
                changes.subList(0, Math.min(MOST_CHANGES, changes.size()))) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %s for %s: %s, was %s",
                            clock(each.from()),
                            clock(each.seconds()),
                            Json.lower(each.what().would()),
                            Json.lower(each.what().was())));
        }
        if (changes.size() > MOST_CHANGES) {
            lines.add("  and " + (changes.size() - MOST_CHANGES) + " more stretches");
        }
        return lines;
    }

    private static String times(List<WhatIf.Cue> cues) {
        String count =
                switch (cues.size()) {
                    case 0 -> "never";
                    case 1 -> "once";
                    case 2 -> "twice";
                    default -> cues.size() + " times";
                };
        return cues.isEmpty()
                ? count
                : count
                        + " ("
                        + cues.stream()
                                .map(each -> clock(each.second()) + " " + Json.lower(each.pace()))
                                .collect(Collectors.joining(", "))
                        + ")";
    }

    /** For other programs: every cue, every state's time, every stretch that differs. */
    static Map<String, @Nullable Object> json(
            ReviewedSession reviewed, WhatIfDesk.Judged answer, List<String> changes) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", reviewed.name());
        json.put("profile", answer.profile());
        json.put("changes", changes);
        json.put("settings", answer.asked().fingerprint());
        json.put("remarks", answer.remarks());
        Map<String, @Nullable Object> lanes = new LinkedHashMap<>();
        answer.compared().lanes().forEach(lane -> lanes.put(lane.lane().value(), json(lane)));
        json.put("lanes", lanes);
        json.put("limits", ReviewFigures.LIMITS);
        return json;
    }

    private static Map<String, @Nullable Object> json(WhatIf.Lane lane) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("identical", lane.identical());
        json.put("was", course(lane.was(), lane.cuesWere()));
        json.put("would", course(lane.would(), lane.cuesWould()));
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (Span<WhatIf.Change> each : lane.changes()) {
            Map<String, @Nullable Object> change = new LinkedHashMap<>();
            change.put("from_s", each.from());
            change.put("to_s", each.to());
            change.put("was", Json.lower(each.what().was()));
            change.put("would", Json.lower(each.what().would()));
            changes.add(change);
        }
        json.put("changes", changes);
        return json;
    }

    private static Map<String, @Nullable Object> course(Timeline lane, List<WhatIf.Cue> cues) {
        Map<String, @Nullable Object> course = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> given = new ArrayList<>();
        for (WhatIf.Cue each : cues) {
            Map<String, @Nullable Object> cue = new LinkedHashMap<>();
            cue.put("t_s", each.second());
            cue.put("pace", each.pace().name());
            given.add(cue);
        }
        course.put("cues", given);
        Map<String, @Nullable Object> states = new LinkedHashMap<>();
        for (RegulationState state : RegulationState.values()) {
            states.put(Json.lower(state), lane.summary().secondsIn(state));
        }
        course.put("states_s", states);
        course.put("times_high", lane.summary().timesHigh());
        course.put("longest_high_s", lane.summary().longestHighSeconds());
        return course;
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}

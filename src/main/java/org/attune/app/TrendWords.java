package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;
import org.attune.review.trend.PartFigures;
import org.attune.review.trend.Trend;
import org.attune.review.trend.Trend.Because;
import org.attune.review.trend.Trend.Comparison;
import org.attune.review.trend.Trend.Line;
import org.attune.review.trend.Trend.Panel;
import org.attune.review.trend.Trend.Point;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendSession;
import org.attune.session.Phase;
import org.attune.session.SessionId;
import org.jspecify.annotations.Nullable;

/** A trend in plain words, and as JSON. Never of better or worse. */
final class TrendWords {
    private TrendWords() {}

    /**
     * @param least sessions without which there is no line
     * @param corrected sessions of which marks were corrected afterwards
     */
    static List<String> lines(Trend trend, int least, Set<SessionId> corrected) {
        List<String> lines = new ArrayList<>();
        lines.add("the newest sessions, oldest first:");
        for (int i = 0; i < trend.sessions().size(); i++) {
            TrendSession each = trend.sessions().get(i);
            boolean moved = corrected.contains(each.session().id());
            lines.add("  " + session(i, each) + (moved ? ", marks at corrected times" : ""));
        }
        if (trend.sessions().isEmpty()) {
            lines.add("  none");
        }
        for (Trend.Break each : trend.breaks()) {
            lines.add(
                    (each.because() == Because.SOURCE_UNCLEAR ? "session " : "before session ")
                            + (each.before() + 1)
                            + ": "
                            + words(each.because()));
        }
        for (Panel panel : trend.panels()) {
            lines.add(name(panel));
            panel.lines().forEach(line -> lines.add("  " + words(panel.measure(), line)));
            lines.add("  " + words(panel));
        }
        if (trend.panels().isEmpty()) {
            lines.add("no trend: at least " + least + " sessions that compare are needed");
        }
        lines.add(Trend.LIMITS);
        return lines;
    }

    private static String session(int index, TrendSession session) {
        StringBuilder line = new StringBuilder();
        line.append(index + 1).append("  ");
        line.append(BandWords.time(session.session().startedAt())).append("  ");
        line.append(session.source().map(Json::lower).orElse("sensor unclear"));
        line.append(", ").append(usable(session.whole())).append(" usable");
        session.bandVersion().ifPresent(version -> line.append(", band ").append(version));
        if (!session.flags().isEmpty()) {
            line.append(", ").append(ClientFlags.text(session.flags()));
        }
        if (session.phases().isEmpty()) {
            line.append(", no phase marked");
        }
        if (session.judgedAgain()) {
            line.append(", judged again by the settings and the version of now");
        }
        return line.append(session.incomplete() ? ", incomplete" : "").toString();
    }

    private static String usable(PartFigures part) {
        return part.seconds() > 0
                ? Math.round(100 * part.shownSeconds() / part.seconds()) + " %"
                : "nothing";
    }

    private static String words(Because because) {
        return switch (because) {
            case FLAGS -> "other flags held from here; lines end";
            case JUDGING -> "judged otherwise; lines end";
            case SOURCE_UNCLEAR ->
                    "what its beats came from is not known or changed; it stands in no line";
        };
    }

    private static String name(Panel panel) {
        return words(panel.measure())
                + ", "
                + panel.phase().map(TrendWords::words).orElse("whole session")
                + ":";
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case ARRIVE -> "arriving";
            case WORK -> "working";
            case SETTLE -> "settling";
        };
    }

    private static String words(TrendMeasure measure) {
        return switch (measure) {
            case HEART_RATE -> "heart rate (bpm)";
            case LN_RMSSD -> "ln RMSSD";
            case ABOVE_USUAL -> "time above usual (% of usable)";
            case HIGH -> "time in High (% of usable)";
            case RECOVERY_HALF_TIME -> "recovery half-time (s)";
            case USABLE -> "usable time (%)";
        };
    }

    private static String words(TrendMeasure measure, Line line) {
        StringJoiner values = new StringJoiner("  ", Json.lower(line.source()) + ": ", "");
        for (Point point : line.points()) {
            values.add((point.session() + 1) + ") " + figure(measure, point.value()));
        }
        return values.toString();
    }

    private static String words(Panel panel) {
        if (panel.newest().isEmpty()) {
            return "too few sessions compare with the newest to set it beside them";
        }
        Comparison newest = panel.newest().get();
        return switch (newest.standing()) {
                    case HIGHER -> "the newest is higher than";
                    case LOWER -> "the newest is lower than";
                    case WITHIN -> "the newest lies within";
                }
                + String.format(
                        Locale.ROOT,
                        " this person's last %d (middle %s, range %s to %s)",
                        newest.sessions(),
                        figure(panel.measure(), newest.middle()),
                        figure(panel.measure(), newest.low()),
                        figure(panel.measure(), newest.high()));
    }

    private static String figure(TrendMeasure measure, double value) {
        return switch (measure) {
            case LN_RMSSD -> String.format(Locale.ROOT, "%.2f", value);
            case HEART_RATE -> String.format(Locale.ROOT, "%.1f", value);
            case RECOVERY_HALF_TIME -> String.valueOf(Math.round(value));
            case ABOVE_USUAL, HIGH, USABLE ->
                    // The range may reach beyond what a share can be.
                    String.valueOf(Math.round(Math.max(0, Math.min(100, value))));
        };
    }

    static Map<String, @Nullable Object> json(Trend trend, Set<SessionId> corrected) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "sessions",
                trend.sessions().stream()
                        .map(each -> json(each, corrected.contains(each.session().id())))
                        .toList());
        json.put("breaks", trend.breaks().stream().map(TrendWords::json).toList());
        json.put("panels", trend.panels().stream().map(TrendWords::json).toList());
        json.put("limits", Trend.LIMITS);
        return json;
    }

    private static Map<String, @Nullable Object> json(TrendSession session, boolean corrected) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("session", session.session().id().value());
        json.put("started_at", session.session().startedAt().toString());
        json.put("source", session.source().map(Json::lower).orElse(null));
        json.put("flags", ClientFlags.codes(session.flags()));
        json.put(
                "band_version",
                session.bandVersion().isPresent() ? session.bandVersion().getAsInt() : null);
        json.put("settings_fingerprint", session.judgedBy().settingsFingerprint());
        json.put("pipeline_version", session.judgedBy().pipelineVersion());
        json.put("judged_again", session.judgedAgain());
        json.put("incomplete", session.incomplete());
        json.put("marks_corrected", corrected);
        json.put("recovery_half_s", value(session.recoveryHalfSeconds()));
        json.put("whole", json(session.whole()));
        Map<String, @Nullable Object> phases = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            Optional<PartFigures> part = session.part(Optional.of(phase));
            part.ifPresent(each -> phases.put(Json.lower(phase), json(each)));
        }
        json.put("phases", phases);
        return json;
    }

    private static Map<String, @Nullable Object> json(PartFigures part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seconds", part.seconds());
        json.put("usable_s", part.shownSeconds());
        json.put("rate_s", part.rateSeconds());
        json.put("heart_rate_bpm", value(part.heartRateBpm()));
        json.put("ln_rmssd", value(part.lnRmssd()));
        json.put("ln_rmssd_s", part.lnRmssdSeconds());
        json.put("above_usual_s", part.aboveSeconds());
        json.put("high_s", part.highSeconds());
        return json;
    }

    private static Map<String, @Nullable Object> json(Trend.Break each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("before", each.before());
        json.put("because", Json.lower(each.because()));
        return json;
    }

    private static Map<String, @Nullable Object> json(Panel panel) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("measure", Json.lower(panel.measure()));
        json.put("phase", panel.phase().map(Json::lower).orElse(null));
        json.put("lines", panel.lines().stream().map(TrendWords::json).toList());
        json.put("newest", panel.newest().map(TrendWords::json).orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> json(Line line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", Json.lower(line.source()));
        json.put("sessions", line.points().stream().map(Point::session).toList());
        json.put("values", line.points().stream().map(each -> round(each.value())).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Comparison newest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("standing", Json.lower(newest.standing()));
        json.put("value", round(newest.value()));
        json.put("middle", round(newest.middle()));
        json.put("low", round(newest.low()));
        json.put("high", round(newest.high()));
        json.put("earlier_sessions", newest.sessions());
        return json;
    }

    private static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? round(value.getAsDouble()) : null;
    }

    private static Double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}

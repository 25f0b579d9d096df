package org.attune.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.BandAdvice;
import org.attune.regulation.BandLearner.Exclusion;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.RestFigure;
import org.attune.store.ApprovedBand;
import org.attune.store.ClientCard;
import org.jspecify.annotations.Nullable;

/** A person's band and what sessions say of it: in plain words, and as JSON. */
final class BandWords {
    private BandWords() {}

    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    static String line(PersonalBand band) {
        return String.format(
                Locale.ROOT,
                "version %d: middle %.1f bpm, a step %.1f bpm, %.1f bpm from session to session;"
                        + " %d sessions, %s",
                band.version(),
                band.centreBpm(),
                band.scaleBpm(),
                band.betweenBpm(),
                band.sessions(),
                Json.lower(band.source()));
    }

    static String line(ApprovedBand approved) {
        return line(approved.band()) + "; approved " + time(approved.approvedAt());
    }

    /** All that is said of a client's sessions, line by line. */
    static List<String> lines(ClientSessions sessions) {
        List<String> lines = new ArrayList<>();
        lines.add(
                sessions.card()
                        .inForce()
                        .map(approved -> "in force: " + line(approved))
                        .orElse("in force: none"));
        lines.add("the newest sessions, oldest first:");
        for (ClientSessions.Taught each : sessions.taught()) {
            lines.add("  " + time(each.startedAt()) + "  " + words(each));
        }
        if (sessions.taught().isEmpty()) {
            lines.add("  none");
        }
        lines.addAll(
                sessions.advice()
                        .match(
                                proposed -> proposal(proposed, sessions.card()),
                                withheld -> List.of("nothing proposed: " + words(withheld))));
        return lines;
    }

    private static String words(ClientSessions.Taught taught) {
        if (taught.rest().isEmpty()) {
            return "no rest found in it";
        }
        RestFigure rest = taught.rest().get();
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "rest %.1f bpm", rest.centreBpm()));
        line.append(" (beginning ").append(bpm(rest.startBpm()));
        line.append(", end ").append(bpm(rest.endBpm())).append(')');
        taught.excluded().ifPresent(why -> line.append("; does not count: ").append(words(why)));
        return line.toString();
    }

    private static String bpm(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.1f", value.getAsDouble())
                : "not known";
    }

    static String words(Exclusion exclusion) {
        return switch (exclusion) {
            case TOO_LITTLE_REST -> "too little rest";
            case SOURCE_UNKNOWN -> "what the beats came from is not known";
            case PREGNANCY -> "pregnancy";
            case OTHER_FLAGS -> "other flags held then";
            case OTHER_SOURCE -> "another kind of sensor";
            case OLD -> "there are enough newer ones";
        };
    }

    static String words(BandAdvice.Withheld withheld) {
        return switch (withheld.because()) {
            case FLAGS -> "with this person's flags, sessions say nothing of each other";
            case TOO_FEW ->
                    withheld.sessions() == 0
                            ? "no session counts yet"
                            : "too few sessions count (" + withheld.sessions() + ")";
            case NOTHING_NEW -> "no session that counts was held since the band was approved";
        };
    }

    private static List<String> proposal(BandAdvice.Proposed proposed, ClientCard card) {
        List<String> lines = new ArrayList<>();
        lines.add("proposed: " + line(proposed.band()));
        if (!card.bands().isEmpty()) {
            PersonalBand inForce = card.inForce().orElseThrow().band();
            PersonalBand first = card.bands().get(0).band();
            lines.add(
                    "drift of its upper edge: "
                            + drift(proposed.band(), inForce)
                            + " since version "
                            + inForce.version()
                            + ", "
                            + drift(proposed.band(), first)
                            + " since the first");
        }
        if (proposed.heldBackBpm() > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "held back by %.1f bpm: the sessions alone would raise it further;"
                                    + " ask whether what they call rest was rest",
                            proposed.heldBackBpm()));
        }
        return lines;
    }

    private static String drift(PersonalBand band, PersonalBand before) {
        return String.format(Locale.ROOT, "%+.1f bpm", band.upperEdgeBpm() - before.upperEdgeBpm());
    }

    static Map<String, @Nullable Object> json(PersonalBand band) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", band.version());
        json.put("centre_bpm", round(band.centreBpm()));
        json.put("scale_bpm", round(band.scaleBpm()));
        json.put("between_bpm", round(band.betweenBpm()));
        json.put("ln_rmssd", value(band.lnRmssd()));
        json.put("source", Json.lower(band.source()));
        json.put("sessions", band.sessions());
        return json;
    }

    static Map<String, @Nullable Object> json(ApprovedBand approved) {
        Map<String, @Nullable Object> json = json(approved.band());
        json.put("approved_at", approved.approvedAt().toString());
        json.put("flags", ClientFlags.codes(approved.flags()));
        return json;
    }

    static Map<String, @Nullable Object> json(ClientSessions sessions) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("in_force", sessions.card().inForce().map(BandWords::json).orElse(null));
        json.put("sessions", sessions.taught().stream().map(BandWords::json).toList());
        Optional<BandAdvice.Proposed> proposed =
                sessions.advice().match(Optional::of, withheld -> Optional.empty());
        json.put("proposed", proposed.map(each -> json(each.band())).orElse(null));
        json.put("held_back_bpm", proposed.map(each -> round(each.heldBackBpm())).orElse(null));
        json.put(
                "not_proposed_because",
                sessions.advice().match(each -> null, withheld -> Json.lower(withheld.because())));
        return json;
    }

    private static Map<String, @Nullable Object> json(ClientSessions.Taught taught) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Optional<RestFigure> rest = taught.rest();
        json.put("session", taught.entry().session().id().value());
        json.put("started_at", taught.startedAt().toString());
        json.put("rest_bpm", rest.map(each -> round(each.centreBpm())).orElse(null));
        json.put("start_bpm", rest.map(each -> value(each.startBpm())).orElse(null));
        json.put("end_bpm", rest.map(each -> value(each.endBpm())).orElse(null));
        json.put("scale_bpm", rest.map(each -> value(each.scaleBpm())).orElse(null));
        json.put("ln_rmssd", rest.map(each -> value(each.lnRmssd())).orElse(null));
        json.put("source", rest.map(each -> Json.lower(each.source())).orElse(null));
        json.put("usable_s", rest.map(RestFigure::usableSeconds).orElse(null));
        json.put("counts", taught.counts());
        json.put(
                "excluded_because",
                rest.isEmpty() ? "no_rest" : taught.excluded().map(Json::lower).orElse(null));
        return json;
    }

    private static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? round(value.getAsDouble()) : null;
    }

    private static Double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}

package org.attune.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.config.SettingsLoader;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.StateRules;
import org.attune.review.SessionTimeline;
import org.attune.review.Timeline;
import org.attune.review.WhatIf;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.store.StoredSession;
import org.attune.ui.review.WhatIfQuestions;
import org.jspecify.annotations.Nullable;

/**
 * Judges a recorded session as it would have been judged by another profile or other thresholds. It
 * holds the recorded moments for as long as it is held; nothing is written. One caller at a time.
 */
final class WhatIfDesk {
    static final String SOURCE = "--what-if";

    private final CommonOptions common;
    private final StoredSession stored;
    private final SessionTimeline recorded;
    private final Map<String, AttuneSettings> profiles;
    private final Optional<String> then;
    private @Nullable SessionTimeline anew;

    /**
     * An answer.
     *
     * @param compared the session as it was beside as it would have been
     * @param asked the settings it would have been judged by
     * @param profile the profile they rest on
     * @param remarks what is to be said beside: a newer version, settings that are not at hand
     */
    record Judged(WhatIf compared, AttuneSettings asked, String profile, List<String> remarks) {}

    /**
     * @param recorded the lanes of those who agreed to review, as they were judged
     */
    WhatIfDesk(CommonOptions common, StoredSession stored, SessionTimeline recorded) {
        this.common = common;
        this.stored = stored;
        this.recorded = recorded;
        this.profiles = Profiles.named(common);
        String fingerprint = session().settingsFingerprint();
        this.then =
                profiles.entrySet().stream()
                        .filter(each -> each.getValue().fingerprint().equals(fingerprint))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private Session session() {
        return stored.entry().session();
    }

    /** The profiles there are, the standard first. */
    List<String> profiles() {
        return List.copyOf(profiles.keySet());
    }

    /** The profile the session began with; the standard where its settings are not at hand. */
    String begunWith() {
        return then.orElse(Profiles.NONE);
    }

    /**
     * Judges it.
     *
     * @param profile empty for the one the session began with, and those it changed to
     * @param changes settings laid over it, as {@code key=value}
     * @throws UsageException when the session changed to a profile that cannot be had as it was
     * @throws org.attune.config.ConfigException when a setting cannot be used
     */
    Judged judge(Optional<String> profile, List<String> changes) {
        String base = profile.orElse(begunWith());
        AttuneSettings asked = settings(base, changes);
        Map<String, PipelineSettings> adopted = new HashMap<>();
        for (String detail : adoptedIn(stored.moments())) {
            adopted.put(
                    detail, profile.isPresent() ? asked.pipeline() : sameProfile(detail, changes));
        }
        SessionTimeline was = was();
        WhatIf compared = WhatIf.of(was, stored.moments(), pipeline(asked.pipeline(), adopted));
        return new Judged(compared, asked, base, remarks());
    }

    /** For the window. */
    WhatIfQuestions questions() {
        return new WhatIfQuestions() {
            @Override
            public List<String> profiles() {
                return WhatIfDesk.this.profiles();
            }

            @Override
            public String begunWith() {
                return WhatIfDesk.this.begunWith();
            }

            @Override
            public Answer judge(Wish wish) {
                List<String> changes =
                        wish.changes().entrySet().stream()
                                .map(each -> each.getKey() + "=" + number(each.getValue()))
                                .toList();
                Judged answer =
                        WhatIfDesk.this.judge(
                                Optional.of(wish.profile()).filter(each -> !each.isEmpty()),
                                changes);
                return new Answer(
                        answer.compared(), values(answer.asked().pipeline()), answer.remarks());
            }
        };
    }

    /** Whole numbers without decimals: some settings take no others. */
    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static Map<String, Double> values(PipelineSettings settings) {
        StateRules states = settings.regulation().states();
        return Map.of(
                "states.rising_above", states.risingAbove(),
                "states.rising_dwell_seconds", states.risingDwellSeconds(),
                "states.high_above", states.highAbove(),
                "states.high_least_bpm", states.highLeastBpm(),
                "states.high_dwell_seconds", states.highDwellSeconds(),
                "cues.refractory_seconds", settings.cues().refractorySeconds(),
                "cues.budget", (double) settings.cues().budget());
    }

    private AttuneSettings settings(String profile, List<String> changes) {
        return SettingsLoader.load(
                common.settingsFile(),
                profile.equals(Profiles.NONE) ? null : profile,
                SOURCE,
                changes);
    }

    private SessionPipeline pipeline(
            PipelineSettings settings, Map<String, PipelineSettings> adopted) {
        List<LaneId> lanes = session().participants().stream().map(Participant::lane).toList();
        return Wiring.pipeline(lanes, settings, Optional.empty(), adopted);
    }

    /** What the session changed to, with the same changes laid over it. */
    private PipelineSettings sameProfile(String detail, List<String> changes) {
        String name = detail.substring(0, detail.indexOf('@'));
        AttuneSettings known = profiles.get(name);
        if (known == null || !Profiles.mark(name, known).equals(detail)) {
            throw new UsageException(
                    "the session changed to profile "
                            + name
                            + ", whose settings are others now; give them with --config, or"
                            + " name one profile for all of it with --profile");
        }
        return settings(name, changes).pipeline();
    }

    /**
     * What it is held against. Of an older version, or of settings that are not at hand, the
     * session is judged anew first: else the difference would be that of the program.
     */
    private SessionTimeline was() {
        if (isOfNow()) {
            return recorded;
        }
        if (anew == null) {
            Map<String, PipelineSettings> adopted = new HashMap<>();
            AttuneSettings base = settings(begunWith(), List.of());
            for (String detail : adoptedIn(stored.moments())) {
                AttuneSettings known = profiles.get(detail.substring(0, detail.indexOf('@')));
                adopted.put(detail, (known == null ? base : known).pipeline());
            }
            List<LaneId> lanes = recorded.lanes().stream().map(Timeline::lane).toList();
            SessionTimeline.Reader reader = new SessionTimeline.Reader(lanes);
            Replay.play(stored.moments(), pipeline(base.pipeline(), adopted), reader::add);
            anew = reader.read();
        }
        return anew;
    }

    private boolean isOfNow() {
        return then.isPresent() && session().pipelineVersion().equals(SessionPipeline.VERSION);
    }

    private List<String> remarks() {
        if (isOfNow()) {
            return List.of();
        }
        return List.of(
                then.isEmpty()
                        ? "the settings of then are not at hand (give them with --config):"
                                + " both are judged anew, by the settings of now"
                        : "recorded by pipeline version "
                                + session().pipelineVersion()
                                + ": both are judged anew, by version "
                                + SessionPipeline.VERSION);
    }

    private static List<String> adoptedIn(List<Moment> log) {
        return log.stream()
                .filter(Moment.Marked.class::isInstance)
                .map(moment -> ((Moment.Marked) moment).marker())
                .filter(marker -> marker.kind() == MarkKind.PROFILE)
                .map(marker -> marker.detail())
                .distinct()
                .toList();
    }
}

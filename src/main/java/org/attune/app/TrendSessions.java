package org.attune.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentScope;
import org.attune.pipeline.Moment;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.trend.TrendSession;
import org.attune.review.trend.TrendSession.Judging;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.FigureStore;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/**
 * A client's newest sessions in figures. A session that was judged by other settings or another
 * version than now, or that changed its profile, is judged again, so that all compare. What was
 * worked out once is kept in the vault with the recording, and gone with it; it counts only as long
 * as the recording, what was said of it, the settings and the program are the same. Any thread.
 */
final class TrendSessions {
    /** Figures of another release, or counted otherwise, are worked out anew. */
    private static final String BY =
            Version.TEXT + ", pipeline " + SessionPipeline.VERSION + ", form " + TrendSession.FORM;

    /** How many of the newest are laid side by side where nobody says otherwise. */
    static final int USUAL = 12;

    private final Vault vault;
    private final ClientCode client;
    private final AttuneSettings settings;
    private final boolean again;
    private final List<SessionEntry> entries;
    private final Map<SessionId, TrendSession> kept;

    /**
     * @param most how many of the newest at most
     * @param again whether what was judged otherwise is judged again; else it keeps its judgement,
     *     and stands in a line of its own
     */
    TrendSessions(
            Vault vault, ClientCode client, AttuneSettings settings, int most, boolean again) {
        this.vault = vault;
        this.client = client;
        this.settings = settings;
        this.again = again;
        List<SessionEntry> all = ClientSessions.sessionsOf(vault, client);
        this.entries = List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
        List<Session> sessions = entries.stream().map(SessionEntry::session).toList();
        this.kept = vault.figures().find(client, sessions, which(), BY);
        kept.values().removeIf(each -> !each.judgedBy().equals(judging(each.session())));
    }

    /** What a person did not agree to of what it takes; empty when nothing is missing. */
    static List<String> missingConsent(Vault vault, ClientCode client) {
        return vault.consents()
                .log(client)
                .missing(
                        List.of(ConsentScope.REVIEW, ConsentScope.DERIVE),
                        WallClock.system().now());
    }

    private FigureStore.Which which() {
        return again ? FigureStore.Which.OF_NOW : FigureStore.Which.AS_JUDGED;
    }

    private Judging judging(Session session) {
        return again
                ? new Judging(settings.fingerprint(), SessionPipeline.VERSION)
                : Judging.of(session);
    }

    /** The sessions, oldest first. */
    List<SessionEntry> entries() {
        return entries;
    }

    /** The sessions of which marks stand elsewhere than they were set, or were added. */
    Set<SessionId> corrected() {
        Map<SessionId, List<Annotation>> said = vault.annotations().all();
        Set<SessionId> corrected = new HashSet<>();
        for (SessionEntry each : entries) {
            SessionId id = each.session().id();
            Annotations all = Annotations.of(said.getOrDefault(id, List.of()));
            if (!all.corrections().isEmpty() || !all.added().isEmpty()) {
                corrected.add(id);
            }
        }
        return corrected;
    }

    /** The figures that were kept and still hold, oldest first. */
    List<TrendSession> kept() {
        return entries.stream()
                .map(each -> kept.get(each.session().id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The sessions whose figures are still to be worked out, newest first. */
    List<SessionEntry> missing() {
        List<SessionEntry> missing = new ArrayList<>(entries);
        missing.removeIf(each -> kept.containsKey(each.session().id()));
        Collections.reverse(missing);
        return missing;
    }

    /** The figures of all, oldest first; those missing are worked out on all processors. */
    List<TrendSession> all() {
        Map<SessionId, TrendSession> figures = new HashMap<>(kept);
        for (Optional<TrendSession> each : Parallel.map(missing(), this::workOut)) {
            each.ifPresent(found -> figures.put(found.session().id(), found));
        }
        return entries.stream()
                .map(each -> figures.get(each.session().id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Works out one session's figures, and keeps them; empty when it was erased meanwhile. */
    Optional<TrendSession> workOut(SessionEntry entry) {
        SessionId id = entry.session().id();
        FigureStore.Basis basis = vault.figures().basis(id);
        Optional<TrendSession> found =
                vault.archive().read(id).map(stored -> figures(stored, said(vault, stored)));
        found.ifPresent(each -> vault.figures().keep(client, each, which(), BY, basis));
        return found;
    }

    /** Marks count where they were corrected to; judged again is what was recorded. */
    private static Annotations said(Vault vault, StoredSession stored) {
        return Annotations.of(vault.annotations().of(stored.entry().session().id()));
    }

    private TrendSession figures(StoredSession stored, Annotations said) {
        Session session = stored.entry().session();
        LaneId lane =
                session.participants().stream()
                        .filter(each -> each.code().equals(client))
                        .map(Participant::lane)
                        .findFirst()
                        .orElseThrow();
        Judging by = judging(session);
        boolean stands =
                !again
                        || (Judging.of(session).equals(by)
                                && stored.moments().stream()
                                        .noneMatch(TrendSessions::changesProfile));
        List<Moment> log = stands ? stored.moments() : again(stored.moments(), lane, settings);
        return TrendSession.of(session, lane, said.over(log), by, stored.entry().incomplete());
    }

    /** That lane's inputs, judged under the settings of now. */
    private static List<Moment> again(List<Moment> log, LaneId lane, AttuneSettings settings) {
        List<Moment> inputs =
                log.stream().filter(each -> ofLane(each, lane) && !changesProfile(each)).toList();
        return Replay.play(
                inputs, Wiring.pipeline(List.of(lane), settings.pipeline(), Optional.empty()));
    }

    private static boolean ofLane(Moment moment, LaneId lane) {
        if (moment instanceof Moment.Prepared prepared) {
            return prepared.lane().equals(lane);
        }
        return !(moment instanceof Moment.Heard heard) || heard.lane().equals(lane);
    }

    private static boolean changesProfile(Moment moment) {
        return moment instanceof Moment.Marked marked && marked.marker().kind() == MarkKind.PROFILE;
    }
}

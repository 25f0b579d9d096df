package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.Moment;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotations;
import org.attune.review.trend.TrendSession;
import org.attune.review.trend.TrendSession.Judging;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.store.Vault;

/**
 * A client's newest sessions in figures. A session that was judged by other settings or another
 * version than now, or that changed its profile, is judged again, so that all compare. Nothing is
 * kept: the figures are gone when the recordings are.
 */
final class TrendSessions {
    private TrendSessions() {}

    /**
     * The newest sessions, oldest first.
     *
     * @param most how many at most
     * @param again whether what was judged otherwise is judged again; else it keeps its judgement,
     *     and stands in a line of its own
     */
    static List<TrendSession> newest(
            Vault vault, ClientCode client, AttuneSettings settings, int most, boolean again) {
        List<SessionEntry> entries = ClientSessions.sessionsOf(vault, client);
        List<TrendSession> figures = new ArrayList<>();
        for (SessionEntry entry :
                entries.subList(Math.max(0, entries.size() - most), entries.size())) {
            vault.archive()
                    .read(entry.session().id())
                    .ifPresent(
                            stored ->
                                    figures.add(
                                            figures(
                                                    stored,
                                                    said(vault, stored),
                                                    client,
                                                    settings,
                                                    again)));
        }
        return figures;
    }

    /** Marks count where they were corrected to; judged again is what was recorded. */
    private static Annotations said(Vault vault, StoredSession stored) {
        return Annotations.of(vault.annotations().of(stored.entry().session().id()));
    }

    private static TrendSession figures(
            StoredSession stored,
            Annotations said,
            ClientCode client,
            AttuneSettings settings,
            boolean again) {
        Session session = stored.entry().session();
        LaneId lane =
                session.participants().stream()
                        .filter(each -> each.code().equals(client))
                        .map(Participant::lane)
                        .findFirst()
                        .orElseThrow();
        Judging then = Judging.of(session);
        Judging by = again ? new Judging(settings.fingerprint(), SessionPipeline.VERSION) : then;
        boolean stands =
                !again
                        || (then.equals(by)
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

package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.regulation.BandAdvice;
import org.attune.regulation.BandHistory;
import org.attune.regulation.BandLearner;
import org.attune.regulation.BandLearner.Exclusion;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.RestFigure;
import org.attune.review.SessionRest;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.store.ApprovedBand;
import org.attune.store.ClientCard;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.store.Vault;

/**
 * What a client's recorded sessions teach of their rest, and what that says of their band. Reckoned
 * anew each time: nothing of it is kept but what the therapist approves.
 *
 * @param card what is kept of the client
 * @param taught the newest sessions, oldest first
 * @param advice what they say of the band
 */
record ClientSessions(ClientCard card, List<Taught> taught, BandAdvice advice) {
    /** How many sessions are read at most for each one that may count. */
    private static final int READ_FOR_EACH = 2;

    /**
     * One session.
     *
     * @param entry the session
     * @param rest what it teaches; empty when no rest was found in it
     * @param excluded why it does not count; empty when it does, or teaches nothing
     */
    record Taught(SessionEntry entry, Optional<RestFigure> rest, Optional<Exclusion> excluded) {
        boolean counts() {
            return rest.isPresent() && excluded.isEmpty();
        }

        Instant startedAt() {
            return entry.session().startedAt();
        }
    }

    static ClientSessions of(Vault vault, ClientCode client, AttuneSettings settings) {
        ClientCard card = vault.cards().card(client);
        List<Taught> found = new ArrayList<>();
        List<RestFigure> rests = new ArrayList<>();
        List<SessionEntry> entries = sessionsOf(vault, client);
        Collections.reverse(entries);
        int most = settings.band().mostSessions();
        for (SessionEntry entry : entries) {
            if (found.size() == READ_FOR_EACH * most || rests.size() == most) {
                break;
            }
            Optional<RestFigure> rest = rest(vault, entry, client, settings);
            rest.ifPresent(rests::add);
            found.add(new Taught(entry, rest, Optional.empty()));
        }
        Collections.reverse(found);
        Collections.reverse(rests);
        BandLearner learner = new BandLearner(settings.band());
        List<Taught> taught = excluded(found, learner.exclusions(rests, card.flags()));
        return new ClientSessions(
                card, taught, learner.advise(rests, card.flags(), history(card, found)));
    }

    /** The client's finished sessions, oldest first. */
    static List<SessionEntry> sessionsOf(Vault vault, ClientCode client) {
        List<SessionEntry> entries = new ArrayList<>(vault.archive().sessions());
        entries.removeIf(
                entry ->
                        entry.state() == SessionEntry.State.RECORDING
                                || laneOf(entry, client).isEmpty());
        return entries;
    }

    private static Optional<LaneId> laneOf(SessionEntry entry, ClientCode client) {
        return entry.session().participants().stream()
                .filter(each -> each.code().equals(client))
                .map(Participant::lane)
                .findFirst();
    }

    private static Optional<RestFigure> rest(
            Vault vault, SessionEntry entry, ClientCode client, AttuneSettings settings) {
        LaneId lane = laneOf(entry, client).orElseThrow();
        return vault.archive()
                .read(entry.session().id())
                .map(StoredSession::moments)
                .flatMap(
                        log ->
                                SessionRest.of(
                                        lane,
                                        log,
                                        Wiring.pipeline(List.of(lane), settings.pipeline()),
                                        settings.band().endRestSeconds()));
    }

    private static List<Taught> excluded(List<Taught> found, List<Optional<Exclusion>> exclusions) {
        List<Taught> all = new ArrayList<>();
        int next = 0;
        for (Taught each : found) {
            all.add(
                    each.rest().isEmpty()
                            ? each
                            : new Taught(each.entry(), each.rest(), exclusions.get(next++)));
        }
        return all;
    }

    private static Optional<BandHistory> history(ClientCard card, List<Taught> found) {
        if (card.inForce().isEmpty()) {
            return Optional.empty();
        }
        ApprovedBand inForce = card.inForce().get();
        long since =
                found.stream()
                        .filter(each -> each.rest().isPresent())
                        .filter(each -> each.startedAt().isAfter(inForce.approvedAt()))
                        .count();
        PersonalBand first = card.bands().get(0).band();
        return Optional.of(new BandHistory(first, inForce.band(), Math.toIntExact(since)));
    }
}

package org.attune.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.Participant;
import org.attune.session.SessionId;

/**
 * The clock of keeping: what is due to be erased. It erases nothing by itself. Any thread.
 *
 * <p>What was agreed for a session counts before what was agreed for the person, and that before
 * the rule of the practice.
 */
final class Retention {
    private final ClientDirectory clients;
    private final KeepingStore keeping;
    private final SessionArchive archive;

    Retention(ClientDirectory clients, KeepingStore keeping, SessionArchive archive) {
        this.clients = clients;
        this.keeping = keeping;
        this.archive = archive;
    }

    List<Due> due(Instant now, RetentionSettings rule) {
        Map<ClientCode, Keeping> agreed = new HashMap<>();
        List<Due> due = new ArrayList<>();
        for (ClientCode client : clients.codes()) {
            Keeping of = keeping.of(client);
            agreed.put(client, of);
            of.retainUntil()
                    .filter(until -> until.isBefore(now))
                    .ifPresent(
                            until ->
                                    due.add(
                                            new Due(
                                                    client,
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    until,
                                                    of.heldSince().isPresent())));
        }
        for (SessionEntry entry : archive.sessions()) {
            if (entry.state() != SessionEntry.State.RECORDING) {
                for (Participant who : entry.session().participants()) {
                    Keeping of = agreed.getOrDefault(who.code(), Keeping.EMPTY);
                    until(entry, of, rule)
                            .filter(until -> until.isBefore(now))
                            .ifPresent(until -> due.add(due(entry, who, until, of)));
                }
            }
        }
        due.sort(Comparator.comparing(Due::since));
        return due;
    }

    private static Optional<Instant> until(
            SessionEntry entry, Keeping agreed, RetentionSettings rule) {
        SessionId id = entry.session().id();
        return agreed.until(id)
                .or(() -> rule.keep().map(keep -> entry.session().startedAt().plus(keep)));
    }

    private static Due due(SessionEntry entry, Participant who, Instant until, Keeping agreed) {
        return new Due(
                who.code(),
                Optional.of(entry.session().id()),
                Optional.of(who.lane()),
                until,
                agreed.heldSince().isPresent());
    }
}

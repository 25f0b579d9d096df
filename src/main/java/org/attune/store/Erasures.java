package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.SessionId;

/**
 * Erasing on request, for good: keys, sealed bytes and the logs they passed through; a tombstone
 * without content stays. Never underneath a recording, and never what the law holds. Asked for
 * twice, it is done once. Any thread.
 */
public final class Erasures {
    private final VaultParts vault;
    private final Recordings recordings;
    private final SessionArchive archive;

    Erasures(VaultParts vault, Recordings recordings) {
        this.vault = vault;
        this.recordings = recordings;
        this.archive = new SessionArchive(vault.data(), vault.keys(), recordings::current);
    }

    /**
     * Erases a session for good, with the process notes on it.
     *
     * @return whether there was one
     * @throws VaultException when it is being recorded, or one of its people is under legal hold
     */
    public boolean session(SessionId session) {
        refuseWhileRecording(recordings.current().equals(Optional.of(session)));
        List<StreamRef> streams = streams(session);
        refuseIfHeld(participants(session));
        vault.erasure().streams(streams);
        streams.forEach(each -> vault.erasure().notes(each.client(), Optional.of(each.session())));
        return !streams.isEmpty();
    }

    /**
     * Erases one person's lane of a session for good. Marks stand in the lane that was recorded
     * first, and go with it.
     *
     * @return whether there was one
     * @throws VaultException when it is being recorded, or the person is under legal hold
     */
    public boolean lane(SessionId session, LaneId lane) {
        Optional<StreamRef> stream = laneOf(session, lane);
        stream.ifPresent(vault.erasure()::stream);
        return stream.isPresent();
    }

    /**
     * Erases a span of one person's lane for good, with what was concluded from it; the rest of the
     * lane is sealed anew, and tells how many moments are missing. No older copy of the lane can be
     * read any more.
     *
     * @return how many moments it took; 0 when there are none there, or there is no such lane
     * @throws VaultException when it is being recorded, the person is under legal hold, or the rest
     *     of the lane is damaged and would be lost with it
     */
    public long span(SessionId session, LaneId lane, Span span) {
        return laneOf(session, lane).map(stream -> vault.spans().erase(stream, span)).orElse(0L);
    }

    private Optional<StreamRef> laneOf(SessionId session, LaneId lane) {
        refuseWhileRecording(recordings.current().equals(Optional.of(session)));
        List<Participant> who = new ArrayList<>(participants(session));
        who.removeIf(each -> !each.lane().equals(lane));
        refuseIfHeld(who);
        if (who.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> client = vault.clients().idOf(who.get(0).code());
        return streams(session).stream()
                .filter(each -> client.equals(Optional.of(each.client())))
                .findFirst();
    }

    private List<Participant> participants(SessionId session) {
        return archive.sessions().stream()
                .filter(entry -> entry.session().id().equals(session))
                .flatMap(entry -> entry.session().participants().stream())
                .toList();
    }

    private List<StreamRef> streams(SessionId session) {
        return vault.data()
                .read(
                        "cannot read the recordings",
                        connection ->
                                StreamTable.streams(connection).stream()
                                        .map(StreamTable.Stored::ref)
                                        .filter(ref -> ref.session().equals(session.value()))
                                        .toList());
    }

    /**
     * Erases a person for good: record, consents, card, notes, what is known of copies that left,
     * and their lane in every session.
     *
     * @return whether the vault knew the person
     * @throws VaultException while a session is being recorded, or when the person is under legal
     *     hold
     */
    public boolean client(ClientCode client) {
        refuseWhileRecording(recordings.current().isPresent());
        Optional<String> id = vault.clients().idOf(client);
        if (id.isPresent()) {
            refuseIfHeld(client);
            vault.erasure().client(id.get());
        }
        return id.isPresent();
    }

    /**
     * Erases process notes for good; recordings stay.
     *
     * @param session the notes on which session; empty for all on the person
     * @return whether the vault knew the person
     * @throws VaultException when the person is under legal hold
     */
    public boolean notes(ClientCode client, Optional<SessionId> session) {
        Optional<String> id = vault.clients().idOf(client);
        if (id.isPresent()) {
            refuseIfHeld(client);
            vault.erasure().notes(id.get(), session.map(SessionId::value));
        }
        return id.isPresent();
    }

    /** What was erased, by random id, and when. */
    public List<Tombstone> tombstones() {
        return vault.erasure().tombstones();
    }

    private static void refuseWhileRecording(boolean isRecording) {
        if (isRecording) {
            throw new VaultException("the session is being recorded: end it, then erase");
        }
    }

    private void refuseIfHeld(List<Participant> people) {
        people.forEach(each -> refuseIfHeld(each.code()));
    }

    private void refuseIfHeld(ClientCode client) {
        if (vault.keeping().of(client).heldSince().isPresent()) {
            throw new VaultException(
                    "under legal hold, so nothing was erased; what is held is no longer used once"
                            + " consent is withdrawn. 'attune client hold CODE --lift' lifts it");
        }
    }
}

package org.attune.store;

import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;

/** Erasing on request, for good. Never underneath a recording. Any thread. */
public final class Erasures {
    private final VaultParts vault;
    private final Recordings recordings;

    Erasures(VaultParts vault, Recordings recordings) {
        this.vault = vault;
        this.recordings = recordings;
    }

    /**
     * Erases a session for good.
     *
     * @return whether there was one
     * @throws VaultException when it is being recorded
     */
    public boolean session(SessionId session) {
        refuseWhileRecording(recordings.current().equals(Optional.of(session)));
        List<StreamRef> streams =
                vault.data()
                        .read(
                                "cannot read the recordings",
                                connection ->
                                        StreamTable.streams(connection).stream()
                                                .map(StreamTable.Stored::ref)
                                                .filter(
                                                        ref ->
                                                                ref.session()
                                                                        .equals(session.value()))
                                                .toList());
        vault.erasure().streams(streams);
        return !streams.isEmpty();
    }

    /**
     * Erases a person for good: record, consents, card, and their lane in every session.
     *
     * @return whether the vault knew the person
     * @throws VaultException while a session is being recorded
     */
    public boolean client(ClientCode client) {
        refuseWhileRecording(recordings.current().isPresent());
        Optional<String> id = vault.clients().idOf(client);
        id.ifPresent(vault.erasure()::client);
        return id.isPresent();
    }

    /**
     * Erases process notes for good; recordings stay.
     *
     * @param session the notes on which session; empty for all on the person
     * @return whether the vault knew the person
     */
    public boolean notes(ClientCode client, Optional<SessionId> session) {
        Optional<String> id = vault.clients().idOf(client);
        id.ifPresent(who -> vault.erasure().notes(who, session.map(SessionId::value)));
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
}

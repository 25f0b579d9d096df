package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.attune.pipeline.Moment;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;

/** The reading side of the vault. Any thread; each call sees the vault at one instant. */
public final class SessionArchive {
    private static final String CANNOT_READ = "cannot read the recordings";
    private final Database database;
    private final KeyRing keys;
    private final Supplier<Optional<SessionId>> recording;

    /**
     * @param recording which session is being recorded now
     */
    SessionArchive(Database database, KeyRing keys, Supplier<Optional<SessionId>> recording) {
        this.database = database;
        this.keys = keys;
        this.recording = recording;
    }

    /** All sessions, and what cannot be read. */
    public ArchiveListing list() {
        Map<String, List<StreamReader.Contents>> bySession = new LinkedHashMap<>();
        atOneInstant(
                connection -> {
                    StreamReader reader = new StreamReader(keys);
                    for (StreamTable.Stored stored : StreamTable.streams(connection)) {
                        bySession
                                .computeIfAbsent(stored.ref().session(), id -> new ArrayList<>())
                                .add(reader.glance(connection, stored));
                    }
                    return bySession;
                });
        List<SessionEntry> sessions = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Map.Entry<String, List<StreamReader.Contents>> found : bySession.entrySet()) {
            Optional<SessionEntry> entry = toEntry(found.getKey(), found.getValue());
            entry.ifPresent(sessions::add);
            if (entry.isEmpty()) {
                found.getValue().forEach(lane -> unreadable.addAll(lane.problems()));
            }
        }
        sessions.sort(
                Comparator.<SessionEntry, Instant>comparing(entry -> entry.session().startedAt())
                        .thenComparing(entry -> entry.session().id().value()));
        return new ArchiveListing(sessions, unreadable);
    }

    /** All sessions that can be read, oldest first. */
    public List<SessionEntry> sessions() {
        return list().sessions();
    }

    /**
     * A session with all its moments. Damaged parts are left out and named in its problems.
     *
     * @return empty when the vault holds no such session
     * @throws VaultException when nothing of it can be read
     */
    public Optional<StoredSession> read(SessionId id) {
        List<StreamReader.Contents> lanes = new ArrayList<>();
        atOneInstant(
                connection -> {
                    StreamReader reader = new StreamReader(keys);
                    for (StreamTable.Stored stored : StreamTable.streams(connection, id.value())) {
                        lanes.add(reader.whole(connection, stored));
                    }
                    return lanes;
                });
        if (lanes.isEmpty()) {
            return Optional.empty();
        }
        SessionEntry entry =
                toEntry(id.value(), lanes)
                        .orElseThrow(
                                () ->
                                        new VaultException(
                                                lanes.get(0).problems().get(0)
                                                        + ": restore the vault from a backup"));
        return Optional.of(merge(entry, lanes));
    }

    private static StoredSession merge(SessionEntry entry, List<StreamReader.Contents> lanes) {
        List<StreamCodec.Entry> merged = new ArrayList<>();
        String settingsText = "";
        for (StreamReader.Contents lane : lanes) {
            merged.addAll(lane.entries());
            settingsText =
                    lane.opening().map(StreamCodec.Opening::settingsText).orElse(settingsText);
        }
        merged.sort(Comparator.comparingLong(StreamCodec.Entry::order));
        List<Moment> moments = new ArrayList<>(merged.size());
        List<StoredSession.Hole> holes = new ArrayList<>();
        for (StreamCodec.Entry one : merged) {
            if (one.lostBefore() > 0) {
                holes.add(new StoredSession.Hole(one.moment().at(), one.lostBefore()));
            }
            moments.add(one.moment());
        }
        return new StoredSession(entry, settingsText, moments, holes);
    }

    /** The session as far as its lanes can be read; empty when none can. */
    private Optional<SessionEntry> toEntry(String id, List<StreamReader.Contents> lanes) {
        List<Participant> participants = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        StreamCodec.Opening any = null;
        long last = 0;
        long lost = 0;
        boolean closed = true;
        for (StreamReader.Contents lane : lanes) {
            problems.addAll(lane.problems());
            if (lane.opening().isPresent()) {
                any = lane.opening().get();
                participants.add(any.participant());
            }
            last = Math.max(last, lane.lastNanos());
            lost += lane.lost();
            closed &= lane.closed();
        }
        if (any == null) {
            return Optional.empty();
        }
        SessionId sessionId = new SessionId(id);
        Session session =
                new Session(
                        sessionId,
                        participants,
                        any.startedAt(),
                        any.settingsFingerprint(),
                        any.pipelineVersion());
        SessionEntry.State state =
                recording.get().equals(Optional.of(sessionId))
                        ? SessionEntry.State.RECORDING
                        : closed ? SessionEntry.State.CLOSED : SessionEntry.State.RECOVERED;
        return Optional.of(
                new SessionEntry(
                        session, new SessionTime(Math.max(0, last)), state, lost, problems));
    }

    private <R> R atOneInstant(Database.Work<R> work) {
        return database.read(CANNOT_READ, connection -> atOneInstant(connection, work));
    }

    /** Reads as of one instant, however much is written meanwhile. */
    static <R> R atOneInstant(Connection connection, Database.Work<R> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN DEFERRED");
            R result = work.on(connection);
            statement.execute("COMMIT");
            return result;
        }
    }
}

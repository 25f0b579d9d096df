package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.attune.consent.ConsentScope;
import org.attune.review.Annotation;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.time.WallClock;

/**
 * What was said of recorded sessions after them. Each lies with one person's lane, under that
 * lane's key, and goes when the lane goes; it is written only while that person's consent lets
 * things be stored. Annotations are only added. Any thread.
 */
public final class AnnotationStore {
    private static final String CANNOT_READ = "cannot read what was said of the sessions";
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final ConsentStore consents;
    private final AuditLog audit;
    private final WallClock clock;
    private final Supplier<Optional<SessionId>> recording;

    AnnotationStore(VaultParts parts, WallClock clock, Supplier<Optional<SessionId>> recording) {
        this.database = parts.data();
        this.keys = parts.keys();
        this.clients = parts.clients();
        this.consents = parts.consents();
        this.audit = parts.audit();
        this.clock = clock;
        this.recording = recording;
    }

    /**
     * What came of keeping annotations.
     *
     * @param missing what consent is missing, in plain words; then nothing was kept
     * @param added how many were new
     */
    public record Kept(List<String> missing, int added) {
        public Kept {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Keeps annotations with a person's lane of a session; those that are there already, by their
     * id, are left as they are.
     *
     * @throws VaultException when the person has no lane in it, it is being recorded, or what is
     *     there is damaged
     */
    public Kept append(SessionId session, ClientCode client, List<Annotation> annotations) {
        if (recording.get().equals(Optional.of(session))) {
            throw new VaultException("the session is being recorded: end it first");
        }
        List<String> missing = consents.missing(client, List.of(ConsentScope.STORE), clock.now());
        if (!missing.isEmpty()) {
            return new Kept(missing, 0);
        }
        StreamRef stream =
                clients.idOf(client)
                        .flatMap(id -> streamOf(session, id))
                        .orElseThrow(
                                () ->
                                        new VaultException(
                                                "nobody of that code was recorded in that session:"
                                                        + " see 'attune sessions'"));
        byte[] key = keys.streamKey(keys.snapshot(), stream).orElseThrow(AnnotationTable::damaged);
        AuditEvent event =
                AuditEvent.of(AuditEvent.Kind.ANNOTATED)
                        .about(client)
                        .with("session", stream.session())
                        .with("lane", stream.lane());
        AuditLog.Prepared whom = audit.prepare(event);
        try {
            int added =
                    database.write(
                            "cannot keep what was said",
                            connection -> add(connection, stream, key, annotations, event, whom));
            return new Kept(List.of(), added);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private int add(
            Connection connection,
            StreamRef stream,
            byte[] key,
            List<Annotation> annotations,
            AuditEvent event,
            AuditLog.Prepared whom)
            throws SQLException {
        Set<String> known = new HashSet<>();
        AnnotationTable.Lane there = AnnotationTable.read(connection, keys.vault(), stream, key);
        there.annotations().forEach(each -> known.add(each.id()));
        List<Annotation> fresh = new ArrayList<>(annotations);
        fresh.removeIf(each -> !known.add(each.id()));
        if (!fresh.isEmpty()) {
            long count = AnnotationTable.add(connection, keys.vault(), stream, key, there, fresh);
            audit.write(connection, whom.with(event.with("annotations", count)));
        }
        return fresh.size();
    }

    private Optional<StreamRef> streamOf(SessionId session, String client) {
        return streams(session.value()).stream()
                .filter(each -> each.client().equals(client))
                .findFirst();
    }

    private List<StreamRef> streams(String session) {
        return database.read(
                CANNOT_READ,
                connection ->
                        StreamTable.streams(connection, session).stream()
                                .map(StreamTable.Stored::ref)
                                .toList());
    }

    /**
     * All that was ever said of a session, of all its people; empty for an unknown one.
     *
     * @throws VaultException when some of it is damaged or was taken out
     */
    public List<Annotation> of(SessionId session) {
        KeyRing.Snapshot snapshot = keys.snapshot();
        return database.read(
                CANNOT_READ,
                connection -> {
                    List<Annotation> all = new ArrayList<>();
                    for (StreamTable.Stored stored :
                            StreamTable.streams(connection, session.value())) {
                        all.addAll(read(connection, snapshot, stored.ref()));
                    }
                    return all;
                });
    }

    /** The same of one person's lane; empty where there is none. */
    public List<Annotation> of(SessionId session, ClientCode client) {
        KeyRing.Snapshot snapshot = keys.snapshot();
        Optional<StreamRef> stream = clients.idOf(client).flatMap(id -> streamOf(session, id));
        return stream.isEmpty()
                ? List.of()
                : database.read(
                        CANNOT_READ, connection -> read(connection, snapshot, stream.get()));
    }

    /** The same of every session at once, as far as it can be read; sessions without are absent. */
    public Map<SessionId, List<Annotation>> all() {
        KeyRing.Snapshot snapshot = keys.snapshot();
        return database.read(
                CANNOT_READ,
                connection -> {
                    Map<SessionId, List<Annotation>> all = new LinkedHashMap<>();
                    for (StreamTable.Stored stored : StreamTable.annotated(connection)) {
                        List<Annotation> lane = new ArrayList<>();
                        try {
                            lane.addAll(read(connection, snapshot, stored.ref()));
                        } catch (VaultException damaged) {
                            continue; // the check of the vault names it; a list goes on
                        }
                        all.computeIfAbsent(
                                        new SessionId(stored.ref().session()),
                                        id -> new ArrayList<>())
                                .addAll(lane);
                    }
                    return all;
                });
    }

    private List<Annotation> read(
            Connection connection, KeyRing.Snapshot snapshot, StreamRef stream)
            throws SQLException {
        byte[] key = keys.streamKey(snapshot, stream).orElseThrow(AnnotationTable::damaged);
        try {
            return AnnotationTable.read(connection, keys.vault(), stream, key).annotations();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}

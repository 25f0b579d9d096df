package org.attune.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.attune.consent.RecordingPermit;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.SystemTicker;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Begins recordings, one at a time, and knows which one runs. Any thread. */
final class Recordings {
    private final VaultParts vault;
    private final WallClock clock;
    private final AtomicReference<@Nullable SessionId> running = new AtomicReference<>();
    private volatile @Nullable SessionRecorder recorder;

    Recordings(VaultParts vault, WallClock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** The session being recorded now. */
    Optional<SessionId> current() {
        return Optional.ofNullable(running.get());
    }

    /** Closes the recording that runs, if one does. */
    void end() {
        SessionRecorder last = recorder;
        if (last != null) {
            last.close();
        }
    }

    /** As {@link Vault#record}. */
    SessionRecorder begin(
            Session session,
            String settingsText,
            Map<LaneId, RecordingPermit> permits,
            Consumer<RecorderStatus> onChange,
            RecorderPace pace,
            LongConsumer onCommit) {
        List<Participant> recorded = permitted(session, permits);
        if (!running.compareAndSet(null, session.id())) {
            throw new VaultException("another session is being recorded: end it first");
        }
        boolean started = false;
        try {
            List<LaneWriter> writers = openStreams(session, settingsText, recorded, pace);
            BlockingQueue<RecorderLoop.Item> queue = new ArrayBlockingQueue<>(pace.queue());
            RecorderGate gate = new RecorderGate(recorded.size());
            RecorderLoop loop =
                    new RecorderLoop(
                            vault,
                            writers,
                            queue,
                            gate,
                            pace,
                            new SystemTicker(),
                            onChange,
                            onCommit);
            SessionRecorder made =
                    new SessionRecorder(
                            session.id(),
                            recorded.stream().map(Participant::lane).toList(),
                            recorded.stream().map(who -> permitOf(permits, who)).toList(),
                            clock,
                            queue,
                            gate,
                            pace,
                            loop,
                            () -> running.compareAndSet(session.id(), null));
            recorder = made;
            boolean unused =
                    vault.audit()
                            .note(
                                    AuditEvent.of(AuditEvent.Kind.RECORDING_BEGUN)
                                            .with("session", session.id().value())
                                            .with("lanes", recorded.size()));
            made.start();
            started = true;
            return made;
        } finally {
            if (!started) {
                running.set(null);
            }
        }
    }

    /** The participants who may be recorded now, in the order of the session. */
    private List<Participant> permitted(Session session, Map<LaneId, RecordingPermit> permits) {
        List<Participant> recorded = new ArrayList<>();
        for (Participant participant : session.participants()) {
            RecordingPermit permit = permits.get(participant.lane());
            if (permit == null) {
                continue;
            }
            if (!permit.client().equals(participant.code())) {
                throw new IllegalArgumentException(
                        "the permit must be of the lane's own person: lane=" + participant.lane());
            }
            if (permit.holdsAt(clock.now())) {
                recorded.add(participant);
            }
        }
        if (recorded.isEmpty()) {
            throw new IllegalArgumentException("at least one lane must have a permit that holds");
        }
        return recorded;
    }

    private static RecordingPermit permitOf(
            Map<LaneId, RecordingPermit> permits, Participant participant) {
        RecordingPermit permit = permits.get(participant.lane());
        if (permit == null) {
            throw new IllegalArgumentException("no permit: lane=" + participant.lane());
        }
        return permit;
    }

    private List<LaneWriter> openStreams(
            Session session, String settingsText, List<Participant> recorded, RecorderPace pace) {
        String id = session.id().value();
        boolean known =
                vault.keys().ledger().streams().stream().anyMatch(ref -> ref.session().equals(id))
                        || vault.keys().snapshot().streams().keySet().stream()
                                .anyMatch(ref -> ref.session().equals(id));
        if (known) {
            throw new IllegalArgumentException("a session is recorded once: id=" + id);
        }
        List<LaneWriter> writers = new ArrayList<>();
        for (int lane = 0; lane < recorded.size(); lane++) {
            Participant participant = recorded.get(lane);
            String client = vault.clients().ensure(participant.code());
            writers.add(
                    LaneWriter.open(
                            vault.keys(),
                            new StreamRef(id, lane, client),
                            session,
                            participant,
                            settingsText,
                            pace.partsPerGathered()));
        }
        vault.data()
                .write(
                        "cannot begin the recording",
                        connection -> {
                            for (LaneWriter writer : writers) {
                                StreamTable.insert(connection, writer.stream(), writer.opening());
                            }
                            return writers;
                        });
        return writers;
    }
}

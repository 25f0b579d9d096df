package org.attune.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.consent.RecordingPermit;
import org.attune.live.RecordingStatus;
import org.attune.pipeline.MomentListener;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Session;
import org.attune.store.IdleLock;
import org.attune.store.RecorderStatus;
import org.attune.store.SessionRecorder;
import org.attune.store.Vault;
import org.attune.store.VaultException;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a session is recorded, and by which consent. Without a named client and that
 * client's consent in force, no vault is opened for writing and nothing leaves the memory.
 */
final class RecordingDesk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RecordingDesk.class.getName());

    private final @Nullable Vault vault;
    private volatile WhoAgreed answer;
    private final ExecutorService withdrawals =
            Executors.newSingleThreadExecutor(RecordingDesk::daemon);
    private volatile @Nullable SessionRecorder recorder;
    private volatile String notEntered = "";
    private volatile @Nullable IdleLock lock;

    private RecordingDesk(@Nullable Vault vault, WhoAgreed answer) {
        this.vault = vault;
        this.answer = answer;
    }

    /**
     * Looks who agreed.
     *
     * @param clients the codes that were given, by lane
     * @param insist whether a missing consent ends the command instead of leaving it live only
     */
    static RecordingDesk open(
            CommonOptions common, Map<LaneId, ClientCode> clients, boolean insist) {
        if (clients.isEmpty()) {
            return liveOnly("no client was named", insist);
        }
        Path folder = Vaults.folder(common);
        if (!Vault.exists(folder)) {
            return liveOnly("there is no vault yet ('attune vault init' makes one)", insist);
        }
        Vault vault = Vaults.open(folder, common);
        boolean used = false;
        try {
            WhoAgreed answer = WhoAgreed.ask(vault, clients);
            if (!answer.liveOnlyBecause().isEmpty() && insist) {
                throw refused(answer.liveOnlyBecause());
            }
            used = true;
            return new RecordingDesk(vault, answer);
        } finally {
            if (!used) {
                vault.close();
            }
        }
    }

    /** Asks anew, of others, before anything was begun. */
    void choose(Map<LaneId, ClientCode> clients) {
        Vault open = vault;
        answer =
                open == null || clients.isEmpty()
                        ? WhoAgreed.liveOnly("no client was named")
                        : WhoAgreed.ask(open, clients);
    }

    /** The vault of those who can be here, while it is open. */
    Optional<Vault> vault() {
        return Optional.ofNullable(vault);
    }

    /** A desk that records nothing, whoever comes. */
    static RecordingDesk nothing(String because) {
        return new RecordingDesk(null, WhoAgreed.liveOnly(because));
    }

    private static RecordingDesk liveOnly(String because, boolean insist) {
        if (insist) {
            throw refused(because);
        }
        return nothing(because);
    }

    private static ConsentRefusedException refused(String because) {
        return new ConsentRefusedException(
                "not recorded: " + because + "; see 'attune consent give --help'");
    }

    /** What the vault says of the people named, by lane. */
    Map<LaneId, KnownBefore.Kept> kept() {
        return answer.kept();
    }

    /** The sensors that are remembered of the people named, by lane. */
    Map<LaneId, String> remembered() {
        Map<LaneId, String> remembered = new LinkedHashMap<>();
        answer.kept()
                .forEach(
                        (lane, each) ->
                                each.card().sensor().ifPresent(s -> remembered.put(lane, s)));
        return remembered;
    }

    /** Begins to record, where somebody agreed; the listener the session must feed. */
    List<MomentListener> begin(Session session, AttuneSettings settings) {
        if (vault == null) {
            return List.of();
        }
        Map<LaneId, RecordingPermit> permits = answer.permits();
        if (permits.isEmpty()) {
            leave();
            return List.of();
        }
        SessionRecorder started =
                vault.record(session, settings.pipeline().toText(), permits, status -> {});
        recorder = started;
        lock = vault.door().lockWhenIdle(settings.vault());
        return List.of(started);
    }

    /** Nothing is recorded, whatever was agreed: the vault is closed again. */
    void nothingToday() {
        answer = WhoAgreed.liveOnly("nothing is recorded today");
        leave();
    }

    private void leave() {
        if (vault != null) {
            vault.close();
        }
    }

    /** Waits until what was gathered faster than life can be written. */
    void awaitRoom() throws InterruptedException {
        SessionRecorder running = recorder;
        if (running != null) {
            running.awaitRoom();
        }
    }

    /** Whether anything is written, in the words of the consent. */
    RecordingStatus status() {
        SessionRecorder running = recorder;
        if (running == null) {
            return new RecordingStatus(RecordingStatus.Kind.LIVE_ONLY, answer.liveOnlyBecause());
        }
        if (!notEntered.isEmpty()) {
            return new RecordingStatus(RecordingStatus.Kind.WITHDRAWN, notEntered);
        }
        RecorderStatus status = running.status();
        return new RecordingStatus(kind(status.kind()), status.words());
    }

    private static RecordingStatus.Kind kind(RecorderStatus.Kind kind) {
        return switch (kind) {
            case RECORDING, CLOSED -> RecordingStatus.Kind.RECORDING;
            case DELAYED, INCOMPLETE, FAILED -> RecordingStatus.Kind.INCOMPLETE;
            case WITHDRAWN, EXPIRED -> RecordingStatus.Kind.WITHDRAWN;
        };
    }

    /** Stops recording at once; what was recorded so far is kept until it is erased. */
    void withdraw() {
        withdraw(SessionRecorder.Withdrawal.KEEP);
    }

    /**
     * Stops recording at once, keeps or erases what was recorded, and enters the withdrawal in the
     * consent logs, so that the next session is not recorded either.
     */
    void withdraw(SessionRecorder.Withdrawal withdrawal) {
        SessionRecorder running = recorder;
        Vault open = vault;
        if (running == null || open == null) {
            return;
        }
        running.withdraw(withdrawal);
        Instant now = WallClock.system().now();
        Set<ConsentScope> scopes =
                withdrawal == SessionRecorder.Withdrawal.ERASE
                        ? EnumSet.of(ConsentScope.RECORD, ConsentScope.STORE)
                        : EnumSet.of(ConsentScope.RECORD);
        // The screen does not wait for the disk.
        withdrawals.execute(() -> enterWithdrawal(open, scopes, now));
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "attune-withdrawal");
        thread.setDaemon(true);
        return thread;
    }

    private void enterWithdrawal(Vault open, Set<ConsentScope> scopes, Instant at) {
        for (RecordingPermit permit : answer.permits().values()) {
            try {
                open.consents()
                        .append(
                                new ConsentEvent(
                                        permit.client(),
                                        ConsentEvent.Type.WITHDRAWN,
                                        at,
                                        scopes,
                                        null,
                                        "verbal"));
            } catch (VaultException e) {
                notEntered =
                        "recording stopped; the withdrawal could not be entered: enter it anew";
                LOG.log(System.Logger.Level.WARNING, "a withdrawal could not be entered");
            }
        }
    }

    /** Whether the person of {@code lane} agreed to be recorded. */
    boolean records(LaneId lane) {
        return answer.permits().containsKey(lane);
    }

    /** Whether somebody agreed, so that the session will be recorded. */
    boolean records() {
        return !answer.permits().isEmpty();
    }

    /** Whether anything was recorded. */
    boolean recorded() {
        return recorder != null;
    }

    @Override
    public void close() {
        SessionRecorder running = recorder;
        if (running != null) {
            running.close();
        }
        withdrawals.shutdown();
        try {
            if (!withdrawals.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a withdrawal could not be entered in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        IdleLock idle = lock;
        if (idle != null) {
            idle.close();
        }
        if (vault != null) {
            vault.close();
        }
    }
}

package org.attune.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.attune.consent.RecordingPermit;
import org.attune.session.LaneId;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.WallClock;

/**
 * The sealed store of a practice: clients, consents, recordings. A folder of two SQLite files that
 * hold sealed bytes only, and a header that lets the passphrase open them.
 *
 * <p>What the files show without the passphrase: how many clients and sessions there are, which are
 * of the same client, and their sizes. Nothing else.
 *
 * <p>Any thread. One program at a time; one recording at a time.
 */
public final class Vault implements AutoCloseable {
    private final VaultFolder folder;
    private final VaultParts parts;
    private final Recordings recordings;
    private final WallClock clock;
    private volatile boolean closed;

    Vault(VaultFolder folder, VaultParts parts, WallClock clock) {
        this.folder = folder;
        this.parts = parts;
        this.recordings = new Recordings(parts, clock);
        this.clock = clock;
    }

    /** Whether there is a vault in {@code folder}. */
    public static boolean exists(Path folder) {
        return VaultFolder.holdsVault(folder);
    }

    /**
     * Makes a vault in a new or empty folder and opens it.
     *
     * @param passphrase at least eight characters; overwritten before this returns
     * @param clock tells when a permit runs out
     * @throws VaultException when the folder is not empty or cannot be written
     */
    public static Vault create(
            Path folder, char[] passphrase, VaultSettings settings, WallClock clock) {
        return VaultOpening.create(folder, passphrase, settings, clock);
    }

    /**
     * Opens the vault in {@code folder}.
     *
     * @param passphrase overwritten before this returns
     * @throws VaultException when it is not there, is in use, can be reached by other users, is of
     *     a newer form, or the passphrase is wrong
     */
    public static Vault open(Path folder, char[] passphrase, WallClock clock) {
        return VaultOpening.open(folder, passphrase, clock);
    }

    /**
     * Opens the vault by its recovery code and gives it a new passphrase. The code stays valid.
     *
     * @param code as it was printed; overwritten before this returns
     * @param fresh at least eight characters; overwritten before this returns
     * @param settings what the new derivation costs
     * @throws VaultException as for {@link #open}; and when the code is wrong or there is none,
     *     which is not told apart
     */
    public static Vault recover(
            Path folder, char[] code, char[] fresh, VaultSettings settings, WallClock clock) {
        return VaultOpening.recover(folder, code, fresh, settings, clock);
    }

    /** What opens it. */
    public Passphrases passphrases() {
        return new Passphrases(folder, usable().keys(), parts.audit());
    }

    /** Locking it without closing it. */
    public Door door() {
        return new Door(folder, usable(), recordings, clock);
    }

    /** Copies of it for a bad day. */
    public Backups backups() {
        return new Backups(folder, usable(), recordings, clock);
    }

    /** Erasing what it holds. */
    public Erasures erasures() {
        return new Erasures(usable(), recordings);
    }

    /** The people the vault knows. */
    public ClientDirectory clients() {
        return usable().clients();
    }

    /** Their consent logs. */
    public ConsentStore consents() {
        return usable().consents();
    }

    /** The vault's own key for signing. */
    public SigningKey signingKey() {
        return new SigningKey(usable().keys());
    }

    /** What else is kept of them. */
    public CardStore cards() {
        return usable().cards();
    }

    /** What was done with the vault, and with whose leave. */
    public AuditLog audit() {
        return usable().audit();
    }

    /** What left it. */
    public ExportLedger exports() {
        return usable().exports();
    }

    /** Process notes. */
    public NoteStore notes() {
        return usable().notes();
    }

    /** A key of this vault to make pseudonyms with, always the same; the caller's to wipe. */
    public byte[] pseudonymKey() {
        return usable().keys().deriveFor("pseudonyms of exports");
    }

    /** What was said of recorded sessions after them. */
    public AnnotationStore annotations() {
        return new AnnotationStore(usable(), clock, recordings::current);
    }

    /** Figures of recorded sessions, for their trends. */
    public FigureStore figures() {
        return new FigureStore(usable(), clock);
    }

    /** How long things are kept. */
    public KeepingStore keeping() {
        return usable().keeping();
    }

    /** The recordings. */
    public SessionArchive archive() {
        return new SessionArchive(usable().data(), parts.keys(), recordings::current);
    }

    /**
     * Begins to record a session. Of it, only the lanes with a permit leave a trace in the vault.
     *
     * @param settingsText the effective settings, kept with the session
     * @param permits by lane; those that have run out count as none
     * @param onChange told when the status changes; on the recorder's thread, must return quickly
     * @throws IllegalArgumentException when no permit holds, or one is of another person
     * @throws VaultException when the vault cannot be written or records another session
     */
    public SessionRecorder record(
            Session session,
            String settingsText,
            Map<LaneId, RecordingPermit> permits,
            Consumer<RecorderStatus> onChange) {
        return record(session, settingsText, permits, onChange, RecorderPace.NORMAL, order -> {});
    }

    /**
     * @param onCommit told after each commit which moment was the last, by its order
     */
    SessionRecorder record(
            Session session,
            String settingsText,
            Map<LaneId, RecordingPermit> permits,
            Consumer<RecorderStatus> onChange,
            RecorderPace pace,
            LongConsumer onCommit) {
        usable();
        return recordings.begin(session, settingsText, permits, onChange, pace, onCommit);
    }

    /**
     * What is due to be erased, the longest due first; erasing it is the user's to say.
     *
     * @param rule of the practice, for what nothing was agreed
     */
    public List<Due> due(Instant now, RetentionSettings rule) {
        return new Retention(clients(), keeping(), archive()).due(now, rule);
    }

    /** Checks everything the vault holds. */
    public VerifyReport verify() {
        return verify(List.of());
    }

    /**
     * Checks everything the vault holds, and the audit against heads that were given out.
     *
     * @param receipts heads of receipts or exports
     */
    public VerifyReport verify(List<AuditHead> receipts) {
        String recording = recordings.current().map(SessionId::value).orElse("");
        return new Verification(usable(), recording).run(receipts);
    }

    private VaultParts usable() {
        if (closed) {
            throw new IllegalStateException("the vault is closed");
        }
        return parts;
    }

    /** Ends a recording that still runs, forgets the keys and gives the folder free. Idempotent. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        recordings.end();
        if (!parts.keys().locked()) { // locked, it has said so already
            parts.audit().end();
        }
        parts.keys().close();
        folder.leave();
    }
}

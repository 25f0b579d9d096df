package org.attune.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.export.AgeSeal;
import org.attune.export.ForeignFileException;
import org.attune.export.SessionLog;
import org.attune.export.SharedSession;
import org.attune.pipeline.Moment;
import org.attune.review.Annotations;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.AuditEvent;
import org.attune.store.MomentLog;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.store.VaultException;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;

/**
 * A session of another vault, opened to be supervised. It is read from its file each time, for as
 * long as its person's consent holds; nothing of it is kept here but a line in the audit.
 * Immutable.
 *
 * @param sheet whose it is and until when
 * @param read the session, laid out
 */
record SupervisedSession(SharedSession sheet, ReviewReading.Read read) {
    /** Nobody sits that long. */
    private static final SessionTime LONGEST = SessionTime.ofSeconds(4 * 24 * 3600);

    private static final Set<String> WANTED = Set.of(SessionLog.SHEET, SessionLog.LOG);

    /**
     * Opens one.
     *
     * @param vault that of the supervisor, for its clock and its audit
     * @param identity the age identity, where it is sealed
     * @throws UsageException when the file cannot be read, or was changed
     * @throws ConsentRefusedException when the consent has run out
     */
    static SupervisedSession open(Vault vault, Path file, Optional<Path> identity) {
        Bag bag = bag(file, identity);
        byte[] sheetBytes = part(bag, SessionLog.SHEET);
        byte[] log = part(bag, SessionLog.LOG);
        SharedSession sheet = SharedSession.read(sheetBytes);
        refuseWhatIsOver(vault, sheet);
        SupervisedSession opened = new SupervisedSession(sheet, read(sheet, moments(log)));
        vault.audit()
                .append(
                        event(AuditEvent.Kind.SUPERVISED, sheet)
                                .with("sha256", Sha256.hex(sheetBytes))
                                .with(
                                        "until",
                                        sheet.holdsUntil().map(Instant::toString).orElse("")));
        return opened;
    }

    /** Something that happens to a session of another vault; by its pseudonym. */
    private static AuditEvent event(AuditEvent.Kind kind, SharedSession sheet) {
        return AuditEvent.of(kind).with("session", sheet.session());
    }

    private static void refuseWhatIsOver(Vault vault, SharedSession sheet) {
        Optional<String> why =
                vault.audit().clockPutBackFrom().isPresent()
                        ? Optional.of(
                                "the clock stands before what was already entered: set it right,"
                                        + " or confirm it by 'attune vault clock --acknowledge'")
                        : Optional.of(sheet)
                                .filter(
                                        each ->
                                                Supervision.isOver(
                                                        each.holdsUntil(),
                                                        WallClock.system().now()))
                                .map(
                                        each ->
                                                "the consent held until "
                                                        + sheet.holdsUntil()
                                                                .map(VaultDesk::minutes)
                                                                .orElse("")
                                                        + ": delete the file, or ask for a new"
                                                        + " one");
        if (why.isPresent()) {
            boolean unused =
                    vault.audit()
                            .note(
                                    AuditEvent.decision(false, "supervise", "until", List.of())
                                            .with("session", sheet.session()));
            throw new ConsentRefusedException("not opened: " + why.get());
        }
    }

    private static byte[] part(Bag bag, String name) {
        return bag.file(name)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        bag.name()
                                                + " holds no session to review: ask for one made by"
                                                + " 'attune supervise send'"));
    }

    private static Bag bag(Path file, Optional<Path> identity) {
        if (Files.isDirectory(file)) {
            return Bag.ofFolder(file, WANTED);
        }
        byte[] bytes = opened(file, identity, Bag.MOST_BYTES);
        return Bag.ofZip(file.toString(), new ByteArrayInputStream(bytes), WANTED);
    }

    /**
     * A file that may be sealed, opened.
     *
     * @throws UsageException when it cannot be read, or is sealed and nothing opens it
     */
    static byte[] opened(Path file, Optional<Path> identity, int most) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: check its name and permissions");
        }
        if (bytes.length > most) {
            throw new UsageException(file + " is too large to be what it says");
        }
        if (!AgeSeal.begins(bytes)) {
            return bytes;
        }
        return AgeSeal.open(
                bytes,
                AgeIdentity.read(
                        identity.orElseThrow(
                                () ->
                                        new UsageException(
                                                file
                                                        + " is sealed: say --identity FILE, the"
                                                        + " identity of the key it was sealed"
                                                        + " to"))),
                most);
    }

    private static List<Moment> moments(byte[] log) {
        List<Moment> moments;
        try {
            moments = MomentLog.read(log);
        } catch (VaultException e) {
            throw new ForeignFileException(
                    "the session cannot be read: it was made by a newer Attune, or is spoilt;"
                            + " update this one, or ask for it again");
        }
        if (moments.stream().anyMatch(each -> each.at().isAfter(LONGEST))) {
            throw new ForeignFileException("the session is longer than any: ask for it again");
        }
        return moments;
    }

    private static ReviewReading.Read read(SharedSession sheet, List<Moment> moments) {
        Participant person =
                new Participant(new LaneId(sheet.lane()), new ClientCode(sheet.subject()));
        Session session =
                new Session(
                        new SessionId(sheet.session()),
                        List.of(person),
                        sheet.startedAt(),
                        sheet.settingsFingerprint(),
                        sheet.pipelineVersion());
        SessionTime last =
                moments.stream().map(Moment::at).reduce(SessionTime.ZERO, SessionTime::later);
        SessionEntry entry =
                new SessionEntry(
                        session,
                        last,
                        sheet.closed() ? SessionEntry.State.CLOSED : SessionEntry.State.RECOVERED,
                        sheet.lost(),
                        List.of());
        StoredSession stored = new StoredSession(entry, "", moments, List.of());
        Annotations now = Annotations.of(sheet.words());
        return new ReviewReading.Read(
                ReviewedSession.ofStored(stored, List.of(person), now),
                stored,
                now,
                List.of(person),
                Optional.empty());
    }

    /** Says that an answer was written. */
    void answered(Vault vault, String sha256, int words) {
        vault.audit()
                .append(
                        event(AuditEvent.Kind.ANSWERED, sheet)
                                .with("sha256", sha256)
                                .with("words", words));
    }

    /** Until when it may be seen, in words. */
    String until() {
        return sheet.holdsUntil()
                .map(end -> "may be seen until " + VaultDesk.minutes(end))
                .orElse("the consent names no end");
    }
}

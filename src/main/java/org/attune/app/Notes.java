package org.attune.app;

import java.util.List;
import java.util.Optional;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.ExportGate;
import org.attune.export.NotesDesk;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.AuditEvent;
import org.attune.store.Note;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Writing and reading process notes, for whoever asks at this computer. */
final class Notes {
    private Notes() {}

    /**
     * Keeps a note.
     *
     * @throws ConsentRefusedException without the consent to keep notes
     * @throws UsageException when the person was not in that session
     */
    static void add(Vault vault, ClientCode client, Optional<SessionId> session, String text) {
        session.ifPresent(id -> refuseIfElsewhere(vault, client, id));
        List<String> missing =
                vault.notes()
                        .append(client, new Note(WallClock.system().now(), session, text.strip()));
        if (!missing.isEmpty()) {
            throw new ConsentRefusedException(
                    String.join("; ", missing)
                            + ": nothing was kept. Ask on the desk's page of people, or enter it"
                            + " with 'attune consent give "
                            + client.value()
                            + " --form notes --choice notes'");
        }
    }

    private static void refuseIfElsewhere(Vault vault, ClientCode client, SessionId id) {
        boolean there =
                vault.archive().list().sessions().stream()
                        .filter(each -> each.session().id().equals(id))
                        .flatMap(each -> each.session().participants().stream())
                        .anyMatch(each -> each.code().equals(client));
        if (!there) {
            throw new UsageException(
                    client.value() + " was not recorded in a session " + id + ": see 'sessions'");
        }
    }

    /** The way out for notes. */
    static NotesDesk desk(Vault vault, Optional<SessionId> session) {
        WallClock clock = WallClock.system();
        return new NotesDesk(new ExportGate(new VaultRegister(vault, session), clock), clock);
    }

    /**
     * What is to leave; that the notes were read for it is entered.
     *
     * @throws UsageException when there are none
     */
    static NotesDesk.Order order(
            Vault vault,
            ClientCode client,
            Optional<SessionId> session,
            Purpose purpose,
            Recipient recipient) {
        List<NotesDesk.Written> notes =
                read(vault, client, session.map(SessionId::value)).stream()
                        .map(
                                each ->
                                        new NotesDesk.Written(
                                                each.at(),
                                                each.session().map(SessionId::value).orElse(""),
                                                each.text()))
                        .toList();
        if (notes.isEmpty()) {
            throw new UsageException("there are no notes to export");
        }
        return new NotesDesk.Order(client, notes, purpose, recipient);
    }

    /** The notes on a person, or those of one session; that they were read is entered. */
    static List<Note> read(Vault vault, ClientCode client, Optional<String> session) {
        if (!vault.clients().contains(client)) {
            throw new UsageException("the vault knows no client of that code");
        }
        Optional<SessionId> wanted = session.map(SessionId::new);
        List<Note> notes =
                vault.notes().notes(client).stream()
                        .filter(each -> wanted.isEmpty() || each.session().equals(wanted))
                        .toList();
        vault.audit()
                .append(
                        AuditEvent.of(AuditEvent.Kind.NOTES_READ)
                                .about(client)
                                .with("session", session.orElse(""))
                                .with("count", notes.size()));
        return notes;
    }
}

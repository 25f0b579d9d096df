package org.attune.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attune.consent.Purpose;
import org.attune.export.AgeSeal;
import org.attune.export.ExportDesk;
import org.attune.export.ExportRefusedException;
import org.attune.export.NotesDesk;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.ui.desk.DeskActions.Leaving;
import org.attune.ui.desk.NoteActions;

/** The desk's way to process notes, the same as that of the commands. On its worker thread. */
final class DeskNotes implements NoteActions {
    private final Vault vault;

    DeskNotes(Vault vault) {
        this.vault = vault;
    }

    private static Optional<SessionId> session(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new SessionId(id));
    }

    @Override
    public List<Written> read(String code, String session) {
        Map<SessionId, String> begun =
                vault.archive().list().sessions().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.session().id(),
                                        each -> VaultDesk.minutes(each.session().startedAt())));
        return Notes.read(vault, new ClientCode(code), session(session).map(SessionId::value))
                .stream()
                .map(
                        note ->
                                new Written(
                                        VaultDesk.minutes(note.at()),
                                        note.session()
                                                .map(
                                                        id ->
                                                                "session of "
                                                                        + begun.getOrDefault(
                                                                                id, id.value()))
                                                .orElse(""),
                                        note.text()))
                .toList();
    }

    @Override
    public String keep(String code, String session, String text) {
        Notes.add(vault, new ClientCode(code), session(session), text);
        return "kept: a note on " + code;
    }

    @Override
    public Leaving preview(NotesWish wish) {
        try {
            return new Leaving(
                    true,
                    Notes.desk(vault, session(wish.session()))
                            .preview(order(wish))
                            .lines()
                            .toList());
        } catch (ExportRefusedException refused) {
            return new Leaving(false, refused.missing());
        } catch (UsageException unclear) {
            return new Leaving(false, List.of(String.valueOf(unclear.getMessage())));
        }
    }

    @Override
    public String export(NotesWish wish, Path target) {
        Optional<AgeSeal> seal =
                wish.key().isEmpty() ? Optional.empty() : Optional.of(new AgeSeal(wish.key()));
        ExportDesk.Placed placed =
                Notes.desk(vault, session(wish.session())).export(order(wish), target, seal);
        return "exported: " + placed.path();
    }

    private NotesDesk.Order order(NotesWish wish) {
        ClientCode client = new ClientCode(wish.code());
        Purpose purpose =
                Purpose.ofCode(wish.purpose())
                        .orElseThrow(() -> new UsageException("choose a purpose"));
        return Notes.order(
                vault,
                client,
                session(wish.session()),
                purpose,
                DeskExports.recipient(vault, client, wish.recipient()));
    }
}

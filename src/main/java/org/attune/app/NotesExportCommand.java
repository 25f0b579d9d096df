package org.attune.app;

import java.nio.file.Path;
import java.util.Optional;
import org.attune.export.AgeSeal;
import org.attune.export.ExportDesk;
import org.attune.export.NotesDesk;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets notes leave, by their own consent and by themselves. */
@Command(
        name = "export",
        description = {
            "Exports the notes on a client as one text file, where a consent to 'notes-export'",
            "covers purpose and recipient, as identified data: free text may name anybody.",
            "--preview shows the very text that would leave."
        })
final class NotesExportCommand extends Subcommand {
    @Parameters(paramLabel = "CODE", description = "the client's code")
    String code = "";

    @Option(
            names = "--purpose",
            paramLabel = "P",
            required = true,
            description = "care, supervision, research, or access (the person's own copy)")
    String purpose = "";

    @Option(
            names = "--recipient",
            paramLabel = "R",
            required = true,
            description = "KIND:ID or KIND:ID=NAME, as in the consent")
    String recipient = "";

    @Option(names = "--session", paramLabel = "SESSION", description = "only of this session")
    @Nullable String session;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "like notes.txt, or notes.txt.age with --encrypt-to")
    @Nullable Path out;

    @Option(
            names = "--encrypt-to",
            paramLabel = "KEY",
            description = "seals the file to an age recipient (age1…)")
    @Nullable String encryptTo;

    @Option(names = "--preview", description = "shows exactly what would leave; writes nothing")
    boolean preview;

    @Override
    int run() {
        if (out == null && !preview) {
            throw new UsageException("say where to: --out FILE, or look first: --preview");
        }
        Optional<AgeSeal> seal = Optional.ofNullable(encryptTo).map(AgeSeal::new);
        try (Vault vault = Vaults.open(common)) {
            Optional<SessionId> of = Optional.ofNullable(session).map(SessionId::new);
            NotesDesk.Order order =
                    Notes.order(
                            vault,
                            new ClientCode(code),
                            of,
                            ExportWords.purpose(purpose),
                            ExportWords.recipient(recipient, ""));
            NotesDesk desk = Notes.desk(vault, of);
            if (preview || out == null) {
                out().print(desk.preview(order));
                return ExitCode.DONE;
            }
            ExportDesk.Placed placed = desk.export(order, out, seal);
            out().println(
                            "exported: "
                                    + placed.path()
                                    + ", "
                                    + order.notes().size()
                                    + (order.notes().size() == 1 ? " note" : " notes")
                                    + ", SHA-256 "
                                    + placed.sha256());
        }
        return ExitCode.DONE;
    }
}

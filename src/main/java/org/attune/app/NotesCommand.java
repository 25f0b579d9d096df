package org.attune.app;

import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.Note;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the therapist writes down for themselves. */
@Command(
        name = "notes",
        description = {
            "Process notes: a store of their own, under keys of their own.",
            "They are kept only by the consent 'notes-store', and leave only by 'notes-export',"
                    + " never together with anything measured."
        },
        subcommands = {NotesCommand.Add.class, NotesCommand.Show.class, NotesExportCommand.class})
final class NotesCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException("say what to do: notes add, show or export");
    }

    @Command(
            name = "add",
            description = {
                "Keeps a note, read from standard input or a file: what stands on a command line",
                "can be seen by other programs."
            })
    static final class Add extends Subcommand {
        private static final int MOST_BYTES = 1024 * 1024;

        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Option(names = "--session", paramLabel = "SESSION", description = "of which session")
        @Nullable String session;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "UTF-8 text; - is standard input (default)")
        String file = "-";

        @Override
        int run() {
            ClientCode client = new ClientCode(code);
            String text = text();
            if (text.isBlank()) {
                throw new UsageException("the note is empty: nothing was kept");
            }
            try (Vault vault = Vaults.open(common)) {
                Optional<SessionId> of = Optional.ofNullable(session).map(SessionId::new);
                Notes.add(vault, client, of, text);
            }
            out().println("kept: a note on " + client.value());
            return ExitCode.DONE;
        }

        private String text() {
            return TextInput.read(file, MOST_BYTES, "the note")
                    .orElseThrow(() -> new UsageException("a note is at most 1 MiB long"));
        }
    }

    @Command(name = "show", description = "Shows the notes on a client, oldest first.")
    static final class Show extends Subcommand {
        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Option(names = "--session", paramLabel = "SESSION", description = "only of this session")
        @Nullable String session;

        @Override
        int run() {
            try (Vault vault = Vaults.open(common)) {
                for (Note note :
                        Notes.read(vault, new ClientCode(code), Optional.ofNullable(session))) {
                    out().println(
                                    note.at()
                                            + note.session()
                                                    .map(id -> ", session " + id.value())
                                                    .orElse(""));
                    note.text().strip().lines().forEach(line -> out().println("  " + line));
                }
            }
            return ExitCode.DONE;
        }
    }
}

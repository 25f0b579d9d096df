package org.attune.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attune.export.AgeSeal;
import org.attune.export.AnswerFile;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.review.Annotation;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A session's way to whoever supervises, and back. */
@Command(
        name = "supervise",
        description = {
            "Sends a session to be reviewed in another Attune, and takes in what is said of it.",
            "The supervisor's Attune keeps nothing of the session; it opens the file for as long as"
                    + " the client's consent holds."
        },
        subcommands = {
            SuperviseCommand.Send.class,
            SuperviseOpenCommand.class,
            SuperviseCommand.Merge.class
        })
final class SuperviseCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException("say what to do: supervise send, open or merge");
    }

    @Command(
            name = "send",
            description = {
                "Writes a session for a supervisor, under a pseudonym, where the client agreed to"
                        + " 'supervision'.",
                "With it goes what you wrote and shared by 'attune annotate --share', and nothing"
                        + " else you wrote: never a process note, never your own lane."
            })
    static final class Send extends Subcommand {
        @Parameters(paramLabel = "SESSION", description = "as 'attune sessions' lists it")
        String session = "";

        @Option(
                names = "--to",
                paramLabel = "WHOM",
                required = true,
                description = "as in the consent: a name, or KIND:ID like supervisor:lindqvist")
        String to = "";

        @Option(
                names = "--out",
                paramLabel = "PATH",
                description = "NAME.zip, NAME.zip.age with --encrypt-to, or a folder")
        @Nullable Path out;

        @Option(
                names = "--encrypt-to",
                paramLabel = "KEY",
                description = "seals it to the supervisor's age recipient (age1…)")
        @Nullable String encryptTo;

        @Option(
                names = "--answer-to",
                paramLabel = "KEY",
                description = "what comes back is sealed to your age recipient (age1…)")
        @Nullable String answerTo;

        @Option(
                names = "--lane",
                paramLabel = "LANE",
                description = "whose, where several people were recorded (default: client)")
        String lane = LaneId.CLIENT.value();

        @Option(names = "--preview", description = "shows exactly what would leave")
        boolean preview;

        @Override
        int run() {
            if (out == null && !preview) {
                throw new UsageException("say where to: --out PATH, or look first: --preview");
            }
            Optional<AgeSeal> seal = Optional.ofNullable(encryptTo).map(AgeSeal::new);
            try (Vault vault = Vaults.open(this)) {
                SessionId id = new SessionId(session);
                ExportOrder order =
                        Supervision.order(
                                vault,
                                id,
                                new LaneId(lane),
                                whose -> DeskExports.recipient(vault, whose, to));
                ExportDesk desk = Supervision.desk(vault, id, Optional.ofNullable(answerTo));
                List<Annotation> words = order.lane().shared().orElse(List.of());
                if (preview || out == null) {
                    PreviewText.print(desk.preview(order), out());
                    words.forEach(each -> out().println("words     " + AnnotationWords.of(each)));
                    return ExitCode.DONE;
                }
                ExportDesk.Placed placed = desk.export(order, out, seal);
                out().println(
                                "written for "
                                        + order.request().recipient().name()
                                        + ": "
                                        + placed.path()
                                        + ", with "
                                        + counted(words.size(), "word", "words")
                                        + " that you share or they said; SHA-256 "
                                        + placed.sha256());
                out().println("they open it with 'attune supervise open'");
            }
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "merge",
            description = {
                "Takes in what a supervisor said of a session, beside what you said.",
                "Nothing of yours is changed by it; taking in the same file again adds nothing."
            })
    static final class Merge extends Subcommand {
        @Parameters(paramLabel = "FILE", description = "what came back")
        Path file = Path.of("");

        @Option(
                names = "--identity",
                paramLabel = "FILE",
                description = "the age identity of the key it was sealed to")
        @Nullable Path identity;

        @Override
        int run() {
            byte[] bytes =
                    SupervisedSession.opened(
                            file, Optional.ofNullable(identity), AnswerFile.MOST_BYTES);
            try (Vault vault = Vaults.open(this)) {
                lines(Supervision.merge(vault, bytes)).forEach(out()::println);
            }
            return ExitCode.DONE;
        }
    }

    /** What came of an answer, for people. */
    static List<String> lines(Supervision.Merged merged) {
        List<String> lines =
                new java.util.ArrayList<>(
                        List.of(
                                "session "
                                        + merged.session()
                                        + ": "
                                        + counted(merged.added().size(), "new word", "new words")
                                        + " of "
                                        + merged.author()
                                        + ", "
                                        + merged.known()
                                        + " there already"));
        merged.added().forEach(each -> lines.add("  " + AnnotationWords.of(each)));
        if (merged.kept() > 0) {
            lines.add("where you say another time of a mark, both are kept and yours stands");
        }
        if (merged.leftOut() > 0) {
            lines.add(merged.leftOut() + " left out: they go by the names of other entries");
        }
        return lines;
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}

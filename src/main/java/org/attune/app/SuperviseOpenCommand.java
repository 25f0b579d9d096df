package org.attune.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attune.review.Said;
import org.attune.store.Vault;
import org.attune.ui.LiveScreen;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSaying;
import org.attune.ui.review.ReviewScreen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A session of another vault, seen and spoken of. */
@Command(
        name = "open",
        description = {
            "Opens a session that another Attune sent, in the review window or as words.",
            "Nothing of it is kept in your vault but a line in the audit. What you say is written"
                    + " into a small file for its therapist, beside the session unless --answer"
                    + " says where."
        })
final class SuperviseOpenCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "the zip, its sealed form, or the folder")
    Path file = Path.of("");

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "the age identity of the key it was sealed to")
    @Nullable Path identity;

    @Mixin final SayOptions saying = new SayOptions();

    @Option(names = "--answer", paramLabel = "FILE", description = "a new file for what you say")
    @Nullable Path answer;

    @Option(
            names = "--encrypt-to",
            paramLabel = "KEY",
            description = "seals the answer to the therapist's age recipient (age1…)")
    @Nullable String encryptTo;

    @Option(names = "--headless", description = "words in the terminal instead of a window")
    boolean headless;

    @Override
    int run() {
        try (Vault vault = Vaults.open(this)) {
            SupervisedSession session =
                    SupervisedSession.open(vault, file, Optional.ofNullable(identity));
            err().println("attune: note: " + session.until() + "; nothing of it is kept here");
            SupervisorSaying mine = new SupervisorSaying(vault, session);
            List<Said> said = saying.said(session.read());
            said.forEach(mine::say);
            if (said.isEmpty() && !headless && LiveScreen.available()) {
                ReviewScreen.show(
                        session.read().forWindow(),
                        Optional.of(actions(mine)),
                        Wiring.settings(common, null).display());
            } else if (said.isEmpty()) {
                ReviewWords.lines(session.read().reviewed()).forEach(out()::println);
                AnnotationWords.lines(session.read().annotations()).forEach(out()::println);
            }
            if (mine.unsent() > 0) {
                answer(session, mine);
            }
        }
        return ExitCode.DONE;
    }

    private void answer(SupervisedSession session, SupervisorSaying mine) {
        Optional<String> key = Optional.ofNullable(encryptTo);
        boolean sealed = key.or(session.sheet()::answerTo).isPresent();
        Path target = answer == null ? beside(file, sealed) : answer;
        int words = mine.unsent();
        mine.answer(target, key);
        out().println("answer of " + words + (words == 1 ? " word: " : " words: ") + target);
    }

    /** A name beside the session's that is free. */
    static Path beside(Path session, boolean sealed) {
        String name = String.valueOf(session.toAbsolutePath().getFileName());
        String stem = name.replaceFirst("(\\.zip)?(\\.age)?$", "");
        for (int number = 1; ; number++) {
            String numbered = stem + "-answer" + (number == 1 ? "" : "-" + number) + ".txt";
            Path free = session.resolveSibling(sealed ? numbered + ".age" : numbered);
            if (!Files.exists(free)) {
                return free;
            }
        }
    }

    /** What a supervisor can do in the window: look and say; nothing is judged or played anew. */
    static ReviewActions actions(ReviewSaying mine) {
        return new ReviewActions() {
            @Override
            public void playBack() {
                throw new UsageException("what was sent can be seen, not played");
            }

            @Override
            public boolean plays() {
                return false;
            }

            @Override
            public Optional<ReviewSaying> saying() {
                return Optional.of(mine);
            }
        };
    }
}

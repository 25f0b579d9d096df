package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said of a recorded session after it. */
@Command(
        name = "annotate",
        description = {
            "Says something of a recorded session: corrects or adds a mark, comments, tags, sums up.",
            "Without anything to say, tells what was said. What was recorded is never changed.",
            "Needs the consents to 'review' and 'store'."
        })
final class AnnotateCommand extends Subcommand {
    @Parameters(paramLabel = "SESSION", description = "as 'attune sessions' lists it")
    String session = "";

    @Mixin final SayOptions saying = new SayOptions();

    @Option(names = "--summary", description = "the record's summary, read from --file")
    boolean summary;

    @Option(names = "--tag", paramLabel = "WORD", description = "a word to find the session by")
    @Nullable String tag;

    @Option(
            names = "--share",
            paramLabel = "ID",
            description = {
                "lets a comment or the summary be seen by whoever supervises, or 'all' of them;",
                "nothing else of what you write leaves with a session"
            })
    @Nullable String share;

    @Option(names = "--unshare", paramLabel = "ID", description = "keeps it to yourself again")
    @Nullable String unshare;

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description = "with whose lane it is kept (default: the first client's)")
    @Nullable String lane;

    @Override
    int run() {
        SessionId id = new SessionId(session);
        try (Vault vault = Vaults.open(this)) {
            ReviewReading.Read read =
                    ReviewReading.read(
                            vault, id, true, "annotate", each -> err().println("attune: " + each));
            Annotating annotating = new Annotating(vault, id, whose(read.people()));
            List<Said> said = said(read);
            if (said.isEmpty()) {
                AnnotationWords.lines(read.annotations()).forEach(out()::println);
            }
            for (Said each : said) {
                out().println("kept: " + annotating.say(each).id());
            }
        }
        return ExitCode.DONE;
    }

    private ClientCode whose(List<Participant> people) {
        return lane == null
                ? Annotating.whose(people)
                : people.stream()
                        .filter(each -> each.lane().equals(new LaneId(lane)))
                        .findFirst()
                        .orElseThrow(() -> new UsageException("nobody is in that lane: " + lane))
                        .code();
    }

    private List<Said> said(ReviewReading.Read read) {
        List<Said> said = new ArrayList<>(saying.said(read));
        if (summary) {
            said.add(new Said.Summary(saying.text()));
        }
        if (tag != null) {
            said.add(new Said.Tag(tag));
        }
        Annotations now = read.annotations();
        if (share != null) {
            said.addAll(shared(now, share));
        }
        if (unshare != null) {
            Annotation meant = SayOptions.ownStanding(now, unshare);
            String by =
                    now.sharing(meant)
                            .orElseThrow(() -> new UsageException("it is not shared: " + unshare))
                            .id();
            said.add(new Said.TakenBack(by));
        }
        return said;
    }

    private static List<Said> shared(Annotations now, String which) {
        List<Annotation> meant =
                which.equals("all")
                        ? now.standing().stream().filter(now::canBeShared).toList()
                        : List.of(SayOptions.ownStanding(now, which));
        if (!meant.stream().allMatch(now::canBeShared)) {
            throw new UsageException(
                    "only comments and the summary are shared one by one: " + which);
        }
        return meant.stream()
                .filter(each -> !now.isShared(each))
                .<Said>map(each -> new Said.Shared(each.id()))
                .toList();
    }
}

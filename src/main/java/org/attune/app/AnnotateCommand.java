package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    private static final double NEAR_SECONDS = 1.5;

    @Parameters(paramLabel = "SESSION", description = "as 'attune sessions' lists it")
    String session = "";

    @Option(
            names = "--move",
            paramLabel = "MARK@TIME",
            description = "corrects when a mark was: --move slow@23:04 --to 22:50")
    @Nullable String move;

    @Option(names = "--add", paramLabel = "MARK", description = "adds a mark at --at")
    @Nullable String add;

    @Option(names = "--value", paramLabel = "N", description = "the number of --add suds")
    String value = "";

    @Option(names = "--at", paramLabel = "TIME", description = "m:ss or h:mm:ss of the session")
    @Nullable String at;

    @Option(names = "--to", paramLabel = "TIME", description = "where to; or where a span ends")
    @Nullable String to;

    @Option(
            names = "--comment",
            description = "a comment on --at, or from --at to --to, read from --file")
    boolean comment;

    @Option(names = "--summary", description = "the record's summary, read from --file")
    boolean summary;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "UTF-8 text of a comment or summary; - is standard input (default)")
    String file = "-";

    @Option(names = "--tag", paramLabel = "WORD", description = "a word to find the session by")
    @Nullable String tag;

    @Option(names = "--take-back", paramLabel = "ID", description = "takes back what was said")
    @Nullable String takeBack;

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
        List<Said> said = new ArrayList<>();
        if (move != null) {
            said.add(new Said.Moved(named(read, move), within(read, needed(to, "--to"))));
        }
        if (add != null) {
            SessionTime when = within(read, needed(at, "--at"));
            said.add(new Said.Added(new Marker(when, kind(add), value)));
        }
        if (comment) {
            SessionTime from = within(read, needed(at, "--at"));
            said.add(new Said.Comment(from, to == null ? from : within(read, to), text()));
        }
        if (summary) {
            said.add(new Said.Summary(text()));
        }
        if (tag != null) {
            said.add(new Said.Tag(tag));
        }
        if (takeBack != null) {
            said.add(new Said.TakenBack(ownStanding(read.annotations(), takeBack)));
        }
        return said;
    }

    private static String ownStanding(Annotations now, String begin) {
        List<Annotation> meant =
                now.standing().stream()
                        .filter(Annotation::isOwn)
                        .filter(each -> !begin.isEmpty() && each.id().startsWith(begin))
                        .toList();
        if (meant.size() != 1) {
            throw new UsageException("there is no such one of your own: " + begin);
        }
        return meant.get(0).id();
    }

    private static String needed(@Nullable String value, String option) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new UsageException("say when: " + option + " m:ss"));
    }

    private static SessionTime within(ReviewReading.Read read, String text) {
        double second = AnnotationWords.seconds(text);
        double end = read.reviewed().timeline().endSeconds();
        if (second > end) {
            throw new UsageException(
                    "the session ended at " + AnnotationWords.clock(end) + ": " + text);
        }
        return SessionTime.ofSeconds(second);
    }

    private static MarkKind kind(String name) {
        for (MarkKind each : MarkKind.values()) {
            if (Annotations.isOfHindsight(each) && AnnotationWords.name(each).equals(name)) {
                return each;
            }
        }
        throw new UsageException(
                "no mark that can be set afterwards is called so: " + name + "; like slow, ground");
    }

    /** As it was set, of the mark that stands at a time. */
    private static Marker named(ReviewReading.Read read, String text) {
        int sign = text.indexOf('@');
        if (sign < 0) {
            throw new UsageException("a mark is named like slow@23:04: " + text);
        }
        MarkKind kind = kind(text.substring(0, sign));
        double second = AnnotationWords.seconds(text.substring(sign + 1));
        List<Marker> near =
                read.reviewed().timeline().marks().standing().stream()
                        .filter(each -> each.kind() == kind)
                        .filter(each -> Math.abs(each.at().toSeconds() - second) < NEAR_SECONDS)
                        .toList();
        if (near.size() != 1) {
            throw new UsageException(
                    (near.isEmpty() ? "no" : "more than one")
                            + " mark of that kind is there: "
                            + text);
        }
        return read.annotations().asSet(near.get(0));
    }

    private String text() {
        return TextInput.read(file, 4 * Said.Comment.MOST, "the text")
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= Said.Comment.MOST)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        String.format(
                                                Locale.ROOT,
                                                "a comment or summary holds 1 to %d characters",
                                                Said.Comment.MOST)));
    }
}

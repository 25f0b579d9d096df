package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What somebody says of a session on the command line: its therapist, or who supervises. */
final class SayOptions {
    private static final double NEAR_SECONDS = 1.5;

    @Option(
            names = "--move",
            paramLabel = "MARK@TIME",
            description = "says when a mark was: --move slow@23:04 --to 22:50")
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

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "UTF-8 text of a comment or summary; - is standard input (default)")
    String file = "-";

    @Option(names = "--take-back", paramLabel = "ID", description = "takes back what was said")
    @Nullable String takeBack;

    /**
     * What is said.
     *
     * @throws UsageException when something of it does not fit the session
     */
    List<Said> said(ReviewReading.Read read) {
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
        if (takeBack != null) {
            said.add(new Said.TakenBack(ownStanding(read.annotations(), takeBack).id()));
        }
        return said;
    }

    /** The one of the user's own that stands and whose id begins so. */
    static Annotation ownStanding(Annotations now, String begin) {
        List<Annotation> meant =
                now.standing().stream()
                        .filter(Annotation::isOwn)
                        .filter(each -> !begin.isEmpty() && each.id().startsWith(begin))
                        .toList();
        if (meant.size() != 1) {
            throw new UsageException("there is no such one of your own: " + begin);
        }
        return meant.get(0);
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

    /** The text of a comment or summary. */
    String text() {
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

package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/** What was said of a session, in words for the terminal. Stateless; any thread. */
final class AnnotationWords {
    private static final Pattern TIME =
            Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4}):([0-5]?\\d(?:\\.\\d{1,9})?)");

    private AnnotationWords() {}

    /** Each on a line that begins with the beginning of its id. */
    static List<String> lines(Annotations now) {
        List<String> lines = new ArrayList<>();
        for (Annotation each : now.standing()) {
            lines.add(
                    each.id().substring(0, 8)
                            + "  "
                            + each.at().toString().substring(0, 16).replace('T', ' ')
                            + " UTC  "
                            + (each.isOwn() ? "" : each.author() + ": ")
                            + each.said().match(Words.IN_A_LINE)
                            + (now.isShared(each) ? "  (shared)" : ""));
        }
        if (lines.isEmpty()) {
            lines.add("nothing was said of it yet");
        }
        return lines;
    }

    /** One on a line. */
    static String of(Annotation annotation) {
        return annotation.said().match(Words.IN_A_LINE);
    }

    private enum Words implements Said.Cases<String> {
        IN_A_LINE;

        @Override
        public String moved(Said.Moved said) {
            return mark(said.mark()) + " belongs to " + clock(said.to());
        }

        @Override
        public String added(Said.Added said) {
            return "added " + mark(said.mark());
        }

        @Override
        public String comment(Said.Comment said) {
            String span = said.to().equals(said.from()) ? "" : " to " + clock(said.to());
            return clock(said.from()) + span + "  " + oneLine(said.text());
        }

        @Override
        public String summary(Said.Summary said) {
            return "summary: " + oneLine(said.text());
        }

        @Override
        public String tag(Said.Tag said) {
            return "tag " + said.word();
        }

        @Override
        public String takenBack(Said.TakenBack said) {
            return "taken back";
        }

        @Override
        public String shared(Said.Shared said) {
            return "shared " + said.id().substring(0, 8) + " with whoever supervises";
        }

        private static String mark(Marker mark) {
            String detail = mark.detail().isEmpty() ? "" : " " + oneLine(mark.detail());
            return AnnotationWords.name(mark.kind()) + detail + " at " + clock(mark.at());
        }

        /** What came from elsewhere must not steer a terminal. */
        private static String oneLine(String text) {
            return text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        }
    }

    /** A mark's name on the command line. */
    static String name(MarkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String clock(SessionTime at) {
        return clock(at.toSeconds());
    }

    static String clock(double seconds) {
        return ReviewWords.clock(seconds);
    }

    /**
     * Session seconds of a time like 23:04, 1:02:03 or 23:04.5.
     *
     * @throws UsageException when it is none
     */
    static double seconds(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new UsageException("a time is written like 23:04 or 1:02:03: " + text);
        }
        double hours = time.group(1) == null ? 0 : Double.parseDouble(time.group(1));
        return hours * 3600
                + Double.parseDouble(time.group(2)) * 60
                + Double.parseDouble(time.group(3));
    }
}

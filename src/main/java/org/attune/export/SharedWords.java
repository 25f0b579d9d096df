package org.attune.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;

/** What was said of a session, as JSON that goes from one Attune to another. Stateless. */
final class SharedWords {
    /** The most that one file may hold. */
    static final int MOST = 10_000;

    private static final String KIND = "kind";
    private static final String AUTHOR = "author";
    private static final String MARK = "mark";
    private static final String TEXT = "text";
    private static final String AT = "at_ns";
    private static final String TO = "to_ns";

    private SharedWords() {}

    /** Each with its author. */
    static ArrayNode withAuthors(List<Annotation> words) {
        ArrayNode list = JsonText.array();
        words.forEach(each -> list.add(write(each).put(AUTHOR, each.author())));
        return list;
    }

    /** Without: whoever takes them in knows from whom they come. */
    static ArrayNode withoutAuthors(List<Annotation> words) {
        ArrayNode list = JsonText.array();
        words.forEach(each -> list.add(write(each)));
        return list;
    }

    private static ObjectNode write(Annotation annotation) {
        ObjectNode node = JsonText.object();
        node.put("id", annotation.id());
        node.put("at", annotation.at().toString());
        return annotation.said().match(new Writing(node));
    }

    private record Writing(ObjectNode node) implements Said.Cases<ObjectNode> {
        @Override
        public ObjectNode moved(Said.Moved said) {
            mark(said.mark());
            return node.put(KIND, "moved").put(TO, said.to().nanos());
        }

        @Override
        public ObjectNode added(Said.Added said) {
            mark(said.mark());
            return node.put(KIND, "added");
        }

        @Override
        public ObjectNode comment(Said.Comment said) {
            return node.put(KIND, "comment")
                    .put(AT, said.from().nanos())
                    .put(TO, said.to().nanos())
                    .put(TEXT, said.text());
        }

        @Override
        public ObjectNode summary(Said.Summary said) {
            return node.put(KIND, "summary").put(TEXT, said.text());
        }

        @Override
        public ObjectNode tag(Said.Tag said) {
            return node.put(KIND, "tag").put(TEXT, said.word());
        }

        @Override
        public ObjectNode takenBack(Said.TakenBack said) {
            return node.put(KIND, "taken-back").put("of", said.id());
        }

        @Override
        public ObjectNode shared(Said.Shared said) {
            return node.put(KIND, "shared").put("of", said.id());
        }

        private void mark(Marker mark) {
            node.putObject(MARK)
                    .put(AT, mark.at().nanos())
                    .put(KIND, mark.kind().name().toLowerCase(Locale.ROOT))
                    .put("detail", mark.detail());
        }
    }

    /**
     * All of a list, each with its author.
     *
     * @throws ForeignFileException when one is none
     */
    static List<Annotation> read(ForeignJson file, String name) {
        return read(file, name, each -> each.text(AUTHOR));
    }

    /**
     * All of a list.
     *
     * @param author of all of them
     * @throws ForeignFileException when one is none
     */
    static List<Annotation> read(ForeignJson file, String name, String author) {
        return read(file, name, each -> author);
    }

    private static List<Annotation> read(
            ForeignJson file, String name, Function<ForeignJson, String> author) {
        List<Annotation> words = new ArrayList<>();
        for (ForeignJson each : file.list(name, MOST)) {
            try {
                words.add(
                        new Annotation(
                                each.text("id"),
                                author.apply(each),
                                each.instant("at"),
                                said(each)));
            } catch (IllegalArgumentException brokenContract) {
                throw ForeignJson.refused("something said breaks its rules");
            }
        }
        return words;
    }

    private static Said said(ForeignJson each) {
        return switch (each.text(KIND)) {
            case "moved" -> new Said.Moved(mark(each.inner(MARK)), each.time(TO));
            case "added" -> new Said.Added(mark(each.inner(MARK)));
            case "comment" -> new Said.Comment(each.time(AT), each.time(TO), each.text(TEXT));
            case "summary" -> new Said.Summary(each.text(TEXT));
            case "tag" -> new Said.Tag(each.text(TEXT));
            case "taken-back" -> new Said.TakenBack(each.text("of"));
            case "shared" -> new Said.Shared(each.text("of"));
            default -> throw ForeignJson.refused("something is said in a way that is not known");
        };
    }

    private static Marker mark(ForeignJson mark) {
        String name = mark.text(KIND);
        for (MarkKind kind : MarkKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new Marker(mark.time(AT), kind, mark.text("detail"));
            }
        }
        throw ForeignJson.refused("a mark of a kind that is not known");
    }
}

package org.attune.review;

import org.attune.session.Marker;
import org.attune.time.SessionTime;

/** What was said of a session after it. Immutable; any thread. */
public sealed interface Said {
    /** One result for each kind of it. */
    <R> R match(Cases<R> cases);

    /** One method for each kind. */
    interface Cases<R> {
        R moved(Moved said);

        R added(Added said);

        R comment(Comment said);

        R summary(Summary said);

        R tag(Tag said);

        R takenBack(TakenBack said);

        R shared(Shared said);
    }

    /**
     * A mark was set at another time than it belongs to.
     *
     * @param mark as it was set, in the session or afterwards
     * @param to where it belongs
     */
    record Moved(Marker mark, SessionTime to) implements Said {
        public Moved {
            Annotations.requireOfHindsight(mark.kind());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.moved(this);
        }
    }

    /** A mark that was not set in the session. */
    record Added(Marker mark) implements Said {
        public Added {
            Annotations.requireOfHindsight(mark.kind());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.added(this);
        }
    }

    /**
     * Words on a moment or a span. Its text form is redacted, so that it cannot slip into a log.
     *
     * @param to not before {@code from}; the same for a moment
     */
    record Comment(SessionTime from, SessionTime to, String text) implements Said {
        /** The most characters of a comment. */
        public static final int MOST = 10_000;

        public Comment {
            if (to.nanos() < from.nanos()) {
                throw new IllegalArgumentException("a comment must not end before it begins");
            }
            if (text.isBlank() || text.length() > MOST) {
                throw new IllegalArgumentException(
                        "a comment must hold 1 to " + MOST + " characters: " + text.length());
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comment(this);
        }

        @Override
        public String toString() {
            return "Comment[redacted]";
        }
    }

    /** The record's few sentences on the session; the newest stands. Its text form is redacted. */
    record Summary(String text) implements Said {
        public Summary {
            if (text.isBlank() || text.length() > Comment.MOST) {
                throw new IllegalArgumentException(
                        "a summary must hold 1 to " + Comment.MOST + " characters");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.summary(this);
        }

        @Override
        public String toString() {
            return "Summary[redacted]";
        }
    }

    /**
     * A word to find the session by.
     *
     * @param word letters, digits, - and _, at most 40
     */
    record Tag(String word) implements Said {
        public Tag {
            if (!word.matches("[\\p{L}\\p{N}_-]{1,40}")) {
                throw new IllegalArgumentException("a tag must be 1 to 40 letters, digits, - or _");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.tag(this);
        }
    }

    /**
     * Something said earlier no longer stands.
     *
     * @param id of what is taken back
     */
    record TakenBack(String id) implements Said {
        public TakenBack {
            Annotation.requireId(id);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.takenBack(this);
        }
    }

    /**
     * Something said earlier may be shown to whoever supervises; without it, words stay here.
     *
     * @param id of what may be shown
     */
    record Shared(String id) implements Said {
        public Shared {
            Annotation.requireId(id);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shared(this);
        }
    }
}

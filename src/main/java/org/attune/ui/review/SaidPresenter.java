package org.attune.ui.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Marks;
import org.attune.review.Said;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/**
 * What is said of a session afterwards: a mark on its way to another time, the span that is spoken
 * of, and the words that are read one after the other. Confined to one thread.
 */
final class SaidPresenter {
    private final ReviewWords words;
    private ReviewSession session;
    private Optional<Move> moving = Optional.empty();
    private Optional<ReviewView.Remark> read = Optional.empty();
    private Optional<Double> spanFrom = Optional.empty();
    private Optional<Double> spanTo = Optional.empty();

    /**
     * A mark on its way to another time.
     *
     * @param mark as it stands
     * @param to session seconds
     */
    record Move(Marker mark, double to) {
        Marker shown() {
            return new Marker(SessionTime.ofSeconds(to), mark.kind(), mark.detail());
        }
    }

    SaidPresenter(ReviewSession session, ReviewWords words) {
        this.session = session;
        this.words = words;
    }

    /** Something was said; what is read goes on being read if it still stands. */
    void renew(ReviewSession newer) {
        session = newer;
        moving = Optional.empty();
        read =
                read.flatMap(
                        old ->
                                remarks().stream()
                                        .filter(each -> each.by().equals(old.by()))
                                        .findFirst());
    }

    /** Moves a mark by so many seconds, within the session; where it is then. */
    double nudge(Marker mark, double seconds) {
        double from = moving.map(Move::to).orElse(Marks.second(mark));
        double end = session.timeline().endSeconds();
        double to = Math.max(0, Math.min(end, from + seconds));
        moving = Optional.of(new Move(mark, to));
        return to;
    }

    Optional<Move> moving() {
        return moving;
    }

    /** The mark that was moved, once. */
    Optional<Move> takeMove() {
        Optional<Move> taken = moving.filter(move -> move.to() != Marks.second(move.mark()));
        moving = Optional.empty();
        return taken;
    }

    void leaveMove() {
        moving = Optional.empty();
    }

    /** Where a mark is seen: the one that is being moved on its way, all others where they are. */
    Marker shown(Marker each) {
        return moving.filter(move -> move.mark().equals(each)).map(Move::shown).orElse(each);
    }

    /** Begins, or ends, the span that is spoken of. */
    void edge(double second, boolean begins) {
        if (begins) {
            spanFrom = Optional.of(second);
            spanTo = spanTo.filter(to -> to > second);
        } else {
            spanTo = Optional.of(second);
            spanFrom = spanFrom.filter(from -> from < second);
        }
    }

    void span(double one, double other) {
        spanFrom = Optional.of(Math.max(0, Math.min(one, other)));
        spanTo = Optional.of(Math.min(session.timeline().endSeconds(), Math.max(one, other)));
    }

    /** The span that is spoken of, once both its edges are set. */
    Optional<ReviewView.Stretch> span() {
        return spanFrom.flatMap(from -> spanTo.map(to -> new ReviewView.Stretch(from, to)));
    }

    /** Whether there was a span, or an edge of one, that is forgotten now. */
    boolean forgetSpan() {
        boolean any = spanFrom.isPresent() || spanTo.isPresent();
        spanFrom = Optional.empty();
        spanTo = Optional.empty();
        return any;
    }

    String summary() {
        return session.annotations().summary().orElse("");
    }

    /** Comments of all, and what others suggest of marks, by the time they are of. */
    List<ReviewView.Remark> remarks() {
        Annotations now = session.annotations();
        return Stream.concat(now.comments().stream(), now.suggestions().stream())
                .map(this::remark)
                .sorted(Comparator.comparingDouble(ReviewView.Remark::from))
                .toList();
    }

    private ReviewView.Remark remark(Annotation by) {
        if (by.said() instanceof Said.Comment comment) {
            return new ReviewView.Remark(
                    by, comment.from().toSeconds(), comment.to().toSeconds(), comment.text());
        }
        if (by.said() instanceof Said.Moved moved) {
            double from = Marks.second(moved.mark());
            String mark = words.live().mark(moved.mark());
            String text =
                    words.of("say.suggests-move", mark, ReviewWords.clock(moved.to().toSeconds()));
            return new ReviewView.Remark(by, from, from, text);
        }
        Marker mark = ((Said.Added) by.said()).mark();
        double at = Marks.second(mark);
        String text = words.of("say.suggests-mark", words.live().mark(mark));
        return new ReviewView.Remark(by, at, at, text);
    }

    Optional<ReviewView.Remark> read() {
        return read;
    }

    /** Reads the next, or the one before; empty where nothing was said. */
    Optional<ReviewView.Remark> step(int by) {
        List<ReviewView.Remark> all = remarks();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int now = read.map(all::indexOf).orElse(by > 0 ? -1 : all.size());
        read = Optional.of(all.get(Math.max(0, Math.min(all.size() - 1, now + by))));
        return read;
    }

    /** When it is of, who said it and, of others, when; and what. */
    String line(ReviewView.Remark remark) {
        Annotation by = remark.by();
        String author = by.isOwn() ? words.of("say.own") : by.author() + ", " + day(by.at());
        String shared = session.annotations().isShared(by) ? words.of("say.is-shared") : "";
        String to = remark.to() > remark.from() ? "–" + ReviewWords.clock(remark.to()) : "";
        return ReviewWords.clock(remark.from())
                + to
                + "  "
                + author
                + shared
                + ": "
                + remark.text();
    }

    private String day(Instant at) {
        return words.shortDay(LocalDate.ofInstant(at, ZoneId.systemDefault()));
    }
}

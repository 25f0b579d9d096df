package org.attune.ui.review;

import java.awt.Window;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.attune.review.Annotation;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.attune.ui.BackgroundWork;

/**
 * Corrects marks, and asks for what is to be said of the session; keeps it beside the EDT and shows
 * what became of it. Confined to the EDT.
 */
final class ReviewSayings {
    private final ReviewPresenter presenter;
    private final ReviewWords words;
    private final Optional<ReviewSaying> saying;
    private final BackgroundWork work;
    private final Consumer<String> tell;

    /**
     * @param saying absent where nothing can be kept
     * @param tell says a line at the foot and shows anew
     */
    ReviewSayings(
            ReviewPresenter presenter,
            ReviewWords words,
            Optional<ReviewSaying> saying,
            BackgroundWork work,
            Consumer<String> tell) {
        this.presenter = presenter;
        this.words = words;
        this.saying = saying;
        this.work = work;
        this.tell = tell;
    }

    boolean arePossible() {
        return saying.isPresent();
    }

    /** Moves the chosen mark on the screen; kept by {@link #keepMove}. */
    void nudge(double seconds) {
        if (saying.isPresent() && presenter.nudge(seconds)) {
            tell.accept(words.of("say.moving", presenter.movedTo()));
        }
    }

    /** Keeps the time to which a mark was moved; whether there was one. */
    boolean keepMove() {
        Optional<SaidPresenter.Move> move = presenter.takeMove();
        move.ifPresent(
                each ->
                        keep(
                                say -> say.move(each.mark(), SessionTime.ofSeconds(each.to())),
                                "say.moved"));
        return move.isPresent();
    }

    void comment(Window owner) {
        ReviewView.Stretch about = presenter.spokenOf();
        ask(
                owner,
                words.of("say.comment", clock(about)),
                "",
                text -> {
                    SessionTime from = SessionTime.ofSeconds(about.from());
                    SessionTime to = SessionTime.ofSeconds(about.to());
                    boolean unused = presenter.spoken().forgetSpan();
                    keep(say -> say.comment(from, to, text), "say.commented");
                });
    }

    private static String clock(ReviewView.Stretch about) {
        String from = ReviewWords.clock(about.from());
        return about.to() > about.from() ? from + " – " + ReviewWords.clock(about.to()) : from;
    }

    /** Asks which mark was missed; it is set where the span begins, or what is spoken of is. */
    void mark(Window owner) {
        if (saying.isPresent()) {
            double at = presenter.spokenOf().from();
            MarkDialog.open(
                    owner,
                    words,
                    words.of("say.mark", ReviewWords.clock(at)),
                    kind ->
                            keep(
                                    say -> say.add(Marker.of(SessionTime.ofSeconds(at), kind)),
                                    "say.marked"));
        }
    }

    void tag(Window owner) {
        if (isOwnSession()) {
            ask(owner, words.of("say.tag"), "", word -> keep(say -> say.tag(word), "say.tagged"));
        }
    }

    /** Shares the comment that is read, or keeps it back again. */
    void share() {
        if (!isOwnSession()) {
            return;
        }
        Optional<Annotation> read =
                presenter.spoken().read().map(ReviewView.Remark::by).filter(Annotation::isOwn);
        read.ifPresentOrElse(
                each -> keep(say -> say.share(each), "say.sharing"),
                () -> tell.accept(words.of("say.read-first")));
    }

    /** Whether all of it is the user's own to say, and not only comments and marks. */
    boolean isOwnSession() {
        return saying.filter(each -> !each.supervises()).isPresent();
    }

    void summarise(Window owner) {
        if (!isOwnSession()) {
            return;
        }
        ask(
                owner,
                words.of("say.summary"),
                presenter.spoken().summary(),
                text -> keep(say -> say.summarise(text), "say.summarised"));
    }

    void note(Window owner) {
        if (!isOwnSession()) {
            return;
        }
        ask(owner, words.of("say.note"), "", text -> keep(say -> say.note(text), "say.noted"));
    }

    void takeBack() {
        keep(ReviewSaying::takeBackLast, "say.taken-back");
    }

    private void ask(Window owner, String title, String before, Consumer<String> kept) {
        if (saying.isPresent()) {
            SayDialog.open(owner, words, title, before, kept);
        }
    }

    private interface Say {
        ReviewSession by(ReviewSaying saying);
    }

    private void keep(Say what, String done) {
        saying.ifPresent(
                say -> {
                    Supplier<ReviewSession> kept = () -> what.by(say);
                    work.ask(
                            kept,
                            session -> {
                                presenter.renew(session);
                                tell.accept(words.of(done));
                            },
                            tell);
                });
    }
}

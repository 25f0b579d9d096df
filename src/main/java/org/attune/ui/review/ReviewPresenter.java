package org.attune.ui.review;

import java.util.Optional;
import org.attune.review.Annotations;
import org.attune.review.ReviewFigures;
import org.attune.session.LaneId;
import org.attune.session.Marker;

/**
 * What is seen of a session, what is chosen, and what each wish makes of it. Knows nothing of
 * windows. Confined to one thread.
 */
final class ReviewPresenter {

    private final boolean plays;
    private final Says says;
    private ReviewSession session;
    private final SaidPresenter spoken;
    private final ReviewSight sight;
    private final Optional<WhatIfPresenter> whatIf;
    private final Optional<TwoPresenter> two;
    private final NumbersPresenter numbers = new NumbersPresenter();
    private boolean artefacts;
    private boolean keyCard;
    private String said = "";

    /** What can be said of a session. */
    enum Says {
        NOTHING,
        ALL,
        /** Comments and marks, of another therapist's session. */
        SUPERVISING;

        boolean possible() {
            return this != NOTHING;
        }
    }

    /**
     * @param plays whether it can be played back
     * @param questions judges it otherwise, where that can be
     * @param asksOfTwo whether two people can be laid side by side
     * @param says what can be said of it
     */
    ReviewPresenter(
            ReviewSession session,
            ReviewWords words,
            boolean plays,
            Optional<WhatIfQuestions> questions,
            boolean asksOfTwo,
            Says says) {
        this.plays = plays;
        this.spoken = new SaidPresenter(session, words);
        this.sight = new ReviewSight(session, words, spoken);
        this.two =
                asksOfTwo && session.timeline().lanes().size() > 1
                        ? Optional.of(new TwoPresenter(session, words))
                        : Optional.empty();
        this.whatIf = questions.map(each -> new WhatIfPresenter(each, words));
        this.says = says;
        this.session = session;
    }

    /** The same session after something was said of it: what is seen and chosen stays. */
    void renew(ReviewSession newer) {
        session = newer;
        spoken.renew(newer);
        sight.renew(newer);
    }

    /** Where one looks. */
    ReviewSight sight() {
        return sight;
    }

    /** Moves the chosen mark, if it is one that can be moved; whether it did. */
    boolean nudge(double seconds) {
        Optional<Marker> chosen =
                sight.mark().filter(each -> Annotations.isOfHindsight(each.kind()));
        chosen.ifPresent(each -> sight.see(spoken.nudge(each, seconds)));
        return chosen.isPresent();
    }

    /** Where the mark that is being moved stands now, as a clock reads. */
    String movedTo() {
        return spoken.moving().map(move -> ReviewWords.clock(move.to())).orElse("");
    }

    /** The mark that was moved, once; it is then where it was until it is kept. */
    Optional<SaidPresenter.Move> takeMove() {
        Optional<SaidPresenter.Move> taken = spoken.takeMove();
        taken.ifPresent(move -> sight.follow(move.shown()));
        return taken;
    }

    /** What is said of the session. */
    SaidPresenter spoken() {
        return spoken;
    }

    /** What is spoken of: the span, or else what is asked about or chosen, or the middle. */
    ReviewView.Stretch spokenOf() {
        return spoken.span()
                .orElseGet(
                        () -> {
                            double here = sight.here();
                            return new ReviewView.Stretch(here, here);
                        });
    }

    /** Begins or ends the span that is spoken of, where the pointer is or what is asked about. */
    void edge(boolean begins) {
        double here = sight.pointedOrHere();
        spoken.edge(Math.min(here, session.timeline().endSeconds()), begins);
    }

    /** Reads the next word said, or the one before. */
    void stepComment(int by) {
        spoken.step(by)
                .ifPresent(
                        read -> {
                            sight.see(read.from());
                            sight.forgetWhy();
                            said = spoken.line(read);
                        });
    }

    void toggleArtefacts() {
        artefacts = !artefacts;
    }

    void toggleKeys() {
        keyCard = !keyCard;
    }

    /** The panel of other settings, where there can be one. */
    Optional<WhatIfPresenter> whatIf() {
        return whatIf;
    }

    /** The panel of two people, where there are two. */
    Optional<TwoPresenter> two() {
        return two;
    }

    /** The panel of figures. */
    NumbersPresenter numbers() {
        return numbers;
    }

    /** Opens or closes it; of the panels one is open. */
    void toggleNumbers() {
        numbers.renew(figures(), sight.people().facts());
        numbers.toggle();
        if (numbers.isOpen()) {
            whatIf.filter(WhatIfPresenter::isOpen).ifPresent(WhatIfPresenter::toggle);
            two.filter(TwoPresenter::isOpen).ifPresent(TwoPresenter::toggle);
        }
    }

    /** A row of it was chosen: what it is of is looked at. */
    void chooseNumber(int row) {
        numbers.choose(row).ifPresent(sight::choosePlace);
    }

    void stepNumber(int by) {
        numbers.step(by).ifPresent(sight::choosePlace);
    }

    private Optional<ReviewFigures> figures() {
        return sight.lane().flatMap(session::figures);
    }

    /** Whether something was open that is closed now. */
    boolean closeOpen() {
        Optional<WhatIfPresenter> asking = whatIf.filter(WhatIfPresenter::isOpen);
        Optional<TwoPresenter> pairing = two.filter(TwoPresenter::isOpen);
        if (spoken.moving().isPresent()) {
            spoken.leaveMove();
            said = "";
        } else if (keyCard) {
            keyCard = false;
        } else if (numbers.isOpen()) {
            numbers.close();
        } else if (pairing.isPresent()) {
            pairing.get().toggle();
        } else if (asking.isPresent()) {
            asking.get().toggle();
        } else if (spoken.forgetSpan()) {
            said = "";
        } else if (!sight.forgetWhy()) {
            boolean any = artefacts;
            artefacts = false;
            return any;
        }
        return true;
    }

    void say(String line) {
        said = line;
    }

    ReviewView view() {
        LanePeople people = sight.people();
        ReviewFacts.Told told = sight.told();
        Optional<ReviewView.Lane> about = sight.person();
        Optional<LaneId> lane = sight.lane();
        return new ReviewView(
                people.facts()
                        .head(
                                people.all(),
                                about.map(each -> told.facts()),
                                people.therapist().isPresent(),
                                sight.ownShown()),
                sight.window(),
                people.all(),
                people.therapist().filter(each -> sight.ownShown()),
                session.timeline().marks(),
                sight.signed().stream().map(spoken::shown).toList(),
                sight.mark().map(spoken::shown),
                told.rows(),
                sight.row(),
                told.times(),
                told.questions(),
                sight.inset(),
                about.flatMap(
                        each -> sight.why().map(at -> people.facts().why(each.timeline(), at))),
                whatIf.flatMap(each -> each.view(lane)),
                two.flatMap(each -> each.view(sight.shownLanes())),
                numbers.view(figures(), people.facts()),
                artefacts,
                told.artefacts(),
                keyCard,
                sight.number(),
                plays,
                whatIf.isPresent(),
                two.isPresent() && sight.shownLanes().size() > 1,
                says.possible(),
                says == Says.SUPERVISING,
                spoken.remarks(),
                spoken.read(),
                spoken.span(),
                said);
    }
}

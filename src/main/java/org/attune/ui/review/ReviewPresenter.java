package org.attune.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.review.Annotations;
import org.attune.review.Marks;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.ui.KeySettings;

/**
 * What is seen of a session, what is chosen, and what each wish makes of it. Knows nothing of
 * windows. Confined to one thread.
 */
final class ReviewPresenter {

    private static final double STEP = 1.4;

    private final ReviewWords language;
    private final boolean plays;
    private final Says says;
    private ReviewSession session;
    private LanePeople people;
    private final SaidPresenter spoken;
    private final Optional<WhatIfPresenter> whatIf;
    private final Optional<TwoPresenter> two;
    private TimeWindow window;
    private int person;
    private int row = -1;
    private Optional<Marker> mark = Optional.empty();
    private Optional<Integer> why = Optional.empty();
    private double pointed = -1;
    private boolean ownShown;
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
        this.language = words;
        this.spoken = new SaidPresenter(session, words);
        this.two =
                asksOfTwo && session.timeline().lanes().size() > 1
                        ? Optional.of(new TwoPresenter(session, words))
                        : Optional.empty();
        this.whatIf = questions.map(each -> new WhatIfPresenter(each, words));
        this.says = says;
        this.session = session;
        this.people = new LanePeople(session, words);
        this.window = TimeWindow.whole(session.timeline().endSeconds());
    }

    /** The same session after something was said of it: what is seen and chosen stays. */
    void renew(ReviewSession newer) {
        session = newer;
        people = new LanePeople(newer, language);
        spoken.renew(newer);
        mark = mark.filter(signed()::contains);
    }

    /** Moves the chosen mark, if it is one that can be moved; whether it did. */
    boolean nudge(double seconds) {
        Optional<Marker> chosen = mark.filter(each -> Annotations.isOfHindsight(each.kind()));
        chosen.ifPresent(each -> window = window.showing(spoken.nudge(each, seconds)));
        return chosen.isPresent();
    }

    /** Where the mark that is being moved stands now, as a clock reads. */
    String movedTo() {
        return spoken.moving().map(move -> ReviewWords.clock(move.to())).orElse("");
    }

    /** The mark that was moved, once; it is then where it was until it is kept. */
    Optional<SaidPresenter.Move> takeMove() {
        Optional<SaidPresenter.Move> taken = spoken.takeMove();
        taken.ifPresent(move -> mark = Optional.of(move.shown()));
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
                            double here = here();
                            return new ReviewView.Stretch(here, here);
                        });
    }

    private double here() {
        double middle = (window.from() + window.to()) / 2;
        return asked().filter(window::holds).orElse(Math.max(0, middle));
    }

    /** Begins or ends the span that is spoken of, where the pointer is or what is asked about. */
    void edge(boolean begins) {
        double here = why.isEmpty() && pointed >= 0 ? pointed : here();
        spoken.edge(Math.min(here, session.timeline().endSeconds()), begins);
    }

    /** Reads the next word said, or the one before. */
    void stepComment(int by) {
        spoken.step(by)
                .ifPresent(
                        read -> {
                            window = window.showing(read.from());
                            why = Optional.empty();
                            said = spoken.line(read);
                        });
    }

    /** The highest rise is what is asked for first, where there was any. */
    void chooseHighest() {
        int highest = people.highest(person);
        row = highest < 0 ? row : highest;
    }

    private ReviewFacts.Told told() {
        return people.told(person);
    }

    /** Whose lists are shown. */
    Optional<LaneId> lane() {
        return person().map(each -> each.timeline().lane());
    }

    private Optional<ReviewView.Lane> person() {
        return people.person(person);
    }

    void zoom(int steps, double around) {
        window = window.zoomed(Math.pow(STEP, -steps), around);
    }

    /** Without a pointer: around what is asked about, else what is chosen, else the middle. */
    void zoom(int steps) {
        double middle = (window.from() + window.to()) / 2;
        zoom(steps, asked().filter(window::holds).orElse(middle));
    }

    private Optional<Double> asked() {
        return why.map(Integer::doubleValue).or(this::chosenSecond);
    }

    void pan(double share) {
        window = window.panned(share);
    }

    void beginAt(double second) {
        window = window.beginningAt(second);
    }

    void stretch(double a, double b) {
        window = window.stretch(a, b);
    }

    void whole() {
        window = TimeWindow.whole(session.timeline().endSeconds());
    }

    /** Opens what is chosen to its two minutes. */
    void open() {
        chosenSecond().ifPresent(at -> stretch(at - ReviewFacts.AROUND, at + ReviewFacts.AROUND));
    }

    void chooseRow(int chosen) {
        List<ReviewView.Row> rows = rows();
        if (!rows.isEmpty()) {
            row = Math.max(0, Math.min(rows.size() - 1, chosen));
            mark = Optional.empty();
            chosenSecond().ifPresent(at -> window = window.showing(at));
        }
    }

    /** The next or the one before; the first or the last where none is chosen. */
    void stepRow(int by) {
        chooseRow(row < 0 && by < 0 ? rows().size() - 1 : row + by);
    }

    void chooseMark(Marker chosen) {
        mark = Optional.of(chosen);
        spoken.leaveMove();
        row = -1;
        window = window.showing(Marks.second(chosen));
    }

    void stepMark(int by) {
        List<Marker> marks = signed();
        if (!marks.isEmpty()) {
            int now = mark.map(marks::indexOf).orElse(by > 0 ? -1 : marks.size());
            chooseMark(marks.get(Math.max(0, Math.min(marks.size() - 1, now + by))));
        }
    }

    /** Where the pointer is, for those who then ask by key; negative where it is elsewhere. */
    void point(double second) {
        pointed = second;
    }

    void askWhy(double second) {
        int last = person().map(lane -> lane.timeline().lastSecond()).orElse(0);
        why = Optional.of((int) Math.max(1, Math.min(Math.max(1, last), Math.ceil(second))));
    }

    /** Asked on the ribbon of one of several. */
    void askWhyOf(int number, double second) {
        if (number != person) {
            choosePerson(number);
        }
        askWhy(second);
    }

    void toggleWhy() {
        if (why.isPresent()) {
            why = Optional.empty();
            return;
        }
        double middle = (window.from() + window.to()) / 2;
        askWhy(pointed >= 0 ? pointed : chosenSecond().filter(window::holds).orElse(middle));
    }

    /** A second, or about a pixel where a pixel holds more. */
    void stepWhy(int by) {
        if (why.isEmpty()) {
            toggleWhy();
        } else {
            askWhy(why.get() + by * Math.max(1, Math.rint(window.seconds() / 900)));
            window = window.showing(why.get());
        }
    }

    void toggleOwn() {
        ownShown = !ownShown && people.therapist().isPresent();
        if (!ownShown && mark.filter(Marks::isPrivate).isPresent()) {
            mark = Optional.empty();
        }
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

    /** Those whose lanes are seen now. */
    List<LaneId> shownLanes() {
        return Stream.concat(
                        people.all().stream(), people.therapist().stream().filter(lane -> ownShown))
                .map(each -> each.timeline().lane())
                .toList();
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
        } else if (pairing.isPresent()) {
            pairing.get().toggle();
        } else if (asking.isPresent()) {
            asking.get().toggle();
        } else if (spoken.forgetSpan()) {
            said = "";
        } else if (why.isPresent()) {
            why = Optional.empty();
        } else {
            boolean any = artefacts;
            artefacts = false;
            return any;
        }
        return true;
    }

    void choosePerson(int number) {
        if (number >= 0 && number < people.all().size()) {
            person = number;
            row = -1;
            chooseHighest();
        }
    }

    void say(String line) {
        said = line;
    }

    private List<ReviewView.Row> rows() {
        return told().rows();
    }

    private Optional<Double> chosenSecond() {
        return mark.map(Marks::second)
                .or(
                        () ->
                                row >= 0 && row < rows().size()
                                        ? person().map(
                                                        p ->
                                                                people.facts()
                                                                        .peakOf(p.timeline(), row))
                                        : Optional.empty());
    }

    /** Marks with a sign; the client's numbers have a lane of their own. */
    private List<Marker> signed() {
        return session.timeline().marks().standing().stream()
                .filter(each -> each.kind() != MarkKind.SUDS)
                .filter(each -> KeySettings.DEFAULT.sign(each).isPresent())
                .filter(each -> ownShown || !Marks.isPrivate(each))
                .toList();
    }

    ReviewView view() {
        Optional<ReviewView.Lane> about = person();
        return new ReviewView(
                people.facts()
                        .head(
                                people.all(),
                                about.map(lane -> told().facts()),
                                people.therapist().isPresent(),
                                ownShown),
                window,
                people.all(),
                people.therapist().filter(lane -> ownShown),
                session.timeline().marks(),
                signed().stream().map(spoken::shown).toList(),
                mark.map(spoken::shown),
                rows(),
                row,
                told().times(),
                told().questions(),
                about.flatMap(
                        lane -> chosenSecond().map(at -> people.facts().inset(lane, at, mark))),
                about.flatMap(
                        lane -> why.map(second -> people.facts().why(lane.timeline(), second))),
                whatIf.flatMap(each -> each.view(about.map(lane -> lane.timeline().lane()))),
                two.flatMap(each -> each.view(shownLanes())),
                artefacts,
                told().artefacts(),
                keyCard,
                person,
                plays,
                whatIf.isPresent(),
                two.isPresent() && shownLanes().size() > 1,
                says.possible(),
                says == Says.SUPERVISING,
                spoken.remarks(),
                spoken.read(),
                spoken.span(),
                said);
    }
}

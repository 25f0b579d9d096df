package org.attune.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.review.Marks;
import org.attune.review.Timeline;
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

    private final ReviewSession session;
    private final ReviewFacts facts;
    private final List<ReviewView.Lane> people;
    private final Optional<ReviewView.Lane> therapist;
    private final boolean plays;
    private final Optional<WhatIfPresenter> whatIf;
    private final Optional<TwoPresenter> two;
    private final Map<Integer, ReviewFacts.Told> told = new HashMap<>();
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

    /**
     * @param plays whether it can be played back
     * @param asksOfTwo whether two people can be laid side by side
     * @param questions judges it otherwise, where that can be
     */
    ReviewPresenter(
            ReviewSession session,
            ReviewWords words,
            boolean plays,
            Optional<WhatIfQuestions> questions,
            boolean asksOfTwo) {
        this.plays = plays;
        this.two =
                asksOfTwo && session.timeline().lanes().size() > 1
                        ? Optional.of(new TwoPresenter(session, words))
                        : Optional.empty();
        this.whatIf = questions.map(each -> new WhatIfPresenter(each, words));
        this.session = session;
        this.facts = new ReviewFacts(session, words);
        List<ReviewView.Lane> shown = new ArrayList<>();
        for (Timeline lane : session.timeline().lanes()) {
            if (!lane.isPrivate()) {
                shown.add(facts.lane(lane, shown.size()));
            }
        }
        this.people = List.copyOf(shown);
        this.therapist =
                session.timeline().lanes().stream()
                        .filter(Timeline::isPrivate)
                        .findFirst()
                        .map(lane -> facts.lane(lane, 0));
        this.window = TimeWindow.whole(session.timeline().endSeconds());
    }

    /** The longest rise is what is asked for first, where there was any. */
    void chooseHighest() {
        double highest = Double.NEGATIVE_INFINITY;
        var episodes =
                person().flatMap(lane -> session.figures(lane.timeline().lane()))
                        .map(figures -> figures.episodes())
                        .orElse(List.of());
        for (int i = 0; i < episodes.size(); i++) {
            double above = episodes.get(i).peakAboveBpm().value().orElse(Double.NEGATIVE_INFINITY);
            if (above > highest) {
                highest = above;
                row = i;
            }
        }
    }

    private ReviewFacts.Told told() {
        return person().map(
                        lane -> told.computeIfAbsent(person, key -> facts.told(lane.timeline())))
                .orElse(ReviewFacts.Told.NOTHING);
    }

    private Optional<ReviewView.Lane> person() {
        return person < people.size() ? Optional.of(people.get(person)) : Optional.empty();
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
        ownShown = !ownShown && therapist.isPresent();
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
        return Stream.concat(people.stream(), therapist.stream().filter(lane -> ownShown))
                .map(each -> each.timeline().lane())
                .toList();
    }

    /** Whether something was open that is closed now. */
    boolean closeOpen() {
        Optional<WhatIfPresenter> asking = whatIf.filter(WhatIfPresenter::isOpen);
        Optional<TwoPresenter> pairing = two.filter(TwoPresenter::isOpen);
        boolean any =
                keyCard
                        || pairing.isPresent()
                        || asking.isPresent()
                        || why.isPresent()
                        || artefacts;
        if (keyCard) {
            keyCard = false;
        } else if (pairing.isPresent()) {
            pairing.get().toggle();
        } else if (asking.isPresent()) {
            asking.get().toggle();
        } else if (why.isPresent()) {
            why = Optional.empty();
        } else {
            artefacts = false;
        }
        return any;
    }

    void choosePerson(int number) {
        if (number >= 0 && number < people.size()) {
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
                                        ? person().map(p -> facts.peakOf(p.timeline(), row))
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
                facts.head(
                        people, about.map(lane -> told().facts()), therapist.isPresent(), ownShown),
                window,
                people,
                therapist.filter(lane -> ownShown),
                session.timeline().marks(),
                signed(),
                mark,
                rows(),
                row,
                told().times(),
                told().questions(),
                about.flatMap(lane -> chosenSecond().map(at -> facts.inset(lane, at, mark))),
                about.flatMap(lane -> why.map(second -> facts.why(lane.timeline(), second))),
                whatIf.flatMap(each -> each.view(about.map(lane -> lane.timeline().lane()))),
                two.flatMap(each -> each.view(shownLanes())),
                artefacts,
                told().artefacts(),
                keyCard,
                person,
                plays,
                whatIf.isPresent(),
                two.isPresent(),
                said);
    }
}

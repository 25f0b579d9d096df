package org.attune.ui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Marks;
import org.attune.review.Said;
import org.attune.review.Timeline;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.attune.ui.KeySettings;

/**
 * What is seen of a session, what is chosen, and what each wish makes of it. Knows nothing of
 * windows. Confined to one thread.
 */
final class ReviewPresenter {

    private static final double STEP = 1.4;

    private final ReviewWords words;
    private final boolean plays;
    private final boolean says;
    private ReviewSession session;
    private ReviewFacts facts;
    private List<ReviewView.Lane> people;
    private Optional<ReviewView.Lane> therapist;
    private Optional<Move> moving = Optional.empty();
    private Optional<Annotation> comment = Optional.empty();
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

    /**
     * @param plays whether it can be played back
     * @param questions judges it otherwise, where that can be
     * @param asksOfTwo whether two people can be laid side by side
     * @param says whether something can be said of it
     */
    ReviewPresenter(
            ReviewSession session,
            ReviewWords words,
            boolean plays,
            Optional<WhatIfQuestions> questions,
            boolean asksOfTwo,
            boolean says) {
        this.plays = plays;
        this.words = words;
        this.two =
                asksOfTwo && session.timeline().lanes().size() > 1
                        ? Optional.of(new TwoPresenter(session, words))
                        : Optional.empty();
        this.whatIf = questions.map(each -> new WhatIfPresenter(each, words));
        this.says = says;
        this.session = session;
        this.facts = new ReviewFacts(session, words);
        this.people = people();
        this.therapist = therapist();
        this.window = TimeWindow.whole(session.timeline().endSeconds());
    }

    private List<ReviewView.Lane> people() {
        List<ReviewView.Lane> shown = new ArrayList<>();
        for (Timeline lane : session.timeline().lanes()) {
            if (!lane.isPrivate()) {
                shown.add(facts.lane(lane, shown.size()));
            }
        }
        return List.copyOf(shown);
    }

    private Optional<ReviewView.Lane> therapist() {
        return session.timeline().lanes().stream()
                .filter(Timeline::isPrivate)
                .findFirst()
                .map(lane -> facts.lane(lane, 0));
    }

    /** The same session after something was said of it: what is seen and chosen stays. */
    void renew(ReviewSession newer) {
        session = newer;
        facts = new ReviewFacts(newer, words);
        people = people();
        therapist = therapist();
        told.clear();
        moving = Optional.empty();
        comment = comment.filter(newer.annotations().comments()::contains);
        mark = mark.filter(signed()::contains);
    }

    /** Moves the chosen mark, if it is one that can be moved; whether it did. */
    boolean nudge(double seconds) {
        Optional<Marker> chosen = mark.filter(each -> Annotations.isOfHindsight(each.kind()));
        if (chosen.isPresent()) {
            double from = moving.map(Move::to).orElse(Marks.second(chosen.get()));
            double end = session.timeline().endSeconds();
            moving =
                    Optional.of(new Move(chosen.get(), Math.max(0, Math.min(end, from + seconds))));
            window = window.showing(moving.get().to());
        }
        return chosen.isPresent();
    }

    /** Where the mark that is being moved stands now, as a clock reads. */
    String movedTo() {
        return moving.map(move -> ReviewWords.clock(move.to())).orElse("");
    }

    /** The mark that was moved, once; it is then where it was until it is kept. */
    Optional<Move> takeMove() {
        Optional<Move> taken = moving.filter(move -> move.to() != Marks.second(move.mark()));
        moving = Optional.empty();
        taken.ifPresent(move -> mark = Optional.of(move.shown()));
        return taken;
    }

    /** What a comment would be about: what is asked about or chosen, else the middle. */
    double commentedSecond() {
        double middle = (window.from() + window.to()) / 2;
        return asked().filter(window::holds).orElse(Math.max(0, middle));
    }

    String summary() {
        return session.annotations().summary().orElse("");
    }

    /** Reads the next comment, or the one before. */
    void stepComment(int by) {
        List<Annotation> comments = comments();
        if (!comments.isEmpty()) {
            int now = comment.map(comments::indexOf).orElse(by > 0 ? -1 : comments.size());
            Annotation next = comments.get(Math.max(0, Math.min(comments.size() - 1, now + by)));
            comment = Optional.of(next);
            Said.Comment read = (Said.Comment) next.said();
            window = window.showing(read.from().toSeconds());
            why = Optional.empty();
            String author = next.isOwn() ? words.of("say.own") : next.author();
            said = ReviewWords.clock(read.from().toSeconds()) + "  " + author + ": " + read.text();
        }
    }

    private List<Annotation> comments() {
        return session.annotations().comments().stream()
                .sorted(
                        Comparator.comparingLong(
                                each -> ((Said.Comment) each.said()).from().nanos()))
                .toList();
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

    /** Whose lists are shown. */
    Optional<LaneId> lane() {
        return person().map(each -> each.timeline().lane());
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
        moving = Optional.empty();
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
        if (moving.isPresent()) {
            moving = Optional.empty();
            said = "";
        } else if (keyCard) {
            keyCard = false;
        } else if (pairing.isPresent()) {
            pairing.get().toggle();
        } else if (asking.isPresent()) {
            asking.get().toggle();
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
                signed().stream().map(this::shown).toList(),
                mark.map(this::shown),
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
                says,
                comments(),
                comment,
                said);
    }

    /** Where a mark is seen: the one that is being moved on its way, all others where they are. */
    private Marker shown(Marker each) {
        return moving.filter(move -> move.mark().equals(each)).map(Move::shown).orElse(each);
    }
}

package org.attune.ui.review;

import java.util.List;
import java.util.Optional;
import org.attune.review.Marks;
import org.attune.session.LaneId;
import org.attune.session.Marker;

/**
 * Where one looks: the seconds that are seen, whose lists are shown, and what is chosen or asked
 * about. Knows nothing of windows. Confined to one thread.
 */
final class ReviewSight {
    private static final double STEP = 1.4;

    private final ReviewWords language;
    private final SaidPresenter spoken;
    private ReviewSession session;
    private LanePeople people;
    private TimeWindow window;
    private int person;
    private int row = -1;
    private Optional<Marker> mark = Optional.empty();
    private Optional<NumbersView.Place> place = Optional.empty();
    private Optional<Integer> why = Optional.empty();
    private double pointed = -1;
    private boolean ownShown;

    /**
     * @param spoken whose mark on its way is left when another is chosen
     */
    ReviewSight(ReviewSession session, ReviewWords words, SaidPresenter spoken) {
        this.language = words;
        this.spoken = spoken;
        this.session = session;
        this.people = new LanePeople(session, words);
        this.window = TimeWindow.whole(session.timeline().endSeconds());
    }

    /** The same session after something was said of it: what is seen and chosen stays. */
    void renew(ReviewSession newer) {
        session = newer;
        people = new LanePeople(newer, language);
        mark = mark.filter(signed()::contains);
    }

    LanePeople people() {
        return people;
    }

    TimeWindow window() {
        return window;
    }

    /** Number of the person whose lists are shown. */
    int number() {
        return person;
    }

    /** The row of the list that is chosen; -1 for none. */
    int row() {
        return row;
    }

    Optional<Marker> mark() {
        return mark;
    }

    /** The second that is asked about. */
    Optional<Integer> why() {
        return why;
    }

    boolean ownShown() {
        return ownShown;
    }

    /** The highest rise is what is asked for first, where there was any. */
    void chooseHighest() {
        int highest = people.highest(person);
        row = highest < 0 ? row : highest;
    }

    /** What is told of them. */
    ReviewFacts.Told told() {
        return people.told(person);
    }

    /** Whose lists are shown. */
    Optional<LaneId> lane() {
        return person().map(each -> each.timeline().lane());
    }

    Optional<ReviewView.Lane> person() {
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

    /** Moves as little as it takes to see {@code second}. */
    void see(double second) {
        window = window.showing(second);
    }

    void whole() {
        window = TimeWindow.whole(session.timeline().endSeconds());
    }

    /** Opens what is chosen to its two minutes. */
    void open() {
        double around = ReviewFacts.AROUND;
        Optional<Double> end = place.map(NumbersView.Place::to).or(this::chosenSecond);
        end.ifPresent(to -> stretch(chosenSecond().orElse(to) - around, to + around));
    }

    void chooseRow(int chosen) {
        List<ReviewView.Row> rows = rows();
        if (!rows.isEmpty()) {
            row = Math.max(0, Math.min(rows.size() - 1, chosen));
            mark = Optional.empty();
            place = Optional.empty();
            chosenSecond().ifPresent(at -> see(at));
        }
    }

    /** The next or the one before; the first or the last where none is chosen. */
    void stepRow(int by) {
        chooseRow(row < 0 && by < 0 ? rows().size() - 1 : row + by);
    }

    void chooseMark(Marker chosen) {
        mark = Optional.of(chosen);
        place = Optional.empty();
        spoken.leaveMove();
        row = -1;
        see(Marks.second(chosen));
    }

    /** The chosen mark was moved: it stays chosen, where it is now. */
    void follow(Marker moved) {
        mark = Optional.of(moved);
    }

    /** What a figure is of. */
    void choosePlace(NumbersView.Place chosen) {
        chosen.mark().ifPresentOrElse(this::chooseMark, () -> see(chosen.from()));
        if (chosen.mark().isEmpty()) {
            spoken.leaveMove();
            mark = Optional.empty();
            row = -1;
            place = Optional.of(chosen);
        }
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

    /** Whether something was asked about that is not any more. */
    boolean forgetWhy() {
        boolean any = why.isPresent();
        why = Optional.empty();
        return any;
    }

    void toggleWhy() {
        if (forgetWhy()) {
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
            see(why.get());
        }
    }

    void toggleOwn() {
        ownShown = !ownShown && people.therapist().isPresent();
        if (!ownShown && mark.filter(Marks::isPrivate).isPresent()) {
            mark = Optional.empty();
        }
    }

    /** Those whose lanes are seen now. */
    List<LaneId> shownLanes() {
        return people.shown(ownShown);
    }

    void choosePerson(int number) {
        if (number >= 0 && number < people.all().size()) {
            person = number;
            row = -1;
            place = Optional.empty();
            chooseHighest();
        }
    }

    private List<ReviewView.Row> rows() {
        return told().rows();
    }

    /** Where what is chosen is. */
    Optional<Double> chosenSecond() {
        return mark.map(Marks::second)
                .or(() -> place.map(NumbersView.Place::from))
                .or(
                        () ->
                                row >= 0 && row < rows().size()
                                        ? person().map(
                                                        p ->
                                                                people.facts()
                                                                        .peakOf(p.timeline(), row))
                                        : Optional.empty());
    }

    /** The two minutes around what is chosen. */
    Optional<ReviewView.Inset> inset() {
        String what =
                mark.map(language.live()::mark)
                        .or(() -> place.map(NumbersView.Place::what))
                        .orElse(language.of("inset.peak"));
        String sign = mark.flatMap(language.live().keys()::sign).orElse("");
        return person().flatMap(
                        lane ->
                                chosenSecond()
                                        .map(at -> people.facts().inset(lane, at, what, sign)));
    }

    /** Marks with a sign; the client's numbers have a lane of their own. */
    List<Marker> signed() {
        return people.signed(ownShown);
    }

    /** Where the pointer is while nothing is asked about, or else {@link #here}. */
    double pointedOrHere() {
        return why.isEmpty() && pointed >= 0 ? pointed : here();
    }

    /** What is asked about or chosen, where it is seen; or else the middle. */
    double here() {
        double middle = (window.from() + window.to()) / 2;
        return asked().filter(window::holds).orElse(Math.max(0, middle));
    }
}

package org.attune.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.attune.regulation.RegulationState;
import org.attune.review.Figure;
import org.attune.review.Lack;
import org.attune.review.Marks;
import org.attune.review.Recovery;
import org.attune.review.ReviewFigures;
import org.attune.review.ReviewFigures.Agreement;
import org.attune.review.ReviewFigures.Divergence;
import org.attune.review.ReviewFigures.Dose;
import org.attune.review.ReviewFigures.KindResponse;
import org.attune.review.ReviewFigures.Response;
import org.attune.review.ReviewFigures.Shift;
import org.attune.review.ReviewFigures.Stagnation;
import org.attune.ui.LiveWords;
import org.attune.ui.review.NumbersView.Part;
import org.attune.ui.review.NumbersView.Place;
import org.attune.ui.review.NumbersView.Row;

/**
 * Every figure of a session in words; one that is withheld is a dash with its reason, and nothing
 * is reckoned here. Immutable.
 */
record NumbersWords(ReviewFacts facts, ReviewFigures figures) {
    List<Part> parts() {
        return List.of(ends(), above(), responses(), numbers(), still(), states());
    }

    private ReviewWords words() {
        return facts.words();
    }

    private Part ends() {
        Shift shift = figures.shift();
        return part(
                "numbers.ends",
                "",
                row("numbers.ends.start", shift.startBpm(), this::bpm),
                row("numbers.ends.end", shift.endBpm(), this::bpm),
                row("numbers.ends.shift", shift.shownEndMinusStartBpm(), this::change),
                row("numbers.ends.rest", shift.restBpm(), this::bpm),
                row("numbers.ends.rest-shift", shift.shownRestMinusStartBpm(), this::change));
    }

    private Part above() {
        Dose dose = figures.dose();
        double judged = dose.ofSeconds();
        return part(
                "numbers.above",
                "",
                firstRise(figures.firstRiseSecond()),
                row("numbers.dose", dose.secondsAbove(), ReviewWords::clock)
                        .resting(judged > 0 ? say("numbers.of", clock(judged)) : ""),
                row("numbers.longest", dose.longestSeconds(), ReviewWords::clock),
                row("numbers.area", dose.areaBpmMinutes(), this::area),
                longestHigh(dose),
                row("numbers.cycles", figures.pendulations(), words().live()::whole),
                Row.of(say("numbers.cues"), Integer.toString(figures.summary().cues())));
    }

    /** Without a range nothing could stand well above it: then there is no figure, not none. */
    private Row longestHigh(Dose dose) {
        double high = figures.summary().longestHighSeconds();
        Figure longest = dose.longestSeconds().isKnown() ? Figure.of(high) : dose.longestSeconds();
        int times = figures.summary().timesHigh();
        boolean counted = longest.isKnown() && times > 0;
        return row("numbers.high", longest, at -> at > 0 ? clock(at) : say("numbers.never"))
                .resting(counted ? say("numbers.high.of", words().live().whole(times)) : "");
    }

    private Row firstRise(Figure first) {
        String name = say("numbers.first");
        Row row = row("numbers.first", first, ReviewWords::clock);
        return first.isKnown() ? row.at("", place(first.value().getAsDouble(), name)) : row;
    }

    private Part responses() {
        List<Row> rows = new ArrayList<>();
        figures.responses().forEach(each -> rows.add(response(each)));
        figures.byKind().stream()
                .filter(each -> each.times() > 1)
                .forEach(each -> rows.add(ofKind(each)));
        String note = rows.isEmpty() ? "numbers.after.none" : "numbers.after.what";
        return part("numbers.after", note, rows.toArray(Row[]::new));
    }

    private Row response(Response each) {
        double at = Marks.second(each.mark());
        String name = words().live().mark(each.mark());
        List<String> notes = new ArrayList<>();
        each.changeBpm().lack().map(this::why).ifPresent(notes::add);
        if (each.moving()) {
            notes.add(say("badge.moving"));
        }
        return Row.of(name, figure(each.changeBpm(), this::change))
                .resting(say("numbers.beats", each.beatsBefore(), each.beatsAfter()))
                .noted(String.join("; ", notes))
                .at(clock(at), new Place(at, at, Optional.of(each.mark()), name));
    }

    private Row ofKind(KindResponse kind) {
        Figure middle = kind.medianChangeBpm();
        return Row.of(words().live().mark(kind.kind()), figure(middle, this::change))
                .resting(say("numbers.counted", kind.counted(), kind.times()))
                .noted(middle.lack().map(this::why).orElse(""));
    }

    private Part numbers() {
        Agreement agreement = figures.agreement();
        Row found = row("numbers.agreement", agreement.rankCorrelation(), this::hundredths);
        List<Row> rows = new ArrayList<>();
        rows.add(
                agreement
                        .interval()
                        .map(range -> found.noted(range(range)))
                        .orElse(found)
                        .resting(say("numbers.n", agreement.n())));
        figures.divergences().forEach(each -> rows.add(question(each)));
        boolean asks = !figures.divergences().isEmpty();
        return part("numbers.own", asks ? "numbers.questions" : "", rows.toArray(Row[]::new));
    }

    private String range(Recovery.Range range) {
        return say("numbers.range", hundredths(range.low()), hundredths(range.high()));
    }

    private Row question(Divergence each) {
        double at = each.suds().second();
        String name = say("numbers.number", each.suds().value());
        Row row = Row.of(name, say("numbers.steps", words().live().tenths(each.steps())));
        return row.at(clock(at), place(at, name))
                .noted(say(LiveWords.key("question", each.parting())));
    }

    private Part still() {
        Row[] rows = figures.stagnations().stream().map(this::still).toArray(Row[]::new);
        return part(
                "numbers.still",
                rows.length == 0 ? "numbers.still.none" : "numbers.still.what",
                rows);
    }

    private Row still(Stagnation each) {
        List<String> notes = new ArrayList<>();
        each.peakBefore()
                .map(ago -> say("numbers.still.peak", words().live().duration(ago)))
                .ifPresent(notes::add);
        if (each.inWork()) {
            notes.add(say("numbers.still.work"));
        }
        String begins = say("numbers.still.begins");
        return Row.of("", clock(each.to() - each.from()))
                .with(RegulationState.QUIET)
                .noted(String.join("; ", notes))
                .at(
                        clock(each.from()) + "–" + clock(each.to()),
                        new Place(each.from(), each.to(), Optional.empty(), begins));
    }

    private Part states() {
        List<Row> rows = new ArrayList<>();
        String usable = ReviewView.figure(figures.usablePercent(), this::percent);
        rows.add(
                Row.of(say("numbers.usable"), usable)
                        .resting(say("numbers.of", clock(figures.ofSeconds()))));
        for (ReviewView.StateTime each : facts.times(figures.summary())) {
            rows.add(Row.of(words().live().word(each.state()), each.words()).with(each.state()));
        }
        return part("times", "", rows.toArray(Row[]::new));
    }

    private static Place place(double at, String what) {
        return new Place(at, at, Optional.empty(), what);
    }

    private Part part(String title, String note, Row... rows) {
        return new Part(say(title), note.isEmpty() ? "" : say(note), List.of(rows));
    }

    private Row row(String key, Figure figure, DoubleFunction<String> said) {
        return Row.of(say(key), figure(figure, said))
                .noted(figure.lack().map(this::why).orElse(""));
    }

    private static String figure(Figure figure, DoubleFunction<String> said) {
        return ReviewView.figure(figure.value(), said);
    }

    private String why(Lack lack) {
        return say(
                LiveWords.key("lack", lack.kind()),
                words().live().whole(lack.needed()),
                words().live().whole(Math.floor(lack.held())));
    }

    private String say(String key, Object... values) {
        return words().of(key, values);
    }

    private static String clock(double seconds) {
        return ReviewWords.clock(seconds);
    }

    private String bpm(double bpm) {
        return say("rose.bpm", words().live().whole(bpm));
    }

    private String change(double bpm) {
        return say("rose.bpm", facts.signed(bpm));
    }

    private String area(double bpmMinutes) {
        return say("numbers.unit.area", words().live().tenths(bpmMinutes));
    }

    /** Rounded down, as in the head: 100 is all of it. */
    private String percent(double usable) {
        return say("numbers.percent", words().live().whole(Math.floor(usable)));
    }

    private String hundredths(double value) {
        String plain = String.format(Locale.ROOT, "%.2f", value);
        return plain.replace(".", words().live().text("number.point"));
    }
}

package org.attune.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationState;
import org.attune.review.Annotation;
import org.attune.review.Marks;
import org.attune.review.ReviewFigures;
import org.attune.review.Timeline;
import org.attune.session.Marker;

/**
 * Everything there is to see, in words and figures. Immutable.
 *
 * @param head who, when, how good
 * @param window what part of the session is seen
 * @param lanes the people, in order; never the therapist
 * @param own the therapist's own lane; empty while hidden
 * @param marks of the session
 * @param shownMarks those that may be seen now, in order
 * @param chosenMark the mark whose minute is opened
 * @param rows where it rose, of the person chosen
 * @param chosenRow which of them is chosen; -1 for none
 * @param times how long each state held
 * @param questions where number and trace part
 * @param inset the two minutes around what is chosen
 * @param why why the state was what it was at a second
 * @param whatIf the panel of other settings, while it is open
 * @param two the panel of two people, while it is open
 * @param numbers the panel of figures, while it is open
 * @param artefacts whether raw and judged beats are shown
 * @param artefactWords how many beats were left out, in words
 * @param keyCard whether the keys are told
 * @param person which of {@code lanes} the lists are about
 * @param plays whether it can be played back
 * @param asksWhatIf whether it can be judged otherwise
 * @param asksOfTwo whether two people can be laid side by side
 * @param says whether something can be said of it
 * @param supervises whether it is another therapist's session
 * @param comments what was said of moments and spans, and what others suggest of marks
 * @param chosenComment the one being read
 * @param span what is spoken of, where it is a span
 * @param said what was done last, at the foot; empty for nothing
 */
record ReviewView(
        Head head,
        TimeWindow window,
        List<Lane> lanes,
        Optional<Lane> own,
        Marks marks,
        List<Marker> shownMarks,
        Optional<Marker> chosenMark,
        List<Row> rows,
        int chosenRow,
        List<StateTime> times,
        List<ReviewFigures.Divergence> questions,
        Optional<Inset> inset,
        Optional<Why> why,
        Optional<WhatIfPresenter.View> whatIf,
        Optional<TwoPresenter.View> two,
        Optional<NumbersView> numbers,
        boolean artefacts,
        String artefactWords,
        boolean keyCard,
        int person,
        boolean plays,
        boolean asksWhatIf,
        boolean asksOfTwo,
        boolean says,
        boolean supervises,
        List<Remark> comments,
        Optional<Remark> chosenComment,
        Optional<Stretch> span,
        String said) {
    /**
     * The head of the window.
     *
     * @param codes of the people, in the order of the lanes
     * @param simulated whether no living heart is behind it
     * @param own how to show or hide the own lane; empty without one
     */
    record Head(
            List<String> codes,
            String title,
            String facts,
            String consent,
            String own,
            boolean simulated) {}

    /**
     * One person.
     *
     * @param number place among the people, for the hue of the chip
     * @param rate range of the axis of heart rate, bpm; fixed at every zoom
     * @param beats the same where single beats are looked at, those left out among them
     * @param variation range of the axis of ln RMSSD
     */
    record Lane(
            Timeline timeline, String code, int number, Axis rate, Axis beats, Axis variation) {}

    /** From {@code lower} to {@code upper}, a tick every {@code tick}. */
    record Axis(double lower, double upper, double tick) {}

    /** One line of "where it rose"; {@code –} where a figure is withheld. */
    record Row(
            double onset,
            String from,
            String peak,
            String wellAbove,
            String halfBack,
            String near) {}

    /** How long one state held, and of what share. */
    record StateTime(RegulationState state, double seconds, String words) {}

    /**
     * The minute before and the minute after.
     *
     * @param at the middle, session seconds
     * @param sign what stands in the box of the mark; empty for an episode
     */
    record Inset(Lane lane, double from, double at, double to, String title, String sign) {}

    /** Why the state was what it was. */
    record Why(int second, RegulationState state, String words) {}

    /**
     * Something said of a moment or a span.
     *
     * @param by the word itself, with its author
     * @param from session seconds
     * @param to the same for a moment
     * @param text in words for people
     */
    record Remark(Annotation by, double from, double to, String text) {}

    /** From second to second. */
    record Stretch(double from, double to) {}

    /** What is shown of a figure that is withheld. */
    static final String WITHHELD = "–";

    static String figure(OptionalDouble value, java.util.function.DoubleFunction<String> words) {
        return value.isPresent() ? words.apply(value.getAsDouble()) : WITHHELD;
    }
}

package org.attune.export.page;

import java.util.List;
import java.util.Map;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;
import org.attune.regulation.RegulationState;
import org.attune.review.Episode;
import org.attune.review.Figure;
import org.attune.review.Lack;
import org.attune.review.ReviewFigures;

/** The figures for the therapist, as tables. */
final class PageTables {
    static final int MOST_EPISODES = 6;
    private static final double ROW = 12.4;

    private final PageFrame frame;
    private final Surface on;
    private final PageWords words;
    private final Blanks blanks;

    PageTables(PageFrame frame, Blanks blanks) {
        this.frame = frame;
        on = frame.on();
        words = frame.words();
        this.blanks = blanks;
    }

    /** Where the right half begins. */
    double middle() {
        return frame.right() - 155;
    }

    /** Draws the rises; returns how far down they reach. */
    double episodes(double top, List<NumberedEpisode> numbered) {
        frame.heading(PageFrame.LEFT, top, "rose");
        if (numbered.isEmpty()) {
            on.text(PageFrame.LEFT, top + 14, Lettering.plain(7.2, PageFrame.SOFT), none());
            return top + 16;
        }
        double[] ends = ends();
        Lettering small = Lettering.plain(6.6, PageFrame.FAINT);
        String[] keys = {"col.from", "col.peak", "col.high", "col.half", "col.area"};
        for (int i = 0; i < keys.length; i++) {
            // What is measured from the personal range no export can yield.
            String beyond = keys[i].equals("col.high") ? "" : PageFrame.BEYOND;
            on.textTo(ends[i], top + 14, small, words.say(keys[i]) + beyond);
        }
        on.text(ends[4] + 14, top + 14, small, words.say("col.mark") + PageFrame.BEYOND);
        on.line(PageFrame.LEFT, top + 19, ends[4] + 66, top + 19, Pen.line(0.6, 0x99));
        double y = top + 30;
        for (NumberedEpisode each : numbered) {
            row(each, ends, y);
            y += ROW;
        }
        int all = frame.figures().episodes().size();
        if (all > numbered.size()) {
            String more = words.say("rose.more", "" + numbered.size(), "" + all);
            on.text(PageFrame.LEFT, y, small, more);
            y += ROW;
        }
        return y - ROW;
    }

    private String none() {
        Figure first = frame.figures().firstRiseSecond();
        return first.lack()
                .filter(each -> each.kind() != Lack.Kind.NO_RISE)
                .map(each -> PageWords.NONE + " " + words.why(each))
                .orElseGet(() -> words.say("rose.none"));
    }

    private static double[] ends() {
        double left = PageFrame.LEFT;
        return new double[] {left + 48, left + 98, left + 148, left + 192, left + 250};
    }

    private void row(NumberedEpisode each, double[] ends, double y) {
        Lettering type = Lettering.plain(7.4, PageFrame.INK);
        Episode episode = each.episode();
        String number = Integer.toString(each.number());
        on.text(PageFrame.LEFT, y, Lettering.bold(7.4, PageFrame.INK), number);
        on.textTo(ends[0], y, type, words.clock(episode.onsetSecond()));
        on.textTo(ends[1], y, type, words.bpm(blanks.of(episode.peakAboveBpm()), true));
        String high =
                episode.secondsHigh() > 0 ? words.clock(episode.secondsHigh()) : PageWords.NONE;
        on.textTo(ends[2], y, type, high);
        Figure half = blanks.of(episode.recovery().halfSeconds());
        on.textTo(
                ends[3],
                y,
                type,
                half.isKnown()
                        ? words.say("unit.seconds", words.whole(PageWords.value(half)))
                        : PageWords.NONE);
        String area = words.say("unit.area", words.tenths(episode.areaBpmMinutes()));
        on.textTo(ends[4], y, type, area);
        String mark =
                episode.nearestMark().map(near -> words.ofConstant("mark", near.kind())).orElse("");
        String moving = episode.afterMovement() ? words.say("moving") : "";
        String joint = mark.isEmpty() || moving.isEmpty() ? "" : ", ";
        on.text(ends[4] + 14, y, type, mark + joint + moving);
    }

    /** Draws the time in each state; returns how far down it reaches. */
    double states(double top) {
        frame.heading(middle(), top, "states");
        Map<RegulationState, Double> seconds = frame.figures().summary().secondsIn();
        double known = frame.figures().knownSeconds();
        double most = seconds.values().stream().mapToDouble(each -> each).max().orElse(1);
        double y = top + 16;
        for (RegulationState state : RegulationState.values()) {
            double here = seconds.getOrDefault(state, 0.0);
            if (here <= 0 && state == RegulationState.QUIET) {
                continue;
            }
            state(state, here, known, most, y);
            y += ROW;
        }
        return y - ROW;
    }

    private void state(RegulationState state, double here, double known, double most, double y) {
        double left = middle();
        StateGlyph.draw(on, state, left + 4, y - 2.4, 7);
        String word = words.ofConstant("state", state);
        on.text(left + 13, y, Lettering.plain(7, PageFrame.SOFT), word);
        String minutes = words.say("unit.minutes", words.tenths(here / 60));
        boolean share = state != RegulationState.UNKNOWN && known > 0;
        String percent = share ? ", " + words.whole(100 * here / known) + " %" : "";
        on.textTo(frame.right(), y, Lettering.plain(6.8, PageFrame.SOFT), minutes + percent);
        double from = left + (frame.isForClient() ? 82 : 53);
        double room = frame.right() - 52 - from;
        double to = from + room * here / Math.max(1, most);
        if (here > 0) {
            StateGlyph.box(on, state, from, y - 5, Math.max(to, from + 1), y - 0.6);
        }
    }

    /** Draws what followed each kind of mark; returns how far down it reaches. */
    double responses(double top) {
        frame.heading(
                PageFrame.LEFT, top, "after", frame.wish().corrected() > 0 ? PageFrame.BEYOND : "");
        List<ReviewFigures.KindResponse> kinds = frame.figures().byKind();
        Lettering small = Lettering.plain(6.6, PageFrame.FAINT);
        if (kinds.isEmpty()) {
            on.text(PageFrame.LEFT, top + 13, small, words.say("after.none"));
            return top + 15;
        }
        List<String> what = frame.wrapped(words.say("after.what"), 6.6, middle() - 62);
        double y = frame.lines(PageFrame.LEFT, top + 10.5, small, 8.2, what) + 7;
        double axis = PageFrame.LEFT + 160;
        on.line(axis, y - 8, axis, y + ROW * (kinds.size() - 1) + 4, Pen.line(0.6, 0x99));
        for (ReviewFigures.KindResponse each : kinds) {
            response(each, axis, y);
            y += ROW;
        }
        on.textTo(axis - 4, y, small, words.say("after.lower"));
        on.text(axis + 4, y, small, words.say("after.higher"));
        return y;
    }

    private void response(ReviewFigures.KindResponse kind, double axis, double y) {
        Lettering type = Lettering.plain(7.2, PageFrame.INK);
        on.text(PageFrame.LEFT, y, type, words.ofConstant("mark", kind.kind()));
        String times =
                kind.times() == 1
                        ? words.say("after.once")
                        : words.say("after.times", Integer.toString(kind.times()));
        on.textTo(PageFrame.LEFT + 86, y, Lettering.plain(6.8, PageFrame.FAINT), times);
        for (ReviewFigures.Response each : frame.figures().responses()) {
            if (each.mark().kind() == kind.kind() && each.changeBpm().isKnown()) {
                double change = PageWords.value(each.changeBpm());
                double x = axis + 55 * Math.max(-1, Math.min(1, change / 15));
                on.circle(x, y - 2.4, 2.5, Surface.NONE, Pen.outline(0.8, PageFrame.INK));
            }
        }
        Figure middle = blanks.of(kind.medianChangeBpm());
        on.textTo(axis + 112, y, type, words.bpm(middle, true));
    }

    /** Draws beginning against end; returns how far down it reaches. */
    double ends(double top) {
        frame.heading(middle(), top, "ends");
        ReviewFigures figures = frame.figures();
        double y = top + 15;
        y =
                end(
                        y,
                        words.say("ends.start"),
                        words.bpm(blanks.of(figures.shift().startBpm()), false));
        y = end(y, words.say("ends.end"), words.bpm(blanks.of(figures.shift().endBpm()), false));
        y =
                end(
                        y,
                        words.say("ends.shift"),
                        words.bpm(blanks.of(figures.shift().shownEndMinusStartBpm()), true));
        Figure cycles = blanks.of(figures.pendulations());
        String turns = cycles.isKnown() ? words.whole(PageWords.value(cycles)) : PageWords.NONE;
        y = end(y, words.say("ends.cycles") + PageFrame.BEYOND, turns);
        return end(y, words.say("ends.cues"), Integer.toString(figures.summary().cues())) - ROW;
    }

    private double end(double y, String what, String value) {
        on.text(middle(), y, Lettering.plain(7.2, PageFrame.SOFT), what);
        on.textTo(frame.right(), y, Lettering.plain(7.2, PageFrame.INK), value);
        return y + ROW;
    }
}

package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;
import org.attune.review.Marks;
import org.attune.session.Marker;

/** What was marked and what the person said of themself, below the heart rate, in its time. */
final class PageMarks {
    private static final int ROWS = 3;
    private static final double STEP = 10.6;

    private final PageFrame frame;
    private final PageChart chart;
    private final double top;

    PageMarks(PageFrame frame, PageChart chart, double top) {
        this.frame = frame;
        this.chart = chart;
        this.top = top;
    }

    /** Draws them; returns how far down they reach. */
    double draw() {
        chart.label("lane.marks", top + 20);
        marks();
        double axis = top + 88;
        numbers(axis);
        ticks(axis + 14);
        return axis + 14;
    }

    /** Each in the first row with room; without room for its word, then for its key, a stroke. */
    private void marks() {
        double[] free = new double[ROWS];
        List<Marker> shown =
                frame.timeline().marks().standing().stream()
                        .filter(each -> Marks.isIntervention(each) || Marks.isObservation(each))
                        .filter(each -> !Marks.isPrivate(each))
                        .filter(each -> frame.shows(Marks.second(each)))
                        .filter(each -> !frame.isForClient() || Marks.isIntervention(each))
                        .toList();
        List<Placed> placed = new ArrayList<>();
        for (Marker mark : shown) {
            double x = chart.x(Marks.second(mark));
            String word = frame.words().ofConstant("mark", mark.kind());
            double wide = 12 + frame.on().width(word, 6.8, false);
            double left = Math.min(x - 4.2, frame.right() - wide);
            int row = rowWith(free, left);
            int bare = rowWith(free, x - 4.2);
            if (row >= 0) {
                placed.add(new Placed(mark, x, left, row, word, wide));
                free[row] = left + wide + 4;
            } else if (bare >= 0) {
                placed.add(new Placed(mark, x, x - 4.2, bare, "", 8.4));
                free[bare] = x + 6;
            } else {
                frame.on().line(x, top + 1, x, top + 8, Pen.line(0.8, PageFrame.SOFT));
            }
        }
        // All strokes first, so that none runs through a word.
        placed.forEach(
                each ->
                        frame.on()
                                .line(
                                        each.x(),
                                        top,
                                        each.x(),
                                        upper(each),
                                        Pen.dashed(0.5, 0x88, 1.2)));
        placed.forEach(this::drawn);
    }

    /** A mark in its place. */
    private record Placed(Marker mark, double x, double left, int row, String word, double wide) {}

    private double upper(Placed placed) {
        return top + 13.5 + placed.row() * STEP;
    }

    private static int rowWith(double[] free, double left) {
        for (int row = 0; row < ROWS; row++) {
            if (free[row] <= left) {
                return row;
            }
        }
        return -1;
    }

    private void drawn(Placed placed) {
        Surface on = frame.on();
        double upper = upper(placed);
        double left = placed.left();
        on.box(left, upper, left + placed.wide(), upper + 8.4, Surface.WHITE, Pen.OFF);
        on.box(
                left,
                upper,
                left + 8.4,
                upper + 8.4,
                Surface.WHITE,
                Pen.outline(0.6, PageFrame.SOFT));
        String key = frame.words().ofConstant("key", placed.mark().kind());
        on.textAround(left + 4.2, upper + 6.4, Lettering.bold(5.6, PageFrame.INK), key);
        on.text(left + 11, upper + 6.6, Lettering.plain(6.8, PageFrame.SOFT), placed.word());
    }

    private void numbers(double axis) {
        Surface on = frame.on();
        chart.label("lane.number", axis - 31);
        on.text(
                PageFrame.LEFT,
                axis - 14,
                Lettering.plain(6.2, PageFrame.FAINT),
                frame.words().say("lane.number.scale"));
        on.line(PageFrame.AXIS, axis, frame.right(), axis, Pen.line(0.6, 0x99));
        double free = 0;
        for (Marks.Suds each : frame.timeline().marks().suds()) {
            if (!frame.shows(each.second())) {
                continue;
            }
            double x = chart.x(each.second());
            double y = axis - 3 - each.value() * 2.9;
            on.line(x, axis, x, y, Pen.line(0.7, PageFrame.SOFT));
            on.circle(x, y, 2.2, PageFrame.INK, Pen.OFF);
            boolean atEdge = x > frame.right() - 14;
            if (x > free) {
                String value = Integer.toString(each.value());
                double wide = on.width(value, 7.2, true);
                on.text(
                        atEdge ? x - 5 - wide : x + 5,
                        y + 2.6,
                        Lettering.bold(7.2, PageFrame.INK),
                        value);
                free = x + 6 + wide;
            }
        }
    }

    private void ticks(double y) {
        PageTicks ticks = PageTicks.of(frame);
        boolean hours = ticks.minutes() >= 60;
        Lettering type = Lettering.plain(6.8, PageFrame.FAINT);
        for (double second : ticks.seconds()) {
            double minute = second / 60;
            double x = chart.x(second);
            if (frame.part().isPresent()) {
                frame.on().textAround(x, y, type, frame.words().clock(second));
                continue;
            }
            String text = Long.toString(Math.round(hours ? minute / 60 : minute));
            if (minute == 0) {
                text = frame.words().say(hours ? "lane.clock.hours" : "lane.clock");
            }
            frame.on().textAround(x, y, type, text);
        }
    }
}

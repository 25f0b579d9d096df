package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;
import org.attune.regulation.RegulationState;
import org.attune.review.Columns;
import org.attune.review.Series;
import org.attune.review.Span;
import org.attune.review.Timeline;

/** Time from left to right: the ribbon of states and the heart rate with its range. */
final class PageChart {
    private static final int COLUMNS = 700;

    private final PageFrame frame;
    private final Surface on;
    private final Timeline lane;
    private final double top;
    private final double bottom;
    private final RateScale scale;

    /**
     * @param top of the heart rate
     * @param bottom of the heart rate
     */
    PageChart(PageFrame frame, double top, double bottom) {
        this.frame = frame;
        on = frame.on();
        lane = frame.timeline();
        this.top = top;
        this.bottom = bottom;
        scale = RateScale.of(lane, top + 12, bottom - 11);
    }

    double x(double second) {
        double share = (second - frame.from()) / (frame.to() - frame.from());
        share = Math.max(0, Math.min(1, share));
        return PageFrame.AXIS + share * (frame.right() - PageFrame.AXIS);
    }

    void draw(List<NumberedEpisode> numbered) {
        label("lane.state", top - 12);
        label("lane.rate", top + 4);
        grid();
        band();
        above();
        trace();
        gaps();
        range();
        ribbon();
        numbers(numbered);
    }

    void label(String key, double y) {
        double at = y;
        for (String line : frame.words().say(key).split("\\|", -1)) {
            on.text(PageFrame.LEFT, at, Lettering.bold(6.8, PageFrame.SOFT), line);
            at += 8.4;
        }
    }

    private void grid() {
        for (double at : PageTicks.of(frame).seconds()) {
            on.line(x(at), top, x(at), bottom, Pen.line(0.5, 0xe2));
        }
        for (int bpm : scale.ticks()) {
            on.textTo(
                    PageFrame.AXIS - 5,
                    scale.y(bpm) + 2.4,
                    Lettering.plain(6.8, PageFrame.FAINT),
                    Integer.toString(bpm));
        }
    }

    /** The range as it held, a step a column; drawn below the trace. */
    private void band() {
        List<Double> upper = new ArrayList<>();
        List<Double> lower = new ArrayList<>();
        for (int i = 0; i <= COLUMNS; i++) {
            double second = frame.from() + i * (frame.to() - frame.from()) / COLUMNS;
            Optional<Timeline.Band> band = bandAt(second);
            if (band.isPresent()) {
                upper.add(x(second));
                upper.add(scale.y(band.get().upperBpm()));
                lower.add(0, scale.y(band.get().lowerBpm()));
                lower.add(0, x(second));
            } else {
                strip(upper, lower);
            }
        }
        strip(upper, lower);
    }

    /** Above all else in its corner, which the scale leaves free. */
    private void range() {
        Optional<Timeline.Band> last = lane.band((int) Math.min(lane.lastSecond(), frame.to()));
        if (last.isEmpty()) {
            return;
        }
        String low = frame.words().whole(last.get().lowerBpm());
        String high = frame.words().whole(last.get().upperBpm());
        String text = frame.words().say(moved() ? "range.moved" : "range", low, high);
        double wide = on.width(text, 6.8, false);
        double end = frame.right() - 2;
        on.box(end - wide - 2, bottom - 9.5, end + 1, bottom - 0.5, Surface.WHITE, Pen.OFF);
        on.textTo(end, bottom - 3, Lettering.plain(6.8, PageFrame.SOFT), text);
    }

    /** Whether the range followed the person by more than a beat. */
    private boolean moved() {
        Series centre = lane.bandCentre();
        double most = centre.max(frame.from(), frame.to() + 1).orElse(0);
        return most - centre.min(frame.from(), frame.to() + 1).orElse(0) >= 1;
    }

    private Optional<Timeline.Band> bandAt(double second) {
        int at = (int) Math.round(second);
        return at < 1 || at > lane.lastSecond() ? Optional.empty() : lane.band(at);
    }

    private void strip(List<Double> upper, List<Double> lower) {
        if (upper.size() > 2) {
            List<Double> all = new ArrayList<>(upper);
            all.addAll(lower);
            on.path(points(all), 0xe3, Pen.OFF);
            on.path(points(upper), Surface.NONE, Pen.line(0.6, 0x99));
            on.path(points(lower), Surface.NONE, Pen.line(0.6, 0x99));
        }
        upper.clear();
        lower.clear();
    }

    private static double[] points(List<Double> xy) {
        return xy.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What lies above the range, in one neutral tone: the state has its own lane. */
    private void above() {
        for (List<Double> run : runs()) {
            List<Double> area = new ArrayList<>();
            for (int i = 0; i < run.size(); i += 2) {
                Optional<Timeline.Band> band = bandAt(run.get(i));
                double edge = band.map(Timeline.Band::upperBpm).orElse(Double.MAX_VALUE);
                if (run.get(i + 1) > edge) {
                    if (area.isEmpty()) {
                        area.add(x(run.get(i)));
                        area.add(scale.y(edge));
                    }
                    area.add(x(run.get(i)));
                    area.add(scale.y(run.get(i + 1)));
                } else {
                    close(area, run.get(i), band);
                }
            }
            close(area, run.get(run.size() - 2), bandAt(run.get(run.size() - 2)));
        }
    }

    private void close(List<Double> area, double second, Optional<Timeline.Band> band) {
        if (!area.isEmpty() && band.isPresent()) {
            area.add(x(second));
            area.add(scale.y(band.get().upperBpm()));
            on.path(points(area), 0xa8, Pen.OFF);
        }
        area.clear();
    }

    private void trace() {
        for (List<Double> run : runs()) {
            double[] xy = new double[run.size()];
            for (int i = 0; i < xy.length; i += 2) {
                xy[i] = x(run.get(i));
                xy[i + 1] = scale.y(run.get(i + 1));
            }
            on.path(xy, Surface.NONE, Pen.line(0.9, 0x11));
        }
    }

    /** The trace in stretches without a hole: second and rate in turn. */
    private List<List<Double>> runs() {
        List<List<Double>> runs = new ArrayList<>();
        Series.Pen pen =
                new Series.Pen() {
                    private boolean up;

                    @Override
                    public void moveTo(double second, double value) {
                        up = true;
                        lineTo(second, value);
                    }

                    @Override
                    public void lineTo(double second, double value) {
                        if (!frame.shows(second)) {
                            return;
                        }
                        if (up || runs.isEmpty()) {
                            runs.add(new ArrayList<>());
                            up = false;
                        }
                        List<Double> run = runs.get(runs.size() - 1);
                        run.add(second);
                        run.add(value);
                    }
                };
        lane.rate().draw(frame.from(), frame.to(), new Columns(COLUMNS), pen);
        return runs;
    }

    private void gaps() {
        double free = 0;
        for (Span<Timeline.Gap> gap : lane.gaps().within(frame.from(), frame.to())) {
            double from = x(gap.from());
            double to = x(gap.to());
            on.box(from, top, to, bottom, Surface.WHITE, Pen.OFF);
            on.hatch(from, top, to, bottom, 0x99);
            String text = frame.words().say("gap.short");
            double wide = on.width(text, 6.4, false);
            double left = Math.max(from + (to - from) / 2 - wide / 2, PageFrame.AXIS);
            if (!gap.what().beginning() && to - from > 3 && left > free) {
                left = Math.min(left, frame.right() - wide);
                on.box(left - 1, top - 7, left + wide + 1, top + 0.5, Surface.WHITE, Pen.OFF);
                on.text(left, top - 1, Lettering.plain(6.4, PageFrame.SOFT), text);
                free = left + wide + 4;
            }
        }
    }

    private void ribbon() {
        double upper = top - 20.5;
        double lower = upper + 10.6;
        for (Span<RegulationState> span : lane.states().within(frame.from(), frame.to())) {
            double from = x(span.from());
            double to = x(span.to());
            if (span.what() == RegulationState.USUAL) {
                double middle = (upper + lower) / 2;
                on.box(from, middle - 1.4, to, middle + 1.4, 0x55, Pen.OFF);
                continue;
            }
            StateGlyph.box(on, span.what(), from, upper, to, lower);
            inside(span.what(), from, to, upper, lower);
        }
    }

    /** The word where there is room, else the shape, else the grey alone. */
    private void inside(RegulationState state, double from, double to, double upper, double lower) {
        String word = frame.words().ofConstant("state", state);
        boolean light = state != RegulationState.HIGH;
        int ink = light ? PageFrame.INK : Surface.WHITE;
        if (state == RegulationState.UNKNOWN) {
            return;
        }
        if (to - from > 15 + on.width(word, 6.4, false)) {
            StateGlyph.draw(on, state, from + 7, (upper + lower) / 2, 6.4, ink);
            on.text(from + 12.5, lower - 3, Lettering.plain(6.4, ink), word);
        } else if (to - from > 8.5) {
            StateGlyph.draw(on, state, (from + to) / 2, (upper + lower) / 2, 6.4, ink);
        }
    }

    private void numbers(List<NumberedEpisode> numbered) {
        double free = 0;
        for (NumberedEpisode each : numbered) {
            double at = each.episode().peakSecond().value().orElse(each.episode().onsetSecond());
            double high = lane.rate().max(at - 15, at + 15).orElse(scale.lowest());
            String text = Integer.toString(each.number());
            double y = Math.max(top + 6, scale.y(high) - 3.5);
            if (x(at) > free) {
                on.textAround(x(at), y, Lettering.bold(7.2, PageFrame.INK), text);
                free = x(at) + 9;
            }
        }
    }
}

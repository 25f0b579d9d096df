package org.attune.export.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;
import org.attune.review.trend.Trend;
import org.attune.review.trend.Trend.Because;
import org.attune.review.trend.Trend.Comparison;
import org.attune.review.trend.Trend.Panel;
import org.attune.review.trend.Trend.Point;
import org.attune.review.trend.TrendMeasure;
import org.attune.sensor.SourceClass;

/** One small multiple on paper, in one ink. Confined to one thread. */
final class TrendPlot {
    private static final double DOT = 1.7;

    private final Surface on;
    private final TrendPage.What what;
    private final Panel panel;
    private final Scale scale;
    private double left;
    private double top;
    private double right;
    private double bottom;

    /**
     * From where to where the values of a measure are drawn.
     *
     * @param lower at the foot
     * @param upper at the head
     */
    record Scale(double lower, double upper) {
        /** One for all charts of a measure; shares and times begin at zero. */
        static Scale of(List<Panel> panels, Trend trend, SourceClass source) {
            TrendMeasure measure = panels.get(0).measure();
            boolean fromZero =
                    measure != TrendMeasure.HEART_RATE && measure != TrendMeasure.LN_RMSSD;
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (Panel panel : panels) {
                for (List<Point> run : trend.runs(panel, source)) {
                    for (Point point : run) {
                        low = Math.min(low, point.value());
                        high = Math.max(high, point.value());
                    }
                }
            }
            for (Panel panel : panels) {
                low = Math.min(low, panel.newest().map(Comparison::low).orElse(low));
                high = Math.max(high, panel.newest().map(Comparison::high).orElse(high));
            }
            double air = Math.max(0.12 * (high - low), Math.max(1e-3, Math.abs(high) * 0.02));
            return new Scale(fromZero ? 0 : low - air, high + air);
        }
    }

    TrendPlot(Surface on, TrendPage.What what, Panel panel, Scale scale) {
        this.on = on;
        this.what = what;
        this.panel = panel;
        this.scale = scale;
    }

    private double x(double session) {
        return left + (session + 0.5) * (right - left) / what.trend().sessions().size();
    }

    private double y(double value) {
        double share = (value - scale.lower()) / (scale.upper() - scale.lower());
        return bottom - Math.max(0, Math.min(1, share)) * (bottom - top);
    }

    void draw(double fromX, double fromY, double toX, double toY, Optional<Comparison> newest) {
        left = fromX;
        top = fromY;
        right = toX;
        bottom = toY;
        newest.ifPresent(this::range);
        withheld();
        breaks();
        bands();
        on.line(left, bottom, right, bottom, Pen.line(0.6, 0x99));
        numbers();
        runs(newest.isPresent());
    }

    private void range(Comparison newest) {
        List<Point> points = points();
        int last = points.size() - 1;
        double half = (right - left) / what.trend().sessions().size() / 2;
        double from = x(points.get(last - newest.sessions()).session()) - half;
        double to = x(points.get(last).session()) + half;
        on.box(from, y(newest.high()), to, y(newest.low()), 0xe3, Pen.outline(0.5, 0x99));
    }

    /** Those of the newest line. */
    private List<Point> points() {
        return panel.lines().stream()
                .filter(each -> each.source() == what.source())
                .reduce((before, last) -> last)
                .orElseThrow()
                .points();
    }

    private void withheld() {
        double half = Math.min(4, (right - left) / what.trend().sessions().size() / 3);
        for (int at : what.trend().without(panel, what.source(), false, what.rules())) {
            on.hatch(x(at) - half, top, x(at) + half, bottom, 0x99);
        }
        for (int at : what.trend().without(panel, what.source(), true, what.rules())) {
            on.line(x(at) - half, bottom - 4, x(at) + half, bottom - 4, Pen.line(1, 0x88));
        }
    }

    private void breaks() {
        for (Trend.Break each : what.trend().breaks()) {
            boolean here =
                    what.trend()
                            .sessions()
                            .get(each.before())
                            .source()
                            .equals(Optional.of(what.source()));
            if (here && each.because() != Because.SOURCE_UNCLEAR) {
                double x = x(each.before() - 0.5);
                on.line(x, top, x, bottom, Pen.dashed(0.9, PageFrame.SOFT, 3));
            }
        }
    }

    /** Where another version of the range began. */
    private void bands() {
        var sessions = what.trend().sessions();
        for (int i = 1; i < sessions.size(); i++) {
            if (!sessions.get(i).bandVersion().equals(sessions.get(i - 1).bandVersion())) {
                double x = x(i - 0.5);
                on.line(x, top, x, bottom, Pen.dashed(0.5, 0x88, 1));
                sessions.get(i)
                        .bandVersion()
                        .ifPresent(
                                version ->
                                        on.text(
                                                x + 1.5,
                                                top + 4,
                                                Lettering.plain(5.6, PageFrame.FAINT),
                                                "v" + version));
            }
        }
    }

    private void numbers() {
        Lettering type = Lettering.plain(5.8, PageFrame.FAINT);
        boolean fine = panel.measure() == TrendMeasure.LN_RMSSD;
        for (double at : new double[] {scale.lower(), scale.upper()}) {
            String text = String.format(Locale.ROOT, fine ? "%.1f" : "%.0f", at);
            on.textTo(left - 3, y(at) + 2, type, text);
        }
        int count = what.trend().sessions().size();
        int every = Math.max(1, (int) Math.ceil(9.0 * count / (right - left)));
        for (int i = count - 1; i >= 0; i -= every) {
            on.textAround(x(i), bottom + 7, type, Integer.toString(i + 1));
        }
    }

    private void runs(boolean ring) {
        for (List<Point> run : what.trend().runs(panel, what.source())) {
            double[] xy = new double[2 * run.size()];
            for (int i = 0; i < run.size(); i++) {
                xy[2 * i] = x(run.get(i).session());
                xy[2 * i + 1] = y(run.get(i).value());
            }
            on.path(xy, Surface.NONE, Pen.line(0.8, PageFrame.INK));
            for (int i = 0; i < xy.length; i += 2) {
                on.circle(xy[i], xy[i + 1], DOT, PageFrame.INK, Pen.OFF);
            }
        }
        if (ring) {
            Point last = points().get(points().size() - 1);
            on.circle(
                    x(last.session()),
                    y(last.value()),
                    2 * DOT,
                    Surface.NONE,
                    Pen.outline(0.8, PageFrame.INK));
        }
    }
}

package org.attune.export.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.consent.ExportFormat;
import org.attune.export.ChartDesk;
import org.attune.export.ExportGrant;
import org.attune.export.page.Surface.Lettering;
import org.attune.export.page.Surface.Pen;
import org.attune.review.trend.Trend;
import org.attune.review.trend.Trend.Comparison;
import org.attune.review.trend.Trend.Panel;
import org.attune.review.trend.Trend.Point;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendRules;
import org.attune.sensor.SourceClass;
import org.attune.session.Phase;

/**
 * A person's sessions side by side on one sheet across, in one ink: a chart for each measure and
 * phase, one scale for each measure, one class of sensor. As PDF and SVG it is all vectors.
 */
public final class TrendPage implements ChartDesk.Drawing {
    private static final double LEFT = 40;
    private static final double TOP = 92;
    private static final double LABELS = 92;
    private static final double GAP = 26;
    private static final int COLUMNS = 4;
    private static final List<Phase> PHASES = List.of(Phase.ARRIVE, Phase.WORK, Phase.SETTLE);

    private final PageWish wish;
    private final What what;

    /**
     * What is on it.
     *
     * @param trend the sessions
     * @param rules how they were laid side by side
     * @param measures whose charts are wanted
     * @param source of which class of sensor
     * @param versions of program, pipeline and settings, in a line
     */
    public record What(
            Trend trend,
            TrendRules rules,
            List<TrendMeasure> measures,
            SourceClass source,
            String versions) {
        public What {
            measures = List.copyOf(measures);
        }
    }

    /**
     * @param wish its paper is turned across; its reader is the therapist
     */
    public TrendPage(PageWish wish, What what) {
        this.wish = wish;
        this.what = what;
    }

    private double width() {
        return wish.paper().height;
    }

    private double height() {
        return wish.paper().width;
    }

    @Override
    public byte[] draw(ExportGrant grant, String subject) {
        PageWords words = new PageWords(wish);
        PdfSurface.About about =
                new PdfSurface.About(
                        words.say("trend.title"),
                        wish.language().code(),
                        "Attune",
                        wish.printedAt());
        try {
            if (wish.format() == ExportFormat.SVG) {
                try (SvgSurface on = new SvgSurface(width(), height(), about)) {
                    new Sheet(on, words).draw(grant, subject);
                    return on.file().getBytes(StandardCharsets.UTF_8);
                }
            }
            try (PdfSurface on = new PdfSurface(width(), height(), about)) {
                new Sheet(on, words).draw(grant, subject);
                return wish.format() == ExportFormat.PNG ? SessionPage.png(on.bytes()) : on.bytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page in memory cannot be written", e);
        }
    }

    /** One drawing of it. */
    private final class Sheet {
        private final Surface on;
        private final PageWords words;

        Sheet(Surface on, PageWords words) {
            this.on = on;
            this.words = words;
        }

        void draw(ExportGrant grant, String subject) {
            head(grant, subject);
            List<TrendMeasure> rows =
                    what.measures().stream().filter(each -> !panels(each).isEmpty()).toList();
            double bottom = foot(grant);
            double high = (bottom - TOP) / Math.max(1, rows.size());
            for (int row = 0; row < rows.size(); row++) {
                row(rows.get(row), TOP + row * high, TOP + (row + 1) * high - 20);
            }
        }

        private void head(ExportGrant grant, String subject) {
            on.text(LEFT, 46, Lettering.bold(15, PageFrame.INK), words.say("trend.title"));
            double right = width() - LEFT;
            boolean code = grant.request().client().value().equals(subject);
            String name = code ? subject : PageHead.inFours(subject);
            on.textTo(right, 42, Lettering.bold(10.5, PageFrame.INK), name);
            String kind = words.say(code ? "code" : "pseudonym");
            on.textTo(right, 54, Lettering.plain(6.8, PageFrame.FAINT), kind);
            var sessions = what.trend().sessions();
            String span =
                    words.say(
                            "trend.subtitle",
                            Integer.toString(sessions.size()),
                            words.shortDay(sessions.get(0).session().startedAt()),
                            words.shortDay(sessions.get(sessions.size() - 1).session().startedAt()),
                            words.say("sensor." + lower(what.source())),
                            words.whole(what.rules().leastSeconds() / 60));
            on.text(LEFT, 60, Lettering.plain(8, PageFrame.SOFT), span);
        }

        /** Draws it; returns where it begins. */
        private double foot(ExportGrant grant) {
            double room = width() - 2 * LEFT;
            List<String> lines = new ArrayList<>(wrapped(words.say("trend.limits"), room));
            lines.addAll(wrapped(words.say("trend.signs"), room));
            String consent =
                    wish.consentedAt().apply(grant).map(words::shortDay).orElse(PageWords.NONE);
            lines.add(
                    words.say(
                            "trend.foot",
                            what.versions(),
                            consent,
                            words.say("purpose." + grant.request().purpose().code()),
                            words.shortDay(wish.printedAt())));
            double y = height() - 24 - 9 * (lines.size() - 1);
            double top = y - 14;
            on.line(LEFT, top, width() - LEFT, top, Pen.line(0.9, 0x22));
            for (String line : lines) {
                on.text(LEFT, y, Lettering.plain(6.8, PageFrame.SOFT), line);
                y += 9;
            }
            return top - 8;
        }

        private List<String> wrapped(String text, double room) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ", -1)) {
                if (line.length() > 0 && on.width(line + " " + word, 6.8, false) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }

        private void row(TrendMeasure measure, double top, double bottom) {
            on.text(
                    LEFT,
                    top + 12,
                    Lettering.bold(7.6, PageFrame.INK),
                    words.ofConstant("trend.measure", measure));
            on.text(
                    LEFT,
                    top + 21,
                    Lettering.plain(6.6, PageFrame.SOFT),
                    words.ofConstant("trend.unit", measure));
            List<Panel> panels = panels(measure);
            TrendPlot.Scale scale = TrendPlot.Scale.of(panels, what.trend(), what.source());
            double wide = (width() - 2 * LEFT - LABELS - (COLUMNS - 1) * GAP) / COLUMNS;
            for (Panel panel : panels) {
                int column = panel.phase().map(each -> 1 + PHASES.indexOf(each)).orElse(0);
                double left = LEFT + LABELS + column * (wide + GAP);
                on.text(
                        left,
                        top + 2,
                        Lettering.bold(6.8, PageFrame.SOFT),
                        panel.phase()
                                .map(each -> words.ofConstant("trend.phase", each))
                                .orElseGet(() -> words.say("trend.whole")));
                standing(panel).ifPresent(each -> says(each, left + wide, top + 2));
                new TrendPlot(on, what, panel, scale)
                        .draw(left, top + 9, left + wide, bottom, standing(panel));
            }
        }

        private void says(Comparison newest, double right, double y) {
            String word = words.ofConstant("trend.standing", newest.standing());
            on.textTo(right, y, Lettering.bold(6.8, PageFrame.INK), word);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<Panel> panels(TrendMeasure measure) {
        return what.trend().panels().stream()
                .filter(each -> each.measure() == measure)
                .filter(
                        each ->
                                each.lines().stream()
                                        .anyMatch(line -> line.source() == what.source()))
                .toList();
    }

    /** The newest beside the last ones, where it is of the class of sensor that is drawn. */
    private Optional<Comparison> standing(Panel panel) {
        var sessions = what.trend().sessions();
        boolean same =
                sessions.get(sessions.size() - 1).source().equals(Optional.of(what.source()));
        List<List<Point>> runs = what.trend().runs(panel, what.source());
        return same && !runs.isEmpty() ? panel.newest() : Optional.empty();
    }
}

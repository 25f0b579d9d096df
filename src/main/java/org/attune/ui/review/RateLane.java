package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.attune.review.Span;
import org.attune.review.Timeline;
import org.attune.ui.Hatch;
import org.attune.ui.Look;
import org.attune.ui.Palette;
import org.attune.ui.Typeface;

/**
 * Heart rate of one person against their own range, with what lies above it, and holes where
 * nothing is known. Confined to the EDT.
 */
record RateLane(Look look, ReviewWords words, ReviewView.Lane lane, Canvas canvas) {
    /** So wide a gap is seen as one, and has words of its own. */
    private static final double SEEN = 4;

    /** How opaque a hatch is over the lines of a lane, of 255, and a tone in its place. */
    private static final int HATCHED = 150;

    private static final int TONED = 45;

    void paint(Graphics2D g, LanePaths paths, boolean artefacts) {
        LanePaths.Rate rate = paths.rate(lane.timeline(), canvas, look.px(1.4));
        double tick = artefacts ? lane.beats().tick() : lane.rate().tick();
        LanePlot.draw(g, look, canvas, tick, own -> lines(own, rate, artefacts));
    }

    private void lines(Graphics2D g, LanePaths.Rate rate, boolean artefacts) {
        g.setColor(look.palette.band);
        g.fill(rate.bandArea());
        g.setColor(look.palette.bandEdge);
        g.setStroke(new BasicStroke((float) look.px(1)));
        rate.bandEdges().forEach(g::draw);
        g.setColor(Palette.faint(look.palette.above, 204));
        rate.above().paint(g);
        BeatDots dots = new BeatDots(look, lane.timeline(), canvas);
        if (artefacts || dots.mayBeSingle()) {
            dots.paint(g, artefacts);
        }
        g.setColor(look.palette.data);
        rate.line().paint(g);
        if (artefacts) {
            dots.paintVerdicts(g, words);
        }
    }

    /**
     * Columns where nothing is known, over lanes from {@code top} to {@code foot}: hatched where
     * most of a column wide enough for it is unknown, else a tone, so that no gap is lost and many
     * short ones do not look like a long one.
     */
    static void paintGaps(
            Graphics2D g, Look look, Timeline lane, Canvas canvas, double top, double foot) {
        double from = Double.NaN;
        double to = Double.NaN;
        double unknown = 0;
        TimeWindow window = canvas.window();
        for (Span<Timeline.Gap> gap : lane.gaps().within(window.from(), window.to())) {
            double until = silentUntil(lane, gap);
            if (until <= gap.from()) {
                continue;
            }
            double left = canvas.bounded(gap.from());
            double right = canvas.bounded(until);
            double seen = Math.max(left + 1, right);
            if (Double.isNaN(to) || left > to + 1) {
                paintGap(
                        g, look, new Rectangle2D.Double(from, top, to - from, foot - top), unknown);
                from = left;
                to = seen;
                unknown = 0;
            }
            to = Math.max(to, seen);
            unknown += right - left;
        }
        paintGap(g, look, new Rectangle2D.Double(from, top, to - from, foot - top), unknown);
    }

    /**
     * @param unknown how much of its width, pixels
     */
    private static void paintGap(Graphics2D g, Look look, Rectangle2D column, double unknown) {
        double pitch = look.px(Hatch.PITCH);
        if (column.getWidth() >= pitch && unknown > column.getWidth() / 2) {
            Hatch.paint(g, column, Palette.faint(look.palette.hatch, HATCHED), pitch, look.px(1));
        } else if (!Double.isNaN(column.getWidth())) {
            g.setColor(Palette.faint(look.palette.hatch, TONED));
            Rectangle touched = column.getBounds(); // of a day's gaps smoothed edges are dear
            Ink.onWholePixels(
                    g, () -> g.fillRect(touched.x, touched.y, touched.width, touched.height));
        }
    }

    /** Beats at the beginning that are only listened to are no gap: nothing lies over them. */
    private static double silentUntil(Timeline lane, Span<Timeline.Gap> gap) {
        if (!gap.what().beginning() || lane.firstHeardSecond().isEmpty()) {
            return gap.to();
        }
        double heard = lane.firstHeardSecond().getAsDouble();
        double least = 2; // less than a notification's wait is no silence
        return heard < least ? gap.from() : Math.min(gap.to(), heard);
    }

    /**
     * How long nothing was known, and why, where a gap is wide enough to be seen as one; painted
     * last, to be read over lines.
     */
    void paintGapWords(Graphics2D g) {
        Font font = look.type.regular(Typeface.NOTE);
        double free = canvas.area().getX();
        TimeWindow window = canvas.window();
        for (Span<Timeline.Gap> gap : lane.timeline().gaps().within(window.from(), window.to())) {
            if (canvas.bounded(gap.to()) - canvas.bounded(gap.from()) < look.px(SEEN)) {
                continue;
            }
            Span<Timeline.Gap> whole = lane.timeline().gaps().at(gap.from()).orElse(gap);
            List<String> said = said(whole);
            String first = said.get(0);
            String second = said.get(1);
            double width = Math.max(Look.width(g, first, font), Look.width(g, second, font));
            double middle = (canvas.bounded(gap.from()) + canvas.bounded(gap.to())) / 2;
            double x = Math.max(middle, canvas.area().getX() + width / 2 + look.px(6));
            x = Math.min(x, canvas.area().getMaxX() - width / 2);
            if (x - width / 2 < free || !gap.what().equals(whole.what())) {
                continue;
            }
            // Never over the line: at the head of the lane, else at its foot, else not at all.
            double left = x - width / 2;
            double head = canvas.area().getY() + look.px(11);
            double foot = canvas.area().getMaxY() - look.px(17);
            if (isFree(left, left + width, head, head + look.px(14))) {
                paintLines(g, List.of(first, second), x, head);
            } else if (isFree(left, left + width, foot, foot + look.px(14))) {
                paintLines(g, List.of(first, second), x, foot);
            }
            free = x + width / 2 + look.px(12);
        }
    }

    private List<String> said(Span<Timeline.Gap> gap) {
        String length = words.live().duration(gap.seconds());
        if (silentUntil(lane.timeline(), gap) < gap.to()) {
            return List.of(words.of("gap.listening"), length);
        }
        return List.of(
                words.of("gap", length),
                gap.what()
                        .because()
                        .map(words.live()::reason)
                        .orElse(words.of("gap.not-recorded")));
    }

    private void paintLines(Graphics2D g, List<String> lines, double x, double first) {
        Font font = look.type.regular(Typeface.NOTE);
        double base = first;
        for (String line : lines) {
            double width = Look.width(g, line, font);
            g.setColor(look.palette.ground);
            g.fill(
                    new Rectangle2D.Double(
                            x - width / 2 - look.px(2),
                            base - look.px(10),
                            width + look.px(4),
                            look.px(14)));
            look.writeCentred(g, line, font, look.palette.text3, x, base);
            base += look.px(14);
        }
    }

    /** Whose range it is, beside its edge, at the first place where no line runs through. */
    void paintBandWords(Graphics2D g) {
        Font font = look.type.regular(Typeface.TICK);
        double width = Look.width(g, words.of("band"), font);
        double right = canvas.area().getMaxX() - look.px(6);
        for (double share : new double[] {0, 0.3, 0.6, 0.15, 0.45, 0.75}) {
            double x = right - share * canvas.area().getWidth() - width;
            Optional<Timeline.Band> band =
                    lane.timeline().band((int) Math.ceil(canvas.second(x + width / 2)));
            if (band.isEmpty() || x < canvas.area().getX() + look.px(4)) {
                continue;
            }
            double under = canvas.y(band.get().lowerBpm()) + look.px(16);
            double over = canvas.y(band.get().upperBpm()) - look.px(6);
            for (double base : new double[] {under, over}) {
                if (isFree(x, x + width, base, base)) {
                    look.write(g, words.of("band"), font, look.palette.text2, x, base);
                    return;
                }
            }
        }
    }

    /** Whether no line runs through words between two x, from the first base to the last. */
    private boolean isFree(double left, double right, double first, double last) {
        double top = first - look.px(13);
        double foot = last + look.px(5);
        double from = canvas.second(left);
        double to = canvas.second(right);
        var least = lane.timeline().rate().min(from, to);
        var greatest = lane.timeline().rate().max(from, to);
        boolean inside =
                top >= canvas.area().getMinY() - look.px(4) && foot <= canvas.area().getMaxY();
        return inside
                && (least.isEmpty()
                        || canvas.y(least.getAsDouble()) < top
                        || canvas.y(greatest.orElseThrow()) > foot);
    }
}

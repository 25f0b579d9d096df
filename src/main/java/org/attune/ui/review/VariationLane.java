package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.attune.review.Span;
import org.attune.review.Timeline;
import org.attune.ui.LiveWords;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * Variability of one person in the shade of its doubt, and where it is to be read with care.
 * Confined to the EDT.
 */
record VariationLane(Look look, ReviewWords words, ReviewView.Lane lane, Canvas canvas) {
    void paint(Graphics2D g, LanePaths paths) {
        LanePaths.Variation variation = paths.variation(lane.timeline(), canvas, look.px(1.4));
        LanePlot.draw(
                g,
                look,
                canvas,
                lane.variation().tick(),
                own -> {
                    own.setColor(look.palette.sure);
                    variation.shade().paint(own);
                    own.setColor(look.palette.text2);
                    variation.sure().paint(own);

                    variation.unsure().paint(own);
                });
    }

    /** A dotted line under the stretch and, with room, its words. */
    static void paintBadges(
            Graphics2D g,
            Look look,
            ReviewWords words,
            Timeline lane,
            Canvas canvas,
            double middle) {
        Font font = look.type.regular(Typeface.NOTE);
        double free = canvas.area().getX();
        TimeWindow window = canvas.window();
        g.setStroke(
                new BasicStroke(
                        (float) look.px(1.6),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        10,
                        new float[] {(float) look.px(.2), (float) look.px(4)},
                        0));
        for (Span<Timeline.Badge> badge : lane.badges().within(window.from(), window.to())) {
            double from = canvas.bounded(badge.from());
            double to = canvas.bounded(badge.to());
            if (to - from < look.px(3)) {
                continue;
            }
            g.setColor(look.palette.text3);
            g.draw(new Line2D.Double(from, middle, to, middle));
            String said = words.of(LiveWords.key("badge", badge.what()));
            double width = Look.width(g, said, font);
            double x = Math.max((from + to - width) / 2, canvas.area().getX());
            x = Math.min(x, canvas.area().getMaxX() - width);
            if (x >= free && to - from >= look.px(12)) {
                look.write(g, said, font, look.palette.text3, x, middle + look.px(14));
                free = x + width + look.px(10);
            }
        }
    }
}

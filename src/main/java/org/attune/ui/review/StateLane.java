package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.attune.regulation.RegulationState;
import org.attune.review.Span;
import org.attune.review.Timeline;
import org.attune.ui.Look;
import org.attune.ui.Ribbon;
import org.attune.ui.Typeface;
import org.jspecify.annotations.Nullable;

/**
 * The ribbon of states of one person and the cues given above it. Where many states share a pixel,
 * the one that says most is seen. Confined to the EDT.
 *
 * @param canvas the ribbon's place; its values are not used
 */
record StateLane(Look look, Timeline lane, Canvas canvas) {

    void paint(Graphics2D g) {
        @Nullable RegulationState[] columns = columns();
        int from = 0;
        while (from < columns.length) {
            int to = from + 1;
            while (to < columns.length && columns[to] == columns[from]) {
                to++;
            }
            RegulationState state = columns[from];
            if (state != null) {
                Rectangle2D area = canvas.area();
                paint(
                        g,
                        state,
                        new Rectangle2D.Double(
                                area.getX() + from, area.getY(), to - from, area.getHeight()));
            }
            from = to;
        }
        paintCues(g);
    }

    private void paint(Graphics2D g, RegulationState state, Rectangle2D box) {
        if (state != RegulationState.LEARNING) {
            Ribbon.paintRun(g, look, state, box);
            return;
        }
        g.setColor(look.palette.ink(state));
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(
                new Rectangle2D.Double(
                        box.getX() + 0.5,
                        box.getY() + 0.5,
                        Math.max(0, box.getWidth() - 1),
                        box.getHeight() - 1));
        Font font = look.type.regular(Typeface.TICK);
        String word = look.words.word(state);
        if (Look.width(g, word, font) + look.px(12) <= box.getWidth()) {
            look.write(
                    g,
                    word,
                    font,
                    look.palette.text2,
                    box.getX() + look.px(7),
                    Look.baselineFor(g, font, box.getCenterY()));
        }
    }

    /** The state of each pixel column; null where there is none. */
    private @Nullable RegulationState[] columns() {
        @Nullable RegulationState[] columns = new RegulationState[canvas.columns()];
        double left = canvas.area().getX();
        TimeWindow window = canvas.window();
        for (Span<RegulationState> span : lane.states().within(window.from(), window.to())) {
            int from = (int) Math.floor(canvas.bounded(span.from()) - left + 0.5);
            int to = (int) Math.floor(canvas.bounded(span.to()) - left + 0.5);
            from = Math.min(from, columns.length - 1);
            to = Math.min(columns.length, Math.max(to, from + 1));
            for (int i = from; i < to; i++) {
                RegulationState seen = columns[i];
                if (seen == null || says(span.what()) > says(seen)) {
                    columns[i] = span.what();
                }
            }
        }
        return columns;
    }

    /** The more it says, the less it may be hidden. */
    private static int says(RegulationState state) {
        return switch (state) {
            case USUAL -> 0;
            case LEARNING -> 1;
            case QUIET -> 2;
            case UNKNOWN -> 3;
            case SETTLING -> 4;
            case RISING -> 5;
            case HIGH -> 6;
        };
    }

    /** A small triangle over the second in which a cue was given. */
    private void paintCues(Graphics2D g) {
        g.setColor(look.palette.text);
        TimeWindow window = canvas.window();
        for (Span<Timeline.Cue> cue : lane.cues().within(window.from(), window.to())) {
            if (cue.what().isGiven()) {
                g.fill(cue(look, canvas.bounded(cue.to()), canvas.area().getY() - look.px(2)));
            }
        }
    }

    /** The sign of a cue, its tip at a point. */
    static Path2D cue(Look look, double x, double tip) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, tip);
        path.lineTo(x - look.px(3.5), tip - look.px(6));
        path.lineTo(x + look.px(3.5), tip - look.px(6));
        path.closePath();
        return path;
    }
}

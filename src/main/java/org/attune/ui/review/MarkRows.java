package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.review.Marks;
import org.attune.session.Marker;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** The marks in rows, so that their words do not run into each other. Confined to the EDT. */
final class MarkRows {
    private static final double BOX = 17;

    private final Look look;
    private final ReviewWords words;
    private final List<Placed> placed = new ArrayList<>();

    /** Where a mark is for which there is no box. */
    private final List<Double> lost = new ArrayList<>();

    MarkRows(Look look, ReviewWords words) {
        this.look = look;
        this.words = words;
    }

    /**
     * A mark and where its box is.
     *
     * @param worded whether there is room for its words
     */
    record Placed(Marker marker, double x, double middle, double box, boolean worded) {
        Rectangle2D area(double wordsWidth) {
            return new Rectangle2D.Double(
                    x - box / 2, middle - box / 2, box + (worded ? wordsWidth : 0), box);
        }
    }

    /** Finds each a place; those for which there is none are {@link #lost}. */
    void place(Graphics2D g, ReviewView view, Canvas canvas, LanesLayout layout) {
        placed.clear();
        lost.clear();
        Font font = look.type.regular(Typeface.TICK);
        List<Marker> seen =
                view.shownMarks().stream()
                        .filter(each -> view.window().holds(Marks.second(each)))
                        .toList();
        List<MarkPlaces.Wish> wishes = new ArrayList<>(seen.size());
        for (Marker each : seen) {
            String sign = look.words.keys().sign(each).orElse("");
            double box = Math.max(look.px(BOX), Look.width(g, sign, boxFont()) + look.px(7));
            double width = Look.width(g, words.live().mark(each), font) + look.px(5);
            wishes.add(new MarkPlaces.Wish(canvas.x(Marks.second(each)), box, width));
        }
        List<MarkPlaces.Place> places =
                MarkPlaces.of(
                        wishes,
                        layout.markRows(),
                        canvas.area().getMaxX() + look.px(30),
                        look.px(8));
        double top = layout.marks().top();
        for (int i = 0; i < seen.size(); i++) {
            MarkPlaces.Wish wish = wishes.get(i);
            MarkPlaces.Place place = places.get(i);
            double middle = top + look.px(LanesLayout.MARK_ROW) * (place.row() + 0.5);
            if (place.found()) {
                placed.add(new Placed(seen.get(i), wish.x(), middle, wish.box(), place.worded()));
            } else {
                lost.add(wish.x());
            }
        }
    }

    private Font boxFont() {
        return look.type.semibold(10.5);
    }

    /** The dotted lines from the ribbon to the boxes. */
    void paintLines(Graphics2D g, double top) {
        g.setColor(look.palette.text3);
        g.setStroke(look.dashed(1, 1, 4));
        for (Placed each : placed) {
            g.draw(new Line2D.Double(each.x(), top, each.x(), each.middle() - each.box() / 2));
        }
    }

    /** Boxes and words; a short line at the foot for a mark without a box. */
    void paint(Graphics2D g, ReviewView view, double foot) {
        Font font = look.type.regular(Typeface.TICK);
        for (Placed each : placed) {
            boolean chosen = view.chosenMark().filter(each.marker()::equals).isPresent();
            paintBox(g, look, look.words.keys().sign(each.marker()).orElse(""), each, chosen);
            if (each.worded()) {
                String said = words.live().mark(each.marker());
                double x = each.x() + each.box() / 2 + look.px(5);
                // The line of the next mark does not run through a word.
                g.setColor(look.palette.ground);
                g.fill(
                        new Rectangle2D.Double(
                                x - look.px(2),
                                each.middle() - look.px(8),
                                Look.width(g, said, font) + look.px(4),
                                look.px(16)));
                double base = Look.baselineFor(g, font, each.middle());
                look.write(g, said, font, look.palette.text2, x, base);
            }
        }
        g.setColor(look.palette.text2);
        g.setStroke(new BasicStroke((float) look.px(1.5)));
        for (double x : lost) {
            g.draw(new Line2D.Double(x, foot - look.px(3), x, foot + look.px(1)));
        }
    }

    private void paintBox(Graphics2D g, Look of, String sign, Placed each, boolean chosen) {
        box(g, of, sign, each.x(), each.middle(), each.box(), chosen);
    }

    /** A box with a sign; the chosen one in the colour of focus, and thicker. */
    static void box(
            Graphics2D g,
            Look look,
            String sign,
            double x,
            double middle,
            double width,
            boolean chosen) {
        double height = look.px(BOX);
        RoundRectangle2D box =
                new RoundRectangle2D.Double(
                        x - width / 2, middle - height / 2, width, height, look.px(6), look.px(6));
        g.setColor(look.palette.surface);
        g.fill(box);
        g.setColor(chosen ? look.palette.focus : look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(chosen ? 2 : 1)));
        g.draw(box);
        Font font = look.type.semibold(10.5);
        look.writeCentred(g, sign, font, look.palette.text, x, Look.baselineFor(g, font, middle));
    }

    /** The mark under a point. */
    Optional<Marker> at(double x, double y) {
        double near = look.px(70);
        return placed.stream()
                .filter(each -> each.area(near).contains(x, y))
                .reduce((first, last) -> last)
                .map(Placed::marker);
    }
}

package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Finds each a place: the first row with room; without any, the box alone or nothing. */
    void place(Graphics2D g, ReviewView view, Canvas canvas, LanesLayout layout) {
        placed.clear();
        double[] free = new double[layout.markRows()];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        Font font = look.type.regular(Typeface.TICK);
        for (Marker each : view.shownMarks()) {
            double second = Marks.second(each);
            if (!view.window().holds(second)) {
                continue;
            }
            double x = canvas.x(second);
            String sign = look.words.keys().sign(each).orElse("");
            double box = Math.max(look.px(BOX), Look.width(g, sign, boxFont()) + look.px(7));
            double width = Look.width(g, words.live().mark(each), font) + look.px(5);
            row(free, x - box / 2)
                    .ifPresent(
                            row -> {
                                boolean fits =
                                        x + box / 2 + width
                                                <= canvas.area().getMaxX() + look.px(30);
                                double middle =
                                        layout.marks().top()
                                                + look.px(LanesLayout.MARK_ROW) * (row + 0.5);
                                placed.add(new Placed(each, x, middle, box, fits));
                                free[row] = x + box / 2 + (fits ? width : 0) + look.px(8);
                            });
        }
    }

    private static Optional<Integer> row(double[] free, double from) {
        for (int i = 0; i < free.length; i++) {
            if (free[i] <= from) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Font boxFont() {
        return look.type.semibold(10.5);
    }

    /** The dotted lines from the ribbon to the boxes; also of marks whose box found no room. */
    void paintLines(Graphics2D g, ReviewView view, Canvas canvas, double top, double foot) {
        g.setColor(look.palette.text3);
        g.setStroke(look.dashed(1, 1, 4));
        for (Placed each : placed) {
            g.draw(new Line2D.Double(each.x(), top, each.x(), each.middle() - each.box() / 2));
        }
        for (Marker each : view.shownMarks()) {
            boolean lost = placed.stream().noneMatch(p -> p.marker().equals(each));
            if (lost && view.window().holds(Marks.second(each))) {
                double x = canvas.x(Marks.second(each));
                g.draw(new Line2D.Double(x, foot - look.px(8), x, foot));
            }
        }
    }

    void paint(Graphics2D g, ReviewView view) {
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

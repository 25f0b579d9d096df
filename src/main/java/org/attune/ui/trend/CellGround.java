package org.attune.ui.trend;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.attune.ui.Hatch;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** What values of a chart lie upon: its axes, the range, and where lines may not go on. */
final class CellGround {
    private final Graphics2D g;
    private final Look look;
    private final CellPlot plot;
    private final TrendView view;
    private final TrendView.Cell cell;
    private final Rectangle2D box;

    CellGround(Graphics2D g, CellPlot plot) {
        this.g = g;
        this.look = plot.look();
        this.plot = plot;
        this.view = plot.view();
        this.cell = plot.cell();
        this.box = plot.box();
    }

    void paint() {
        axis();
        range();
        numbers();
        pending();
        versions();
        withheld();
        breaks();
    }

    /** The range of the last sessions, carried on to the newest. */
    private void range() {
        if (cell.range().isEmpty()) {
            return;
        }
        TrendView.Range range = cell.range().get();
        Rectangle2D within = plot.within(range);
        double from = within.getX();
        double to = within.getMaxX();
        double top = within.getY() + 1;
        double foot = within.getMaxY() - 1;
        g.setColor(look.palette.band);
        g.fill(new Rectangle2D.Double(from, top, to - from, foot - top));
        g.setColor(look.palette.bandEdge);
        CrispLine.level(g, look, 1, top, from, to);
        CrispLine.level(g, look, 1, foot, from, to);
        CrispLine.level(g, look, 1, plot.y(range.middle()), from, to, 3, 3);
    }

    private void axis() {
        Font font = look.type.regular(Typeface.NOTE);
        g.setColor(look.palette.rule);
        CrispLine.level(g, look, 1, box.getMaxY(), box.getX(), box.getMaxX());
        double below = Double.MAX_VALUE;
        for (double tick : cell.axis().ticks()) {
            double y = plot.y(tick);
            g.setColor(look.palette.rule);
            CrispLine.level(g, look, 1, y, box.getX() - look.px(4), box.getX());
            if (below - y >= look.px(13)) {
                double base = Look.baselineFor(g, font, y);
                double right = box.getX() - look.px(6);
                look.writeEnding(g, number(tick), font, look.palette.text3, right, base);
                below = y;
            }
        }
    }

    private static String number(double tick) {
        return tick == Math.rint(tick) ? String.valueOf((long) tick) : trimmed(tick);
    }

    private static String trimmed(double tick) {
        return BigDecimal.valueOf(tick)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** As many of the sessions' numbers as there is room for, the newest always. */
    private void numbers() {
        Font font = look.type.regular(Typeface.NOTE);
        double base = box.getMaxY() + look.px(13);
        int last = view.slots().size() - 1;
        double room = Look.width(g, "00", font) + look.px(6);
        int every = (int) Math.max(1, Math.ceil(room / plot.slotWidth()));
        for (int i = last; i >= 0; i -= every) {
            String number = String.valueOf(view.slots().get(i).number());
            look.writeCentred(g, number, font, look.palette.text3, plot.x(i), base);
        }
    }

    private void pending() {
        g.setColor(look.palette.text3);
        for (int i = 0; i < view.slots().size(); i++) {
            if (view.slots().get(i).pending()) {
                CrispLine.upright(g, look, 1, plot.x(i), box.getY(), box.getMaxY(), 1, 3);
            }
        }
    }

    /** Where another version of the range began. */
    private void versions() {
        g.setColor(look.palette.bandEdge);
        for (TrendView.BandSpan each : view.bands()) {
            if (each.from() > 0) {
                double x = plot.x(each.from() - 0.5);
                CrispLine.upright(g, look, 1, x, box.getY(), box.getMaxY(), 1, 2);
            }
        }
    }

    private void withheld() {
        double slot = plot.slotWidth();
        double width = Math.max(look.px(3), Math.min(look.px(16), slot * 0.66));
        for (int at : cell.withheld()) {
            double left = plot.x(at) - width / 2;
            Hatch.paint(
                    g,
                    new Rectangle2D.Double(left, box.getY(), width, box.getHeight()),
                    look.palette.hatch,
                    look.px(4.5),
                    look.px(Hatch.STROKE));
        }
        g.setColor(look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(1.4)));
        double half = Math.min(look.px(4), slot / 3);
        double y = box.getMaxY() - look.px(6);
        for (int at : cell.apart()) {
            g.draw(new Line2D.Double(plot.x(at) - half, y, plot.x(at) + half, y));
        }
    }

    /** Each reason in a line of its own, over the lines that end by it. */
    private void breaks() {
        Font font = look.type.regular(Typeface.NOTE);
        double line = look.px(CellPlot.LINE);
        double top = box.getY() - plot.reasons() * line;
        for (TrendView.Break each : view.breaks()) {
            double x = plot.x(each.before() - 0.5);
            g.setColor(look.palette.text2);
            CrispLine.upright(g, look, 1.4, x, top, box.getMaxY(), 5, 3);
            if (plot.reasons() > 0) {
                double wide = Look.width(g, each.because(), font);
                double from = Math.min(x + look.px(5), plot.width() - look.px(4) - wide);
                look.write(g, each.because(), font, look.palette.text2, from, top + look.px(12));
                top += line;
            }
        }
    }
}

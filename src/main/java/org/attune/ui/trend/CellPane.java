package org.attune.ui.trend;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.attune.review.trend.Trend.Standing;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** One small multiple: values upon their ground, and how the newest stands. Confined to the EDT. */
final class CellPane extends TrendPane {
    private static final long serialVersionUID = 1L;

    private transient TrendView.Cell cell;

    /**
     * @param index which of the view's charts
     */
    CellPane(Look look, TrendWindowWords words, TrendView view, int index) {
        super(look, words, view);
        this.cell = view.cells().get(index);
        setOpaque(false);
        tell();
    }

    void show(Look newLook, TrendWindowWords newWords, TrendView newView, int newIndex) {
        cell = newView.cells().get(newIndex);
        show(newLook, newWords, newView);
    }

    @Override
    void tell() {
        name(words.of("chart", cell.name()), cell.says() + " " + cell.tells());
    }

    /** Where things stand in it. */
    CellPlot plot() {
        return new CellPlot(look, view, cell, getWidth(), getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        CellPlot plot = plot();
        new CellGround(g, plot).paint();
        runs(g, plot);
        head(g, plot.box());
        chosenSession(g, plot);
        if (view.chosenCell().filter(cell::equals).isPresent() && !view.large()) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(2)));
            g.draw(new Rectangle2D.Double(1, 1, getWidth() - 2, getHeight() - 2));
        }
        g.dispose();
    }

    private void runs(Graphics2D g, CellPlot plot) {
        double most = look.px(view.large() ? 4 : 3);
        double radius = Math.min(most, Math.max(1.3, plot.slotWidth() * 0.3));
        for (List<TrendView.Dot> run : cell.runs()) {
            Path2D line = new Path2D.Double();
            for (TrendView.Dot dot : run) {
                if (line.getCurrentPoint() == null) {
                    line.moveTo(plot.x(dot.slot()), plot.y(dot.value()));
                } else {
                    line.lineTo(plot.x(dot.slot()), plot.y(dot.value()));
                }
            }
            freed(g, plot, line);
            g.setColor(look.palette.data);
            g.setStroke(new BasicStroke((float) look.px(1.4)));
            g.draw(line);
            for (TrendView.Dot dot : run) {
                boolean ringed = cell.standing().isPresent() && dot.slot() == plot.newestSlot();
                g.fill(ringed ? ringed(plot, dot, radius) : round(plot, dot, radius));
                figure(g, plot, dot, ringed ? 12 : 9);
            }
        }
    }

    /** The edges of a range that is hardly wider than the line of values give way to it. */
    private void freed(Graphics2D g, CellPlot plot, Path2D line) {
        if (cell.range().isPresent()) {
            Graphics2D within = (Graphics2D) g.create();
            within.clip(plot.within(cell.range().get()));
            within.setColor(look.palette.band);
            within.setStroke(new BasicStroke((float) (look.px(1.4) + 6)));
            within.draw(line);
            within.dispose();
        }
    }

    private static Ellipse2D round(CellPlot plot, TrendView.Dot dot, double radius) {
        double x = plot.x(dot.slot());
        double y = plot.y(dot.value());
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** The newest, where it is set beside others: a dot in a ring. */
    private Shape ringed(CellPlot plot, TrendView.Dot dot, double radius) {
        double ring = look.px(view.large() ? 7.5 : 6);
        double half = look.px(0.8);
        Path2D sign = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        sign.append(round(plot, dot, ring + half), false);
        sign.append(round(plot, dot, ring - half), false);
        sign.append(round(plot, dot, radius), false);
        return sign;
    }

    private void figure(Graphics2D g, CellPlot plot, TrendView.Dot dot, double over) {
        String figure = words.figure(cell.measure(), dot.value());
        Font font = look.type.regular(Typeface.TICK);
        if (view.large() && Look.width(g, figure, font) + look.px(4) <= plot.slotWidth()) {
            double x = plot.x(dot.slot());
            double above = plot.y(dot.value()) - look.px(over);
            double base = Math.max(above, plot.box().getY() + look.px(10));
            look.writeCentred(g, figure, font, look.palette.text2, x, base);
            g.setColor(look.palette.data);
        }
    }

    private void head(Graphics2D g, Rectangle2D box) {
        Font font = look.type.regular(Typeface.TICK);
        double base = look.px(14);
        double right = box.getMaxX();
        if (cell.standing().isPresent()) {
            Font bold = look.type.semibold(Typeface.TICK);
            right = look.writeEnding(g, cell.word(), bold, look.palette.text, right, base);
            if (cell.standing().get() != Standing.WITHIN) {
                boolean up = cell.standing().get() == Standing.HIGHER;
                triangle(g, right - look.px(9), base - look.px(4), up);
                right -= look.px(18);
            }
        }
        if (view.large()) {
            String whole = cell.name() + ", " + words.unit(cell.measure());
            double room = right - box.getX() - look.px(8);
            String shown = Look.width(g, whole, font) <= room ? whole : cell.name();
            String fitting = Look.fit(g, shown, font, room);
            look.write(g, fitting, font, look.palette.text2, box.getX(), base);
        }
    }

    private void triangle(Graphics2D g, double x, double middle, boolean up) {
        double half = look.px(4.5);
        double tip = up ? -half : half;
        Path2D path = new Path2D.Double();
        path.moveTo(x - half, middle - tip);
        path.lineTo(x + half, middle - tip);
        path.lineTo(x, middle + tip);
        path.closePath();
        g.setColor(look.palette.text);
        g.fill(path);
    }

    private void chosenSession(Graphics2D g, CellPlot plot) {
        if (view.slot().isEmpty()) {
            return;
        }
        int slot = view.slot().getAsInt();
        double x = plot.x(slot);
        Rectangle2D box = plot.box();
        g.setColor(look.palette.focus);
        CrispLine.upright(g, look, 1, x, box.getY(), box.getMaxY());
        if (cell.valueOf(slot).isPresent() && !view.large()) {
            String figure = words.figure(cell.measure(), cell.valueOf(slot).get());
            Font font = look.type.semibold(Typeface.TICK);
            // Over the axes: beside the line it would lie on other sessions' values.
            look.write(g, figure, font, look.palette.text, box.getX(), look.px(14));
        }
    }
}

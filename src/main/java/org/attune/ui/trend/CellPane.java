package org.attune.ui.trend;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.attune.review.trend.Trend.Standing;
import org.attune.ui.Hatch;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** One small multiple. Confined to the EDT. */
final class CellPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double TICKS = 36;
    private static final double HEAD = 20;
    private static final double FOOT = 17;

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

    private Rectangle2D plot() {
        double left = look.px(TICKS);
        double top = look.px(HEAD);
        return new Rectangle2D.Double(
                left,
                top,
                Math.max(1, getWidth() - left - look.px(8)),
                Math.max(1, getHeight() - top - look.px(FOOT)));
    }

    private double slotWidth() {
        return plot().getWidth() / Math.max(1, view.slots().size());
    }

    double x(double slot) {
        return plot().getX() + (slot + 0.5) * slotWidth();
    }

    /** Which session stands at this x; -1 for none. */
    int slotAt(double x) {
        int slot = (int) Math.floor((x - plot().getX()) / slotWidth());
        return slot >= 0 && slot < view.slots().size() ? slot : -1;
    }

    private double y(double value) {
        Rectangle2D plot = plot();
        double share = (value - cell.axis().lower()) / (cell.axis().upper() - cell.axis().lower());
        return plot.getMaxY() - Math.max(0, Math.min(1, share)) * plot.getHeight();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        range(g);
        axis(g);
        bands(g);
        withheld(g);
        breaks(g);
        runs(g);
        newest(g);
        head(g);
        chosenSession(g);
        if (view.chosenCell().filter(cell::equals).isPresent() && !view.large()) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(2)));
            g.draw(new Rectangle2D.Double(1, 1, getWidth() - 2, getHeight() - 2));
        }
        g.dispose();
    }

    /** The range of the last sessions, carried on to the newest. */
    private void range(Graphics2D g) {
        if (cell.range().isEmpty()) {
            return;
        }
        TrendView.Range range = cell.range().get();
        double from = x(range.from()) - slotWidth() / 2;
        double to = x(newestSlot()) + slotWidth() / 2;
        double top = y(range.high());
        double foot = Math.max(y(range.low()), top + 1);
        g.setColor(look.palette.band);
        g.fill(new Rectangle2D.Double(from, top, to - from, foot - top));
        g.setColor(look.palette.bandEdge);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(new Line2D.Double(from, top, to, top));
        g.draw(new Line2D.Double(from, foot, to, foot));
        g.setStroke(look.dashed(1, 2, 3));
        g.draw(new Line2D.Double(from, y(range.middle()), to, y(range.middle())));
    }

    private int newestSlot() {
        List<TrendView.Dot> last = cell.runs().get(cell.runs().size() - 1);
        return last.get(last.size() - 1).slot();
    }

    private void axis(Graphics2D g) {
        Rectangle2D plot = plot();
        Font font = look.type.regular(Typeface.NOTE);
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(new Line2D.Double(plot.getX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
        for (double tick : cell.axis().ticks()) {
            double y = y(tick);
            g.draw(new Line2D.Double(plot.getX() - look.px(4), y, plot.getX(), y));
            look.writeEnding(
                    g,
                    number(tick),
                    font,
                    look.palette.text3,
                    plot.getX() - look.px(6),
                    Look.baselineFor(g, font, y));
            g.setColor(look.palette.rule);
        }
        numbers(g, font, plot.getMaxY() + look.px(13));
    }

    private static String number(double tick) {
        return tick == Math.rint(tick) ? String.valueOf((long) tick) : trimmed(tick);
    }

    private static String trimmed(double tick) {
        return java.math.BigDecimal.valueOf(tick)
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** As many of the sessions' numbers as there is room for, the newest always. */
    private void numbers(Graphics2D g, Font font, double base) {
        int last = view.slots().size() - 1;
        double room = Look.width(g, "00", font) + look.px(6);
        int every = (int) Math.max(1, Math.ceil(room / slotWidth()));
        for (int i = last; i >= 0; i -= every) {
            look.writeCentred(
                    g,
                    String.valueOf(view.slots().get(i).number()),
                    font,
                    look.palette.text3,
                    x(i),
                    base);
        }
        for (int i = 0; i <= last; i++) {
            if (view.slots().get(i).pending()) {
                g.setColor(look.palette.text3);
                g.setStroke(look.dashed(1, 1, 3));
                g.draw(new Line2D.Double(x(i), plot().getY(), x(i), plot().getMaxY()));
            }
        }
    }

    /** Where another version of the range began. */
    private void bands(Graphics2D g) {
        g.setColor(look.palette.bandEdge);
        g.setStroke(look.dashed(1, 1, 2));
        for (TrendView.BandSpan each : view.bands()) {
            if (each.from() > 0) {
                double x = x(each.from() - 0.5);
                g.draw(new Line2D.Double(x, plot().getY(), x, plot().getMaxY()));
            }
        }
    }

    private void withheld(Graphics2D g) {
        double width = Math.max(look.px(3), Math.min(look.px(16), slotWidth() * 0.66));
        for (int slot : cell.withheld()) {
            Rectangle2D column =
                    new Rectangle2D.Double(
                            x(slot) - width / 2, plot().getY(), width, plot().getHeight());
            Hatch.paint(g, column, look.palette.hatch, look.px(4.5), look.px(1));
        }
        g.setColor(look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(1.4)));
        double half = Math.min(look.px(4), slotWidth() / 3);
        double y = plot().getMaxY() - look.px(6);
        cell.apart().forEach(at -> g.draw(new Line2D.Double(x(at) - half, y, x(at) + half, y)));
    }

    private void breaks(Graphics2D g) {
        Font font = look.type.regular(Typeface.NOTE);
        double base = plot().getY() + look.px(12);
        for (TrendView.Break each : view.breaks()) {
            double x = x(each.before() - 0.5);
            g.setColor(look.palette.text2);
            g.setStroke(look.dashed(1.4, 5, 3));
            g.draw(new Line2D.Double(x, plot().getY(), x, plot().getMaxY()));
            if (view.large()) {
                look.write(g, each.because(), font, look.palette.text2, x + look.px(5), base);
                base += look.px(16);
            }
        }
    }

    private void runs(Graphics2D g) {
        double radius = Math.min(look.px(view.large() ? 4 : 3), Math.max(1.3, slotWidth() * 0.3));
        for (List<TrendView.Dot> run : cell.runs()) {
            Path2D line = new Path2D.Double();
            for (TrendView.Dot dot : run) {
                if (line.getCurrentPoint() == null) {
                    line.moveTo(x(dot.slot()), y(dot.value()));
                } else {
                    line.lineTo(x(dot.slot()), y(dot.value()));
                }
            }
            g.setColor(look.palette.data);
            g.setStroke(new BasicStroke((float) look.px(1.4)));
            g.draw(line);
            for (TrendView.Dot dot : run) {
                dot(g, dot, radius);
            }
        }
    }

    private void dot(Graphics2D g, TrendView.Dot dot, double radius) {
        double x = x(dot.slot());
        double y = y(dot.value());
        g.setColor(look.palette.data);
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        if (view.large() && view.slots().size() <= 26) {
            look.writeCentred(
                    g,
                    words.figure(cell.measure(), dot.value()),
                    look.type.regular(Typeface.TICK),
                    look.palette.text2,
                    x,
                    y - look.px(9));
        }
    }

    /** A ring about the newest, where it is set beside others. */
    private void newest(Graphics2D g) {
        if (cell.standing().isEmpty()) {
            return;
        }
        int slot = newestSlot();
        double y = y(cell.valueOf(slot).orElseThrow());
        double radius = look.px(view.large() ? 7.5 : 6);
        g.setColor(look.palette.data);
        g.setStroke(new BasicStroke((float) look.px(1.6)));
        g.draw(new Ellipse2D.Double(x(slot) - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void head(Graphics2D g) {
        Font font = look.type.regular(Typeface.TICK);
        Rectangle2D plot = plot();
        double base = look.px(14);
        double right = plot.getMaxX();
        if (cell.standing().isPresent()) {
            Font bold = look.type.semibold(Typeface.TICK);
            right = look.writeEnding(g, cell.word(), bold, look.palette.text, right, base);
            if (cell.standing().get() != Standing.WITHIN) {
                boolean up = cell.standing().get() == Standing.HIGHER;
                triangle(g, right - look.px(9), base - look.px(4), up);
                right -= look.px(18);
            }
        }
        if (view.large() || cell.row() > 3) {
            String name = view.large() ? cell.name() : words.measure(cell.measure());
            String whole = name + ", " + words.unit(cell.measure());
            double room = right - plot.getX() - look.px(8);
            String shown = Look.width(g, whole, font) <= room ? whole : name;
            look.write(
                    g, Look.fit(g, shown, font, room), font, look.palette.text2, plot.getX(), base);
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

    private void chosenSession(Graphics2D g) {
        if (view.slot().isEmpty()) {
            return;
        }
        int slot = view.slot().getAsInt();
        double x = x(slot);
        g.setColor(look.palette.focus);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(new Line2D.Double(x, plot().getY(), x, plot().getMaxY()));
        if (cell.valueOf(slot).isEmpty() || view.large()) {
            return;
        }
        double value = cell.valueOf(slot).get();
        String text = words.figure(cell.measure(), value);
        Font font = look.type.semibold(Typeface.TICK);
        double wide = Look.width(g, text, font) + look.px(6);
        double left =
                x + look.px(7) + wide > plot().getMaxX() ? x - look.px(7) - wide : x + look.px(7);
        double middle =
                Math.max(
                        plot().getY() + look.px(8),
                        Math.min(plot().getMaxY() - look.px(9), y(value)));
        g.setColor(look.palette.ground);
        g.fill(new Rectangle2D.Double(left, middle - look.px(8), wide, look.px(16)));
        look.write(
                g,
                text,
                font,
                look.palette.text,
                left + look.px(3),
                Look.baselineFor(g, font, middle));
    }
}

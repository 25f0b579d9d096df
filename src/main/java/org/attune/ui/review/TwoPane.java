package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.attune.review.dyad.AgainstChance;
import org.attune.review.dyad.Dyad;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * Two people side by side: where each figure lies beside what chance gives, and by which lag. No
 * figure is shown without its chance level. Confined to the EDT.
 */
final class TwoPane extends ReviewPane {
    private static final long serialVersionUID = 1L;

    TwoPane(Look look, ReviewWords words, ReviewView view) {
        super(look, words, view);
    }

    @Override
    void tell() {
        getAccessibleContext().setAccessibleName(words.of("two"));
        getAccessibleContext().setAccessibleDescription(view.two().map(this::told).orElse(""));
    }

    private String told(TwoPresenter.View two) {
        String figures =
                two.figures()
                        .map(
                                each ->
                                        each.rows().stream()
                                                .map(row -> row.name() + ": " + row.verdict())
                                                .collect(Collectors.joining("; ")))
                        .orElse("");
        return String.join(" ", two.who(), figures, two.said(), words.of("two.limits"));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        Optional<TwoPresenter.View> two = view.two();
        two.ifPresent(each -> paint(g, each));
        g.dispose();
    }

    private void paint(Graphics2D g, TwoPresenter.View two) {
        Font title = look.type.semibold(SidePane.TITLE);
        look.write(g, words.of("two"), title, look.palette.text, 0, look.px(18));
        double y = writeWrapped(g, two.who(), look.palette.text, look.px(44));
        if (two.several()) {
            y = writeWrapped(g, words.of("two.several"), look.palette.text3, y);
        }
        if (two.figures().isPresent()) {
            y = paintRows(g, two.figures().get().rows(), y + look.px(4));
            y = paintLags(g, two, two.figures().get(), y + look.px(10));
        }
        y = writeWrapped(g, two.said(), look.palette.text, y + look.px(10));
        writeWrapped(g, words.of("two.limits"), look.palette.text2, y + look.px(8));
    }

    private double paintRows(Graphics2D g, List<TwoPresenter.Row> rows, double first) {
        Font font = look.type.regular(Typeface.LABEL);
        double y = first;
        for (TwoPresenter.Row row : rows) {
            look.write(g, row.name(), font, look.palette.text, 0, y + look.px(12));
            look.writeEnding(
                    g, row.verdict(), font, look.palette.text2, getWidth(), y + look.px(12));
            paintBeside(g, row.measure(), y + look.px(25));
            y += look.px(46);
        }
        Font note = look.type.regular(Typeface.NOTE);
        look.write(g, words.of("two.key"), note, look.palette.text3, 0, y + look.px(6));
        return y + look.px(16);
    }

    /** The range of chance as a box, the pair as a dot; on a scale that holds both. */
    private void paintBeside(Graphics2D g, AgainstChance measure, double middle) {
        double low = Math.min(measure.value(), measure.chanceLow());
        double high = Math.max(measure.value(), measure.chanceHigh());
        double margin = Math.max(1e-9, (high - low) * 0.15);
        double left = look.px(6);
        double scale = (getWidth() - look.px(12)) / (high - low + 2 * margin);
        double from = left + (measure.chanceLow() - low + margin) * scale;
        double to = left + (measure.chanceHigh() - low + margin) * scale;
        double x = left + (measure.value() - low + margin) * scale;
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(new Line2D.Double(left, middle, getWidth() - look.px(6), middle));
        Rectangle2D chance =
                new Rectangle2D.Double(from, middle - look.px(5), to - from, look.px(10));
        g.setColor(look.palette.sure);
        g.fill(chance);
        g.setColor(look.palette.text3);
        g.draw(chance);
        g.setColor(look.palette.text);
        double radius = look.px(4);
        g.fill(new Ellipse2D.Double(x - radius, middle - radius, 2 * radius, 2 * radius));
    }

    /** The mean of z at each lag, over the reach of chance. */
    private double paintLags(
            Graphics2D g, TwoPresenter.View two, TwoPresenter.Figures figures, double top) {
        double height = look.px(110);
        double left = look.px(6);
        double width = getWidth() - look.px(12);
        double most =
                figures.profile().stream().mapToDouble(each -> Math.abs(each.z())).max().orElse(1);
        most = 1.15 * Math.max(most, figures.chanceReach());
        double middle = top + height / 2;
        double reach = figures.chanceReach() / most * height / 2;
        g.setColor(look.palette.sure);
        g.fill(new Rectangle2D.Double(left, middle - reach, width, 2 * reach));
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(new Line2D.Double(left, middle, left + width, middle));
        g.draw(new Line2D.Double(left + width / 2, top, left + width / 2, top + height));
        int last = figures.profile().size() - 1;
        Path2D line = new Path2D.Double();
        g.setColor(look.palette.data);
        for (int i = 0; i <= last; i++) {
            Dyad.LagPoint point = figures.profile().get(i);
            double x = left + width * i / Math.max(1, last);
            double y = middle - point.z() / most * height / 2;
            if (i == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
            double radius = look.px(2.5);
            g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
        g.setStroke(new BasicStroke((float) look.px(1.4)));
        g.draw(line);
        Font note = look.type.regular(Typeface.NOTE);
        double base = top + height + look.px(15);
        double lag = figures.profile().get(last).lagSeconds();
        String span = ReviewView.figure(OptionalDouble.of(lag), v -> Math.round(v) + " s");
        look.write(
                g, words.of("two.ahead", two.second(), span), note, look.palette.text3, left, base);
        look.writeEnding(
                g,
                words.of("two.ahead", two.first(), span),
                note,
                look.palette.text3,
                left + width,
                base);
        return base + look.px(14);
    }
}

package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** What the chosen chart says, what the window is not, and which keys there are. */
final class TrendFootPane extends TrendPane {
    private static final long serialVersionUID = 1L;

    /** A key and what it does. */
    private record Hint(String key, String does) {}

    TrendFootPane(Look look, TrendWindowWords words, TrendView view) {
        super(look, words, view);
    }

    @Override
    void tell() {
        name(view.limits(), sentence());
    }

    private String sentence() {
        return view.said().isEmpty()
                ? view.chosenCell().map(TrendView.Cell::says).orElse("")
                : view.said();
    }

    private List<Hint> hints() {
        List<Hint> hints = new ArrayList<>();
        hints.add(new Hint("← ↑ → ↓", words.of("foot.move")));
        hints.add(new Hint(words.of("key.enter"), words.of("foot.large")));
        if (view.pictures()) {
            hints.add(new Hint("X", words.of("foot.picture")));
        }
        hints.add(new Hint("?", words.of("foot.keys")));
        return hints;
    }

    private double hintsWidth() {
        double wide = 0;
        for (Hint each : hints()) {
            wide += box(each) + textWidth(each) + look.px(22);
        }
        return wide;
    }

    private double box(Hint hint) {
        return Math.max(
                look.px(21),
                getFontMetrics(look.type.semibold(Typeface.NOTE)).stringWidth(hint.key())
                        + look.px(12));
    }

    private double textWidth(Hint hint) {
        return getFontMetrics(look.type.regular(Typeface.LABEL)).stringWidth(hint.does())
                + look.px(8);
    }

    private List<String> limits(int width) {
        return lines(view.limits(), width - look.px(2 * EDGE));
    }

    private List<String> answer(int width) {
        return lines(sentence(), width - look.px(2 * EDGE) - hintsWidth());
    }

    /** In pixels, of a window so wide: nothing of it is ever cut. */
    int neededHeight(int width) {
        int above = Math.max(1, answer(width).size());
        return look.whole(18 + (above + limits(width).size()) * LINE + 8);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        g.fillRect(0, 0, getWidth(), Math.max(1, look.whole(1)));
        double left = look.px(EDGE);
        List<String> answer = answer(getWidth());
        write(g, answer, look.palette.text, left, look.px(25));
        double y = look.px(25 + Math.max(1, answer.size()) * LINE + 4);
        write(g, limits(getWidth()), look.palette.text2, left, y);
        hints(g, look.px(20));
        g.dispose();
    }

    private void hints(Graphics2D g, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        Font key = look.type.semibold(Typeface.NOTE);
        double x = getWidth() - look.px(EDGE) - hintsWidth() + look.px(22);
        for (Hint each : hints()) {
            double box = box(each);
            look.keyCap(g, each.key(), key, x, middle, box, look.px(21));
            double after = x + box + look.px(8);
            double line = Look.baselineFor(g, font, middle);
            look.write(g, each.does(), font, look.palette.text2, after, line);
            x += box + textWidth(each) + look.px(22);
        }
    }
}

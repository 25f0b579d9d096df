package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * What the chosen chart says, and the chosen session where the list of them may be out of sight;
 * and which keys there are.
 */
final class TrendFootPane extends TrendPane {
    private static final long serialVersionUID = 1L;

    /** More of the width than this belongs to the answer. */
    private static final double MOST_HINTS = 0.45;

    /** A key and what it does. */
    private record Hint(String key, String does) {}

    TrendFootPane(Look look, TrendWindowWords words, TrendView view) {
        super(look, words, view);
    }

    @Override
    void tell() {
        name(words.of("foot"), sentence());
    }

    private String sentence() {
        return view.said().isEmpty()
                ? view.chosenCell().map(TrendView.Cell::says).orElse("")
                : view.said();
    }

    /** All of them, or only the way to them where words are short of room. */
    private List<Hint> hints(int width) {
        return width(all()) <= width * MOST_HINTS ? all() : List.of(keys());
    }

    private Hint keys() {
        return new Hint("?", words.of("foot.keys"));
    }

    private List<Hint> all() {
        List<Hint> hints = new ArrayList<>();
        hints.add(new Hint("← ↑ → ↓", words.of("foot.move")));
        hints.add(new Hint(words.of("key.enter"), words.of("foot.large")));
        if (view.pictures()) {
            hints.add(new Hint("X", words.of("foot.picture")));
        }
        hints.add(keys());
        return hints;
    }

    private double width(List<Hint> hints) {
        double wide = 0;
        for (Hint each : hints) {
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

    private List<String> answer(int width) {
        double room = width - look.px(2 * EDGE) - width(hints(width));
        List<String> answer = new ArrayList<>(lines(sentence(), room));
        if (view.slot().isPresent() && !TrendPage.isWide(look, width)) {
            TrendView.Slot slot = view.slots().get(view.slot().getAsInt());
            answer.addAll(lines(SessionListPane.facts(slot), room));
        }
        return answer;
    }

    /** In pixels, of a window so wide: nothing of it is ever cut. */
    int neededHeight(int width) {
        return look.whole(18 + Math.max(1, answer(width).size()) * LINE);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        surface(g);
        write(g, answer(getWidth()), look.palette.text, look.px(EDGE), look.px(22));
        hints(g, look.px(18));
        g.dispose();
    }

    private void hints(Graphics2D g, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        Font key = look.type.semibold(Typeface.NOTE);
        List<Hint> hints = hints(getWidth());
        double x = getWidth() - look.px(EDGE) - width(hints) + look.px(22);
        for (Hint each : hints) {
            double box = box(each);
            look.keyCap(g, each.key(), key, x, middle, box, look.px(21));
            double after = x + box + look.px(8);
            double line = Look.baselineFor(g, font, middle);
            look.write(g, each.does(), font, look.palette.text2, after, line);
            x += box + textWidth(each) + look.px(22);
        }
    }
}

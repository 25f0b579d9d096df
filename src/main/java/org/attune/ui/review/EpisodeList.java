package org.attune.ui.review;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.IntConsumer;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** Where it rose: one line for each stretch above the usual range. Confined to the EDT. */
final class EpisodeList extends ListPane {
    private static final long serialVersionUID = 1L;
    private static final double HEAD = 44;
    private static final double ROW = 27;
    private static final double FOOT = 36;
    private static final double LEAST_HEAD = 5;
    private static final List<String> HEADS =
            List.of("rose.from", "rose.peak", "rose.well-above", "rose.half-back");
    private static final int MOST_ROWS = 9;
    private static final int LEAST_ROWS = 3;

    private int first;

    EpisodeList(Look look, ReviewWords words, ReviewView view, IntConsumer chosen) {
        super(look, words, view, chosen);
    }

    @Override
    int rowAt(int y) {
        int row = first + (int) Math.floor((y - look.px(HEAD)) / look.px(ROW));
        boolean inside =
                y >= look.px(HEAD) && row < Math.min(view.rows().size(), first + fitting());
        return inside ? row : -1;
    }

    @Override
    void tell() {
        String chosen =
                view.chosenRow() >= 0 && view.chosenRow() < view.rows().size()
                        ? told(view.rows().get(view.chosenRow()))
                        : view.rows().isEmpty() ? words.of("rose.none") : "";
        getAccessibleContext().setAccessibleName(words.of("rose"));
        getAccessibleContext().setAccessibleDescription(chosen);
    }

    private String told(ReviewView.Row row) {
        return words.of(
                "rose.row", row.from(), row.peak(), row.wellAbove(), row.halfBack(), row.near());
    }

    int neededHeight() {
        int rows = Math.max(1, Math.min(MOST_ROWS, view.rows().size()));
        return look.whole(HEAD + rows * ROW + FOOT);
    }

    int leastHeight() {
        int rows = Math.max(1, Math.min(LEAST_ROWS, view.rows().size()));
        return look.whole(HEAD + rows * ROW + FOOT);
    }

    private int fitting() {
        double room = getHeight() - look.px(HEAD + FOOT);
        return (int) Math.max(1, Math.floor(room / look.px(ROW) + 0.01));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        Font title = look.type.semibold(SidePane.TITLE);
        look.write(g, words.of("rose"), title, look.palette.text, 0, look.px(18));
        double[] ends = columns(g);
        if (view.rows().isEmpty()) {
            look.write(
                    g,
                    words.of("rose.none"),
                    look.type.regular(Typeface.LABEL),
                    look.palette.text3,
                    0,
                    look.px(HEAD + 4));
        } else {
            paintHeads(g, ends);
            paintRows(g, ends);
        }
        paintFocus(g);
        g.dispose();
    }

    /** Where the columns of figures end and the words begin: right-aligned, as digits differ. */
    private double[] columns(Graphics2D g) {
        Font bold = look.type.semibold(Typeface.LABEL);
        Font font = look.type.regular(Typeface.LABEL);
        double[] widths = {look.px(38), look.px(60), look.px(42), look.px(42)};
        for (ReviewView.Row row : view.rows()) {
            widths[0] = Math.max(widths[0], Look.width(g, row.from(), bold) + look.px(6));
            widths[1] = Math.max(widths[1], Look.width(g, row.peak(), font));
            widths[2] = Math.max(widths[2], Look.width(g, row.wellAbove(), font));
            widths[3] = Math.max(widths[3], Look.width(g, row.halfBack(), font));
        }
        double taken = widths[0] + widths[1] + widths[2] + widths[3];
        double gap = Math.max(look.px(6), Math.min(look.px(26), (getWidth() * 0.74 - taken) / 3));
        double[] ends = new double[5];
        ends[0] = widths[0];
        for (int i = 1; i < 4; i++) {
            ends[i] = ends[i - 1] + gap + widths[i];
        }
        ends[4] = ends[3] + Math.min(gap, look.px(14));
        return ends;
    }

    /** Letters small enough for {@code head} to be read whole in {@code room}. */
    private Font fitting(Graphics2D g, String head, double room) {
        double size = Typeface.NOTE;
        while (size > LEAST_HEAD && Look.width(g, head, look.type.regular(size)) > room) {
            size -= 0.5;
        }
        return look.type.regular(size);
    }

    private void paintHeads(Graphics2D g, double[] ends) {
        double base = look.px(38);
        double free = 0;
        for (int i = 0; i < HEADS.size(); i++) {
            String head = words.of(HEADS.get(i));
            Font font = fitting(g, head, ends[i] - free);
            look.writeEnding(g, head, font, look.palette.text3, ends[i], base);
            free = ends[i] + look.px(4);
        }
        String near = words.of("rose.near");
        Font font = fitting(g, near, getWidth() - ends[4]);
        look.write(g, near, font, look.palette.text3, ends[4], base);
    }

    private void paintRows(Graphics2D g, double[] ends) {
        int fitting = fitting();
        int chosen = Math.max(0, view.chosenRow());
        first = Math.max(0, Math.min(first, view.rows().size() - fitting));
        first = Math.max(chosen - fitting + 1, Math.min(first, chosen));
        int last = Math.min(view.rows().size(), first + fitting);
        for (int i = first; i < last; i++) {
            double top = look.px(HEAD) + (i - first) * look.px(ROW);
            paintRow(g, view.rows().get(i), i == view.chosenRow(), top, ends);
        }
        Font note = look.type.regular(Typeface.NOTE);
        int more = view.rows().size() - last;
        String said = more > 0 ? words.of("rose.more", more) : words.of("rose.note");
        double base = look.px(HEAD + 17) + (last - first) * look.px(ROW);
        for (String line : Look.wrap(getFontMetrics(note), said, getWidth())) {
            look.write(g, line, note, look.palette.text3, 0, base);
            base += look.px(15);
        }
    }

    private void paintRow(
            Graphics2D g, ReviewView.Row row, boolean chosen, double top, double[] ends) {
        if (chosen) {
            paintChosen(g, top, look.px(ROW));
        }
        Font bold = look.type.semibold(Typeface.LABEL);
        Font font = look.type.regular(Typeface.LABEL);
        double base = Look.baselineFor(g, font, top + look.px(ROW) / 2);
        look.writeEnding(g, row.from(), bold, look.palette.text, ends[0], base);
        String[] figures = {row.peak(), row.wellAbove(), row.halfBack()};
        for (int i = 0; i < figures.length; i++) {
            look.writeEnding(g, figures[i], font, look.palette.text, ends[i + 1], base);
        }
        String near = Look.fit(g, row.near(), font, getWidth() - ends[4] - look.px(2));
        look.write(g, near, font, look.palette.text2, ends[4], base);
    }
}

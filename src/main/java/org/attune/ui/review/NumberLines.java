package org.attune.ui.review;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import org.attune.regulation.RegulationState;
import org.attune.ui.Look;
import org.attune.ui.StateGlyph;
import org.attune.ui.Typeface;
import org.attune.ui.review.NumbersPane.NumberLine;
import org.attune.ui.review.NumbersView.Part;
import org.attune.ui.review.NumbersView.Row;

/**
 * Lays figures out in the width there is: nothing is cut, what has no room beside goes below.
 * Confined to the EDT.
 */
final class NumberLines {
    /** From the edges, so that the ring of the focus touches no word. */
    static final double INDENT = 6;

    private static final double ROW = 22;
    private static final double NEXT = 17;
    private static final double NOTE = 15;
    private static final double GLYPH = 22;
    private static final double GAP = 12;

    private final Look look;
    private final double width;
    private final Font font;
    private final Font bold;
    private final Font small;
    private final JComponent on;

    NumberLines(Look look, JComponent on, double width) {
        this.look = look;
        this.on = on;
        this.width = width;
        this.font = look.type.regular(Typeface.LABEL);
        this.bold = look.type.semibold(Typeface.LABEL);
        this.small = look.type.regular(Typeface.NOTE);
    }

    List<NumberLine> of(NumbersView all) {
        List<NumberLine> lines = new ArrayList<>();
        int row = 0;
        for (Part part : all.parts()) {
            lines.add(title(part.title(), lines.isEmpty() ? 24 : 38));
            if (!part.note().isEmpty()) {
                lines.add(note(part.note()));
            }
            double column = column(part);
            for (int i = 0; i < part.rows().size(); i++) {
                lines.add(figure(row, told(part.rows(), i), column));
                row++;
            }
        }
        return lines;
    }

    /** Of neighbours that are withheld for one reason the last says it. */
    private static Row told(List<Row> rows, int at) {
        Row row = rows.get(at);
        boolean again =
                at + 1 < rows.size()
                        && isWithheld(row)
                        && isWithheld(rows.get(at + 1))
                        && rows.get(at + 1).note().equals(row.note());
        return again ? row.noted("") : row;
    }

    private static boolean isWithheld(Row row) {
        return row.value().equals(ReviewView.WITHHELD) && row.place().isEmpty();
    }

    private NumberLine title(String words, double height) {
        double base = look.px(height - 8);
        return new NumberLine(
                -1,
                look.px(height),
                (g, top) ->
                        look.write(g, words, bold, look.palette.text, look.px(INDENT), top + base));
    }

    private NumberLine note(String words) {
        List<String> wrapped = Look.wrap(metrics(small), words, width - 2 * look.px(INDENT));
        return new NumberLine(
                -1,
                look.px(wrapped.size() * NOTE + 4),
                (g, top) -> paintNotes(g, wrapped, look.px(INDENT), top + look.px(11)));
    }

    /** How wide the column of values is beside which something stands. */
    private double column(Part part) {
        return part.rows().stream()
                .filter(row -> !row.beside().isEmpty())
                .mapToDouble(row -> wide(row.value(), font))
                .max()
                .orElse(0);
    }

    private NumberLine figure(int number, Row row, double column) {
        double left = look.px(INDENT + (row.state().isPresent() ? GLYPH : 0));
        double named = left + (row.clock().isEmpty() ? 0 : wide(row.clock(), bold) + look.px(8));
        double value = wide(row.value(), font);
        double besides =
                row.beside().isEmpty()
                        ? 0
                        : Math.max(value, column) - value + look.px(GAP) + wide(row.beside(), font);
        double room = width - value - look.px(INDENT + GAP) - named;
        boolean below = besides > 0 && wide(row.name(), font) > room - besides;
        List<String> name = Look.wrap(metrics(font), row.name(), below ? room : room - besides);
        String said = below && !row.note().isEmpty() ? row.beside() + "; " + row.note() : "";
        String under = !said.isEmpty() ? said : below ? row.beside() : row.note();
        List<String> notes =
                under.isEmpty()
                        ? List.of()
                        : Look.wrap(metrics(small), under, width - look.px(INDENT) - left);
        double lines = look.px(ROW + (name.size() - 1) * NEXT);
        double height = lines + look.px(notes.isEmpty() ? 0 : notes.size() * NOTE + 3);
        return new NumberLine(
                number,
                height,
                (g, top) -> {
                    double middle = top + look.px(ROW / 2);
                    double base = Look.baselineFor(g, font, middle);
                    row.state().ifPresent(state -> paintGlyph(g, state, middle));
                    look.write(g, row.clock(), bold, look.palette.text, left, base);
                    paintName(g, name, named, base);
                    double end = width - look.px(INDENT);
                    look.writeEnding(g, row.value(), font, look.palette.text, end, base);
                    if (!below) {
                        double beside = end - Math.max(value, column) - look.px(GAP);
                        look.writeEnding(g, row.beside(), font, look.palette.text3, beside, base);
                    }
                    paintNotes(g, notes, left, top + lines + look.px(9));
                });
    }

    private void paintName(Graphics2D g, List<String> name, double x, double first) {
        double base = first;
        for (String line : name) {
            look.write(g, line, font, look.palette.text, x, base);
            base += look.px(NEXT);
        }
    }

    private void paintNotes(Graphics2D g, List<String> notes, double x, double first) {
        double base = first;
        for (String line : notes) {
            look.write(g, line, small, look.palette.text2, x, base);
            base += look.px(NOTE);
        }
    }

    private void paintGlyph(Graphics2D g, RegulationState state, double middle) {
        double size = look.px(15);
        StateGlyph.paint(
                g, state, look.px(INDENT), middle - size / 2, size, look.palette.ink(state), 0.75);
    }

    private double wide(String words, Font in) {
        return words.isEmpty() ? 0 : metrics(in).stringWidth(words) + look.px(1);
    }

    private FontMetrics metrics(Font in) {
        return on.getFontMetrics(in);
    }
}

package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;

/**
 * The card with keys, reasons and limits: opens over the charts on request, closes by itself on any
 * key, never takes the focus. Confined to the EDT.
 */
final class KeyCard extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final double MARGIN = 32;
    private static final double STEP = 0.1;

    /** Smaller than this nobody reads it. */
    private static final double LEAST_SCALE = 0.7;

    private transient Look asked;

    /** As it was asked for, or smaller, where there is little room. */
    private transient Look look;

    private transient LiveView view;
    private final boolean guessing;
    private boolean numbers;
    private int pressed;

    /**
     * @param guessing whether the state is hidden, and with it every reason
     */
    KeyCard(Look look, LiveView view, boolean guessing) {
        this.guessing = guessing;
        this.asked = look;
        this.look = look;
        this.view = view;
        setOpaque(true);
        setFocusable(false);
    }

    void show(Look newLook, LiveView newView, boolean withNumbers, int keysPressed) {
        pressed = keysPressed;
        if (newLook != asked) {
            asked = newLook;
            look = newLook;
        }
        view = newView;
        numbers = withNumbers;
        getAccessibleContext().setAccessibleName(look.words.text("window.keys"));
        getAccessibleContext().setAccessibleDescription(look.words.limits());
        repaint();
    }

    /**
     * Becomes so small that it is read whole in {@code room}, but no larger than asked for; the
     * height it takes then. All in pixels.
     */
    int fitInto(int width, int room) {
        look = look.scale > asked.scale ? asked : look;
        while (look.scale < asked.scale && fits(asked.at(next(look)), width, room)) {
            look = asked.at(next(look));
        }
        while (look.scale > LEAST_SCALE && !fits(look, width, room)) {
            look = asked.at(look.scale - STEP);
        }
        return Math.min(neededHeight(width), room);
    }

    private double next(Look now) {
        return Math.min(asked.scale, now.scale + STEP);
    }

    private boolean fits(Look wanted, int width, int room) {
        Look now = look;
        look = wanted;
        boolean fits = neededHeight(width) <= room && !crowded(width);
        look = now;
        return fits;
    }

    /** Whether any words would have to be shortened. */
    private boolean crowded(int width) {
        double column = (width - 2 * look.px(MARGIN)) / 3;
        List<KeyCardWords.Entry> marks = words().marks();
        int half = (marks.size() + 1) / 2;
        return crowded(marks.subList(0, half), column / 2)
                || crowded(marks.subList(half, marks.size()), column / 2)
                || crowded(words().session(), column)
                || crowded(words().display(), column - look.px(24));
    }

    private boolean crowded(List<KeyCardWords.Entry> entries, double width) {
        FontMetrics words = getFontMetrics(look.type.regular(Typeface.LABEL));
        FontMetrics keys = getFontMetrics(look.type.semibold(Typeface.NOTE));
        int key = entries.stream().mapToInt(e -> keys.stringWidth(e.key())).max().orElse(0);
        int word = entries.stream().mapToInt(e -> words.stringWidth(e.words())).max().orElse(0);
        return key + word + look.px(28) > width;
    }

    private KeyCardWords words() {
        return new KeyCardWords(look.words, view, numbers, pressed, guessing);
    }

    /** The height it needs at {@code width}, in pixels. */
    int neededHeight(int width) {
        double room = width - 2 * look.px(MARGIN);
        FontMetrics metrics = getFontMetrics(look.type.regular(Typeface.BODY));
        double height = look.px(40 + 26 + 24 + 24 + 26 * rows() + 8);
        for (String words : words().paragraphs()) {
            height += Look.wrap(metrics, words, room).size() * look.px(21) + look.px(3);
        }
        return (int) Math.ceil(height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        double left = look.px(MARGIN);
        double width = getWidth() - 2 * left;
        double y = paintWhy(g, left, look.px(40), width);
        paintColumns(g, left, y + look.px(24), width);
        g.dispose();
    }

    private double paintWhy(Graphics2D g, double left, double top, double width) {
        double y = heading(g, look.words.text(guessing ? "card.guess" : "card.why"), left, top);
        Color colour = look.palette.text;
        for (String words : words().paragraphs()) {
            colour = words.equals(look.words.limits()) ? look.palette.text2 : colour;
            y = paragraph(g, words, colour, left, y, width);
        }
        return y;
    }

    private double paragraph(
            Graphics2D g, String words, Color colour, double left, double top, double width) {
        Font font = look.type.regular(Typeface.BODY);
        FontMetrics metrics = g.getFontMetrics(font);
        double y = top;
        for (String line : Look.wrap(metrics, words, width)) {
            look.write(g, line, font, colour, left, y);
            y += look.px(21);
        }
        return y + look.px(3);
    }

    private double heading(Graphics2D g, String words, double left, double base) {
        look.write(g, words, look.type.semibold(Typeface.SENTENCE), look.palette.text, left, base);
        return base + look.px(26);
    }

    private void paintColumns(Graphics2D g, double left, double top, double width) {
        List<KeyCardWords.Entry> marks = words().marks();
        double column = width / 3;
        heading(g, look.words.text("card.marks"), left, top);
        int half = (marks.size() + 1) / 2;
        double rows = top + look.px(24);
        paintEntries(g, marks.subList(0, half), left, rows, column / 2);
        paintEntries(g, marks.subList(half, marks.size()), left + column / 2, rows, column / 2);
        double second = left + column + look.px(12);
        heading(g, look.words.text("card.session"), second, top);
        paintEntries(g, words().session(), second, rows, column);
        double third = left + 2 * column + look.px(24);
        heading(g, look.words.text("card.display"), third, top);
        paintEntries(g, words().display(), third, rows, column - look.px(24));
    }

    /** Of the longest column; the marks stand in two. */
    private int rows() {
        int marks = words().marks().size();
        return Math.max(
                (marks + 1) / 2, Math.max(words().session().size(), words().display().size()));
    }

    private void paintEntries(
            Graphics2D g, List<KeyCardWords.Entry> entries, double left, double top, double width) {
        Font font = look.type.regular(Typeface.LABEL);
        Font key = look.type.semibold(Typeface.NOTE);
        double room = Math.max(0, getHeight() - top - look.px(8));
        double row = Math.min(look.px(26), room / Math.max(1, entries.size()));
        double widest =
                entries.stream().mapToDouble(e -> Look.width(g, e.key(), key)).max().orElse(0)
                        + look.px(10);
        double middle = top;
        for (KeyCardWords.Entry entry : entries) {
            double height = Math.min(look.px(19), row - look.px(3));
            double letters = Look.width(g, entry.key(), key);
            double box = Math.max(letters + look.px(10), look.px(19));
            look.keyCap(g, entry.key(), key, left, middle, box, height);
            double words = left + widest + look.px(10);
            look.write(
                    g,
                    Look.fit(g, entry.words(), font, left + width - words - look.px(4)),
                    font,
                    look.palette.text2,
                    words,
                    Look.baselineFor(g, font, middle));
            middle += row;
        }
    }
}

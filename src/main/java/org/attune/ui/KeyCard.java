package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JPanel;

/**
 * The card with keys, reasons and limits: opens over the charts on request, closes by itself on any
 * key, never takes the focus. Confined to the EDT.
 */
final class KeyCard extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final double MARGIN = 32;

    /** What is written beside a key. */
    private record Entry(String key, String words) {}

    private transient Look look;
    private transient LiveView view;
    private boolean numbers;
    private int pressed;

    KeyCard(Look look, LiveView view) {
        this.look = look;
        this.view = view;
        setOpaque(true);
        setFocusable(false);
    }

    void show(Look newLook, LiveView newView, boolean withNumbers, int keysPressed) {
        pressed = keysPressed;
        look = newLook;
        view = newView;
        numbers = withNumbers;
        getAccessibleContext().setAccessibleName(look.words.text("window.keys"));
        getAccessibleContext().setAccessibleDescription(look.words.limits());
        repaint();
    }

    /** The height it needs at {@code width}, in pixels. */
    int neededHeight(int width) {
        double room = width - 2 * look.px(MARGIN);
        FontMetrics metrics = getFontMetrics(look.type.regular(Typeface.BODY));
        double height = look.px(40 + 26 + 24 + 24 + 26 * rows() + 8);
        for (String words : paragraphs()) {
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
        double y = heading(g, look.words.text("card.why"), left, top);
        Color colour = look.palette.text;
        for (String words : paragraphs()) {
            colour = words.equals(look.words.limits()) ? look.palette.text2 : colour;
            y = paragraph(g, words, colour, left, y, width);
        }
        return y;
    }

    /** Reasons first, then what the display is and what is kept. */
    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        view.fault().ifPresent(fault -> paragraphs.add(look.words.text("card.fault", fault)));
        for (LaneView lane : view.lanes()) {
            String why = numbers ? lane.whyInNumbers() : lane.why();
            String whose = view.lanes().size() > 1 ? lane.code() + ": " : "";
            paragraphs.add(whose + why);
            paragraphs.add(whose + lane.sensor());
        }
        paragraphs.add(look.words.limits());
        LiveView.Foot foot = view.foot();
        paragraphs.add(
                foot.recordingWhy().isBlank()
                        ? foot.recording() + "."
                        : foot.recording() + ": " + foot.recordingWhy());
        if (view.simulated()) {
            paragraphs.add(look.words.text("simulated.why"));
        }
        paragraphs.add(look.words.text("card.pressed", pressed));
        paragraphs.add(look.words.text("card.edit"));
        return paragraphs;
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
        List<Entry> marks = new ArrayList<>();
        for (Act act : Act.values()) {
            act.mark()
                    .ifPresent(
                            kind ->
                                    marks.add(
                                            new Entry(look.words.key(act), look.words.mark(kind))));
        }
        double column = width / 3;
        heading(g, look.words.text("card.marks"), left, top);
        int half = (marks.size() + 1) / 2;
        double rows = top + look.px(24);
        paintEntries(g, marks.subList(0, half), left, rows, column / 2);
        paintEntries(g, marks.subList(half, marks.size()), left + column / 2, rows, column / 2);
        double second = left + column + look.px(12);
        heading(g, look.words.text("card.session"), second, top);
        paintEntries(g, session(), second, rows, column);
        double third = left + 2 * column + look.px(24);
        heading(g, look.words.text("card.display"), third, top);
        paintEntries(g, display(), third, rows, column - look.px(24));
    }

    /** Of the longest column; the marks stand in two. */
    private int rows() {
        long marks = Stream.of(Act.values()).filter(act -> act.mark().isPresent()).count();
        return Math.max((int) (marks + 1) / 2, Math.max(session().size(), display().size()));
    }

    private List<Entry> session() {
        return List.of(
                entry("0-9", "card.number"),
                entry(look.words.key(Act.TEN) + " " + KeySettings.TEN_ON_PAD, "card.number.ten"),
                entry(phases(), "card.phases"),
                entry(Act.PROFILE, "card.profile"),
                entry(Act.SET, "card.set"),
                entry(Act.UNDO, "card.undo"),
                entry(Act.SNOOZE, "card.snooze"),
                entry(Act.WITHDRAW, "card.withdraw"),
                entry(Act.DELETE, "card.delete"));
    }

    private List<Entry> display() {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(Act.NUMBERS, numbers ? "card.numbers.hide" : "card.numbers.show"));
        if (view.therapist().isPresent()) {
            entries.add(entry(Act.OWN_LANE, "card.own"));
        }
        entries.add(entry(Act.HIDE, "card.hide"));
        entries.add(entry(Act.CARD, "card.card"));
        entries.add(entry(Act.WHY, "card.why.key"));
        entries.add(entry(Act.BUDGET, "card.budget"));
        entries.add(entry(Act.PACER, "card.pacer"));
        entries.add(entry(Act.CLIENT_VIEW, "card.client"));
        entries.add(entry(Act.GUARD, "card.guard"));
        entries.add(entry(Act.STRIP, "card.strip"));
        entries.add(entry(Act.THEME, "card.theme"));
        entries.add(entry(Act.QUIT, "card.quit"));
        return entries;
    }

    /** The three keys of the phases; where they follow one another, the first and the last. */
    private String phases() {
        String all =
                Stream.of(Act.ARRIVE, Act.WORK, Act.SETTLE)
                        .map(look.words::key)
                        .collect(Collectors.joining(" "));
        return all.equals("F2 F3 F4") ? "F2-F4" : all;
    }

    private Entry entry(Act act, String words) {
        return entry(look.words.key(act), words);
    }

    private Entry entry(String key, String words) {
        return new Entry(key, look.words.text(words));
    }

    private void paintEntries(
            Graphics2D g, List<Entry> entries, double left, double top, double width) {
        Font font = look.type.regular(Typeface.LABEL);
        Font key = look.type.semibold(Typeface.NOTE);
        double room = Math.max(0, getHeight() - top - look.px(8));
        double row = Math.min(look.px(26), room / Math.max(1, entries.size()));
        double widest =
                entries.stream().mapToDouble(e -> Look.width(g, e.key(), key)).max().orElse(0)
                        + look.px(10);
        double middle = top;
        for (Entry entry : entries) {
            double height = Math.min(look.px(19), row - look.px(3));
            double letters = Look.width(g, entry.key(), key);
            double box = Math.max(letters + look.px(10), look.px(19));
            g.setColor(look.palette.text3);
            g.setStroke(new BasicStroke((float) look.px(1)));
            g.draw(
                    new RoundRectangle2D.Double(
                            left, middle - height / 2, box, height, look.px(6), look.px(6)));
            double base = Look.baselineFor(g, key, middle);
            look.writeCentred(g, entry.key(), key, look.palette.text, left + box / 2, base);
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

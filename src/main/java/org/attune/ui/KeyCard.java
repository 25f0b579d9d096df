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
import java.util.Map;
import javax.swing.JPanel;
import org.attune.session.MarkKind;

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

    KeyCard(Look look, LiveView view) {
        this.look = look;
        this.view = view;
        setOpaque(true);
        setFocusable(false);
    }

    void show(Look newLook, LiveView newView, boolean withNumbers) {
        look = newLook;
        view = newView;
        numbers = withNumbers;
        getAccessibleContext().setAccessibleName("Keys, reasons and limits");
        getAccessibleContext().setAccessibleDescription(LiveWords.LIMITS);
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
        double y = heading(g, "Why", left, top);
        Color colour = look.palette.text;
        for (String words : paragraphs()) {
            colour = words.equals(LiveWords.LIMITS) ? look.palette.text2 : colour;
            y = paragraph(g, words, colour, left, y, width);
        }
        return y;
    }

    /** Reasons first, then what the display is and what is kept. */
    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        view.fault().ifPresent(fault -> paragraphs.add("The program failed: " + fault));
        for (LaneView lane : view.lanes()) {
            String why = numbers ? lane.whyInNumbers() : lane.why();
            String whose = view.lanes().size() > 1 ? lane.code() + ": " : "";
            paragraphs.add(whose + why);
            paragraphs.add(whose + lane.sensor());
        }
        paragraphs.add(LiveWords.LIMITS);
        LiveView.Foot foot = view.foot();
        paragraphs.add(
                foot.recordingWhy().isBlank()
                        ? foot.recording() + "."
                        : foot.recording() + ": " + foot.recordingWhy());
        if (view.simulated()) {
            paragraphs.add(LiveWords.SIMULATED + ": no living heart is behind what is shown.");
        }
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
        for (Map.Entry<Character, MarkKind> letter : MarkKeys.letters().entrySet()) {
            marks.add(
                    new Entry(String.valueOf(letter.getKey()), LiveWords.mark(letter.getValue())));
        }
        double column = width / 3;
        heading(g, "Marks", left, top);
        int half = (marks.size() + 1) / 2;
        double rows = top + look.px(24);
        paintEntries(g, marks.subList(0, half), left, rows, column / 2);
        paintEntries(g, marks.subList(half, marks.size()), left + column / 2, rows, column / 2);
        double second = left + column + look.px(12);
        heading(g, "Session", second, top);
        paintEntries(g, session(), second, rows, column);
        double third = left + 2 * column + look.px(24);
        heading(g, "Display", third, top);
        paintEntries(g, display(), third, rows, column - look.px(24));
    }

    /** Of the longest column; the marks stand in two. */
    private int rows() {
        int marks = (MarkKeys.letters().size() + 1) / 2;
        return Math.max(marks, Math.max(session().size(), display().size()));
    }

    private static List<Entry> session() {
        return List.of(
                new Entry("0-9", "client's own number"),
                new Entry(String.valueOf(MarkKeys.TEN), "client's own number: 10"),
                new Entry("F2-F4", "arrive, work, settle"),
                new Entry("F6", "next profile"),
                new Entry(String.valueOf(MarkKeys.SET), "a set begins or ends"),
                new Entry("U", "undo, for 10 s"),
                new Entry("Ctrl S", "cues silent 5 min, again: speak"),
                new Entry("Ctrl W", "withdraw: stop recording"),
                new Entry("Ctrl D", "then, for 30 s: delete it"));
    }

    private List<Entry> display() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("N", numbers ? "hide numbers" : "show numbers"));
        if (view.therapist().isPresent()) {
            entries.add(new Entry("T", "own lane, for you alone"));
        }
        entries.add(new Entry("?", "this card"));
        entries.add(new Entry("Ctrl B", "edge strip"));
        entries.add(new Entry("Ctrl L", "dark, light, dim"));
        entries.add(new Entry("Ctrl Q", "end the session"));
        return entries;
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

package org.attune.ui.review;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** All keys of the window, over the charts for as long as it is asked for. Confined to the EDT. */
final class KeyCardPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double ROW = 28;
    private static final double WIDTH = 560;

    private record Entry(String key, String words) {}

    private transient Look look;
    private transient ReviewWords words;
    private transient List<Entry> entries = List.of();
    private boolean pictures;

    KeyCardPane(Look look, ReviewWords words) {
        this.look = look;
        this.words = words;
        setOpaque(false);
        setVisible(false);
    }

    void show(Look newLook, ReviewWords newWords, ReviewView view) {
        look = newLook;
        words = newWords;
        entries = entries(view);
        getAccessibleContext().setAccessibleName(words.of("keys.title"));
        getAccessibleContext()
                .setAccessibleDescription(
                        entries.stream()
                                .map(each -> each.key() + " " + each.words())
                                .collect(Collectors.joining("; ")));
        setVisible(view.keyCard());
        repaint();
    }

    void offerPictures(boolean offered) {
        pictures = offered;
    }

    private List<Entry> entries(ReviewView view) {
        List<Entry> all = new ArrayList<>();
        String shift = words.of("key.shift");
        all.add(new Entry("+  –", words.of("keys.zoom")));
        all.add(new Entry("← →", words.of("keys.pan")));
        all.add(new Entry(shift, words.of("keys.stretch")));
        all.add(new Entry(words.of("key.home"), words.of("keys.home")));
        all.add(new Entry("↑ ↓", words.of("keys.rows")));
        all.add(new Entry(words.of("key.enter"), words.of("keys.open")));
        all.add(new Entry("M", words.of("keys.mark")));
        all.add(new Entry("Y", words.of("keys.why")));
        all.add(new Entry(shift + " ← →", words.of("keys.why.step")));
        all.add(new Entry("A", words.of("keys.beats")));
        all.add(new Entry("V", words.of("keys.numbers")));
        if (!view.head().own().isEmpty()) {
            all.add(new Entry("T", words.of("keys.own")));
        }
        if (view.lanes().size() > 1) {
            all.add(new Entry("1 – " + view.lanes().size(), words.of("keys.person")));
        }
        if (view.asksOfTwo()) {
            all.add(new Entry("D", words.of("keys.two")));
        }
        if (view.asksWhatIf()) {
            all.add(new Entry("W", words.of("keys.what-if")));
        }
        if (view.says()) {
            all.add(new Entry(words.live().control('←'), words.of("keys.move")));
            all.add(new Entry("C", words.of("keys.comment")));
            all.add(new Entry("I  O", words.of("keys.span")));
            all.add(new Entry("E", words.of("keys.enter-mark")));
            if (!view.supervises()) {
                all.add(new Entry("#", words.of("keys.tag")));
                all.add(new Entry("S", words.of("keys.summary")));
                all.add(new Entry("N", words.of("keys.note")));
            }
            all.add(new Entry(words.live().control('Z'), words.of("keys.take-back")));
        }
        if (!view.comments().isEmpty()) {
            all.add(new Entry("K", words.of("keys.read")));
            if (view.says() && !view.supervises()) {
                all.add(new Entry("F", words.of("keys.share")));
            }
        }
        if (view.plays()) {
            all.add(new Entry("P", words.of("keys.play")));
        }
        if (pictures) {
            all.add(new Entry("X", words.of("keys.picture")));
            all.add(new Entry("G", words.of("keys.part")));
        }
        all.add(new Entry(words.live().control('L'), words.of("keys.theme")));
        all.add(new Entry(words.live().control('Q'), words.of("keys.close")));
        return all;
    }

    /** In pixels. */
    int neededWidth() {
        return look.whole(WIDTH);
    }

    int neededHeight() {
        return look.whole(64 + entries.size() * ROW + 12);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        look.card(g, getSize());
        Font title = look.type.semibold(Typeface.SENTENCE);
        look.write(g, words.of("keys.title"), title, look.palette.text, look.px(24), look.px(36));
        Font font = look.type.regular(Typeface.BODY);
        Font key = look.type.semibold(Typeface.LABEL);
        double row = Math.min(look.px(ROW), (getHeight() - look.px(76)) / entries.size());
        double middle = look.px(64) + row / 2;
        double widest =
                entries.stream().mapToDouble(e -> Look.width(g, e.key(), key)).max().orElse(0);
        for (Entry each : entries) {
            double base = Look.baselineFor(g, font, middle);
            look.write(g, each.key(), key, look.palette.text, look.px(24), base);
            double left = look.px(48) + widest;
            look.write(
                    g,
                    Look.fit(g, each.words(), font, getWidth() - left - look.px(16)),
                    font,
                    look.palette.text2,
                    left,
                    base);
            middle += row;
        }
        g.dispose();
    }
}

package org.attune.ui.trend;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** All keys, over the charts for as long as it is asked for. Confined to the EDT. */
final class TrendKeysPane extends TrendPane {
    private static final long serialVersionUID = 1L;
    private static final double ROW = 30;
    private static final double WIDTH = 540;
    private static final double KEYS = 160;

    /** Smaller than this nobody reads it. */
    private static final double LEAST_SCALE = 0.7;

    /** As it was asked for; it is painted smaller where there is little room. */
    private transient Look asked;

    TrendKeysPane(Look look, TrendWindowWords words, TrendView view) {
        super(look, words, view);
        this.asked = look;
        setOpaque(false);
    }

    @Override
    void show(Look newLook, TrendWindowWords newWords, TrendView newView) {
        asked = newLook;
        super.show(newLook, newWords, newView);
    }

    /** Becomes so small that it is read whole in that room, but no larger than asked for. */
    void fitInto(int width, int height) {
        look = asked;
        double share =
                Math.min(
                        (double) width / Math.max(1, neededWidth()),
                        (double) height / Math.max(1, neededHeight()));
        if (share < 1) {
            look = asked.at(Math.max(LEAST_SCALE, asked.scale * share));
        }
    }

    private Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("← ↑ → ↓", words.of("keys.move"));
        entries.put(words.of("key.pages"), words.of("keys.session"));
        entries.put(words.of("key.home"), words.of("keys.ends"));
        entries.put(words.of("key.enter"), words.of("keys.large"));
        if (view.choosesSource()) {
            entries.put("S", words.of("keys.source"));
        }
        if (view.pictures()) {
            entries.put("X", words.of("keys.picture"));
        }
        entries.put(words.of("key.space"), words.of("keys.scroll"));
        entries.put(words.live().control('L'), words.of("keys.theme"));
        entries.put(words.of("key.escape"), words.of("keys.escape"));
        entries.put(words.live().control('Q'), words.of("keys.close"));
        return entries;
    }

    @Override
    void tell() {
        name(
                words.of("keys.title"),
                entries().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining("; ")));
        setVisible(view.keyCard());
    }

    int neededWidth() {
        int most = 0;
        for (String each : entries().values()) {
            most =
                    Math.max(
                            most,
                            getFontMetrics(look.type.regular(Typeface.BODY)).stringWidth(each));
        }
        return Math.max(look.whole(WIDTH), look.whole(2 * EDGE + KEYS) + most);
    }

    int neededHeight() {
        return look.whole(72 + entries().size() * ROW);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        look.card(g, getSize());
        double y = look.px(36);
        Font title = look.type.semibold(Typeface.SENTENCE);
        look.write(g, words.of("keys.title"), title, look.palette.text, look.px(EDGE), y);
        Font key = look.type.semibold(Typeface.LABEL);
        Font font = look.type.regular(Typeface.BODY);
        for (Map.Entry<String, String> each : entries().entrySet()) {
            y += look.px(ROW);
            look.write(g, each.getKey(), key, look.palette.text, look.px(EDGE), y);
            look.write(g, each.getValue(), font, look.palette.text2, look.px(EDGE + KEYS), y);
        }
        g.dispose();
    }
}

package org.attune.ui.review;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import org.attune.ui.Look;
import org.attune.ui.StateGlyph;
import org.attune.ui.Typeface;

/**
 * What the window is not, which keys there are, and, when asked, why the state was what it was.
 * Confined to the EDT.
 */
final class FootPane extends ReviewPane {
    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 42;
    private static final double ANSWER = 34;
    private static final double LINE = 21;
    private static final String[][] KEYS = {
        {"+ –", "foot.zoom"},
        {"Y", "foot.why"},
        {"A", "foot.beats"},
        {"V", "foot.numbers"},
        {"W", "foot.what-if"},
        {"D", "foot.two"},
        {"C", "foot.comment"},
        {"P", "foot.play"},
        {"X", "foot.page"},
        {"G", "foot.part"},
        {"?", "foot.keys"}
    };

    private boolean pictures;

    FootPane(Look look, ReviewWords words, ReviewView view) {
        super(look, words, view);
    }

    void offerPictures(boolean offered) {
        pictures = offered;
    }

    @Override
    void tell() {
        getAccessibleContext().setAccessibleName(words.of("limits"));
        getAccessibleContext()
                .setAccessibleDescription(
                        view.why().map(ReviewView.Why::words).orElse(view.said()));
    }

    /** In pixels, of a window so wide: an answer is broken into lines, never cut. */
    int neededHeight(int width) {
        int lines = lines(width).size();
        double answer = lines == 0 ? 0 : ANSWER + (lines - 1) * LINE;
        return look.whole(answer + HEIGHT + (limits(width).size() - 1) * LINE);
    }

    /** What it is not is never cut; at the least the key of keys stands beside it. */
    private List<String> limits(int width) {
        FontMetrics label = getFontMetrics(look.type.regular(Typeface.LABEL));
        double keys = look.px(24 + 21 + 8 + 36) + label.stringWidth(words.of("foot.keys"));
        return Look.wrap(label, words.of("limits"), width - look.px(24) - keys);
    }

    private List<String> lines(int width) {
        String said = view.why().map(ReviewView.Why::words).orElse(view.said());
        return said.isEmpty()
                ? List.of()
                : Look.wrap(
                        getFontMetrics(look.type.regular(Typeface.BODY)),
                        said,
                        Math.max(look.px(200), width - look.px(24 + 28 + 24)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(look.palette.rule);
        g.fillRect(0, 0, getWidth(), Math.max(1, look.whole(1)));
        paintAnswer(g, look.px(ANSWER / 2 + 4));
        double middle = getHeight() - look.px(HEIGHT / 2);
        paintKeys(g, middle);
        Font font = look.type.regular(Typeface.LABEL);
        List<String> limits = limits(getWidth());
        middle -= (limits.size() - 1) * look.px(LINE);
        for (String line : limits) {
            double base = Look.baselineFor(g, font, middle);
            look.write(g, line, font, look.palette.text2, look.px(24), base);
            middle += look.px(LINE);
        }
        g.dispose();
    }

    private void paintAnswer(Graphics2D g, double first) {
        double middle = first;
        Font font = look.type.regular(Typeface.BODY);
        double left = look.px(24);
        double size = look.px(18);
        if (view.why().isPresent()) {
            ReviewView.Why why = view.why().get();
            StateGlyph.paint(
                    g,
                    why.state(),
                    left,
                    middle - size / 2,
                    size,
                    look.palette.ink(why.state()),
                    0.75);
            left += size + look.px(10);
        }
        for (String line : lines(getWidth())) {
            double base = Look.baselineFor(g, font, middle);
            look.write(g, line, font, look.palette.text, left, base);
            middle += look.px(LINE);
        }
    }

    private boolean works(String key) {
        return switch (key) {
            case "P" -> view.plays();
            case "W" -> view.asksWhatIf();
            case "D" -> view.asksOfTwo();
            case "C" -> view.says();
            case "X", "G" -> pictures;
            default -> true;
        };
    }

    /** From the right; as many as there is room for beside the limits. */
    private void paintKeys(Graphics2D g, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        Font key = look.type.semibold(Typeface.NOTE);
        double x = getWidth() - look.px(24);
        double least = look.px(24) + Look.width(g, words.of("limits"), font) + look.px(24);
        for (int i = KEYS.length - 1; i >= 0; i--) {
            if (!works(KEYS[i][0])) {
                continue;
            }
            String said = words.of(KEYS[i][1]);
            double box = Math.max(look.px(21), Look.width(g, KEYS[i][0], key) + look.px(12));
            double width = Look.width(g, said, font) + look.px(8) + box;
            if (x - width < least && i < KEYS.length - 1) {
                break;
            }
            x -= width;
            look.keyCap(g, KEYS[i][0], key, x, middle, box, look.px(21));
            double base = Look.baselineFor(g, font, middle);
            look.write(g, said, font, look.palette.text2, x + box + look.px(8), base);
            x -= look.px(22);
        }
    }
}

package org.attune.ui.trend;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import org.attune.ui.Look;

/** What the window is not, at the end of its page. Confined to the EDT. */
final class TrendLimitsPane extends TrendPane {
    private static final long serialVersionUID = 1L;

    TrendLimitsPane(Look look, TrendWindowWords words, TrendView view) {
        super(look, words, view);
    }

    @Override
    void tell() {
        name(view.limits(), "");
    }

    private List<String> limits(int width) {
        return lines(view.limits(), width - look.px(2 * EDGE));
    }

    /** In pixels, of a window so wide: nothing of it is ever cut. */
    int neededHeight(int width) {
        return look.whole(14 + limits(width).size() * LINE);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        surface(g);
        write(g, limits(getWidth()), look.palette.text2, look.px(EDGE), look.px(20));
        g.dispose();
    }
}

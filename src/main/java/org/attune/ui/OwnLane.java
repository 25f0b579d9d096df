package org.attune.ui;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Optional;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * The therapist's own lane: below all others, in a dashed frame, hidden until asked for. While
 * hidden neither trace nor state is drawn, and nothing of it is told to a screen reader. Confined
 * to the EDT.
 */
final class OwnLane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double HIDDEN = 60;
    private static final double SHOWN = 210;
    private static final double TITLE = 36;

    private transient Look look;
    private transient Optional<LaneView> own = Optional.empty();
    private boolean visibleToMe;
    private transient @Nullable LaneChart chart;

    OwnLane(Look look) {
        this.look = look;
        setLayout(null);
        setOpaque(true);
    }

    void show(Look newLook, LiveView view, boolean visible) {
        look = newLook;
        own = view.therapist();
        visibleToMe = visible && own.isPresent();
        getAccessibleContext()
                .setAccessibleName(
                        visibleToMe
                                ? look.words.text("own.shown", words())
                                : look.words.text("own.hidden"));
        if (visibleToMe) {
            LaneView lane = own.orElseThrow();
            if (chart == null) {
                chart = new LaneChart(look, lane, view.timeline(), true);
                add(chart);
            }
            chart.show(look, lane, view.timeline(), false, true);
        } else if (chart != null) {
            remove(chart);
            chart = null;
        }
        repaint();
    }

    /** The height it needs, in pixels; nothing without such a lane. */
    int neededHeight() {
        if (own.isEmpty()) {
            return 0;
        }
        return look.whole(visibleToMe ? SHOWN : HIDDEN);
    }

    @Override
    public void doLayout() {
        if (chart != null) {
            int top = look.whole(TITLE);
            int foot = look.whole(16);
            // Same left and right as the charts above, so that the newest second stays in line.
            chart.setBounds(0, top, getWidth(), Math.max(0, getHeight() - top - foot));
        }
    }

    private String words() {
        return own.map(lane -> look.words.word(lane.state()) + ". " + lane.sentence()).orElse("");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        double middle = look.px(24);
        Font label = look.type.semibold(Typeface.LABEL);
        Font regular = look.type.regular(Typeface.LABEL);
        double base = Look.baselineFor(g, label, middle);
        look.write(g, look.words.text("own.title"), label, look.palette.text2, look.px(24), base);
        String words = visibleToMe ? words() : look.words.text("own.promise");
        double right = getWidth() - look.px(28);
        String action = look.words.text(visibleToMe ? "own.hide" : "own.show");
        double from = look.writeEnding(g, action, regular, look.palette.text2, right, base);
        double key =
                Chip.paintEnding(
                        g,
                        look,
                        "T",
                        label,
                        look.palette.text3,
                        from - look.px(8),
                        middle,
                        look.px(22));
        double left = look.px(TimeScale.LABELS_LEFT);
        String fitted = Look.fit(g, words, regular, key - left - look.px(12));
        look.write(g, fitted, regular, look.palette.text3, left, base);
        g.dispose();
    }

    /** The frame lies over the chart, which reaches from side to side. */
    @Override
    protected void paintChildren(Graphics graphics) {
        super.paintChildren(graphics);
        Graphics2D g = Look.smooth(graphics);
        double inset = look.px(12);
        look.ownFrame(g, inset, look.px(2), getWidth() - 2 * inset, getHeight() - look.px(12));
        g.dispose();
    }
}

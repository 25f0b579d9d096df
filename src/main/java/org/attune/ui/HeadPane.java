package org.attune.ui;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.Timer;
import org.attune.regulation.RegulationState;

/**
 * One sentence, one shape, one word: how a person stands. Person and time at the right. Confined to
 * the EDT.
 */
final class HeadPane extends JPanel {
    private static final long serialVersionUID = 1L;

    /** One linear cross-fade at a change of state, and nothing else ever moves. */
    private static final int FADE_MILLIS = 400;

    private static final int FADE_STEP_MILLIS = 40;
    private static final double HEIGHT = 84;
    private static final double HEIGHT_COMPACT = 68;

    private final boolean compact;
    private final boolean withTime;
    private transient Look look;
    private transient LiveView view;
    private transient LaneView lane;
    private transient RegulationState before;
    private double faded = 1;
    private final Timer fade;

    /**
     * @param compact whether it is one of several
     * @param withTime whether the time of the session stands at its right
     */
    HeadPane(Look look, LiveView view, LaneView lane, boolean compact, boolean withTime) {
        this.look = look;
        this.view = view;
        this.lane = lane;
        this.before = lane.state();
        this.compact = compact;
        this.withTime = withTime;
        this.fade = new Timer(FADE_STEP_MILLIS, event -> fadeOn());
        setOpaque(true);
    }

    void show(Look newLook, LiveView newView, LaneView newLane, boolean reduceMotion) {
        boolean changed = newLane.state() != lane.state() && newLane.veil().isEmpty();
        if (changed) {
            before = lane.state();
            // To "unknown" at once: a state without beats must not linger, not even for a blink.
            if (reduceMotion || newLane.state() == RegulationState.UNKNOWN || !isShowing()) {
                stopFading();
            } else {
                faded = 0;
                fade.restart();
            }
        }
        look = newLook;
        view = newView;
        lane = newLane;
        var context = getAccessibleContext();
        context.setAccessibleName(
                lane.code() + ": " + lane.word(look.words) + ". " + lane.sentence());
        context.setAccessibleDescription(lane.why());
        repaint();
    }

    /** Ends a cross-fade; called when the pane leaves the screen. */
    void stopFading() {
        fade.stop();
        faded = 1;
    }

    private void fadeOn() {
        faded += FADE_STEP_MILLIS / (double) FADE_MILLIS;
        if (faded >= 1) {
            stopFading();
        }
        repaint();
    }

    /** The height needed at {@code width}: a sentence is broken into lines, never cut. */
    int heightFor(int width) {
        int lines = sentenceLines(width).size();
        double height = look.px(compact ? HEIGHT_COMPACT : HEIGHT);
        return (int) Math.round(height + (lines - 1) * look.px(22));
    }

    private List<String> sentenceLines(int width) {
        double room = width - textLeft() - rightBlock() - look.px(32);
        return Look.wrap(
                getFontMetrics(look.type.regular(Typeface.SENTENCE)),
                lane.sentence(),
                Math.max(room, look.px(160)));
    }

    private double textLeft() {
        return look.px(compact ? 92 : 108);
    }

    /** Room kept for the right side: by the widest it may become, so that it never shifts. */
    private double rightBlock() {
        var label = getFontMetrics(look.type.semibold(Typeface.SENTENCE));
        double width = look.px(24) + label.stringWidth(lane.code()) + look.px(18);
        if (lane.simulated()) {
            width += label.stringWidth(look.words.simulated()) + look.px(30);
        }
        return width + (withTime ? timeWidth() + look.px(40) : 0);
    }

    private double timeWidth() {
        var bold = getFontMetrics(look.type.semibold(Typeface.SENTENCE));
        int widest =
                getFontMetrics(look.type.regular(Typeface.LABEL))
                        .stringWidth(look.words.text("time.behind", 15));
        for (String time : LivePresenter.widestTimes(look.words)) {
            widest = Math.max(widest, bold.stringWidth(time));
        }
        return widest;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        Palette palette = look.palette;
        g.setColor(palette.surface);
        g.fillRect(0, 0, getWidth(), getHeight());
        double line = Math.max(1, look.px(1));
        g.setColor(palette.rule);
        g.setStroke(new BasicStroke((float) line));
        double foot = getHeight() - line / 2;
        g.draw(new Line2D.Double(0, foot, getWidth(), foot));
        paintTile(g);
        paintWords(g);
        paintRight(g);
        g.dispose();
    }

    private void paintTile(Graphics2D g) {
        double side = look.px(compact ? HEIGHT_COMPACT : HEIGHT);
        Rectangle2D tile = new Rectangle2D.Double(0, 0, side, side);
        if (!lane.veil().isEmpty()) {
            StateTile.paintHidden(g, look, tile);
        } else if (faded < 1) {
            StateTile.paint(g, look, before, lane.progress(), tile);
            Graphics2D over = (Graphics2D) g.create();
            over.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) faded));
            StateTile.paint(over, look, lane.state(), lane.progress(), tile);
            over.dispose();
        } else {
            StateTile.paint(g, look, lane.state(), lane.progress(), tile);
        }
    }

    private void paintWords(Graphics2D g) {
        Font word = look.type.semibold(compact ? Typeface.STATE_COMPACT : Typeface.STATE);
        Font sentence = look.type.regular(Typeface.SENTENCE);
        double x = textLeft();
        look.write(
                g, lane.word(look.words), word, look.palette.text, x, look.px(compact ? 33 : 41));
        double base = look.px(compact ? 55 : 68);
        for (String line : sentenceLines(getWidth())) {
            look.write(g, line, sentence, look.palette.text2, x, base);
            base += look.px(22);
        }
    }

    private void paintRight(Graphics2D g) {
        double right = getWidth() - look.px(24);
        if (withTime) {
            paintTime(g, right);
            right -= timeWidth() + look.px(40);
        }
        double middle = look.px((compact ? HEIGHT_COMPACT : HEIGHT) / 2);
        Font font = look.type.semibold(Typeface.SENTENCE);
        double left =
                Chip.paintEnding(
                        g,
                        look,
                        lane.code(),
                        font,
                        look.palette.chip(lane.number()),
                        right,
                        middle,
                        look.px(36));
        if (lane.simulated()) {
            Chip.paintEnding(
                    g,
                    look,
                    look.words.simulated(),
                    look.type.semibold(Typeface.BODY),
                    look.palette.text2,
                    left - look.px(12),
                    middle,
                    look.px(36));
        }
    }

    private void paintTime(Graphics2D g, double right) {
        look.writeEnding(
                g,
                view.time(),
                look.type.semibold(Typeface.SENTENCE),
                look.palette.text,
                right,
                look.px(compact ? 29 : 34));
        view.behind()
                .ifPresent(
                        words ->
                                look.writeEnding(
                                        g,
                                        words,
                                        look.type.regular(Typeface.LABEL),
                                        look.palette.text3,
                                        right,
                                        look.px(compact ? 50 : 58)));
    }
}

package org.attune.ui.review;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * The therapist's own lane: below all others, in a dashed frame, there only while it is asked for.
 * Confined to the EDT.
 */
final class OwnLanePane extends ReviewPane {
    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 150;

    private final transient LanesPane above;
    private transient LanePaths paths = new LanePaths();

    /**
     * @param above whose time axis it shares
     */
    OwnLanePane(Look look, ReviewWords words, ReviewView view, LanesPane above) {
        super(look, words, view);
        this.above = above;
    }

    @Override
    void tell() {
        if (view.own().isEmpty()) {
            paths = new LanePaths();
        }
        getAccessibleContext().setAccessibleName(view.own().isEmpty() ? "" : words.of("own.title"));
    }

    /** In pixels; nothing while hidden. */
    int neededHeight() {
        return view.own().isEmpty() ? 0 : look.whole(HEIGHT);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        view.own().ifPresent(lane -> paint(g, lane));
        g.dispose();
    }

    private void paint(Graphics2D g, ReviewView.Lane lane) {
        Font font = look.type.regular(Typeface.NOTE);
        look.write(g, words.of("own.title"), font, look.palette.text2, look.px(24), look.px(18));
        Rectangle2D across = above.across().area();
        Rectangle2D ribbon =
                new Rectangle2D.Double(across.getX(), look.px(28), across.getWidth(), look.px(18));
        Rectangle2D rate =
                new Rectangle2D.Double(
                        across.getX(), look.px(56), across.getWidth(), look.px(HEIGHT - 76));
        new StateLane(look, lane.timeline(), new Canvas(view.window(), ribbon, 0, 1)).paint(g);
        RateLane line =
                new RateLane(
                        look,
                        words,
                        lane,
                        Canvas.of(
                                view.window(),
                                rate,
                                view.artefacts() ? lane.beats() : lane.rate()));
        line.paint(g, paths, view.artefacts());
        RateLane.paintGaps(g, look, lane.timeline(), above.across(), rate.getY(), rate.getMaxY());
        line.paintGapWords(g);
        look.ownFrame(
                g, look.px(12), look.px(2), getWidth() - look.px(18), getHeight() - look.px(8));
    }
}

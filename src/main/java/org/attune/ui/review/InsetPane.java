package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.attune.review.Beats;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** The minute before and after what is chosen, beat by beat. Confined to the EDT. */
final class InsetPane extends ReviewPane {
    private static final long serialVersionUID = 1L;
    private static final double HEAD = 34;
    private static final double FOOT = 34;
    private static final double LEAST_SPAN = 24;

    private transient LanePaths paths = new LanePaths();

    InsetPane(Look look, ReviewWords words, ReviewView view) {
        super(look, words, view);
    }

    @Override
    void leave(ReviewView next) {
        if (next.person() != view.person()) {
            paths = new LanePaths();
        }
    }

    @Override
    void tell() {
        String what = view.inset().map(ReviewView.Inset::title).orElse(words.of("inset.none"));
        getAccessibleContext().setAccessibleName(words.of("inset") + ": " + what);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        Font title = look.type.semibold(SidePane.TITLE);
        double end = look.write(g, words.of("inset"), title, look.palette.text, 0, look.px(18));
        Rectangle2D frame =
                new Rectangle2D.Double(
                        look.px(1),
                        look.px(HEAD),
                        getWidth() - look.px(2),
                        Math.max(0, getHeight() - look.px(HEAD + FOOT)));
        if (frame.getHeight() >= look.px(40)) {
            view.inset()
                    .ifPresentOrElse(
                            inset -> paint(g, inset, frame, end), () -> paintNothing(g, frame));
        }
        g.dispose();
    }

    private void paintNothing(Graphics2D g, Rectangle2D frame) {
        g.setColor(look.palette.rule);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(frame);
        look.writeCentred(
                g,
                words.of("inset.none"),
                look.type.regular(Typeface.LABEL),
                look.palette.text3,
                frame.getCenterX(),
                frame.getCenterY());
    }

    private void paint(Graphics2D g, ReviewView.Inset inset, Rectangle2D frame, double titleEnd) {
        Font label = look.type.regular(Typeface.LABEL);
        String what = Look.fit(g, inset.title(), label, getWidth() - titleEnd - look.px(12));
        look.writeEnding(g, what, label, look.palette.text2, getWidth(), look.px(18));
        g.setColor(look.palette.surface);
        g.fill(frame);
        Canvas canvas = canvas(inset, frame);
        paintLines(g, inset, canvas);
        paintNotes(g, inset, frame);
        g.setColor(look.palette.focus);
        g.setStroke(new BasicStroke((float) look.px(1.6)));
        g.draw(frame);
        double x = canvas.x(inset.at());
        if (!inset.sign().isEmpty()) {
            MarkRows.box(g, look, inset.sign(), x, frame.getMaxY(), look.px(17), true);
        }
        Font tick = look.type.regular(Typeface.TICK);
        double base = frame.getMaxY() + look.px(18);
        String from = ReviewWords.clock(canvas.window().from());
        look.write(g, from, tick, look.palette.text3, 0, base);
        String to = ReviewWords.clock(canvas.window().to());
        look.writeEnding(g, to, tick, look.palette.text3, getWidth(), base);
    }

    private void paintLines(Graphics2D g, ReviewView.Inset inset, Canvas canvas) {
        Graphics2D own = (Graphics2D) g.create();
        own.clip(canvas.area());
        LanePaths.Rate rate = paths.rate(inset.lane().timeline(), canvas, look.px(2));
        own.setColor(look.palette.band);
        own.fill(rate.bandArea());
        own.setColor(look.palette.bandEdge);
        own.setStroke(new BasicStroke((float) look.px(1)));
        rate.bandEdges().forEach(own::draw);
        own.setColor(look.palette.text3);
        own.setStroke(look.dashed(1, 1, 4));
        double x = canvas.x(inset.at());
        own.draw(new Line2D.Double(x, canvas.area().getMinY(), x, canvas.area().getMaxY()));
        RateLane.paintGaps(
                own,
                look,
                inset.lane().timeline(),
                canvas,
                canvas.area().getMinY(),
                canvas.area().getMaxY());
        BeatDots dots = new BeatDots(look, inset.lane().timeline(), canvas);
        dots.paint(own, false);
        own.setColor(look.palette.data);
        rate.line().paint(own);
        own.dispose();
    }

    private void paintNotes(Graphics2D g, ReviewView.Inset inset, Rectangle2D frame) {
        Font note = look.type.regular(Typeface.NOTE);
        List<String> notes = new ArrayList<>();
        notes.add(words.of("inset.dots"));
        notes.add(words.of("inset.open"));
        long average = Math.round(inset.lane().timeline().rateWindowSeconds());
        notes.add(words.of("inset.line", average));
        double base = frame.getMinY() + look.px(17);
        for (String each : notes) {
            look.write(g, each, note, look.palette.text3, frame.getMinX() + look.px(8), base);
            base += look.px(15);
        }
    }

    /**
     * A scale of its own: these two minutes, their beats and the range, with room for the notes.
     */
    private static Canvas canvas(ReviewView.Inset inset, Rectangle2D frame) {
        var timeline = inset.lane().timeline();
        double end = Math.max(1, timeline.endSeconds());
        double from = Math.max(0, Math.min(end, inset.from()));
        double to = Math.max(from, Math.min(end, inset.to()));
        Beats beats = timeline.beats();
        OptionalDouble low = beats.normal().min(from, to);
        OptionalDouble high = beats.normal().max(from, to);
        double lower = low.orElse(inset.lane().rate().lower());
        double upper = high.orElse(inset.lane().rate().upper());
        var band = timeline.band((int) Math.min(timeline.lastSecond(), Math.ceil(inset.at())));
        lower = Math.min(lower, band.map(b -> b.lowerBpm()).orElse(lower));
        upper = Math.max(upper, band.map(b -> b.upperBpm()).orElse(upper));
        double missing = Math.max(0, LEAST_SPAN - (upper - lower)) / 2;
        double span = upper - lower + 2 * missing;
        return new Canvas(
                new TimeWindow(from, to, end),
                frame,
                lower - missing - 0.06 * span,
                upper + missing + 0.2 * span);
    }
}

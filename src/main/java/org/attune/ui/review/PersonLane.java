package org.attune.ui.review;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.attune.review.Timeline;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * One person's lanes: states, heart rate, variability, movement. Confined to the EDT.
 *
 * @param across the charts, across the whole height
 * @param paths of each person, kept from frame to frame
 */
record PersonLane(
        Look look,
        ReviewWords words,
        ReviewView view,
        Canvas across,
        List<LanePaths> paths,
        LaneNames names) {

    void paint(Graphics2D g, int number, LanesLayout.Box box) {
        ReviewView.Lane lane = view.lanes().get(number);
        boolean cued = lane.timeline().cues().all().stream().anyMatch(c -> c.what().isGiven());
        double middle = box.ribbon().top() + box.ribbon().height() / 2;
        if (view.lanes().size() == 1) {
            names.label(g, "lane.state", middle, "");
            if (cued) {
                names.note(g, "    " + words.of("lane.cue"), middle + look.px(17));
                g.setColor(look.palette.text);
                g.fill(
                        StateLane.cue(
                                look, look.px(LaneNames.LABELS_LEFT + 4), middle + look.px(20)));
            }
        } else {
            Font font = look.type.semibold(Typeface.LABEL);
            look.write(
                    g,
                    lane.code(),
                    font,
                    look.palette.text,
                    look.px(LaneNames.LABELS_LEFT),
                    Look.baselineFor(g, font, middle));
        }
        double foot = box.bottom();
        names.label(g, "lane.rate", box.rate().top() + look.px(10), "lane.rate.note");
        RateLane rate = rate(lane, box.rate());
        rate.paint(g, paths.get(number), view.artefacts());
        Canvas variationOn = canvas(box.variation(), lane.variation());
        if (box.variation().isShown()) {
            names.label(
                    g,
                    "lane.variation",
                    box.variation().top() + look.px(10),
                    "lane.variation.note");
            new VariationLane(look, words, lane, variationOn).paint(g, paths.get(number));
        }
        Timeline timeline = lane.timeline();
        RateLane.paintGaps(g, look, timeline, across, box.rate().top(), foot);
        double badges = view.lanes().size() == 1 ? foot + look.px(2) : foot - look.px(15);
        VariationLane.paintBadges(g, look, words, timeline, across, badges);
        if (view.lanes().size() == 1 || number == 0) {
            rate.paintBandWords(g);
        }
        Rectangle2D area = across.area();
        Rectangle2D ribbon =
                new Rectangle2D.Double(
                        area.getX(), box.ribbon().top(), area.getWidth(), box.ribbon().height());
        new StateLane(look, timeline, new Canvas(view.window(), ribbon, 0, 1)).paint(g);
        paintWould(g, number, box, timeline);
        if (view.artefacts() && number == view.person()) {
            paintLeftOut(g, box.rate(), area);
        }
    }

    /** As it would have been judged, under as it was: the same marks, so that the eye compares. */
    private void paintWould(Graphics2D g, int number, LanesLayout.Box box, Timeline timeline) {
        Optional<Timeline> would = view.whatIf().flatMap(each -> each.would(timeline.lane()));
        if (!box.would().isShown() || would.isEmpty()) {
            return;
        }
        Rectangle2D area = across.area();
        LanesLayout.Row row = box.would();
        Rectangle2D ribbon =
                new Rectangle2D.Double(area.getX(), row.top(), area.getWidth(), row.height());
        if (number == 0) {
            names.label(g, "lane.what-if", row.top() + row.height() / 2, "");
        }
        new StateLane(look, would.get(), new Canvas(view.window(), ribbon, 0, 1)).paint(g);
    }

    private void paintLeftOut(Graphics2D g, LanesLayout.Row row, Rectangle2D area) {
        Font font = look.type.regular(Typeface.TICK);
        double width = Look.width(g, view.artefactWords(), font);
        double x = area.getMaxX() - width - look.px(6);
        double base = row.top() + look.px(4);
        g.setColor(look.palette.ground);
        g.fill(
                new Rectangle2D.Double(
                        x - look.px(4), base - look.px(13), width + look.px(8), look.px(18)));
        look.write(g, view.artefactWords(), font, look.palette.text2, x, base);
    }

    RateLane rate(ReviewView.Lane lane, LanesLayout.Row row) {
        return new RateLane(
                look, words, lane, canvas(row, view.artefacts() ? lane.beats() : lane.rate()));
    }

    private Canvas canvas(LanesLayout.Row row, ReviewView.Axis axis) {
        Rectangle2D area = across.area();
        return Canvas.of(
                across.window(),
                new Rectangle2D.Double(area.getX(), row.top(), area.getWidth(), row.height()),
                axis);
    }

    void paintMovement(Graphics2D g, LanesLayout.Row row) {
        names.label(g, "lane.movement", row.top() + row.height() / 2 + look.px(2), "");
        ReviewView.Lane lane = view.lanes().get(0);
        double end = lane.timeline().endSeconds() + 1;
        if (lane.timeline().movement().max(0, end).isEmpty()) {
            Font font = look.type.regular(Typeface.NOTE);
            look.write(
                    g,
                    words.of("lane.movement.none"),
                    font,
                    look.palette.text3,
                    across.area().getX(),
                    Look.baselineFor(g, font, row.top() + row.height() / 2 + look.px(2)));
            return;
        }
        double most = Math.max(60, lane.timeline().movement().max(0, end).orElse(60));
        Canvas canvas = canvas(row, new ReviewView.Axis(0, most, most));
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(canvas.area());
        inside.setColor(look.palette.hatch);
        inside.fill(paths.get(0).movement(lane.timeline(), canvas));
        inside.dispose();
    }
}

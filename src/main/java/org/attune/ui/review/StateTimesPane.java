package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.Collectors;
import org.attune.regulation.RegulationState;
import org.attune.ui.Hatch;
import org.attune.ui.Look;
import org.attune.ui.StateGlyph;
import org.attune.ui.Typeface;

/** How long each state held: glyph, word, bar and figures. Confined to the EDT. */
final class StateTimesPane extends ReviewPane {
    private static final long serialVersionUID = 1L;
    private static final double HEAD = 32;
    private static final double ROW = 23;
    private static final double FOOT = 22;

    StateTimesPane(Look look, ReviewWords words, ReviewView view) {
        super(look, words, view);
    }

    @Override
    void tell() {
        getAccessibleContext().setAccessibleName(words.of("times"));
        getAccessibleContext()
                .setAccessibleDescription(
                        view.times().stream()
                                .map(each -> look.words.word(each.state()) + " " + each.words())
                                .collect(Collectors.joining("; ")));
    }

    int neededHeight() {
        return look.whole(HEAD + view.times().size() * ROW + FOOT);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        Font title = look.type.semibold(SidePane.TITLE);
        look.write(g, words.of("times"), title, look.palette.text, 0, look.px(18));
        Font font = look.type.regular(Typeface.LABEL);
        double figures =
                view.times().stream()
                        .mapToDouble(each -> Look.width(g, each.words(), font))
                        .max()
                        .orElse(0);
        double names =
                view.times().stream()
                        .mapToDouble(each -> Look.width(g, word(each), font))
                        .max()
                        .orElse(0);
        double bars = look.px(26) + names + look.px(16);
        double room = Math.max(0, getWidth() - figures - look.px(12) - bars);
        double most =
                view.times().stream().mapToDouble(ReviewView.StateTime::seconds).max().orElse(1);
        double middle = look.px(HEAD + ROW / 2);
        for (ReviewView.StateTime each : view.times()) {
            paintRow(g, each, middle, bars, room * each.seconds() / Math.max(1, most));
            middle += look.px(ROW);
        }
        g.dispose();
    }

    private String word(ReviewView.StateTime each) {
        return words.live().word(each.state());
    }

    private void paintRow(
            Graphics2D g, ReviewView.StateTime each, double middle, double left, double length) {
        double size = look.px(16);
        RegulationState state = each.state();
        StateGlyph.paint(g, state, 0, middle - size / 2, size, look.palette.ink(state), 0.75);
        Font font = look.type.regular(Typeface.LABEL);
        double base = Look.baselineFor(g, font, middle);
        look.write(g, word(each), font, look.palette.text, look.px(26), base);
        look.writeEnding(g, each.words(), font, look.palette.text, getWidth(), base);
        if (length <= 0) {
            return;
        }
        double thick = look.px(state == RegulationState.USUAL ? 7 : 9);
        Rectangle2D bar =
                new Rectangle2D.Double(
                        left, middle - thick / 2, Math.max(look.px(2), length), thick);
        g.setStroke(new BasicStroke((float) look.px(1)));
        switch (state) {
            case UNKNOWN ->
                    Hatch.paint(g, bar, look.palette.hatch, look.px(4), look.px(Hatch.STROKE));
            case LEARNING -> {}
            default -> {
                g.setColor(look.palette.fill(state));
                g.fill(bar);
            }
        }
        boolean outlined =
                state == RegulationState.LEARNING
                        || state == RegulationState.UNKNOWN
                        || look.palette.outlinesFills();
        if (outlined) {
            g.setColor(look.palette.ink(state));
            g.draw(bar);
        }
    }
}

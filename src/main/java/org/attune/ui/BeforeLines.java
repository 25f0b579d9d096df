package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.attune.regulation.RegulationState;

/**
 * What stands on the page before the session: five lines in the order of doubt, or the people one
 * of whom is here instead. Without state of its own; confined to the EDT.
 */
final class BeforeLines {
    private static final double NAMES = 348;
    private static final double SENTENCES = 460;
    private static final double LAST_SENTENCES_END = 945;

    private static final double LINES_END = 1140;

    /** What is left free beside a button. */
    private static final double BESIDE = 16;

    /** How far below the middle of its button what belongs to it is written. */
    private static final double NOTE_BELOW = 33;

    private final BeforeSheet sheet;
    private final Look look;
    private final Graphics2D g;
    private final BeforeView view;

    BeforeLines(Graphics2D g, BeforeSheet sheet, BeforeView view) {
        this.sheet = sheet;
        this.look = sheet.look();
        this.g = g;
        this.view = view;
    }

    void paint() {
        LiveWords words = look.words;
        for (double rule : new double[] {270, 374, 462, 602}) {
            g.setColor(look.palette.grid);
            g.setStroke(new BasicStroke((float) look.px(1.2)));
            g.draw(new Line2D.Double(sheet.x(300), sheet.y(rule), sheet.x(1140), sheet.y(rule)));
        }
        who();
        line(view.consent(), words.text("before.consent"), 306, BeforeButton.CONSENT);
        line(view.sensor(), words.text("before.sensor"), 410, 0);
        line(view.contact(), words.text("before.contact"), 498, 0);
        strokes();
        line(view.range(), words.text("before.range"), 638, BeforeButton.range(view));
        view.progress().ifPresent(this::progress);
    }

    private void strokes() {
        BeforeStrokes.paint(g, look, view.beats(), sheet.box(SENTENCES, 555, 680, 0));
        Font note = look.type.regular(Typeface.NOTE);
        look.writeEnding(
                g,
                look.words.text("before.strokes"),
                note,
                look.palette.text3,
                sheet.x(1140),
                Look.baselineFor(g, note, sheet.y(584)));
    }

    private void who() {
        sign(view.who(), 198);
        sheet.text(g, look.words.text("before.who"), Typeface.BODY, look.palette.text2, NAMES, 198);
        double x = sheet.x(SENTENCES);
        Font letters = look.type.semibold(20);
        for (int i = 0; i < view.chips().size(); i++) {
            String code = view.chips().get(i);
            double width = Math.max(look.px(61), Chip.width(g, look, code, letters));
            Rectangle2D chip = new Rectangle2D.Double(x, sheet.y(184), width, look.px(61));
            sheet.outline(g, chip, look.palette.chip(i), 2, 7);
            double base = Look.baselineFor(g, letters, sheet.y(214.5));
            look.writeCentred(g, code, letters, look.palette.text, x + width / 2, base);
            x += width + look.px(12);
        }
        double after = sheet.drawn(x) + 6;
        String name = view.simulated() ? look.words.simulated() : view.who().sentence();
        sheet.bold(g, name, Typeface.STATE_COMPACT, after, 200);
        double room = BeforeButton.LEFT - after - BESIDE;
        double y = 231;
        for (String part : sheet.lines(g, view.who().note(), look.type.regular(15), room)) {
            sheet.text(g, part, 15, look.palette.text2, after, y);
            y += 20;
        }
        note(view.who(), BeforeButton.WHO);
    }

    private void line(BeforeView.Line line, String name, double middle, double button) {
        sign(line, middle);
        sheet.text(g, name, Typeface.BODY, look.palette.text2, NAMES, middle);
        double y = middle;
        boolean beside = line.action().isPresent() && Math.abs(button - middle) < 30;
        double room = (beside ? BeforeButton.LEFT : LINES_END) - SENTENCES - BESIDE;
        for (String part : sheet.lines(g, line.sentence(), look.type.semibold(16.5), room)) {
            sheet.bold(g, part, 16.5, SENTENCES, y);
            y += 22;
        }
        y += 2;
        for (String part : sheet.lines(g, line.note(), look.type.regular(15), room)) {
            sheet.text(g, part, 15, look.palette.text2, SENTENCES, y);
            y += 20;
        }
        note(line, button);
    }

    private void note(BeforeView.Line line, double button) {
        line.action()
                .ifPresent(
                        action ->
                                sheet.text(
                                        g,
                                        action.note(),
                                        Typeface.LABEL,
                                        look.palette.text3,
                                        BeforeButton.LEFT,
                                        button + NOTE_BELOW));
    }

    /** A filled disc with a tick, or a ring: part of it where something is learned. */
    private void sign(BeforeView.Line line, double middle) {
        boolean learns = line.equals(view.range());
        double done = learns ? view.progress().orElse(0.0) : 0;
        BeforeSign.paint(g, look, line.sign(), done, sheet.x(313), sheet.y(middle));
    }

    private void progress(double done) {
        Rectangle2D bar = sheet.box(SENTENCES, 686, LAST_SENTENCES_END - SENTENCES, 13);
        g.setColor(look.palette.text3);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(bar);
        g.setColor(look.palette.ink(RegulationState.USUAL));
        double inset = look.px(3);
        g.fill(
                new Rectangle2D.Double(
                        bar.getX() + inset,
                        bar.getY() + inset,
                        (bar.getWidth() - 2 * inset) * done,
                        bar.getHeight() - 2 * inset));
        double tick = bar.getX() + bar.getWidth() * view.settleShare();
        g.setColor(look.palette.text3);
        g.draw(new Line2D.Double(tick, sheet.y(682), tick, sheet.y(703)));
        sheet.text(g, view.settle(), Typeface.TICK, look.palette.text3, SENTENCES, 716);
        double learn = sheet.drawn(tick) + 6;
        sheet.text(g, view.learn(), Typeface.TICK, look.palette.text3, learn, 716);
    }

    /** Who else could be here. */
    static void paint(Graphics2D g, BeforeSheet sheet, ChoiceOfPerson choice) {
        Look look = sheet.look();
        sheet.bold(g, look.words.text("before.else.title"), 18, 300, 198);
        String hint = look.words.text("before.else.hint");
        sheet.text(g, hint, Typeface.LABEL, look.palette.text3, 300, 224);
        double middle = 266;
        List<String> shown = choice.window(11);
        for (String code : shown) {
            String name = code.isEmpty() ? look.words.text("before.else.unnamed") : code;
            if (code.equals(choice.selected())) {
                sheet.outline(g, sheet.box(300, middle - 18, 840, 36), look.palette.focus, 2, 8);
                sheet.bold(g, name, Typeface.SENTENCE, 320, middle);
            } else {
                sheet.text(g, name, Typeface.SENTENCE, look.palette.text, 320, middle);
            }
            middle += 41;
        }
    }
}

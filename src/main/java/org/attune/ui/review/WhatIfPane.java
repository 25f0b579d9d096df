package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attune.ui.Look;
import org.attune.ui.StateGlyph;
import org.attune.ui.Typeface;

/**
 * What can be turned, and what would have become of it; beside the charts for as long as it is
 * open. Confined to the EDT.
 */
final class WhatIfPane extends ReviewPane {
    private static final long serialVersionUID = 1L;
    private static final double HEAD = 34;
    private static final double ROW = 30;
    private static final double ARROW = 26;

    /** What a click asks for. */
    interface Turned {
        void turn(int row, int by);
    }

    private final transient Turned turned;

    WhatIfPane(Look look, ReviewWords words, ReviewView view, Turned turned) {
        super(look, words, view);
        this.turned = turned;
        addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        clicked(event.getX(), event.getY());
                    }
                });
    }

    private Optional<WhatIfPresenter.View> asked() {
        return view.whatIf();
    }

    private void clicked(int x, int y) {
        int row = (int) Math.floor((y - look.px(HEAD)) / look.px(ROW));
        int rows = asked().map(each -> each.rows().size()).orElse(0);
        if (row >= 0 && row < rows) {
            boolean up = x > getWidth() - look.px(ARROW);
            boolean down = !up && x > valueLeft() && x < valueLeft() + look.px(ARROW);
            turned.turn(row, up ? 1 : down ? -1 : 0);
        }
    }

    private double valueLeft() {
        return getWidth() - look.px(146);
    }

    @Override
    void tell() {
        getAccessibleContext().setAccessibleName(words.of("whatif"));
        getAccessibleContext()
                .setAccessibleDescription(
                        asked().map(
                                        each ->
                                                each.cues()
                                                        + " "
                                                        + each.rows().stream()
                                                                .map(
                                                                        r ->
                                                                                r.name() + " "
                                                                                        + r.value())
                                                                .collect(Collectors.joining("; "))
                                                        + " "
                                                        + String.join(" ", each.remarks()))
                                .orElse(""));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        asked().ifPresent(each -> paint(g, each));
        g.dispose();
    }

    private void paint(Graphics2D g, WhatIfPresenter.View asked) {
        Font title = look.type.semibold(SidePane.TITLE);
        look.write(g, words.of("whatif"), title, look.palette.text, 0, look.px(18));
        double y = look.px(HEAD);
        for (int i = 0; i < asked.rows().size(); i++) {
            paintRow(g, asked.rows().get(i), i == asked.chosen(), y);
            y += look.px(ROW);
        }
        y = writeWrapped(g, asked.cues(), look.palette.text, y + look.px(28));
        y = paintTimes(g, asked.times(), y + look.px(6));
        for (String each : asked.remarks()) {
            y = writeWrapped(g, each, look.palette.text2, y + look.px(6));
        }
        writeWrapped(g, words.of("whatif.note"), look.palette.text3, y + look.px(6));
    }

    private void paintRow(Graphics2D g, WhatIfPresenter.Row row, boolean chosen, double y) {
        double middle = y + look.px(ROW) / 2;
        if (chosen) {
            g.setColor(look.palette.raised);
            g.fill(new Rectangle2D.Double(0, y, getWidth(), look.px(ROW)));
            g.setColor(look.palette.focus);
            g.fill(new Rectangle2D.Double(0, y, look.px(3), look.px(ROW)));
        }
        Font name = look.type.regular(Typeface.LABEL);
        Font value = row.turned() ? look.type.semibold(Typeface.LABEL) : name;
        double base = Look.baselineFor(g, name, middle);
        look.write(
                g,
                Look.fit(g, row.name(), name, valueLeft() - look.px(14)),
                name,
                look.palette.text,
                look.px(10),
                base);
        double centre = (valueLeft() + getWidth()) / 2;
        String said = Look.fit(g, row.value(), value, look.px(146 - 2 * ARROW));
        look.writeCentred(g, said, value, look.palette.text, centre, base);
        arrow(g, valueLeft() + look.px(ARROW / 2), middle, -1);
        arrow(g, getWidth() - look.px(ARROW / 2), middle, 1);
    }

    private void arrow(Graphics2D g, double x, double middle, int way) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - way * look.px(2.5), middle - look.px(4.5));
        path.lineTo(x + way * look.px(2.5), middle);
        path.lineTo(x - way * look.px(2.5), middle + look.px(4.5));
        g.setColor(look.palette.text2);
        g.setStroke(new BasicStroke((float) look.px(1.6)));
        g.draw(path);
    }

    private double paintTimes(Graphics2D g, List<WhatIfPresenter.Time> times, double first) {
        if (times.isEmpty()) {
            return first;
        }
        Font note = look.type.regular(Typeface.NOTE);
        Font font = look.type.regular(Typeface.LABEL);
        double wasX = getWidth();
        double wouldX = getWidth() - look.px(74);
        look.writeEnding(g, words.of("whatif.would"), note, look.palette.text3, wouldX, first);
        look.writeEnding(g, words.of("whatif.was"), note, look.palette.text3, wasX, first);
        double middle = first + look.px(16);
        double size = look.px(15);
        for (WhatIfPresenter.Time each : times) {
            StateGlyph.paint(
                    g,
                    each.state(),
                    0,
                    middle - size / 2,
                    size,
                    look.palette.ink(each.state()),
                    0.75);
            double base = Look.baselineFor(g, font, middle);
            String word = look.words.word(each.state());
            look.write(g, word, font, look.palette.text, look.px(26), base);
            look.writeEnding(g, each.would(), font, look.palette.text, wouldX, base);
            look.writeEnding(g, each.was(), font, look.palette.text2, wasX, base);
            middle += look.px(22);
        }
        return middle + look.px(8);
    }
}

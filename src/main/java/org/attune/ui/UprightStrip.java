package org.attune.ui;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;

/**
 * The strip on an upright edge: for each person a plate with glyph and words, which lie as they
 * always lie, and below it the turned band. Confined to the EDT.
 */
final class UprightStrip {
    private static final double REFERENCE = 40;
    private static final double LINE = 18;

    private final JComponent on;
    private final Look look;
    private final LiveView view;
    private final DisplaySettings.Edge edge;
    private final double thickness;
    private final Optional<Confirmation> confirmation;

    /**
     * @param on the component it is painted on
     * @param thickness of the column, pixels
     */
    UprightStrip(
            JComponent on,
            Look look,
            LiveView view,
            DisplaySettings.Edge edge,
            double thickness,
            Optional<Confirmation> confirmation) {
        this.on = on;
        this.confirmation = confirmation;
        this.look = look;
        this.view = view;
        this.edge = edge;
        this.thickness = thickness;
    }

    private double unit() {
        return thickness / REFERENCE;
    }

    private Font word() {
        return look.type.semibold(Typeface.STATE_STRIP * Math.max(1, unit() / look.scale) * 0.9);
    }

    private Font few() {
        return look.type.regular(Typeface.LABEL);
    }

    /** The width of the plates: room for glyph and longest word, so that nothing ever shifts. */
    int plateWidth() {
        FontMetrics metrics = on.getFontMetrics(word());
        int widest = 0;
        for (String each : look.words.allStateWords()) {
            widest = Math.max(widest, metrics.stringWidth(each));
        }
        return (int) Math.ceil(thickness + look.px(12) + widest + look.px(12));
    }

    private double cellHeight() {
        return (double) on.getHeight() / Math.max(1, view.lanes().size());
    }

    private List<String> lines(LaneView lane) {
        FontMetrics metrics = on.getFontMetrics(few());
        List<String> lines = new ArrayList<>();
        lines.add(lane.code() + (lane.simulated() ? " · " + simulated() : ""));
        double room = plateWidth() - look.px(24);
        lines.addAll(Look.wrap(metrics, lane.strip(), room));
        if (lane.equals(view.lanes().get(0))) {
            confirmation.ifPresent(
                    shown -> {
                        lines.addAll(Look.wrap(metrics, shown.words(), room));
                        if (shown.undoable()) {
                            lines.add(look.words.text("undo.hint"));
                        }
                    });
        }
        return lines;
    }

    private String simulated() {
        return look.words.text("simulated.small");
    }

    private double plateHeight(LaneView lane) {
        return thickness + lines(lane).size() * look.px(LINE) + look.px(10);
    }

    private Rectangle2D plate(int i) {
        double height = Math.min(plateHeight(view.lanes().get(i)), cellHeight());
        return new Rectangle2D.Double(0, i * cellHeight(), on.getWidth(), height);
    }

    private Rectangle2D column(int i) {
        double gap = view.lanes().size() > 1 ? look.px(8) : 0;
        double left = edge == DisplaySettings.Edge.LEFT ? 0 : on.getWidth() - thickness;
        return new Rectangle2D.Double(left, i * cellHeight(), thickness, cellHeight() - gap);
    }

    /** What the window covers: the plates and the column, and nothing of what is worked on. */
    Area outline() {
        Area outline = new Area();
        for (int i = 0; i < view.lanes().size(); i++) {
            outline.add(new Area(column(i)));
            outline.add(new Area(plate(i)));
        }
        return outline;
    }

    void paint(Graphics2D g) {
        for (int i = 0; i < view.lanes().size(); i++) {
            paintCell(g, view.lanes().get(i), plate(i), column(i));
        }
    }

    private void paintCell(Graphics2D g, LaneView lane, Rectangle2D plate, Rectangle2D column) {
        g.setColor(look.palette.surface);
        g.fill(column);
        g.fill(plate);
        Rectangle2D tile =
                new Rectangle2D.Double(column.getX(), plate.getY(), thickness, thickness);
        StateTile.paint(g, look, lane.state(), lane.progress(), tile);
        boolean left = edge == DisplaySettings.Edge.LEFT;
        double x = left ? tile.getMaxX() + look.px(12) : look.px(12);
        Font word = word();
        double middle = tile.getCenterY();
        String said = look.words.word(lane.state());
        look.write(g, said, word, look.palette.text, x, Look.baselineFor(g, word, middle));
        double base = tile.getMaxY() + look.px(LINE);
        for (String line : lines(lane)) {
            if (base < plate.getMaxY()) {
                look.write(g, line, few(), look.palette.text2, look.px(12), base);
            }
            base += look.px(LINE);
        }
        double top = plate.getMaxY() + look.px(8);
        double length = column.getMaxY() - top - look.px(8);
        if (length > look.px(40)) {
            TurnedBand.paint(
                    g,
                    look,
                    lane.state(),
                    lane.progress(),
                    new Rectangle2D.Double(column.getX(), top, thickness, length),
                    edge);
        }
    }
}

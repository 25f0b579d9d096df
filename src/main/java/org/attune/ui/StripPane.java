package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import javax.swing.JPanel;

/**
 * The edge strip: tile, word, few words, band. Several people share it in equal parts. Confined to
 * the EDT.
 */
final class StripPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double REFERENCE = 40;

    private transient Look look;
    private transient LiveView view;
    private transient Optional<Confirmation> confirmation = Optional.empty();
    private final transient DisplaySettings settings;
    private boolean asked;

    StripPane(Look look, LiveView view, DisplaySettings settings) {
        this.look = look;
        this.view = view;
        this.settings = settings;
        setOpaque(true);
    }

    /**
     * @param nowAsked whether the words say why, and need the room of the band
     */
    void show(
            Look newLook,
            LiveView newView,
            Optional<Confirmation> newConfirmation,
            boolean nowAsked) {
        look = newLook;
        asked = nowAsked;
        confirmation = newConfirmation;
        view = newView;
        StringJoiner names = new StringJoiner("; ");
        confirmation.ifPresent(shown -> names.add(shown.words()));
        for (LaneView lane : view.lanes()) {
            names.add(lane.code() + ": " + look.words.word(lane.state()) + ", " + lane.strip());
        }
        getAccessibleContext().setAccessibleName(names.toString());
        repaint();
    }

    /** How thick it is, pixels. */
    int stripPixels() {
        return look.whole(settings.stripHeight());
    }

    /** How wide the plates with the words are on an upright edge, pixels. */
    int plateWidth() {
        return upright().plateWidth();
    }

    /** What of the window is covered on an upright edge. */
    Shape outline() {
        return upright().outline();
    }

    private UprightStrip upright() {
        return new UprightStrip(
                this, look, view, settings.stripEdge(), stripPixels(), confirmation);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.ground);
        g.fillRect(0, 0, getWidth(), getHeight());
        if (!settings.stripWords()) {
            EdgeLight.paint(g, look, view, getSize(), settings.stripEdge());
        } else if (settings.stripEdge().upright()) {
            upright().paint(g);
        } else {
            paintLying(g);
        }
        if (!settings.stripEdge().upright()) {
            confirmation.ifPresent(shown -> paintConfirmation(g, shown));
        }
        g.dispose();
    }

    private void paintLying(Graphics2D g) {
        int people = Math.max(1, view.lanes().size());
        double gap = people > 1 ? look.px(8) : 0;
        double width = (getWidth() - gap * (people - 1)) / people;
        for (int i = 0; i < view.lanes().size(); i++) {
            Rectangle2D cell = new Rectangle2D.Double(i * (width + gap), 0, width, getHeight());
            paintCell(g, view.lanes().get(i), cell, people > 1);
        }
    }

    /** Over the right end for ten seconds; the state stays in sight. */
    private void paintConfirmation(Graphics2D g, Confirmation shown) {
        double unit = getHeight() / REFERENCE;
        Font bold = font(unit, Typeface.LABEL, true);
        Font font = font(unit, Typeface.LABEL, false);
        String hint = shown.undoable() ? look.words.text("undo.hint") : "";
        double width = confirmationWidth(g, shown);
        double left = getWidth() - width;
        g.setColor(look.palette.raised);
        g.fill(new Rectangle2D.Double(left, 0, width, getHeight()));
        double base = Look.baselineFor(g, bold, getHeight() / 2.0);
        double x = left + 14 * unit;
        double end = look.write(g, shown.words(), bold, look.palette.text, x, base);
        look.write(g, hint, font, look.palette.text2, end + 20 * unit, base);
    }

    private double confirmationWidth(Graphics2D g, Confirmation shown) {
        double unit = getHeight() / REFERENCE;
        String hint = shown.undoable() ? look.words.text("undo.hint") : "";
        double hintWidth =
                hint.isEmpty()
                        ? 0
                        : Look.width(g, hint, font(unit, Typeface.LABEL, false)) + 20 * unit;
        return Look.width(g, shown.words(), font(unit, Typeface.LABEL, true))
                + hintWidth
                + 28 * unit;
    }

    private void paintCell(Graphics2D g, LaneView lane, Rectangle2D cell, boolean narrow) {
        double unit = cell.getHeight() / REFERENCE;
        g.setColor(look.palette.surface);
        g.fill(cell);
        double middle = cell.getCenterY();
        double x = cell.getX();
        Font chip = font(unit, Typeface.LABEL, true);
        if (narrow) {
            x = paintNarrowChips(g, lane, x + 8 * unit, chip, unit) + 8 * unit;
        }
        double side = cell.getHeight();
        Rectangle2D tile = new Rectangle2D.Double(x, cell.getY(), side * 1.18, side);
        StateTile.paint(g, look, lane.state(), lane.progress(), tile);
        x = tile.getMaxX() + 14 * unit;
        Font word = font(unit, Typeface.STATE_STRIP, true);
        look.write(
                g,
                look.words.word(lane.state()),
                word,
                look.palette.text,
                x,
                Look.baselineFor(g, word, middle));
        // The longest word keeps its room, so that nothing shifts when the state changes.
        x += widest(g, look.words.allStateWords(), word) + 20 * unit;
        // In a thick strip the room goes to glyph, word and band; the small words stay small.
        double small = Math.min(unit, 1.4 * look.scale);
        // Reasons are long: for once person and time make room for them.
        boolean alone = narrow || (asked && !lane.simulated()) || tight(g, lane, cell, x, small);
        double right = alone ? cell.getMaxX() - 10 * small : paintRight(g, lane, cell, small);
        paintWordsAndBand(g, lane, cell, x, right, small, narrow);
    }

    /** Whether words of the therapist's own need the room of person and time, as in large type. */
    private boolean tight(Graphics2D g, LaneView lane, Rectangle2D cell, double left, double unit) {
        double needed = Look.width(g, lane.strip(), font(unit, Typeface.BODY, false));
        return !lane.simulated()
                && left + needed > cell.getMaxX() - rightWidth(g, lane, unit) - 16 * unit;
    }

    private double rightWidth(Graphics2D g, LaneView lane, double unit) {
        return 30 * unit
                + widest(
                        g, LivePresenter.widestTimes(look.words), font(unit, Typeface.LABEL, false))
                + chipWidth(g, lane.code(), font(unit, Typeface.LABEL, true), unit);
    }

    private double paintNarrowChips(
            Graphics2D g, LaneView lane, double left, Font font, double unit) {
        String code = Look.fit(g, lane.code(), font, 84 * unit);
        paintChip(g, code, font, look.palette.chip(lane.number()), left, unit);
        double x = left + chipWidth(g, code, font, unit);
        if (lane.simulated()) {
            x += 6 * unit;
            paintChip(g, look.words.text("simulated.small"), font, look.palette.text2, x, unit);
            x += chipWidth(g, look.words.text("simulated.small"), font, unit);
        }
        return x;
    }

    private void paintWordsAndBand(
            Graphics2D g,
            LaneView lane,
            Rectangle2D cell,
            double left,
            double right,
            double unit,
            boolean narrow) {
        Font few = font(unit, asked ? Typeface.LABEL : Typeface.BODY, false);
        // One of several says only what cannot wait: why nothing is known.
        String said = narrow && !asked ? lane.because() : lane.strip();
        double most = right - left;
        double room =
                narrow || asked
                        ? most
                        : Math.min(most, Math.max(330 * unit, Look.width(g, said, few)));
        few = fitted(g, said, few, room);
        String words = Look.fit(g, said, few, room);
        look.write(
                g,
                words,
                few,
                look.palette.text2,
                left,
                Look.baselineFor(g, few, cell.getCenterY()));
        double bandLeft = left + room + 24 * unit;
        if (!narrow && right - bandLeft > 60 * unit) {
            Rectangle2D band =
                    new Rectangle2D.Double(
                            bandLeft, cell.getY(), right - bandLeft, cell.getHeight());
            StateBand.paint(g, look, lane.state(), lane.progress(), band);
        }
    }

    /** A type small enough for {@code words}, but never too small to be read. */
    private Font fitted(Graphics2D g, String words, Font font, double room) {
        double needed = Look.width(g, words, font);
        double size = font.getSize2D() * Math.min(1, 0.99 * room / Math.max(1, needed));
        return font.deriveFont((float) Math.max(size, Typeface.NOTE));
    }

    /** Person, simulated or not, and time; returns where the room for the band ends. */
    private double paintRight(Graphics2D g, LaneView lane, Rectangle2D cell, double unit) {
        Font font = font(unit, Typeface.LABEL, false);
        Font bold = font(unit, Typeface.LABEL, true);
        double right = cell.getMaxX() - 14 * unit;
        // What was done is said there for a while; that a heart is simulated is said all the same.
        double covered = confirmation.map(shown -> confirmationWidth(g, shown)).orElse(0.0);
        if (covered == 0) {
            look.writeEnding(
                    g,
                    view.time(),
                    font,
                    look.palette.text3,
                    right,
                    Look.baselineFor(g, font, cell.getCenterY()));
        }
        right -= widest(g, LivePresenter.widestTimes(look.words), font) + 16 * unit;
        right -= chipWidth(g, lane.code(), bold, unit);
        if (covered == 0) {
            paintChip(g, lane.code(), bold, look.palette.chip(lane.number()), right, unit);
        }
        if (lane.simulated()) {
            right = Math.min(right, cell.getMaxX() - covered);
            right -= 10 * unit + chipWidth(g, look.words.simulated(), bold, unit);
            paintChip(g, look.words.simulated(), bold, look.palette.text2, right, unit);
        }
        return right - 16 * unit;
    }

    private static double widest(Graphics2D g, String[] words, Font font) {
        return Arrays.stream(words).mapToDouble(each -> Look.width(g, each, font)).max().orElse(0);
    }

    private double chipWidth(Graphics2D g, String words, Font font, double unit) {
        return Look.width(g, words, font) + 14 * unit;
    }

    private void paintChip(
            Graphics2D g, String words, Font font, Color outline, double left, double unit) {
        double width = chipWidth(g, words, font, unit);
        double middle = getHeight() / 2.0;
        g.setColor(outline);
        g.setStroke(new BasicStroke((float) (1.5 * unit)));
        g.draw(
                new RoundRectangle2D.Double(
                        left, middle - 12 * unit, width, 24 * unit, 6 * unit, 6 * unit));
        look.writeCentred(
                g,
                words,
                font,
                look.palette.text,
                left + width / 2,
                Look.baselineFor(g, font, middle));
    }

    /** Words grow with the strip itself, be it set higher or scaled. */
    private Font font(double unit, double size, boolean bold) {
        double wanted = Math.max(size * unit / look.scale, Typeface.NOTE);
        return bold ? look.type.semibold(wanted) : look.type.regular(wanted);
    }
}

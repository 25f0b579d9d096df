package org.attune.ui.breath;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.swing.JPanel;

/**
 * The picture of the pacer: a disc that grows and shrinks within a ring, in neutral tones. With
 * motion reduced the disc stands still, full or empty, and changes twice a breath. Confined to the
 * EDT.
 */
public final class PacerPane extends JPanel {
    private static final long serialVersionUID = 1L;

    /** How small the disc becomes, as a share of the ring. */
    private static final double SMALLEST = 0.34;

    /**
     * How it looks and speaks.
     *
     * @param disc the colour of the disc
     * @param ring the colour of the ring
     * @param text the colour of the word in it
     * @param font of the word
     * @param in the word for breathing in; empty for a pacer too small for words
     * @param out the word for breathing out
     * @param name what a screen reader says of it
     * @param still whether motion is reduced
     */
    public record Manner(
            Color disc,
            Color ring,
            Color text,
            Font font,
            String in,
            String out,
            String name,
            boolean still) {}

    private final transient Pacer pacer;
    private transient Manner manner;
    private transient Breath painted;

    public PacerPane(Pacer pacer, Manner manner) {
        this.pacer = pacer;
        this.manner = manner;
        this.painted = pacer.now();
        setOpaque(false);
        setFocusable(false);
        pacer.watch(this::step);
        show(manner);
    }

    /** Another look or language. */
    public void show(Manner newManner) {
        manner = newManner;
        getAccessibleContext().setAccessibleName(manner.name());
        repaint();
    }

    private void step() {
        Breath now = pacer.now();
        boolean turned = now.in() != painted.in();
        painted = now;
        if (isShowing() && (!manner.still() || turned || !pacer.isRunning())) {
            repaint();
        }
    }

    private double fullness(Breath breath) {
        if (!manner.still()) {
            return breath.fullness();
        }
        return pacer.isRunning() && breath.in() ? 1 : 0;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Breath breath = pacer.now();
        double side = Math.min(getWidth(), getHeight()) - 4.0;
        double middleX = getWidth() / 2.0;
        double middleY = getHeight() / 2.0;
        g.setColor(manner.ring());
        g.setStroke(new BasicStroke((float) Math.max(1.2, side / 160)));
        g.draw(circle(middleX, middleY, side));
        double disc = side * (SMALLEST + (0.97 - SMALLEST) * fullness(breath));
        g.setColor(manner.disc());
        g.fill(circle(middleX, middleY, disc));
        if (pacer.isRunning() && !manner.in().isEmpty()) {
            paintWord(g, breath.in() ? manner.in() : manner.out(), middleX, middleY);
        }
        g.dispose();
    }

    private void paintWord(Graphics2D g, String word, double middleX, double middleY) {
        g.setFont(manner.font());
        g.setColor(manner.text());
        FontMetrics metrics = g.getFontMetrics();
        double base = middleY + (metrics.getAscent() - metrics.getDescent()) / 2.0;
        g.drawString(word, (float) (middleX - metrics.stringWidth(word) / 2.0), (float) base);
    }

    private static Ellipse2D circle(double x, double y, double across) {
        return new Ellipse2D.Double(x - across / 2, y - across / 2, across, across);
    }
}

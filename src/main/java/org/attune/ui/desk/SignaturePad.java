package org.attune.ui.desk;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.attune.ui.Look;

/**
 * The line on the receipt that is signed on, with a pen, a finger or a mouse. Confined to the EDT.
 */
final class SignaturePad extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Shorter than this, in pixels at 100 %, it was a slip and no signature. */
    private static final double LEAST = 40;

    private static final int MOST_POINTS = 4000;

    private transient Look look;
    private final transient Runnable changed;
    private final transient List<List<Point>> strokes = new ArrayList<>();

    SignaturePad(Look look, String accessibleName, Runnable changed) {
        this.look = look;
        this.changed = changed;
        setOpaque(false);
        setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
        getAccessibleContext().setAccessibleName(accessibleName);
        MouseAdapter pen =
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        strokes.add(new ArrayList<>(List.of(event.getPoint())));
                        told();
                    }

                    @Override
                    public void mouseDragged(MouseEvent event) {
                        if (!strokes.isEmpty() && points() < MOST_POINTS) {
                            strokes.get(strokes.size() - 1).add(event.getPoint());
                            told();
                        }
                    }
                };
        addMouseListener(pen);
        addMouseMotionListener(pen);
    }

    void show(Look newLook) {
        look = newLook;
        repaint();
    }

    private void told() {
        repaint();
        changed.run();
    }

    private int points() {
        return strokes.stream().mapToInt(List::size).sum();
    }

    /** Whether enough was drawn to be one. */
    boolean isSigned() {
        double length = 0;
        for (List<Point> stroke : strokes) {
            for (int i = 1; i < stroke.size(); i++) {
                length += stroke.get(i).distance(stroke.get(i - 1));
            }
        }
        return length >= look.px(LEAST);
    }

    void clear() {
        strokes.clear();
        told();
    }

    /** The strokes: x,y pairs with blanks between, one stroke a line; empty when not signed. */
    String text() {
        if (!isSigned()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (List<Point> stroke : strokes) {
            for (Point point : stroke) {
                text.append(point.x).append(',').append(point.y).append(' ');
            }
            text.setLength(text.length() - 1);
            text.append('\n');
        }
        return text.toString();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Look.smooth(graphics);
        g.setColor(look.palette.text2);
        g.setStroke(new BasicStroke((float) look.px(1)));
        int foot = getHeight() - 1;
        g.drawLine(0, foot, getWidth(), foot);
        g.setColor(look.palette.text);
        g.setStroke(
                new BasicStroke(
                        (float) look.px(1.8), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (List<Point> stroke : strokes) {
            Path2D path = new Path2D.Double();
            path.moveTo(stroke.get(0).x, stroke.get(0).y);
            stroke.forEach(point -> path.lineTo(point.x, point.y));
            g.draw(path);
        }
        g.dispose();
    }
}

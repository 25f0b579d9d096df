package org.attune.ui;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.RepaintManager;
import org.attune.testkit.PassingGraphics;

/**
 * A picture of a component together with what was painted where, so that the contrast of each word
 * and line can be measured on the pixels that came of it. What was painted over is forgotten.
 */
public final class Painted {
    /** Below this share of a pixel it is the edge of a shape, not the shape. */
    private static final double WITHIN = 0.9;

    private final BufferedImage image;
    private final List<Thing> things = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();

    /**
     * Words that were not painted whole.
     *
     * @param words what was to be written
     * @param bounds where
     * @param open the room there was for it
     */
    public record Cut(String words, Rectangle2D bounds, Rectangle2D open) {}

    /**
     * A word or a shape.
     *
     * @param words what was written; empty for a shape
     * @param shape in pixels
     * @param colour asked for
     */
    public record Thing(String words, Shape shape, Color colour, boolean stroked) {
        public boolean text() {
            return !words.isBlank();
        }
    }

    private Painted(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** Lays {@code component} out and paints it. Call on the EDT. */
    public static Painted of(Component component, int width, int height) {
        component.setSize(width, height);
        Screens.layout(component);
        RepaintManager manager = RepaintManager.currentManager(component);
        boolean buffered = manager.isDoubleBufferingEnabled();
        manager.setDoubleBufferingEnabled(false);
        Painted painted = new Painted(width, height);
        Graphics2D g = painted.image.createGraphics();
        try {
            component.paint(painted.new Watched(g));
        } finally {
            g.dispose();
            manager.setDoubleBufferingEnabled(buffered);
        }
        return painted;
    }

    public BufferedImage image() {
        return image;
    }

    public List<Thing> things() {
        return List.copyOf(things);
    }

    /** What was written beyond the room there was for it. */
    public List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    /**
     * Contrast of {@code thing} with what lies around it, the least of all colours that make up a
     * quarter of it; not a number where it has no pixel of its own.
     *
     * @param best whether it is enough to stand out on one side: the most of all colours that make
     *     up a tenth
     */
    public double contrast(Thing thing, boolean best) {
        Rectangle box = thing.shape().getBounds();
        box.grow(3, 3);
        box = box.intersection(Pixels.all(image));
        if (box.isEmpty()) {
            return Double.NaN;
        }
        double[] coverage = coverage(thing.shape(), box);
        boolean[] near = around(coverage, box.width, box.height);
        double most = 0;
        for (double each : coverage) {
            most = Math.max(most, each);
        }
        List<Integer> inked = new ArrayList<>();
        List<Integer> around = new ArrayList<>();
        for (int i = 0; i < coverage.length; i++) {
            int x = i % box.width;
            int y = i / box.width;
            int pixel = image.getRGB(box.x + x, box.y + y) & 0xFFFFFF;
            if (coverage[i] >= (thing.text() ? 0.1 : WITHIN * most)) {
                inked.add(pixel);
            } else if (near[i]) {
                around.add(pixel);
            }
        }
        // Where its own colour goes on beside it, it is joined to something: dots on a line. Half
        // of
        // all, and it would be lost in it.
        int own = thing.colour().getRGB() & 0xFFFFFF;
        if (2 * around.stream().filter(each -> each == own).count() < around.size()) {
            around.removeIf(each -> each == own);
        }
        return inked.size() < 2 || around.size() < 4
                ? Double.NaN
                : contrast(ink(inked, around, thing.text() ? 1 : 0.8), around, best);
    }

    /** The colour of the strokes: those furthest from around, leaving out {@code 1 - share}. */
    private static Color ink(List<Integer> inked, List<Integer> around, double share) {
        Color ground = median(around, 0.5);
        List<Integer> sorted =
                inked.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        p -> Palette.contrast(new Color(p), ground)))
                        .toList();
        return new Color(sorted.get((int) ((sorted.size() - 1) * share)));
    }

    private static double contrast(Color ink, List<Integer> around, boolean best) {
        Map<Integer, Integer> counts = new HashMap<>();
        around.forEach(p -> counts.merge(p, 1, Integer::sum));
        double result = best ? 0 : 99;
        for (var each : counts.entrySet()) {
            if (each.getValue() * (best ? 10 : 4) >= around.size()) {
                double ratio = Palette.contrast(ink, new Color(each.getKey()));
                result = best ? Math.max(result, ratio) : Math.min(result, ratio);
            }
        }
        return result == 0 || result == 99 ? Palette.contrast(ink, median(around, 0.5)) : result;
    }

    private static Color median(List<Integer> pixels, double share) {
        return pixels.stream()
                .map(Color::new)
                .sorted(Comparator.comparingDouble(Palette::luminance))
                .toList()
                .get((int) ((pixels.size() - 1) * share));
    }

    /** What lies within three pixels of the shape, and not within one. */
    private static boolean[] around(double[] coverage, int w, int h) {
        boolean[] near = new boolean[coverage.length];
        boolean[] touching = new boolean[coverage.length];
        for (int i = 0; i < coverage.length; i++) {
            if (coverage[i] > 0 && !enclosed(coverage, w, h, i)) {
                mark(near, w, h, i, 3);
                mark(touching, w, h, i, 1);
            }
        }
        for (int i = 0; i < near.length; i++) {
            near[i] &= !touching[i] && coverage[i] == 0;
        }
        return near;
    }

    private static boolean enclosed(double[] coverage, int w, int h, int i) {
        int x = i % w;
        int y = i / w;
        return x > 0
                && x < w - 1
                && y > 0
                && y < h - 1
                && coverage[i - 1] > 0
                && coverage[i + 1] > 0
                && coverage[i - w] > 0
                && coverage[i + w] > 0;
    }

    private static void mark(boolean[] marked, int w, int h, int i, int reach) {
        int x = i % w;
        int y = i / w;
        for (int py = Math.max(0, y - reach); py <= Math.min(h - 1, y + reach); py++) {
            for (int px = Math.max(0, x - reach); px <= Math.min(w - 1, x + reach); px++) {
                marked[py * w + px] = true;
            }
        }
    }

    private static double[] coverage(Shape shape, Rectangle box) {
        BufferedImage mask = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = mask.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(-box.x, -box.y);
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        double[] samples =
                mask.getRaster().getSamples(0, 0, box.width, box.height, 0, (double[]) null);
        for (int i = 0; i < samples.length; i++) {
            samples[i] /= 255;
        }
        return samples;
    }

    private void add(Graphics2D g, String words, Shape shape, boolean stroked) {
        if (!(g.getPaint() instanceof Color colour)
                || colour.getAlpha() < 255
                || !g.getComposite().equals(AlphaComposite.SrcOver)) {
            return;
        }
        Shape placed = g.getTransform().createTransformedShape(shape);
        Shape clip = g.getClip();
        if (clip != null) {
            Rectangle2D open = g.getTransform().createTransformedShape(clip).getBounds2D();
            Rectangle2D bounds = placed.getBounds2D();
            Rectangle2D most = new Rectangle2D.Double();
            most.setFrameFromDiagonal(
                    open.getX() - 1, open.getY() - 1, open.getMaxX() + 1, open.getMaxY() + 1);
            if (!words.isBlank() && !most.contains(bounds)) {
                cuts.add(new Cut(words, bounds, open));
            }
            if (!open.intersects(bounds)) {
                return;
            }
            if (!open.contains(bounds)) {
                Area seen = new Area(placed);
                seen.intersect(new Area(open));
                placed = seen;
            }
        }
        if (words.isBlank() && !stroked) {
            Shape over = placed;
            things.removeIf(below -> over.contains(below.shape().getBounds2D()));
        }
        things.add(new Thing(words, placed, colour, stroked));
    }

    private final class Watched extends PassingGraphics {
        Watched(Graphics2D to) {
            super(to);
        }

        /**
         * Contrast of words is that without their soft edges (WCAG 2.2, contrast ratio, note 5).
         */
        @Override
        public void setRenderingHint(RenderingHints.Key key, Object value) {
            boolean softWords = key.equals(RenderingHints.KEY_TEXT_ANTIALIASING);
            super.setRenderingHint(
                    key, softWords ? RenderingHints.VALUE_TEXT_ANTIALIAS_OFF : value);
        }

        @Override
        public Graphics create() {
            return new Watched((Graphics2D) to.create());
        }

        @Override
        public void draw(Shape shape) {
            super.draw(shape);
            add(to, "", to.getStroke().createStrokedShape(shape), true);
        }

        @Override
        public void fill(Shape shape) {
            super.fill(shape);
            add(to, "", shape, false);
        }

        @Override
        public void fillRect(int x, int y, int width, int height) {
            super.fillRect(x, y, width, height);
            add(to, "", new Rectangle(x, y, width, height), false);
        }

        @Override
        public void drawLine(int x1, int y1, int x2, int y2) {
            super.drawLine(x1, y1, x2, y2);
            add(
                    to,
                    "",
                    new BasicStroke(1).createStrokedShape(new Line2D.Float(x1, y1, x2, y2)),
                    true);
        }

        @Override
        public void drawString(String words, float x, float y) {
            super.drawString(words, x, y);
            if (!words.isBlank()) {
                GlyphVector glyphs = getFont().createGlyphVector(getFontRenderContext(), words);
                add(to, words, glyphs.getOutline(x, y), false);
            }
        }

        @Override
        public void drawString(String words, int x, int y) {
            drawString(words, (float) x, (float) y);
        }

        @Override
        public void drawString(AttributedCharacterIterator words, float x, float y) {
            super.drawString(words, x, y);
            Shape outline =
                    new TextLayout(words, getFontRenderContext())
                            .getOutline(AffineTransform.getTranslateInstance(x, y));
            add(to, "attributed", outline, false);
        }

        @Override
        public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
            super.drawGlyphVector(glyphs, x, y);
            add(to, "glyphs", glyphs.getOutline(x, y), false);
        }
    }
}

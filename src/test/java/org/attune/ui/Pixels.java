package org.attune.ui;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Questions about the pixels of an image. */
public final class Pixels {
    private Pixels() {}

    public static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours.size();
    }

    /** Share of the pixels of {@code area} that are within {@code tolerance} of {@code colour}. */
    public static double share(BufferedImage image, Rectangle area, Color colour, int tolerance) {
        return share(image, area, c -> near(c, colour, tolerance));
    }

    public static double share(BufferedImage image, Rectangle area, Predicate<Color> wanted) {
        long hits = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                hits += wanted.test(new Color(image.getRGB(x, y))) ? 1 : 0;
            }
        }
        return hits / (double) (area.width * area.height);
    }

    public static boolean near(Color a, Color b, int tolerance) {
        return Math.abs(a.getRed() - b.getRed()) <= tolerance
                && Math.abs(a.getGreen() - b.getGreen()) <= tolerance
                && Math.abs(a.getBlue() - b.getBlue()) <= tolerance;
    }

    /** Whether two pictures are the same, pixel for pixel. */
    public static boolean same(BufferedImage a, BufferedImage b) {
        int w = a.getWidth();
        int h = a.getHeight();
        return w == b.getWidth()
                && h == b.getHeight()
                && java.util.Arrays.equals(
                        a.getRGB(0, 0, w, h, null, 0, w), b.getRGB(0, 0, w, h, null, 0, w));
    }

    public static Rectangle all(BufferedImage image) {
        return new Rectangle(0, 0, image.getWidth(), image.getHeight());
    }
}

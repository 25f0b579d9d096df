package org.attune.ui.review;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.Arrays;

/** Something laid out once for a zoom, to be painted in whatever colour is set. */
interface Ink {
    void paint(Graphics2D g);

    /** An area. */
    static Ink of(Shape area) {
        return g -> g.fill(area);
    }

    /** Does {@code work} without smoothed edges, which cost more than what they surround. */
    static void onWholePixels(Graphics2D g, Runnable work) {
        Object before = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        work.run();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
    }

    /**
     * Upright bars on whole pixels: where points crowd, many times cheaper than an outline, and no
     * less exact. Confined to the EDT.
     */
    final class Bars implements Ink {
        private int[] bars = new int[2048];
        private int size;
        private final int width;

        /**
         * @param width of each, pixels, at least one
         */
        Bars(double width) {
            this.width = (int) Math.max(1, Math.round(width));
        }

        void add(double x, double top, double foot) {
            if (size + 3 > bars.length) {
                bars = Arrays.copyOf(bars, 2 * bars.length);
            }
            bars[size++] = (int) Math.floor(x);
            bars[size++] = (int) Math.round(top);
            bars[size++] = (int) Math.max(1, Math.round(foot) - Math.round(top));
        }

        @Override
        public void paint(Graphics2D g) {
            onWholePixels(
                    g,
                    () -> {
                        for (int i = 0; i < size; i += 3) {
                            g.fillRect(bars[i], bars[i + 1], width, bars[i + 2]);
                        }
                    });
        }
    }
}

package org.attune.export.page;

/**
 * Where a page is drawn: points of 1/72 inch from the upper left corner, x to the right, y down,
 * greys from 0 (black) to 255 (white). Confined to one thread.
 */
interface Surface {
    /** No fill, or no line. */
    int NONE = -1;

    int WHITE = 255;

    /** How wide {@code text} would be, points. */
    double width(String text, double size, boolean bold);

    /** Text whose base line begins at x, y. */
    void text(double x, double y, Lettering type, String text);

    /**
     * Lines from point to point, and what they enclose.
     *
     * @param xy x and y in turn
     * @param fill grey inside, or {@link #NONE}
     * @param pen how its line is drawn
     */
    void path(double[] xy, int fill, Pen pen);

    /** A size, weight and grey of letters. */
    record Lettering(double size, boolean bold, int grey) {
        static Lettering plain(double size, int grey) {
            return new Lettering(size, false, grey);
        }

        static Lettering bold(double size, int grey) {
            return new Lettering(size, true, grey);
        }
    }

    /**
     * How a line is drawn.
     *
     * @param width points
     * @param grey of the line, or {@link #NONE}
     * @param dash length of its dashes and gaps, points; 0 for a solid line
     * @param closed whether it returns to its beginning
     */
    record Pen(double width, int grey, double dash, boolean closed) {
        static final Pen OFF = new Pen(0, NONE, 0, true);

        static Pen line(double width, int grey) {
            return new Pen(width, grey, 0, false);
        }

        static Pen dashed(double width, int grey, double dash) {
            return new Pen(width, grey, dash, false);
        }

        static Pen outline(double width, int grey) {
            return new Pen(width, grey, 0, true);
        }
    }

    default void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        path(new double[] {fromX, fromY, toX, toY}, NONE, pen);
    }

    default void box(double left, double top, double right, double bottom, int fill, Pen pen) {
        path(new double[] {left, top, right, top, right, bottom, left, bottom}, fill, pen);
    }

    /** A circle, as a polygon that no eye can tell from it. */
    default void circle(double x, double y, double radius, int fill, Pen pen) {
        int corners = 32;
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * StrictMath.PI * i / corners;
            xy[2 * i] = x + radius * StrictMath.cos(angle);
            xy[2 * i + 1] = y + radius * StrictMath.sin(angle);
        }
        path(xy, fill, pen);
    }

    /** Strokes from lower left to upper right, as for what is not known. */
    default void hatch(double left, double top, double right, double bottom, int grey) {
        double step = 4;
        double height = bottom - top;
        for (double x = left - height + step / 2; x < right; x += step) {
            double from = Math.max(x, left);
            double to = Math.min(x + height, right);
            if (to > from) {
                line(from, bottom - (from - x), to, bottom - (to - x), Pen.line(0.4, grey));
            }
        }
    }

    default void textTo(double right, double y, Lettering type, String text) {
        text(right - width(text, type.size(), type.bold()), y, type, text);
    }

    default void textAround(double middle, double y, Lettering type, String text) {
        text(middle - width(text, type.size(), type.bold()) / 2, y, type, text);
    }
}

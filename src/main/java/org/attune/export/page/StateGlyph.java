package org.attune.export.page;

import org.attune.export.page.Surface.Pen;
import org.attune.regulation.RegulationState;

/** A state as a shape, and the grey that goes with it: one ink is enough to tell them apart. */
final class StateGlyph {
    private static final int INK = 0x22;

    private StateGlyph() {}

    static int fill(RegulationState state) {
        return switch (state) {
            case HIGH -> 0x22;
            case USUAL -> 0x55;
            case RISING -> 0xbd;
            case SETTLING -> 0xed;
            case QUIET -> 0xd8;
            case LEARNING, UNKNOWN -> Surface.WHITE;
        };
    }

    /** A box of a bar or of the ribbon. */
    static void box(
            Surface on, RegulationState state, double left, double top, double right, double end) {
        on.box(left, top, right, end, fill(state), Pen.outline(0.6, outline(state)));
        if (state == RegulationState.UNKNOWN) {
            on.hatch(left, top, right, end, 0x99);
        }
    }

    private static int outline(RegulationState state) {
        return state == RegulationState.HIGH || state == RegulationState.USUAL ? fill(state) : 0x66;
    }

    /**
     * @param x middle
     * @param y middle
     * @param size of the square it fills
     */
    static void draw(Surface on, RegulationState state, double x, double y, double size, int ink) {
        double half = size / 2;
        switch (state) {
            case UNKNOWN -> {
                on.box(
                        x - half,
                        y - half,
                        x + half,
                        y + half,
                        Surface.NONE,
                        new Pen(0.7, ink, 1.2, true));
                on.textAround(x, y + size * 0.3, Surface.Lettering.bold(size * 0.85, ink), "?");
            }
            case LEARNING -> ring(on, x, y, half, ink);
            case USUAL -> bar(on, x, y, half, size * 0.16, ink);
            case RISING -> {
                triangle(on, x, y - half * 0.7, half * 0.8, half * 1.0, ink);
                bar(on, x, y + half * 0.75, half * 0.8, size * 0.1, ink);
            }
            case HIGH -> {
                triangle(on, x, y - half, half * 0.72, half * 0.78, ink);
                triangle(on, x, y - half * 0.12, half * 0.72, half * 0.78, ink);
                bar(on, x, y + half * 0.95, half * 0.72, size * 0.08, ink);
            }
            case SETTLING -> {
                bar(on, x, y - half * 0.75, half * 0.8, size * 0.1, ink);
                triangle(on, x, y + half * 0.8, half * 0.8, -half * 1.1, ink);
            }
            case QUIET -> {
                bar(on, x, y - size * 0.18, half, size * 0.08, ink);
                bar(on, x, y + size * 0.18, half, size * 0.08, ink);
            }
        }
    }

    static void draw(Surface on, RegulationState state, double x, double y, double size) {
        draw(on, state, x, y, size, INK);
    }

    private static void bar(Surface on, double x, double y, double half, double thick, int ink) {
        on.box(x - half, y - thick, x + half, y + thick, ink, Pen.OFF);
    }

    /** From its tip down by {@code height}; up where that is negative. */
    private static void triangle(
            Surface on, double x, double tip, double half, double height, int ink) {
        double base = tip + height;
        on.path(new double[] {x, tip, x + half, base, x - half, base}, ink, Pen.OFF);
    }

    private static void ring(Surface on, double x, double y, double radius, int ink) {
        int steps = 24;
        double[] xy = new double[2 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double angle = -1.2 + 5.1 * i / steps;
            xy[2 * i] = x + radius * 0.85 * StrictMath.cos(angle);
            xy[2 * i + 1] = y + radius * 0.85 * StrictMath.sin(angle);
        }
        on.path(xy, Surface.NONE, Pen.line(1.1, ink));
    }
}

package org.attune.ui;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.regulation.RegulationState;

/**
 * Contrast as it reaches the eye, for every word and every line that means something (WCAG 2.2,
 * 1.4.3 and 1.4.11).
 */
final class PaintedContrast {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    /** A pixel is seldom covered wholly by a stroke of little more than its own width. */
    private static final double EDGES = 0.97;

    private final Palette palette;
    private final Set<Color> meant;
    private final List<String> poor = new ArrayList<>();
    private int words;
    private int shapes;

    PaintedContrast(Palette palette) {
        this.palette = palette;
        this.meant = meaningful(palette);
    }

    /** What is hardly seen, one line each. */
    List<String> poor() {
        return List.copyOf(poor);
    }

    /** How many words were measured. */
    int words() {
        return words;
    }

    /** How many lines and areas. */
    int shapes() {
        return shapes;
    }

    /** Measures all that was painted of {@code name}. */
    void look(String name, Painted painted) {
        for (Painted.Thing thing : painted.things()) {
            if (thing.text() || meant.contains(thing.colour())) {
                measure(name, painted, thing);
            }
        }
    }

    private void measure(String name, Painted painted, Painted.Thing thing) {
        // An edge need only be seen from one of its sides, a line that stands alone from both.
        boolean alone = thing.colour().equals(palette.data) && thing.stroked();
        double contrast = painted.contrast(thing, !thing.text() && !alone);
        if (Double.isNaN(contrast)) {
            return;
        }
        words += thing.text() ? 1 : 0;
        shapes += thing.text() ? 0 : 1;
        if (contrast < (thing.text() ? TEXT : GRAPHICS) * EDGES) {
            poor.add(
                    String.format(
                            Locale.ROOT,
                            "%s %s: %.2f %s %06x at %s",
                            palette,
                            name,
                            contrast,
                            thing.words(),
                            thing.colour().getRGB() & 0xFFFFFF,
                            thing.shape().getBounds()));
        }
    }

    /** What lines and areas may mean something by; all others are decoration. */
    private static Set<Color> meaningful(Palette palette) {
        Set<Color> colours = new HashSet<>();
        colours.addAll(List.of(palette.data, palette.bandEdge, palette.hatch, palette.focus));
        for (RegulationState state : RegulationState.values()) {
            colours.add(palette.ink(state));
            colours.add(palette.onFill(state));
            // In light the outline tells; the fill within it may be pale.
            if (!palette.outlinesFills()) {
                colours.add(palette.fill(state));
            }
        }
        for (int lane = 0; lane < 4; lane++) {
            colours.add(palette.chip(lane));
        }
        colours.removeAll(List.of(palette.surface, palette.ground));
        return colours;
    }
}

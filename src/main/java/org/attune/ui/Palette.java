package org.attune.ui;

import java.awt.Color;
import java.util.List;
import org.attune.regulation.RegulationState;

/**
 * The colours of one theme, by meaning. Hues are those of Okabe and Ito (2008), told apart by
 * people with any common colour vision; no red, no green. {@link #grid} and {@link #rule} are
 * decoration: no meaning may hang on them. Immutable, any thread.
 */
public final class Palette {
    static final Palette DARK =
            new Palette(
                    "dark",
                    ground("#16191D", "#1E2227", "#292F36", "#3D454E", "#2A3037"),
                    words("#E6E8EB", "#B6BCC4", "#929AA4", "#8FC7F0"),
                    chart("#DDE2E7", "#22384A", "#4F86A9", "#6A5B42", "#343C45", "#747D87"),
                    states("#A3AAB3", "#3B8AC0", "#E69F00", "#DE6A16", "#6CBDEC", "#CC79A7"),
                    states("#A3AAB3", "#3B8AC0", "#E69F00", "#DE6A16", "#6CBDEC", "#CC79A7"),
                    "#14171A");
    static final Palette LIGHT =
            new Palette(
                    "light",
                    ground("#F7F6F3", "#FFFFFF", "#ECEAE5", "#BDBAB3", "#E7E4DE"),
                    words("#1D2126", "#474E56", "#646B73", "#005A8C"),
                    chart("#1F2D39", "#DCE8F0", "#5184A7", "#E3D3B4", "#D9D6CF", "#7E8389"),
                    states("#666C73", "#0072B2", "#8F5F00", "#B34700", "#2A76A3", "#A24F80"),
                    states("#D9D8D5", "#0072B2", "#E69F00", "#D55E00", "#9FD3F2", "#E3B7CF"),
                    "#14171A");
    static final Palette DIM =
            new Palette(
                    "dim",
                    ground("#0F1011", "#151617", "#1D1E1F", "#36373A", "#202123"),
                    words("#BDB6AA", "#9A948A", "#837E76", "#7FA6BF"),
                    chart("#B4AEA3", "#15232D", "#4A7490", "#4A4030", "#26282A", "#65686B"),
                    states("#85888B", "#33719A", "#B9820F", "#CB6420", "#5392B5", "#A6668B"),
                    states("#85888B", "#33719A", "#B9820F", "#CB6420", "#5392B5", "#A6668B"),
                    "#0F1011");

    private static final List<Color> DARK_CHIPS =
            List.of(hex("#8FB3A9"), hex("#B9A37E"), hex("#A6A3C4"), hex("#B4B4B4"));
    private static final List<Color> LIGHT_CHIPS =
            List.of(hex("#3F776A"), hex("#7D6229"), hex("#5D5990"), hex("#5F5F5F"));

    public final Color ground;
    public final Color surface;
    public final Color raised;
    public final Color rule;
    public final Color grid;
    public final Color text;
    public final Color text2;
    public final Color text3;
    public final Color focus;
    public final Color data;
    public final Color band;
    public final Color bandEdge;
    public final Color above;
    public final Color sure;
    public final Color hatch;
    private final List<Color> inks;
    private final List<Color> fills;
    private final Color glyphInk;
    private final String name;

    private Palette(
            String name,
            List<Color> ground,
            List<Color> words,
            List<Color> chart,
            List<Color> inks,
            List<Color> fills,
            String glyphInk) {
        this.name = name;
        this.ground = ground.get(0);
        this.surface = ground.get(1);
        this.raised = ground.get(2);
        this.rule = ground.get(3);
        this.grid = ground.get(4);
        this.text = words.get(0);
        this.text2 = words.get(1);
        this.text3 = words.get(2);
        this.focus = words.get(3);
        this.data = chart.get(0);
        this.band = chart.get(1);
        this.bandEdge = chart.get(2);
        this.above = chart.get(3);
        this.sure = chart.get(4);
        this.hatch = chart.get(5);
        this.inks = inks;
        this.fills = fills;
        this.glyphInk = hex(glyphInk);
    }

    static Palette of(DisplaySettings.Theme theme) {
        return switch (theme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
            case DIM -> DIM;
        };
    }

    /**
     * The colour of outlines and glyphs of {@code state} on {@link #ground} or {@link #surface}.
     */
    public Color ink(RegulationState state) {
        return inks.get(index(state));
    }

    /**
     * The colour areas of {@code state} are filled with; in light only inside an outline of ink.
     */
    public Color fill(RegulationState state) {
        return fills.get(index(state));
    }

    /** The colour of a glyph or word upon {@link #fill}. */
    public Color onFill(RegulationState state) {
        return light() && state == RegulationState.USUAL ? Color.WHITE : glyphInk;
    }

    private boolean light() {
        return name.equals("light");
    }

    @Override
    public String toString() {
        return name;
    }

    /** Whether fills need an outline of their ink to be seen against the ground. */
    public boolean outlinesFills() {
        return light();
    }

    /** The outline of the chip of the person in lane number {@code lane}; never used in a chart. */
    public Color chip(int lane) {
        List<Color> chips = light() ? LIGHT_CHIPS : DARK_CHIPS;
        return chips.get(lane % chips.size());
    }

    /** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance in sRGB). */
    static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int index(RegulationState state) {
        return switch (state) {
            case UNKNOWN, LEARNING -> 0;
            case USUAL -> 1;
            case RISING -> 2;
            case HIGH -> 3;
            case SETTLING -> 4;
            case QUIET -> 5;
        };
    }

    private static List<Color> ground(
            String ground, String surface, String raised, String rule, String grid) {
        return colours(ground, surface, raised, rule, grid);
    }

    private static List<Color> words(String text, String text2, String text3, String focus) {
        return colours(text, text2, text3, focus);
    }

    private static List<Color> chart(
            String data, String band, String bandEdge, String above, String sure, String hatch) {
        return colours(data, band, bandEdge, above, sure, hatch);
    }

    private static List<Color> states(
            String unknown,
            String usual,
            String rising,
            String high,
            String settling,
            String quiet) {
        return colours(unknown, usual, rising, high, settling, quiet);
    }

    private static List<Color> colours(String... codes) {
        return List.of(codes).stream().map(Palette::hex).toList();
    }

    /**
     * A colour that lets through what lies under it.
     *
     * @param alpha from 0, nothing of it is seen, to 255
     */
    public static Color faint(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private static Color hex(String code) {
        return new Color(Integer.parseInt(code.substring(1), 16));
    }
}

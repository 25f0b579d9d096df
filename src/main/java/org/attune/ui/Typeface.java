package org.attune.ui;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fonts of the display in one size. Inter comes with the program; where it cannot be read, the
 * next of the chain is taken. Sizes are pixels at 100 %. Confined to the EDT.
 */
public final class Typeface {
    public static final double STATE = 31;
    public static final double STATE_COMPACT = 26;
    public static final double STATE_STRIP = 21;
    public static final double SENTENCE = 16;
    public static final double BODY = 14.5;
    public static final double LABEL = 13;
    public static final double TICK = 12;
    public static final double NOTE = 11.5;

    private static final List<String> CHAIN =
            List.of("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans");

    private final String regular;
    private final String semibold;
    private final int semiboldStyle;
    private final double scale;
    private final Map<String, Font> made = new HashMap<>();

    private Typeface(String regular, String semibold, int semiboldStyle, double scale) {
        this.regular = regular;
        this.semibold = semibold;
        this.semiboldStyle = semiboldStyle;
        this.scale = scale;
    }

    /** The fonts at {@code scale}, 1 = 100 %. */
    static Typeface at(double scale) {
        Set<String> families = families();
        if (!families.contains(FlatInterFont.FAMILY_SEMIBOLD)) {
            FlatInterFont.installBasic();
            FlatInterFont.installSemiBold();
            families = families();
        }
        if (families.contains(FlatInterFont.FAMILY)
                && families.contains(FlatInterFont.FAMILY_SEMIBOLD)) {
            return new Typeface(
                    FlatInterFont.FAMILY, FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, scale);
        }
        String family =
                CHAIN.stream().filter(families()::contains).findFirst().orElse(Font.SANS_SERIF);
        return new Typeface(family, family, Font.BOLD, scale);
    }

    private static Set<String> families() {
        return new HashSet<>(
                Arrays.asList(
                        GraphicsEnvironment.getLocalGraphicsEnvironment()
                                .getAvailableFontFamilyNames()));
    }

    /** Weight 400. */
    public Font regular(double size) {
        return font(regular, Font.PLAIN, size);
    }

    /** Weight 600: state words, titles, keys. */
    public Font semibold(double size) {
        return font(semibold, semiboldStyle, size);
    }

    private Font font(String family, int style, double size) {
        return made.computeIfAbsent(
                family + style + '/' + size,
                key -> new Font(family, style, 1).deriveFont((float) (size * scale)));
    }
}

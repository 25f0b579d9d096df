package org.attune.ui;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Colours, fonts and size of one theme at one scale, the words, and how to write with them.
 * Immutable apart from the fonts' cache; confined to the EDT.
 */
public final class Look {
    public final Palette palette;
    public final Typeface type;
    public final double scale;
    public final LiveWords words;

    private Look(Palette palette, Typeface type, double scale, LiveWords words) {
        this.palette = palette;
        this.type = type;
        this.scale = scale;
        this.words = words;
    }

    /** The look that {@code settings} ask for. */
    public static Look of(DisplaySettings settings) {
        return new Look(
                Palette.of(settings.theme()),
                Typeface.at(settings.scale()),
                settings.scale(),
                LiveWords.of(settings));
    }

    /** The same at another size. */
    public Look at(double otherScale) {
        return new Look(palette, Typeface.at(otherScale), otherScale, words);
    }

    /** Makes the toolkit's own parts follow {@code theme}. */
    public static void dressToolkit(DisplaySettings.Theme theme) {
        FlatLaf.setGlobalExtraDefaults(ToolkitDress.of(Palette.of(theme)));
        if (theme == DisplaySettings.Theme.LIGHT) {
            FlatLightLaf.setup();
        } else {
            FlatDarkLaf.setup();
        }
    }

    /** {@code units} pixels at 100 % in pixels of this scale. */
    public double px(double units) {
        return units * scale;
    }

    /** The same, to the nearest whole pixel. */
    public int whole(double units) {
        return (int) Math.round(units * scale);
    }

    /** A copy of {@code g} that paints smoothly; dispose of it after use. */
    public static Graphics2D smooth(Graphics g) {
        Graphics2D copy = (Graphics2D) g.create();
        copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        copy.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        copy.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        copy.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return copy;
    }

    /** A broken line, in pixels at 100 %: its width, its dashes and the holes between them. */
    public BasicStroke dashed(double width, double on, double off) {
        return new BasicStroke(
                (float) px(width),
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {(float) px(on), (float) px(off)},
                0);
    }

    /** Draws the dashed frame of the therapist's own lane. */
    public void ownFrame(Graphics2D g, double x, double y, double width, double height) {
        g.setColor(palette.text3);
        g.setStroke(dashed(1.2, 3, 3));
        g.draw(new RoundRectangle2D.Double(x, y, width, height, px(6), px(6)));
    }

    /** Writes from {@code x} rightwards; returns where it ends. */
    public double write(
            Graphics2D g, String words, Font font, Color colour, double x, double baseline) {
        String set = typeset(words);
        g.setFont(font);
        g.setColor(colour);
        g.drawString(set, (float) x, (float) baseline);
        return x + width(g, words, font);
    }

    /** Writes so that it ends at {@code x}; returns where it begins. */
    public double writeEnding(
            Graphics2D g, String words, Font font, Color colour, double x, double baseline) {
        double from = x - width(g, words, font);
        write(g, words, font, colour, from, baseline);
        return from;
    }

    /** Writes with its middle at {@code x}. */
    public void writeCentred(
            Graphics2D g, String words, Font font, Color colour, double x, double baseline) {
        write(g, words, font, colour, x - width(g, words, font) / 2, baseline);
    }

    /** A key as a small outlined box, from {@code left} on, about {@code middle}. */
    public void keyCap(
            Graphics2D g,
            String key,
            Font font,
            double left,
            double middle,
            double width,
            double height) {
        g.setColor(palette.text3);
        g.setStroke(new BasicStroke((float) px(1)));
        double round = px(6);
        g.draw(new RoundRectangle2D.Double(left, middle - height / 2, width, height, round, round));
        double base = baselineFor(g, font, middle);
        writeCentred(g, key, font, palette.text, left + width / 2, base);
    }

    /** A card over something else, that fills a component so large. */
    public void card(Graphics2D g, Dimension size) {
        double round = px(8);
        RoundRectangle2D card =
                new RoundRectangle2D.Double(
                        1, 1, size.width - 2.0, size.height - 2.0, round, round);
        g.setColor(palette.surface);
        g.fill(card);
        g.setColor(palette.text3);
        g.setStroke(new BasicStroke((float) px(1)));
        g.draw(card);
    }

    /** How wide {@code words} are. */
    public static double width(Graphics2D g, String words, Font font) {
        return font.getStringBounds(typeset(words), g.getFontRenderContext()).getWidth();
    }

    /** {@code words}, shortened with an ellipsis until they are no wider than {@code width}. */
    public static String fit(Graphics2D g, String words, Font font, double width) {
        if (width(g, words, font) <= width) {
            return words;
        }
        String kept = words;
        while (!kept.isEmpty() && width(g, kept.stripTrailing() + "…", font) > width) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept.isEmpty() ? "" : kept.stripTrailing() + "…";
    }

    /**
     * {@code words} broken at spaces into lines no wider than {@code width}; within a word only
     * where it is wider than a line.
     */
    public static List<String> wrap(FontMetrics metrics, String words, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            while (metrics.stringWidth(typeset(word)) > width && word.length() > 1) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                int most = fitting(metrics, word, width);
                lines.add(word.substring(0, most));
                word = word.substring(most);
            }
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(typeset(longer)) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters of {@code word} fit, at least one, no character cut in two. */
    private static int fitting(FontMetrics metrics, String word, double width) {
        int most = word.offsetByCodePoints(0, 1);
        while (most < word.length()) {
            int next = word.offsetByCodePoints(most, 1);
            if (metrics.stringWidth(typeset(word.substring(0, next))) > width) {
                break;
            }
            most = next;
        }
        return most;
    }

    /** The baseline that centres capitals of {@code font} on {@code middle}. */
    public static double baselineFor(Graphics2D g, Font font, double middle) {
        double capital =
                font.createGlyphVector(g.getFontRenderContext(), "H").getVisualBounds().getHeight();
        return middle + capital / 2;
    }

    /** Words as they are printed: a curved apostrophe. The words themselves keep to plain text. */
    private static String typeset(String words) {
        return words.replace('\'', '’');
    }
}

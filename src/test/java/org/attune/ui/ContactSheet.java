package org.attune.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures beside and below each other, each as every kind of eye sees it, in one small file. */
final class ContactSheet {
    private static final List<ColourVision> KINDS = List.of(ColourVision.values());
    private static final int GAP = 6;
    private static final int LABEL = 18;
    private static final int COLOURS = 256;

    private ContactSheet() {}

    /** One row a picture, one column a kind of eye; {@code names} stand over the rows. */
    static BufferedImage grid(
            List<BufferedImage> pictures, List<String> names, int width, Palette palette) {
        int kinds = KINDS.size();
        int height = width * pictures.get(0).getHeight() / pictures.get(0).getWidth();
        BufferedImage sheet =
                new BufferedImage(
                        kinds * (width + GAP) + GAP,
                        pictures.size() * (height + LABEL + GAP) + GAP,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = begin(sheet, palette);
        for (int row = 0; row < pictures.size(); row++) {
            BufferedImage small = halved(pictures.get(row), width, height);
            for (int column = 0; column < kinds; column++) {
                ColourVision kind = KINDS.get(column);
                int x = GAP + column * (width + GAP);
                int y = GAP + row * (height + LABEL + GAP);
                label(g, names.get(row) + ", " + name(kind), x, y, palette);
                g.drawImage(kind.of(small), x, y + LABEL, null);
            }
        }
        g.dispose();
        return sheet;
    }

    /** All below each other at full size, as every kind of eye sees them. */
    static BufferedImage column(List<BufferedImage> strips, Palette palette) {
        int kinds = KINDS.size();
        int width = strips.get(0).getWidth();
        int height = strips.get(0).getHeight();
        int block = strips.size() * (height + GAP) + LABEL;
        BufferedImage sheet =
                new BufferedImage(width + 2 * GAP, kinds * block + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = begin(sheet, palette);
        for (int k = 0; k < kinds; k++) {
            ColourVision kind = KINDS.get(k);
            label(g, name(kind), GAP, k * block + GAP, palette);
            for (int i = 0; i < strips.size(); i++) {
                int y = k * block + LABEL + GAP + i * (height + GAP);
                g.drawImage(kind.of(strips.get(i)), GAP, y, null);
            }
        }
        g.dispose();
        return sheet;
    }

    private static String name(ColourVision kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Graphics2D begin(BufferedImage sheet, Palette palette) {
        Graphics2D g = Look.smooth(sheet.createGraphics());
        g.setColor(palette.raised);
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        return g;
    }

    private static void label(Graphics2D g, String words, int x, int y, Palette palette) {
        g.setFont(Typeface.at(1).regular(Typeface.TICK));
        g.setColor(palette.text2);
        g.drawString(words, x, y + 12);
    }

    /** Smaller by halves, so that no line is stepped over. */
    private static BufferedImage halved(BufferedImage image, int width, int height) {
        BufferedImage now = image;
        while (now.getWidth() > width) {
            int w = Math.max(width, (now.getWidth() + 1) / 2);
            int h = w == width ? height : (now.getHeight() + 1) / 2;
            BufferedImage next = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = next.createGraphics();
            g.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(now, 0, 0, w, h, null);
            g.dispose();
            now = next;
        }
        return now;
    }

    /** Writes with the {@value #COLOURS} colours that matter most, which halves the file. */
    static void save(BufferedImage image, File file) throws IOException {
        // A stream upon a file that is there would leave the old end behind.
        Files.deleteIfExists(file.toPath());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(indexed(image), null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage indexed(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
        int[] colours = chosen(pixels);
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
        Map<Integer, Integer> nearest = new HashMap<>();
        BufferedImage result = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i], p -> nearest(p, colours));
            result.getRaster().setSample(i % w, i / w, 0, index);
        }
        return result;
    }

    /** The most frequent, none of them close to one already chosen. */
    private static int[] chosen(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        List<Integer> chosen = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(c -> chosen.size() < COLOURS)
                .forEach(
                        c -> {
                            if (chosen.stream().noneMatch(o -> distance(o, c) < 30)) {
                                chosen.add(c);
                            }
                        });
        return chosen.stream().limit(COLOURS).mapToInt(Integer::intValue).toArray();
    }

    private static int nearest(int pixel, int[] colours) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(pixel, colours[i]) < distance(pixel, colours[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        Color first = new Color(a);
        Color second = new Color(b);
        int red = first.getRed() - second.getRed();
        int green = first.getGreen() - second.getGreen();
        int blue = first.getBlue() - second.getBlue();
        return red * red + green * green + blue * blue;
    }
}

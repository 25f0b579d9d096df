package org.attune.ui;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * What other eyes make of a picture. The three dichromacies by the matrices of Machado, Oliveira
 * and Fernandes 2009 (IEEE Trans. Vis. Comput. Graph. 15, 1291; severity 1.0), applied to linear
 * sRGB; theirs for tritanopia is, as they say, an approximation. Greyscale keeps the relative
 * luminance of WCAG 2.2.
 */
enum ColourVision {
    COLOUR(1, 0, 0, 0, 1, 0, 0, 0, 1),
    GREYSCALE(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722),
    DEUTAN(
            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
            0.968881),
    PROTAN(
            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
            1.051998),
    TRITAN(
            1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
            0.303900);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list, seen by nobody else
    private final List<Double> matrix;

    ColourVision(double... matrix) {
        this.matrix = Arrays.stream(matrix).boxed().toList();
    }

    BufferedImage of(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
        int last = -1;
        int seen = 0;
        for (int i = 0; i < pixels.length; i++) {
            // Most neighbours are alike.
            if (i == 0 || pixels[i] != last) {
                last = pixels[i];
                seen = of(new Color(last)).getRGB();
            }
            pixels[i] = seen;
        }
        BufferedImage result = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        result.setRGB(0, 0, w, h, pixels, 0, w);
        return result;
    }

    Color of(Color colour) {
        double r = linear(colour.getRed());
        double g = linear(colour.getGreen());
        double b = linear(colour.getBlue());
        return new Color(channel(0, r, g, b), channel(3, r, g, b), channel(6, r, g, b));
    }

    private int channel(int row, double r, double g, double b) {
        double value = matrix.get(row) * r + matrix.get(row + 1) * g + matrix.get(row + 2) * b;
        double clipped = Math.max(0, Math.min(1, value));
        double coded =
                clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * coded);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

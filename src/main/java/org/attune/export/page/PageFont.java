package org.attune.export.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans as it comes with PDFBox, and how wide it runs. It has one weight: bold is drawn
 * with a line around each letter, which adds nothing to its width. Confined to one thread.
 */
final class PageFont {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private final PDType0Font font;
    private final Map<Integer, Double> widths = new HashMap<>();

    PageFont(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("the font of the page is missing");
            }
            font = PDType0Font.load(document, in);
        }
    }

    PDType0Font font() {
        return font;
    }

    double width(String text, double size) {
        return drawable(text).codePoints().mapToDouble(this::thousandths).sum() / 1000 * size;
    }

    private double thousandths(int sign) {
        return widths.computeIfAbsent(sign, this::measured);
    }

    private double measured(int sign) {
        try {
            return font.getStringWidth(Character.toString(sign));
        } catch (IOException e) {
            throw new UncheckedIOException("a font in memory cannot be read", e);
        }
    }

    /** A sign the font lacks is shown as a question mark. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        text.codePoints().forEach(each -> drawable.appendCodePoint(canDraw(each) ? each : '?'));
        return drawable.toString();
    }

    private boolean canDraw(int sign) {
        try {
            return widths.containsKey(sign) || font.encode(Character.toString(sign)).length > 0;
        } catch (IOException | IllegalArgumentException notInTheFont) {
            return false;
        }
    }
}

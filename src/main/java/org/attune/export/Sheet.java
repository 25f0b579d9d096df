package org.attune.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One A4 page with a pen that moves down it. Lengths are points; the font, Liberation Sans as it
 * comes with PDFBox, is embedded as far as it is used. Confined to one thread.
 */
final class Sheet implements AutoCloseable {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final double TOP = PDRectangle.A4.getHeight() - 48;
    private final PDPageContentStream content;
    private final PDType0Font font;
    private final double scale;
    private double y = TOP;

    /** How dark. */
    enum Ink {
        TEXT(0x1d / 255f, 0x21 / 255f, 0x26 / 255f),
        SOFT(0x47 / 255f, 0x4e / 255f, 0x56 / 255f),
        FAINT(0x64 / 255f, 0x6b / 255f, 0x73 / 255f);

        private final float red;
        private final float green;
        private final float blue;

        Ink(float red, float green, float blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }
    }

    /**
     * @param scale of sizes and of the pen's steps; what is placed by hand stays as it is
     */
    Sheet(PDDocument document, double scale) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("the font of the page is missing");
            }
            font = PDType0Font.load(document, in);
        }
        content = new PDPageContentStream(document, page);
        this.scale = scale;
    }

    /** Where the pen is, from the foot of the page. */
    double y() {
        return y;
    }

    void down(double points) {
        y -= points * scale;
    }

    void text(double x, double size, Ink ink, String text) throws IOException {
        textAt(x, y, size * scale, ink, text);
    }

    void textToRight(double right, double size, Ink ink, String text) throws IOException {
        text(right - width(text, size * scale), size, ink, text);
    }

    void textAt(double x, double height, double size, Ink ink, String text) throws IOException {
        content.beginText();
        content.setFont(font, (float) size);
        content.setNonStrokingColor(ink.red, ink.green, ink.blue);
        content.newLineAtOffset((float) x, (float) height);
        content.showText(drawable(text));
        content.endText();
    }

    void line(double from, double to, double height) throws IOException {
        content.setStrokingColor(0.55f, 0.56f, 0.58f);
        content.setLineWidth(0.7f);
        content.moveTo((float) from, (float) height);
        content.lineTo((float) to, (float) height);
        content.stroke();
    }

    /** A shaded box from the pen down. */
    void box(double left, double right, double height) throws IOException {
        content.setNonStrokingColor(0xec / 255f, 0xea / 255f, 0xe5 / 255f);
        content.addRect(
                (float) left,
                (float) (y - height * scale),
                (float) (right - left),
                (float) (height * scale));
        content.fill();
    }

    /** The text in lines that fit; a word longer than a line is broken. */
    List<String> wrapped(String text, double size, double width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            while (line.length() == 0 && width(rest, size * scale) > width) {
                int fits = 1;
                while (width(rest.substring(0, fits + 1), size * scale) <= width) {
                    fits++;
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (line.length() > 0 && width(line + " " + rest, size * scale) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private double width(String text, double size) throws IOException {
        return font.getStringWidth(drawable(text)) / 1000 * size;
    }

    /** A sign the font lacks is shown as a question mark: the JSON has it as it is. */
    private String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        text.codePoints()
                .forEach(
                        each -> {
                            String sign = Character.toString(each);
                            drawable.append(canDraw(sign) ? sign : "?");
                        });
        return drawable.toString();
    }

    private boolean canDraw(String sign) {
        try {
            return font.encode(sign).length > 0;
        } catch (IOException | IllegalArgumentException notInTheFont) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}

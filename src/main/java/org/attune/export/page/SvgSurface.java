package org.attune.export.page;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The page as SVG 1.1, its letters as text: it names Liberation Sans and fonts of the same widths,
 * and tells each text's length, so that another font is set in the same room.
 */
final class SvgSurface implements Surface, AutoCloseable {
    private final PDDocument measure = new PDDocument();
    private final PageFont font;
    private final StringBuilder out = new StringBuilder(1 << 16);

    SvgSurface(double width, double height, PdfSurface.About about) throws IOException {
        font = new PageFont(measure);
        out.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000")
                .append("/svg\" version=\"1.1\" xml:lang=\"")
                .append(about.language())
                .append("\" width=\"")
                .append(number(width))
                .append("pt\" height=\"")
                .append(number(height))
                .append("pt\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append(
                        "\" font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\">\n<title>")
                .append(escaped(about.title()))
                .append("</title>\n");
        box(0, 0, width, height, WHITE, Pen.OFF);
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return font.width(text, size);
    }

    @Override
    public void text(double x, double y, Lettering type, String text) {
        anchored("start", x, y, type, text);
    }

    @Override
    public void textTo(double right, double y, Lettering type, String text) {
        anchored("end", right, y, type, text);
    }

    @Override
    public void textAround(double middle, double y, Lettering type, String text) {
        anchored("middle", middle, y, type, text);
    }

    /** Not every reader heeds a text's length, so each is told which of its points is fixed. */
    private void anchored(String anchor, double x, double y, Lettering type, String text) {
        String drawable = font.drawable(text);
        if (drawable.isBlank()) {
            return;
        }
        String grey = colour(type.grey());
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" font-size=\"")
                .append(number(type.size()))
                .append("start".equals(anchor) ? "" : "\" text-anchor=\"" + anchor)
                .append("\" textLength=\"")
                .append(number(font.width(drawable, type.size())))
                .append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"")
                .append(grey);
        if (type.bold()) { // as in print: a bold font would be wider
            out.append("\" stroke=\"")
                    .append(grey)
                    .append("\" stroke-width=\"")
                    .append(number(type.size() * PdfSurface.BOLDNESS));
        }
        out.append("\">").append(escaped(drawable)).append("</text>\n");
    }

    @Override
    public void path(double[] xy, int fill, Pen pen) {
        boolean lined = pen.grey() != NONE;
        if (xy.length < 4 || (fill == NONE && !lined)) {
            return;
        }
        out.append("<path d=\"M");
        for (int i = 0; i < xy.length; i += 2) {
            out.append(i == 2 ? "L" : i == 0 ? "" : " ");
            out.append(number(xy[i])).append(' ').append(number(xy[i + 1]));
        }
        out.append(pen.closed() ? "Z" : "").append("\" fill=\"");
        out.append(fill == NONE ? "none" : colour(fill));
        if (lined) {
            out.append("\" stroke=\"").append(colour(pen.grey()));
            out.append("\" stroke-linejoin=\"round\" stroke-width=\"").append(number(pen.width()));
            if (pen.dash() > 0) {
                out.append("\" stroke-dasharray=\"").append(number(pen.dash()));
            }
        }
        out.append("\"/>\n");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }

    private static String colour(int grey) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", grey, grey, grey);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The whole file; nothing is drawn afterwards. */
    String file() {
        return out + "</svg>\n";
    }

    @Override
    public void close() throws IOException {
        measure.close();
    }
}

package org.attune.export.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** One page of PDF, all vectors; the font is embedded as far as it is used. */
final class PdfSurface implements Surface, AutoCloseable {
    /** Width of the line around bold letters, of their size. */
    static final double BOLDNESS = 0.026;

    private final PDDocument document = new PDDocument();
    private final PageFont font;
    private final PDPageContentStream content;
    private final double height;

    PdfSurface(double width, double height, About about) throws IOException {
        this.height = height;
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(page);
        font = new PageFont(document);
        content = new PDPageContentStream(document, page);
        describe(about);
    }

    /**
     * What the file says of itself.
     *
     * @param language as in {@code de}
     * @param at when it was made; must be given, for the file holds no other time
     */
    record About(String title, String language, String creator, Instant at) {}

    private void describe(About about) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(about.title());
        information.setCreator(about.creator());
        Calendar at = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        at.setTimeInMillis(about.at().toEpochMilli());
        information.setCreationDate(at);
        document.getDocumentCatalog().setLanguage(about.language());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        CRC32 id = new CRC32();
        id.update(about.toString().getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(id.getValue());
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return font.width(text, size);
    }

    @Override
    public void text(double x, double y, Lettering type, String text) {
        draw(
                () -> {
                    float grey = type.grey() / 255f;
                    content.beginText();
                    content.setFont(font.font(), (float) type.size());
                    content.setNonStrokingColor(grey);
                    if (type.bold()) {
                        content.setStrokingColor(grey);
                        content.setLineWidth((float) (type.size() * BOLDNESS));
                        content.setRenderingMode(RenderingMode.FILL_STROKE);
                    } else {
                        content.setRenderingMode(RenderingMode.FILL);
                    }
                    content.newLineAtOffset((float) x, (float) (height - y));
                    content.showText(font.drawable(text));
                    content.endText();
                });
    }

    @Override
    public void path(double[] xy, int fill, Pen pen) {
        boolean lined = pen.grey() != NONE;
        if (xy.length < 4 || (fill == NONE && !lined)) {
            return;
        }
        draw(
                () -> {
                    if (fill != NONE) {
                        content.setNonStrokingColor(fill / 255f);
                    }
                    if (lined) {
                        content.setStrokingColor(pen.grey() / 255f);
                        content.setLineWidth((float) pen.width());
                        content.setLineJoinStyle(1);
                        content.setLineDashPattern(
                                pen.dash() > 0 ? new float[] {(float) pen.dash()} : new float[0],
                                0);
                    }
                    content.moveTo((float) xy[0], (float) (height - xy[1]));
                    for (int i = 2; i < xy.length; i += 2) {
                        content.lineTo((float) xy[i], (float) (height - xy[i + 1]));
                    }
                    if (pen.closed()) {
                        content.closePath();
                    }
                    if (fill != NONE && lined) {
                        content.fillAndStroke();
                    } else if (fill != NONE) {
                        content.fill();
                    } else {
                        content.stroke();
                    }
                });
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException("a page in memory cannot be drawn", e);
        }
    }

    /** The whole file; nothing is drawn afterwards. */
    byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

package org.attune.export.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.attune.consent.DataCategory;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.ExportTarget;
import org.attune.export.Exporter;
import org.attune.export.page.Surface.Pen;

/**
 * A session as one page: what it was worth first, then the curve, the figures, the limits. One ink
 * is enough for it. As PDF and SVG it is all vectors; PNG is the PDF at 150 dots an inch.
 */
public final class SessionPage implements Exporter {
    private static final int DOTS_AN_INCH = 150;
    private static final double LEAST_CHART = 70;
    private static final double MOST_CHART = 190;

    private final PageWish wish;
    private final Optional<Part> part;

    /** The page of a whole session. */
    public SessionPage(PageWish wish) {
        this(wish, Optional.empty());
    }

    /**
     * @param part what of the session is drawn, as a picture of its own; empty for the page
     */
    public SessionPage(PageWish wish, Optional<Part> part) {
        this.wish = wish;
        this.part = part;
    }

    @Override
    public String id() {
        return wish.format().code();
    }

    @Override
    public String title() {
        return part.isPresent() ? "A picture of a part" : "One printed page";
    }

    @Override
    public String mediaType() {
        return switch (wish.format()) {
            case SVG -> "image/svg+xml";
            case PNG -> "image/png";
            default -> "application/pdf";
        };
    }

    @Override
    public Set<DataCategory> needs() {
        return EnumSet.of(
                DataCategory.HR, DataCategory.MARKERS, DataCategory.ESTIMATES, DataCategory.REPORT);
    }

    @Override
    public Set<DataCategory> holds() {
        return needs();
    }

    @Override
    public void write(ExportGrant grant, ExportContent content, ExportTarget target) {
        PageWords words = new PageWords(wish);
        PdfSurface.About about =
                new PdfSurface.About(
                        words.say(part.isPresent() ? "part.title" : "title"),
                        wish.language().code(),
                        "Attune " + content.provenance().softwareVersion(),
                        wish.printedAt());
        try {
            String name = "session-page." + id();
            switch (wish.format()) {
                case PDF -> target.add(name, pdf(grant, content, words, about));
                case PNG -> target.add(name, png(pdf(grant, content, words, about)));
                case SVG -> target.add(name, svg(grant, content, words, about));
                default -> throw new IllegalArgumentException("no page: format=" + wish.format());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page in memory cannot be written", e);
        }
    }

    private byte[] pdf(
            ExportGrant grant, ExportContent content, PageWords words, PdfSurface.About about)
            throws IOException {
        try (PdfSurface on = new PdfSurface(width(), height(), about)) {
            draw(new PageFrame(on, content, words, wish, part), grant);
            return on.bytes();
        }
    }

    private String svg(
            ExportGrant grant, ExportContent content, PageWords words, PdfSurface.About about)
            throws IOException {
        try (SvgSurface on = new SvgSurface(width(), height(), about)) {
            draw(new PageFrame(on, content, words, wish, part), grant);
            return on.file();
        }
    }

    /** The page of a PDF as a picture. */
    static byte[] png(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image =
                    new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH, ImageType.GRAY);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        }
    }

    private double width() {
        return part.isPresent() ? wish.paper().height : wish.paper().width;
    }

    private double height() {
        return part.isPresent() ? wish.paper().width : wish.paper().height;
    }

    private static void draw(PageFrame frame, ExportGrant grant) {
        if (frame.part().isPresent()) {
            drawPart(frame, grant);
            return;
        }
        double top = new PageHead(frame).draw() + 37;
        Blanks blanks = new Blanks();
        // What is below is measured on paper that is thrown away; the chart gets what is left.
        PageFrame dry = frame.on(new Measuring(frame.on()));
        double below = below(dry, 0, blanks);
        PageFoot foot = new PageFoot(frame, blanks, grant);
        double room = frame.bottom() - foot.height() - 102 - below - 96 - top;
        double high = Math.max(LEAST_CHART, Math.min(MOST_CHART, room));
        PageChart chart = new PageChart(frame, top, top + high);
        chart.draw(
                frame.isForClient()
                        ? List.of()
                        : NumberedEpisode.largest(
                                frame.figures().episodes(), PageTables.MOST_EPISODES));
        double marks = new PageMarks(frame, chart, top + high).draw();
        double end = below(frame, marks + 26, blanks);
        byHand(frame, end + 20, frame.bottom() - foot.height() - 8);
        foot.draw();
    }

    /** The lanes alone, as large as the sheet, with what keeps them from being misread. */
    private static void drawPart(PageFrame frame, ExportGrant grant) {
        double top = new PageHead(frame).drawPart() + 37;
        PageFoot foot = new PageFoot(frame, new Blanks(), grant);
        double bottom = frame.bottom() - foot.height() - 102 - 20;
        PageChart chart = new PageChart(frame, top, bottom);
        chart.draw(List.of());
        double unused = new PageMarks(frame, chart, bottom).draw();
        foot.draw();
    }

    /** Draws the figures below the chart; returns how far down they reach. */
    private static double below(PageFrame frame, double top, Blanks blanks) {
        PageTables tables = new PageTables(frame, blanks);
        if (frame.isForClient()) {
            double story = new ClientStory(frame).draw(top, tables.middle() - 70);
            return Math.max(story, tables.states(top));
        }
        double left =
                tables.episodes(
                        top,
                        NumberedEpisode.largest(
                                frame.figures().episodes(), PageTables.MOST_EPISODES));
        double next = Math.max(left, tables.states(top)) + 24;
        return Math.max(tables.responses(next), tables.ends(next));
    }

    /**
     * Room to write by hand: what was noted leaves by a consent of its own, and never on a page.
     */
    private static void byHand(PageFrame frame, double top, double bottom) {
        if (bottom - top < 16) {
            return;
        }
        frame.heading(PageFrame.LEFT, top, frame.isForClient() ? "talk" : "summary");
        if (!frame.isForClient()) {
            frame.on()
                    .textTo(
                            frame.right(),
                            top,
                            Surface.Lettering.plain(6.4, PageFrame.FAINT),
                            frame.words().say("summary.hand"));
        }
        for (double y = top + 18; y <= bottom && y <= top + 18 * 5; y += 17) {
            frame.on().line(PageFrame.LEFT, y, frame.right(), y, Pen.line(0.5, 0xb0));
        }
    }

    /** Knows how wide letters are, and draws nothing. */
    private record Measuring(Surface real) implements Surface {
        @Override
        public double width(String text, double size, boolean bold) {
            return real.width(text, size, bold);
        }

        @Override
        public void text(double x, double y, Lettering type, String text) {}

        @Override
        public void path(double[] xy, int fill, Pen pen) {}
    }
}

package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.export.page.PageWish;
import org.attune.export.page.PageWish.Language;
import org.attune.export.page.PageWish.Paper;
import org.attune.export.page.PageWish.Reader;
import org.attune.export.page.SessionPage;
import org.attune.regulation.RegulationState;
import org.attune.review.Episode;
import org.attune.review.Figure;
import org.attune.review.ReviewFigures;
import org.attune.testkit.OtherPrograms;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionPageTest {
    private static final Instant PRINTED = Instant.parse("2026-11-22T16:04:00Z");
    private static final ExportContent OVERWHELM = PageSessions.overwhelm();
    @TempDir Path folder;

    static byte[] page(
            ExportContent content,
            ExportFormat format,
            Paper paper,
            Reader reader,
            Language language) {
        return page(content, format, paper, reader, language, 0);
    }

    private static byte[] page(
            ExportContent content,
            ExportFormat format,
            Paper paper,
            Reader reader,
            Language language,
            int corrected) {
        PageWish wish =
                new PageWish(
                        format,
                        paper,
                        reader,
                        language,
                        ZoneId.of("Europe/Berlin"),
                        PRINTED,
                        corrected,
                        grant -> Optional.empty());
        ExportTarget target = new ExportTarget();
        new SessionPage(wish).write(ExportFixtures.grant(PageSessions.PAGE), content, target);
        return target.file("session-page." + format.code());
    }

    private static byte[] pdf(ExportContent content) {
        return page(content, ExportFormat.PDF, Paper.A4, Reader.THERAPIST, Language.EN);
    }

    /** In the order of its places, one page. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[ \\t]+", " ");
        }
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value)).replace('-', '−');
    }

    private static String signed(Figure figure) {
        long value = figure.value().isPresent() ? Math.round(figure.value().getAsDouble()) : 0;
        return (value > 0 ? "+" : "") + whole((double) value) + " bpm";
    }

    @Test
    void itSaysWhichMarksWereCorrectedAndWhichNumbersNoExportCarries() throws IOException {
        String asSet = text(pdf(OVERWHELM));
        assertThat(asSet)
                .contains("from°", "peak above°", "half back°", "area above°", "full cycles°")
                .contains("° measured from the personal range, which never leaves")
                .contains("After each of your marks Start")
                .doesNotContain("corrected afterwards");
        String moved =
                text(page(OVERWHELM, ExportFormat.PDF, Paper.A4, Reader.THERAPIST, Language.EN, 2));
        assertThat(moved)
                .contains("2 marks stand at times corrected afterwards")
                .contains("After each of your marks°");
        assertThat(text(page(OVERWHELM, ExportFormat.PDF, Paper.A4, Reader.CLIENT, Language.DE, 1)))
                .doesNotContain("°")
                .contains("Eine Markierung steht an einer");
    }

    @Test
    void theFiguresOnThePageAreThoseOfTheReview() throws IOException {
        String text = text(pdf(OVERWHELM));
        ReviewFigures figures = OVERWHELM.reviewed().orElseThrow().figures();
        assertThat(figures.episodes()).isNotEmpty();
        for (Episode each : figures.episodes()) {
            long onset = Math.round(each.onsetSecond());
            String half =
                    each.recovery().halfSeconds().value().isPresent()
                            ? whole(each.recovery().halfSeconds().value().getAsDouble()) + " s"
                            : "–";
            assertThat(text)
                    .contains(String.format(Locale.ROOT, "%d:%02d ", onset / 60, onset % 60))
                    .contains(signed(each.peakAboveBpm()))
                    .contains(
                            half
                                    + String.format(
                                            Locale.ROOT, " %.1f bpm·min", each.areaBpmMinutes()));
        }
        for (RegulationState state :
                List.of(RegulationState.USUAL, RegulationState.HIGH, RegulationState.SETTLING)) {
            double seconds = figures.summary().secondsIn(state);
            assertThat(text)
                    .contains(
                            String.format(
                                    Locale.ROOT,
                                    "%.1f min, %d %%",
                                    seconds / 60,
                                    Math.round(100 * seconds / figures.knownSeconds())));
        }
        assertThat(text)
                .contains(
                        "start " + whole(figures.shift().startBpm().value().orElseThrow()) + " bpm")
                .contains(
                        "minutes " + whole(figures.shift().endBpm().value().orElseThrow()) + " bpm")
                .contains("Shift " + signed(figures.shift().shownEndMinusStartBpm()))
                .contains("Cues given " + figures.summary().cues());
        for (ReviewFigures.KindResponse each : figures.byKind()) {
            assertThat(text).contains(each.times() == 1 ? "1 time" : each.times() + " times");
            if (each.medianChangeBpm().isKnown()) {
                assertThat(text).contains(signed(each.medianChangeBpm()));
            }
        }
    }

    @Test
    void itSaysWhereItComesFrom() throws IOException {
        assertThat(text(pdf(OVERWHELM)).replaceAll("\\s+", " "))
                .startsWith("Session review")
                .contains("Attune 0.1.0")
                .contains("pipeline " + OVERWHELM.provenance().pipelineVersion())
                .contains("settings f00dfeed")
                .contains("range of this session alone")
                .contains(OVERWHELM.provenance().recordingHash())
                .contains("Simulated person")
                .contains("22 November 2026, 15:03 to 15:33")
                .contains("does not measure emotion")
                .contains("printed 22 November 2026, 17:04");
    }

    @Test
    void nothingPrivateAndNobodysNameIsOnIt() throws IOException {
        for (Reader reader : Reader.values()) {
            byte[] pdf = page(OVERWHELM, ExportFormat.PDF, Paper.A4, reader, Language.EN);
            byte[] svg = page(OVERWHELM, ExportFormat.SVG, Paper.A4, reader, Language.EN);
            String all = text(pdf) + new String(svg, StandardCharsets.UTF_8);
            for (String canary : ExportFixtures.CANARIES) {
                assertThat(all).doesNotContain(canary);
                assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain(canary);
            }
            assertThat(all.toLowerCase(Locale.ROOT))
                    .doesNotContain("canary")
                    .doesNotContain("felt ");
            assertThat(all.contains("words ≠ body")).isEqualTo(reader == Reader.THERAPIST);
        }
    }

    @Test
    void theClientsPageSpeaksToThemAndJudgesNothing() throws IOException {
        String text = text(page(OVERWHELM, ExportFormat.PDF, Paper.A4, Reader.CLIENT, Language.EN));
        assertThat(text)
                .contains("Your session", "your usual range", "what is usual for you")
                .contains("well above it")
                .doesNotContain("High")
                .doesNotContain("bpm·min")
                .doesNotContain("this person");
        String german =
                text(page(OVERWHELM, ExportFormat.PDF, Paper.A4, Reader.CLIENT, Language.DE));
        assertThat(german).contains("Ihre Sitzung", "Ihr üblicher Bereich").doesNotContain("Hoch");
    }

    @Test
    void anHourOfFortyMarksIsOnePage() throws IOException {
        ExportContent busy = PageSessions.busy();
        for (Paper paper : Paper.values()) {
            byte[] pdf = page(busy, ExportFormat.PDF, paper, Reader.THERAPIST, Language.DE);
            assertThat(text(pdf)).contains("Seite 1 von 1", "Die 6 größten von");
        }
    }

    @Test
    void theSameBytesWhateverTheMachineSpeaks() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] pdf = pdf(OVERWHELM);
        byte[] svg = page(OVERWHELM, ExportFormat.SVG, Paper.A4, Reader.CLIENT, Language.DE);
        try {
            for (String each : List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(each));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(pdf(OVERWHELM)).as(each).isEqualTo(pdf);
                assertThat(page(OVERWHELM, ExportFormat.SVG, Paper.A4, Reader.CLIENT, Language.DE))
                        .as(each)
                        .isEqualTo(svg);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void withoutConsentToAllThatIsOnItThereIsNoPage() {
        assertThat(ExportFixtures.content(EnumSet.of(DataCategory.REPORT)).reviewed()).isEmpty();
        assertThat(ExportFixtures.content().reviewed()).isEmpty();
    }

    @Test
    void readersOfOthersFindNothingToMend() throws Exception {
        Rigs.need("qpdf");
        for (Paper paper : Paper.values()) {
            for (Reader reader : Reader.values()) {
                for (Language language : Language.values()) {
                    Path file = folder.resolve(paper + "-" + reader + "-" + language + ".pdf");
                    Files.write(file, page(OVERWHELM, ExportFormat.PDF, paper, reader, language));
                    assertThat(OtherPrograms.said("qpdf", "--check", file.toString()))
                            .contains("No syntax");
                }
            }
        }
        byte[] png = page(OVERWHELM, ExportFormat.PNG, Paper.A4, Reader.THERAPIST, Language.EN);
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void anIndependentReaderSetsTheSvgInTheRoomOfThePrintedPage() throws Exception {
        Rigs.need("rsvg-convert", "fc-match");
        Rigs.needThat(
                OtherPrograms.said("fc-match", "Liberation Sans")
                        .matches("(?s)(Liberation|Nimbus|Arimo|Arial).*"),
                "install fonts-liberation");
        for (Reader reader : Reader.values()) {
            Path svg = folder.resolve(reader + ".svg");
            Path png = folder.resolve(reader + ".png");
            Files.write(svg, page(OVERWHELM, ExportFormat.SVG, Paper.A4, reader, Language.DE));
            String said =
                    OtherPrograms.said(
                            "rsvg-convert", "-w", "1240", svg.toString(), "-o", png.toString());
            assertThat(said).isEmpty();
            BufferedImage seen = ImageIO.read(png.toFile());
            BufferedImage printed =
                    ImageIO.read(
                            new ByteArrayInputStream(
                                    page(
                                            OVERWHELM,
                                            ExportFormat.PNG,
                                            Paper.A4,
                                            reader,
                                            Language.DE)));
            // A long line of small letters runs a little longer where their widths are rounded.
            assertThat(lastInk(seen)).as("right edge").isCloseTo(lastInk(printed), within(10));
            assertThat(ink(seen)).as("ink").isGreaterThan(ink(printed) / 2);
        }
    }

    /** The last column with something dark in it. */
    private static int lastInk(BufferedImage image) {
        for (int x = image.getWidth() - 1; x >= 0; x--) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (isInk(image.getRGB(x, y))) {
                    return x;
                }
            }
        }
        return -1;
    }

    private static int ink(BufferedImage image) {
        int dark = 0;
        for (int rgb :
                image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            dark += isInk(rgb) ? 1 : 0;
        }
        return dark;
    }

    private static boolean isInk(int rgb) {
        return (rgb >> 8 & 0xff) < 0xa0 && rgb >>> 24 > 0x80;
    }
}

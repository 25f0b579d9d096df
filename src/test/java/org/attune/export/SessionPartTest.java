package org.attune.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.attune.consent.ExportFormat;
import org.attune.export.page.PageWish;
import org.attune.export.page.Part;
import org.attune.export.page.SessionPage;
import org.attune.review.Series;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture of what the review window shows: that part, and nothing else of the session. */
final class SessionPartTest {
    private static final ExportContent OVERWHELM = PageSessions.overwhelm();
    private static final Part FOUR_MINUTES = new Part(600, 840);

    private static byte[] picture(ExportFormat format, Part part, PageWish.Language language) {
        PageWish wish =
                new PageWish(
                        format,
                        PageWish.Paper.A4,
                        PageWish.Reader.THERAPIST,
                        language,
                        ZoneId.of("Europe/Berlin"),
                        Instant.parse("2026-11-22T16:04:00Z"),
                        0,
                        grant -> Optional.empty());
        ExportTarget target = new ExportTarget();
        new SessionPage(wish, Optional.of(part))
                .write(ExportFixtures.grant(PageSessions.PAGE), OVERWHELM, target);
        return target.file("session-page." + format.code());
    }

    private static Document svg(Part part, PageWish.Language language) throws Exception {
        byte[] bytes = picture(ExportFormat.SVG, part, language);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> all(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static List<String> texts(Document svg) {
        return all(svg, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void itSaysWhatPartItIsAndHasTheMarksOfThatPartOnly() throws Exception {
        List<String> texts = texts(svg(FOUR_MINUTES, PageWish.Language.EN));
        assertThat(texts)
                .contains("Part of a session", "slow", "pause", "10:00", "14:00")
                .doesNotContain("inquire", "ground", "resume", "verbal");
        assertThat(String.join(" ", texts))
                .contains("Shown: 10:00 to 14:00 of 30:00", "usable for", "Simulated person")
                .contains("does not measure emotion", "consent", "Recording ")
                .doesNotContain("page 1 of 1");
        assertThat(texts(svg(FOUR_MINUTES, PageWish.Language.DE)))
                .contains("Teil einer Sitzung", "Herz-");
        assertThat(texts(svg(new Part(0, 1800), PageWish.Language.DE)))
                .contains("Eine Sitzung", "0:00", "30:00")
                .doesNotContain("Teil einer Sitzung");
    }

    @Test
    void theCurveIsTheRateOfEachSecondShownAndOfNoOther() throws Exception {
        String curve =
                all(svg(FOUR_MINUTES, PageWish.Language.EN), "path").stream()
                        .filter(each -> each.getAttribute("stroke").equals("#111111"))
                        .filter(each -> each.getAttribute("stroke-width").equals("0.9"))
                        .map(each -> each.getAttribute("d").substring(1).replace('L', ' '))
                        .reduce((one, two) -> one + " " + two)
                        .orElseThrow();
        String[] xy = curve.trim().split("\\s+");
        Series rate = OVERWHELM.reviewed().orElseThrow().timeline().rate();
        assertThat(xy).hasSize(2 * 241);
        double left = Double.parseDouble(xy[0]);
        double right = Double.parseDouble(xy[xy.length - 2]);
        double perBpm =
                (Double.parseDouble(xy[1]) - Double.parseDouble(xy[2 * 150 + 1]))
                        / (rate.value(750) - rate.value(600));
        assertThat(perBpm).isPositive();
        for (int i = 0; i <= 240; i++) {
            double y = Double.parseDouble(xy[1]) - perBpm * (rate.value(600 + i) - rate.value(600));
            assertThat(Double.parseDouble(xy[2 * i + 1])).isCloseTo(y, within(0.05));
            assertThat(Double.parseDouble(xy[2 * i]))
                    .isCloseTo(left + i * (right - left) / 240, within(0.02));
        }
    }

    @Test
    void nothingPrivateAndNobodysNameIsOnIt() {
        for (ExportFormat format : List.of(ExportFormat.SVG, ExportFormat.PDF)) {
            String all =
                    new String(
                            picture(format, new Part(0, 1800), PageWish.Language.EN),
                            StandardCharsets.ISO_8859_1);
            for (String canary : ExportFixtures.CANARIES) {
                assertThat(all).doesNotContain(canary);
            }
            assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain("canary", "felt ");
        }
    }

    @Test
    void aPictureIsGreyAndFillsASheetAcrossAtEveryZoom() throws Exception {
        for (Part part : List.of(new Part(700, 715), FOUR_MINUTES, new Part(0, 1800))) {
            BufferedImage png =
                    ImageIO.read(
                            new ByteArrayInputStream(
                                    picture(ExportFormat.PNG, part, PageWish.Language.DE)));
            assertThat(png.getColorModel().getNumComponents()).isEqualTo(1);
            assertThat(png.getWidth()).isBetween(1752, 1755);
            assertThat(png.getHeight()).isBetween(1239, 1241);
        }
    }
}

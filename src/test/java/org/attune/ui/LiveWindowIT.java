package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The window on a real display: an X server of its own, a process of its own, keys by a robot. */
@Tag("gui")
class LiveWindowIT {
    private static final Path FOLDER = Path.of("target", "screens");

    private static List<String> told = List.of();

    @BeforeAll
    static void runTheWindow() throws Exception {
        Files.createDirectories(FOLDER);
        told = VirtualScreen.run(LiveWindowRun.class, FOLDER.toString());
    }

    @AfterAll
    static void forget() {
        told = List.of();
    }

    @Test
    void keysBecomeCommandsInTheOrderPressed() {
        assertThat(told)
                .containsSubsequence(
                        "mark SLOW",
                        "mark SUDS 6",
                        "mark WORDS_NOT_BODY",
                        "undo",
                        "phase SETTLE",
                        "snooze PT2M",
                        "snooze PT5M",
                        "mark GROUND",
                        "mark INQUIRE",
                        "withdraw",
                        "delete");
        assertThat(told).filteredOn(line -> line.startsWith("mark")).hasSize(5);
    }

    @Test
    void beforeTheSessionThePageIsAskedAndNothingIsMarked() throws IOException {
        assertThat(told)
                .containsSubsequence(
                        "live only", "earlier range", "someone else K-08", "begin", "mark SLOW");
        assertThat(told.subList(0, told.indexOf("begin")))
                .noneMatch(line -> line.startsWith("mark"));
        BufferedImage page = shot("window-before");
        Rectangle begin = new Rectangle(280, 780, 220, 36);
        assertThat(Pixels.share(page, begin, Palette.DARK.focus, 3)).isGreaterThan(0.6);
    }

    @Test
    void theKeyboardNeverRestsOnNothing() {
        assertThat(told)
                .containsSubsequence(
                        "rests on LivePanel",
                        "Tab leads to HeadPane",
                        "hidden, rests on JLabel",
                        "back, rests on LivePanel");
    }

    @Test
    void theWindowClosesWhenAskedAndTellsTheSession() {
        assertThat(told).contains("title Attune", "closed true", "showing 0");
    }

    @Test
    void theScreenShowsTheStateAndTheMarkAtOnce() throws IOException {
        BufferedImage window = shot("window");
        Rectangle tile =
                tileOf(window, Palette.DARK.fill(org.attune.regulation.RegulationState.HIGH));

        assertThat(tile.width).isGreaterThanOrEqualTo(80);
        BufferedImage marked = shot("window-marked");
        Rectangle foot = new Rectangle(600, 850, 500, 45);
        assertThat(Pixels.share(marked, foot, Palette.DARK.raised, 3))
                .isGreaterThan(Pixels.share(window, foot, Palette.DARK.raised, 3) + 0.2);
    }

    @Test
    void theThemeChangesAndTheStripStandsAtTheEdge() throws IOException {
        BufferedImage light = shot("window-light");
        assertThat(Pixels.share(light, Pixels.all(light), Palette.LIGHT.ground, 3))
                .isGreaterThan(0.4);
        BufferedImage strip = shot("window-strip");
        Rectangle edge = new Rectangle(0, 862, 1440, 36);
        Rectangle rest = new Rectangle(0, 0, 1440, 850);
        assertThat(Pixels.share(strip, edge, Palette.LIGHT.surface, 3)).isGreaterThan(0.4);
        assertThat(Pixels.share(strip, rest, Palette.LIGHT.ground, 3)).isZero();
    }

    @Test
    void withoutNewsTheWindowSaysThatNothingIsKnown() throws IOException {
        BufferedImage before = shot("window-light");
        BufferedImage overdue = shot("window-overdue");
        Color settling = Palette.LIGHT.fill(org.attune.regulation.RegulationState.SETTLING);
        Rectangle tile = new Rectangle(2, 2, 80, 80);

        assertThat(Pixels.share(before, tile, settling, 3)).isGreaterThan(0.5);
        assertThat(Pixels.share(overdue, tile, settling, 3)).isZero();
        assertThat(Pixels.share(overdue, tile, Palette.LIGHT.hatch, 20)).isGreaterThan(0.02);
    }

    private static BufferedImage shot(String name) throws IOException {
        File file = FOLDER.resolve(name + ".png").toFile();
        assertThat(file).as("what the window said: %s", told).isFile();
        return ImageIO.read(file);
    }

    private static Rectangle tileOf(BufferedImage image, Color fill) {
        int width = 0;
        for (int x = 0; x < 100; x++) {
            width += Pixels.near(new Color(image.getRGB(x, 4)), fill, 3) ? 1 : 0;
        }
        return new Rectangle(0, 0, width, width);
    }
}

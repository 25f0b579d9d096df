package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.attune.regulation.RegulationState;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two screens side by side: the strip on the second, and the client's view there. */
@Tag("gui")
class TwoScreensIT {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final Rectangle SECOND = new Rectangle(1440, 0, 800, 900);
    private static final Color HIGH = Palette.DARK.fill(RegulationState.HIGH);

    @TempDir private static Path places;

    private static List<String> told = List.of();

    @BeforeAll
    static void runTheWindows() throws Exception {
        Files.createDirectories(FOLDER);
        told =
                VirtualScreen.runOn(
                        List.of(1440, 800),
                        TwoScreensRun.class,
                        FOLDER.toString(),
                        places.resolve("places.txt").toString());
    }

    @AfterAll
    static void forget() {
        told = List.of();
    }

    @Test
    void theStripStandsOnTheSecondScreenAndThePanelKeepsTheKeys() throws IOException {
        assertThat(told).contains("screens 2", "with strip [SLOW] windows 2");
        BufferedImage strip = shot("two-strip");
        Rectangle column = new Rectangle(SECOND.x + SECOND.width - 40, 0, 40, 900);
        Rectangle beside = new Rectangle(SECOND.x, 150, 700, 700);

        assertThat(Pixels.share(strip, column, HIGH, 6)).isGreaterThan(0.3);
        // The window covers what it paints, and nothing of what lies beside it.
        assertThat(Pixels.share(strip, beside, Palette.DARK.ground, 2)).isZero();
        assertThat(Pixels.share(strip, new Rectangle(0, 0, 84, 84), HIGH, 6)).isGreaterThan(0.5);
    }

    @Test
    void theClientsViewOpensAndClosesByOneKeyAndHoldsNothingOfTheSession() throws IOException {
        assertThat(told)
                .contains("with client [SLOW, BREATHE, GROUND] windows 2")
                .contains("client closed, windows 1", "closed true");
        BufferedImage client = shot("two-client");

        assertThat(Pixels.share(client, SECOND, Palette.DARK.ground, 2)).isGreaterThan(0.4);
        assertThat(Pixels.share(client, SECOND, Palette.DARK.raised, 2)).isGreaterThan(0.02);
        for (RegulationState state : RegulationState.values()) {
            if (state != RegulationState.UNKNOWN && state != RegulationState.LEARNING) {
                assertThat(Pixels.share(client, SECOND, Palette.DARK.fill(state), 10))
                        .as("%s", state)
                        .isZero();
            }
        }
        assertThat(Pixels.share(shot("two-why"), SECOND, Palette.DARK.ground, 2)).isZero();
    }

    @Test
    void thePlaceOfThePanelIsKeptAndNothingElse() throws IOException {
        assertThat(Files.readString(places.resolve("places.txt")))
                .matches("panel -?\\d+ -?\\d+ \\d+ \\d+\n");
    }

    private static BufferedImage shot(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        assertThat(file).as("what the windows said: %s", told).isRegularFile();
        return ImageIO.read(file.toFile());
    }
}

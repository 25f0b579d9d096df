package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateShapesTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void everyTwoGlyphsDifferWithoutAnyColour(int size) {
        for (RegulationState a : RegulationState.values()) {
            for (RegulationState b : RegulationState.values()) {
                if (a != b) {
                    assertThat(difference(glyph(a, size), glyph(b, size)))
                            .as("%s against %s at %d px", a, b, size)
                            .isGreaterThan(0.25);
                }
            }
        }
    }

    @Test
    void theRingOfLearningFillsAsItGoes() {
        assertThat(ink(StateGlyph.shape(RegulationState.LEARNING, 0.2)))
                .isLessThan(ink(StateGlyph.shape(RegulationState.LEARNING, 0.9)));
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void aTileIsFilledOnlyForWhatIsAboveUsual(DisplaySettings.Theme theme) {
        Look look = Look.of(DisplaySettings.DEFAULT.withTheme(theme));
        for (RegulationState state : RegulationState.values()) {
            BufferedImage image = blank(84, 84, look.palette.surface);
            Graphics2D g = Look.smooth(image.createGraphics());
            StateTile.paint(g, look, state, 0.5, new Rectangle2D.Double(0, 0, 84, 84));
            g.dispose();
            // Between edge and glyph: plain fill, plain surface, or hatch.
            Rectangle margin = new Rectangle(4, 4, 76, 10);
            double filled = Pixels.share(image, margin, look.palette.fill(state), 4);
            double plain = Pixels.share(image, margin, look.palette.surface, 4);
            switch (state) {
                case RISING, HIGH, SETTLING -> assertThat(filled).isGreaterThan(0.99);
                case USUAL, LEARNING, QUIET -> {
                    assertThat(plain).isGreaterThan(0.99);
                    Rectangle edge = new Rectangle(0, 0, 84, 1);
                    assertThat(Pixels.share(image, edge, look.palette.ink(state), 30))
                            .isGreaterThan(0.9);
                }
                case UNKNOWN -> assertThat(plain).isBetween(0.3, 0.85);
            }
        }
    }

    @Test
    void notKnownHatchesTheBandFromEdgeToEdge() {
        BufferedImage band = band(RegulationState.UNKNOWN);
        Color surface = Palette.DARK.surface;
        for (int y = 0; y < 40; y++) {
            Rectangle row = new Rectangle(0, y, 600, 1);
            assertThat(1 - Pixels.share(band, row, surface, 6)).as("row %d", y).isGreaterThan(0.1);
        }
        for (int x = 0; x < 600; x += 12) {
            Rectangle column = new Rectangle(x, 0, 12, 40);
            double hatched = 1 - Pixels.share(band, column, surface, 6);
            assertThat(hatched).as("column %d", x).isBetween(0.1, 0.7);
        }
    }

    @Test
    void theNotchTellsTheDirection() {
        double risingTop = painted(band(RegulationState.RISING), 0, 20);
        double risingFoot = painted(band(RegulationState.RISING), 20, 40);
        double settlingTop = painted(band(RegulationState.SETTLING), 0, 20);
        double settlingFoot = painted(band(RegulationState.SETTLING), 20, 40);

        assertThat(risingFoot).isGreaterThan(3 * risingTop);
        assertThat(settlingTop).isGreaterThan(3 * settlingFoot);
    }

    @Test
    void thicknessTellsHowFarFromUsual() {
        double quiet = painted(band(RegulationState.QUIET), 0, 40);
        double usual = painted(band(RegulationState.USUAL), 0, 40);
        double rising = painted(band(RegulationState.RISING), 0, 40);
        double high = painted(band(RegulationState.HIGH), 0, 40);

        assertThat(quiet).isLessThan(usual);
        assertThat(usual).isLessThan(rising);
        assertThat(rising).isLessThan(high * 0.7);
    }

    private static BufferedImage band(RegulationState state) {
        Look look = Look.of(DisplaySettings.DEFAULT);
        BufferedImage image = blank(600, 40, look.palette.surface);
        Graphics2D g = Look.smooth(image.createGraphics());
        StateBand.paint(g, look, state, 0.5, new Rectangle2D.Double(0, 0, 600, 40));
        g.dispose();
        return image;
    }

    private static double painted(BufferedImage image, int top, int bottom) {
        Rectangle rows = new Rectangle(0, top, 600, bottom - top);
        return 1 - Pixels.share(image, rows, Palette.DARK.surface, 6);
    }

    private static BufferedImage glyph(RegulationState state, int size) {
        BufferedImage image = blank(size, size, Color.BLACK);
        Graphics2D g = Look.smooth(image.createGraphics());
        StateGlyph.paint(g, state, 0, 0, size, Color.WHITE, 0.6);
        g.dispose();
        return image;
    }

    /** Share of the inked pixels that differ plainly in brightness. */
    private static double difference(BufferedImage a, BufferedImage b) {
        int inked = 0;
        int different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int first = a.getRGB(x, y) & 0xFF;
                int second = b.getRGB(x, y) & 0xFF;
                inked += Math.max(first, second) > 64 ? 1 : 0;
                different += Math.abs(first - second) > 64 ? 1 : 0;
            }
        }
        return different / (double) inked;
    }

    private static double ink(java.awt.Shape shape) {
        BufferedImage image = blank(24, 24, Color.BLACK);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fill(shape);
        g.dispose();
        return Pixels.share(image, Pixels.all(image), Color.WHITE, 10);
    }

    private static BufferedImage blank(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }
}

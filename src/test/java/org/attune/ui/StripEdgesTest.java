package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The strip along each edge, with words and as a plain light. */
class StripEdgesTest {
    private static final DisplaySettings DARK =
            DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN);
    private static final int LENGTH = 900;

    private static BufferedImage light(LiveSnapshot snapshot, DisplaySettings.Edge edge) {
        DisplaySettings settings = DARK.withStripWords(false).withStripEdge(edge);
        return Screens.strip(snapshot, settings, LENGTH);
    }

    /** How far into the screen the band of {@code state} reaches from the edge, pixels. */
    private static int reach(BufferedImage image, DisplaySettings.Edge edge, Color fill) {
        int furthest = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (Pixels.near(new Color(image.getRGB(x, y)), fill, 6)) {
                    int in =
                            switch (edge) {
                                case LEFT -> x + 1;
                                case RIGHT -> image.getWidth() - x;
                                case TOP, BOTTOM -> image.getHeight() - y;
                            };
                    furthest = Math.max(furthest, in);
                }
            }
        }
        return furthest;
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Edge.class)
    void furtherFromUsualReachesFurtherInOnEveryEdge(DisplaySettings.Edge edge) {
        BufferedImage usual = light(SnapshotFixtures.usual(), edge);
        BufferedImage rising = light(SnapshotFixtures.rising(), edge);
        BufferedImage high = light(SnapshotFixtures.high(), edge);
        Palette dark = Palette.DARK;

        int usualReach = reach(usual, edge, dark.fill(RegulationState.USUAL));
        int risingReach = reach(rising, edge, dark.fill(RegulationState.RISING));
        int highReach = reach(high, edge, dark.fill(RegulationState.HIGH));

        assertThat(usualReach).isBetween(22, 26);
        assertThat(risingReach).isBetween(29, 33);
        assertThat(highReach).isBetween(35, 39);
        Rectangle all = Pixels.all(high);
        assertThat(Pixels.share(high, all, dark.fill(RegulationState.HIGH), 6)).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Edge.class)
    void aPlainLightHoldsNoLetter(DisplaySettings.Edge edge) {
        BufferedImage high = light(SnapshotFixtures.high(), edge);

        assertThat(Pixels.share(high, Pixels.all(high), Palette.DARK.text, 40)).isZero();
    }

    @Test
    void onAnUprightEdgeGlyphAndWordLieAsTheyAlwaysLie() {
        BufferedImage lying = Screens.strip(SnapshotFixtures.high(), DARK, 1360);
        for (DisplaySettings.Edge edge :
                new DisplaySettings.Edge[] {
                    DisplaySettings.Edge.LEFT, DisplaySettings.Edge.RIGHT
                }) {
            BufferedImage upright =
                    Screens.strip(SnapshotFixtures.high(), DARK.withStripEdge(edge), LENGTH);
            int left = edge == DisplaySettings.Edge.LEFT ? 0 : upright.getWidth() - 40;

            // The glyph of the lying strip stands in a tile 47 wide; on the edge it is square.
            int same = 0;
            for (int y = 8; y < 32; y++) {
                for (int x = 0; x < 24; x++) {
                    Color there = new Color(lying.getRGB(11 + x, y));
                    Color here = new Color(upright.getRGB(left + 8 + x, y));
                    same += Pixels.near(there, here, 90) ? 1 : 0;
                }
            }
            assertThat(same).as("%s", edge).isGreaterThan(24 * 24 * 85 / 100);
        }
    }

    @Test
    void askedWhyTheStripSaysReasonsConfidenceAndDelayInOneLine() {
        LiveView view = new LivePresenter(DARK).present(SnapshotFixtures.high()).explained(false);

        assertThat(view.lanes().get(0).strip())
                .startsWith("Well above usual for ")
                .contains("% of beats usable")
                .contains("s behind.")
                .containsPattern("Confidence of the data \\d+ %\\.$")
                .doesNotContain("bpm");
        BufferedImage plain = Screens.strip(SnapshotFixtures.high(), DARK, 1360);
        BufferedImage asked =
                Screens.strip(SnapshotFixtures.high(), DARK, 1360, Optional.empty(), true);
        Rectangle where = new Rectangle(560, 0, 400, 40);
        Color band = Palette.DARK.fill(RegulationState.HIGH);
        assertThat(Pixels.share(plain, where, band, 6)).isGreaterThan(0.3);
        assertThat(Pixels.share(asked, where, band, 6)).isZero();
        assertThat(asked.getRGB(4, 4)).isEqualTo(plain.getRGB(4, 4));
    }

    @Test
    void whatIsNotKnownHasNoConfidence() {
        LiveView view = new LivePresenter(DARK).present(SnapshotFixtures.unknown()).explained(true);

        assertThat(view.lanes().get(0).strip())
                .startsWith("No reliable signal: ")
                .doesNotContain("Confidence");
    }

    @Test
    void everyStripIsDrawnToBeLookedAt() {
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            for (DisplaySettings.Edge edge : DisplaySettings.Edge.values()) {
                DisplaySettings settings = DARK.withTheme(theme).withStripEdge(edge);
                ScreensTest.all()
                        .forEach(
                                (name, snapshot) -> {
                                    String file = "edge-" + edge + "-" + name + "-" + theme;
                                    save(Screens.strip(snapshot, settings, LENGTH), file);
                                    save(light(snapshot, edge), "light-" + file);
                                });
            }
        }
        BufferedImage thin = Screens.strip(SnapshotFixtures.high(), DARK.withStripHeight(24), 1360);
        save(thin, "strip-24");
        save(Screens.strip(SnapshotFixtures.high(), DARK.withStripHeight(80), 1360), "strip-80");
        BufferedImage asked =
                Screens.strip(SnapshotFixtures.high(), DARK, 1360, Optional.empty(), true);
        save(asked, "strip-asked");
        assertThat(thin.getHeight()).isEqualTo(24);
    }

    private static void save(BufferedImage image, String name) {
        Screens.save(image, name.toLowerCase(java.util.Locale.ROOT));
    }
}

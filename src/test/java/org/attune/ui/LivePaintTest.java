package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.sensor.SourceClass;
import org.junit.jupiter.api.Test;

class LivePaintTest {
    private static final DisplaySettings DARK = DisplaySettings.DEFAULT;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int RIGHT = WIDTH - 178;

    @Test
    void noPixelIsRedOrGreen() {
        for (DisplaySettings.Theme theme :
                new DisplaySettings.Theme[] {
                    DisplaySettings.Theme.DARK, DisplaySettings.Theme.LIGHT
                }) {
            for (LiveSnapshot snapshot : ScreensTest.all().values()) {
                BufferedImage image = Screens.live(snapshot, DARK.withTheme(theme), WIDTH, HEIGHT);
                assertThat(Pixels.share(image, Pixels.all(image), LivePaintTest::forbidden))
                        .isZero();
            }
        }
    }

    private static boolean forbidden(Color colour) {
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        double hue = hsb[0] * 360;
        boolean red = (hue < 12 || hue > 345) && hsb[1] > 0.5 && hsb[2] > 0.35;
        boolean green = hue > 80 && hue < 160 && hsb[1] > 0.35 && hsb[2] > 0.35;
        return red || green;
    }

    @Test
    void nothingIsDrawnAcrossAGap() {
        BufferedImage image = Screens.live(SnapshotFixtures.unknown(), DARK, WIDTH, HEIGHT);
        // 900 s to 940 s of the ten minutes that end at 1297.6 s, a few pixels inside.
        Rectangle gap = column(902, 938, 1297.6);

        assertThat(Pixels.share(image, gap, Palette.DARK.data, 12)).isZero();
        Rectangle before = column(860, 896, 1297.6);
        assertThat(Pixels.share(image, before, Palette.DARK.data, 12)).isGreaterThan(0.001);
    }

    @Test
    void theAmountAboveHasOneNeutralToneAndNeverAStateColour() {
        BufferedImage image = Screens.live(SnapshotFixtures.high(), DARK, WIDTH, HEIGHT);
        Rectangle rise = new Rectangle(RIGHT - 60, 220, 55, 100);

        assertThat(
                        Pixels.share(
                                image,
                                rise,
                                Palette.DARK.fill(org.attune.regulation.RegulationState.HIGH),
                                20))
                .isZero();
        Color over = new Color(0x59, 0x4E, 0x3B);
        assertThat(Pixels.share(image, rise, over, 4)).isGreaterThan(0.9);
    }

    @Test
    void theNewestSecondIsAlwaysAtTheSamePlace() {
        for (LiveSnapshot snapshot : ScreensTest.all().values()) {
            if (snapshot.lanes().size() == 1) {
                BufferedImage image = Screens.live(snapshot, DARK, WIDTH, HEIGHT);
                Rectangle line = new Rectangle(RIGHT, 140, 1, 400);
                assertThat(Pixels.share(image, line, Palette.DARK.ground, 8)).isLessThan(0.2);
            }
        }
    }

    @Test
    void aSimulatedClientIsMarkedAtTheTop() {
        LiveSnapshot usual = SnapshotFixtures.usual();
        LaneSnapshot lane = SnapshotFixtures.from(SourceClass.SIMULATED, usual.lanes().get(0));
        LiveSnapshot simulated =
                SnapshotFixtures.snapshot(900, usual.phase(), 480, usual.markers(), lane);
        BufferedImage real = Screens.live(usual, DARK, WIDTH, HEIGHT);
        BufferedImage marked = Screens.live(simulated, DARK, WIDTH, HEIGHT);
        Screens.save(marked, "simulated-dark");
        BufferedImage strip = Screens.strip(simulated, DARK, 1360);
        Screens.save(strip, "strip-simulated-dark");

        Rectangle top = new Rectangle(500, 4, WIDTH - 500 - 400, 76);
        assertThat(Pixels.share(marked, top, Palette.DARK.surface, 8))
                .isLessThan(Pixels.share(real, top, Palette.DARK.surface, 8) - 0.01);
        assertThat(difference(strip, Screens.strip(usual, DARK, 1360))).isGreaterThan(0.005);
    }

    @Test
    void aHiddenTherapistLaneShowsNeitherTraceNorState() {
        LiveSnapshot couple = SnapshotFixtures.couple();
        BufferedImage hidden = Screens.live(couple, DARK, WIDTH, HEIGHT);
        BufferedImage shown =
                Screens.live(
                        couple,
                        DARK,
                        Optional.empty(),
                        new LivePanel.Choices(false, true, false, true),
                        WIDTH,
                        HEIGHT);
        Rectangle own = new Rectangle(180, HEIGHT - 52 - 58, 1000, 56);
        Rectangle ownShown = new Rectangle(180, HEIGHT - 52 - 200, 1000, 190);

        assertThat(Pixels.share(hidden, own, Palette.DARK.data, 6)).isZero();
        assertThat(Pixels.share(hidden, own, Palette.DARK.band, 6)).isZero();
        assertThat(Pixels.share(shown, ownShown, Palette.DARK.band, 6)).isGreaterThan(0.05);
    }

    @Test
    void atTwiceTheSizeTheSameScreenIsTheSamePicture() {
        LiveSnapshot high = SnapshotFixtures.high();
        BufferedImage once = Screens.live(high, DARK, WIDTH, HEIGHT);
        BufferedImage twice = Screens.live(high, DARK.withScale(2), 2 * WIDTH, 2 * HEIGHT);
        BufferedImage half = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D g = half.createGraphics();
        g.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION,
                java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(twice, 0, 0, WIDTH, HEIGHT, null);
        g.dispose();

        assertThat(difference(once, half)).isLessThan(0.02);
    }

    @Test
    void whatIsToldToAScreenReaderIsWhatIsSeen() {
        LiveView view = new LivePresenter(DARK).present(SnapshotFixtures.high());
        String told =
                Screens.onEdt(
                        () -> {
                            Look look = Look.of(DARK);
                            LaneView lane = view.lanes().get(0);
                            HeadPane head = new HeadPane(look, view, lane, false, true);
                            head.show(look, view, lane, true);
                            return head.getAccessibleContext().getAccessibleName();
                        });

        assertThat(told)
                .isEqualTo(
                        "K-07: High. Well above this person's usual range, still climbing."
                                + " Room to slow.");
    }

    private static Rectangle column(double from, double to, double now) {
        double perSecond = (RIGHT - 170) / 600.0;
        int left = (int) Math.ceil(RIGHT - (now - from) * perSecond);
        int right = (int) Math.floor(RIGHT - (now - to) * perSecond);
        return new Rectangle(left, 160, right - left, 310);
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        long different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                Color first = new Color(a.getRGB(x, y));
                different += Pixels.near(first, new Color(b.getRGB(x, y)), 60) ? 0 : 1;
            }
        }
        return different / (double) (a.getWidth() * a.getHeight());
    }
}

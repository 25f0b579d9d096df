package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.pipeline.Moment;
import org.attune.regulation.RegulationState;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.session.LaneId;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.Palette;
import org.attune.ui.Pixels;
import org.attune.ui.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewPaintTest {
    private static final DisplaySettings LIGHT =
            DisplaySettings.DEFAULT
                    .withTheme(DisplaySettings.Theme.LIGHT)
                    .withLanguage(DisplaySettings.Language.EN);
    private static final Palette PALETTE = Look.of(LIGHT).palette;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int LEFT = 150;
    private static final int RIGHT = 1024;
    private static final int RATE_TOP = 68 + 64;
    private static final int RATE_FOOT = 400;

    private static List<ReviewSession> read = List.of();

    @BeforeAll
    static void meet() {
        read = List.of(ReviewFixtures.withTherapist());
    }

    @AfterAll
    static void forget() {
        read = List.of();
    }

    private static ReviewPresenter presenter() {
        return Reviews.presenter(read.get(0));
    }

    private static BufferedImage paint(ReviewPresenter presenter, String name) {
        BufferedImage image = Reviews.paint(presenter, LIGHT, WIDTH, HEIGHT);
        Screens.save(image, name);
        return image;
    }

    /** The columns of a stretch of the session, a pixel inside. */
    private static Rectangle columns(TimeWindow window, double from, double to) {
        double perSecond = (RIGHT - LEFT) / window.seconds();
        int left = (int) Math.ceil(LEFT + (from - window.from()) * perSecond) + 2;
        int right = (int) Math.floor(LEFT + (to - window.from()) * perSecond) - 2;
        return new Rectangle(left, RATE_TOP + 30, right - left, RATE_FOOT - RATE_TOP - 30);
    }

    @Test
    void nothingIsDrawnAcrossAGapAtAnyZoom() {
        var gap = read.get(0).timeline().lanes().get(0).gaps().all().get(1);
        for (int steps : new int[] {0, 2, 4, 6}) {
            ReviewPresenter presenter = presenter();
            presenter.sight().zoom(steps, (gap.from() + gap.to()) / 2);
            TimeWindow window = presenter.view().window();
            BufferedImage image = paint(presenter, "review-gap-" + steps);
            double from = Math.max(gap.from(), window.from());
            double to = Math.min(gap.to(), window.to());
            assertThat(Pixels.share(image, columns(window, from, to), PALETTE.data, 12))
                    .as("%d steps", steps)
                    .isZero();
            if (steps < 6) {
                Rectangle before = columns(window, gap.from() - window.seconds() / 12, gap.from());
                assertThat(Pixels.share(image, before, PALETTE.data, 40)).isGreaterThan(0.001);
            }
        }
    }

    /** A minute of silence in every forty: of four hours one is a few pixels wide. */
    @Test
    void gapsTooShortForWordsAreAToneAndOnlyFromNearHatchedAndExplained() {
        SessionHarness harness = SessionHarness.with(Hearts.steady(70));
        for (int i = 0; i < 6; i++) {
            harness.runFor(Duration.ofMinutes(39)).silence(Duration.ofMinutes(1));
        }
        List<Moment> moments = harness.end().moments();
        ReviewSession day = ReviewFixtures.read(List.of(LaneId.CLIENT), moments);
        var gap = day.timeline().lanes().get(0).gaps().all().get(2);
        double middle = (gap.from() + gap.to()) / 2;
        Rectangle head = new Rectangle(LEFT + 20, RATE_TOP, RIGHT - LEFT - 40, 30);

        ReviewPresenter far = Reviews.presenter(day);
        BufferedImage image = paint(far, "review-gaps-far");
        TimeWindow window = far.view().window();
        double perSecond = (RIGHT - LEFT) / window.seconds();
        int column = (int) (LEFT + (middle - window.from()) * perSecond);
        Rectangle within = new Rectangle(column, RATE_TOP + 4, 1, 40);
        assertThat(Pixels.share(image, within, PALETTE.ground, 4)).isZero();
        assertThat(Pixels.share(image, head, PALETTE.text3, 20)).isZero();

        ReviewPresenter near = Reviews.presenter(day);
        near.sight().zoom(8, middle);
        image = paint(near, "review-gaps-near");
        assertThat(Pixels.share(image, head, PALETTE.text3, 20)).isPositive();
    }

    @Test
    void aPeakOfFewSecondsIsSeenHoweverFarOneStandsBack() {
        List<Moment> moments =
                SessionHarness.with(Hearts.following(t -> t > 9000 && t < 9040 ? 130 : 70))
                        .runFor(Duration.ofHours(4))
                        .end()
                        .moments();
        ReviewSession day = ReviewFixtures.read(List.of(LaneId.CLIENT), moments);
        ReviewPresenter presenter = Reviews.presenter(day);
        int highest = topOfLine(paint(presenter, "review-day"));
        for (int steps : new int[] {2, 5, 8}) {
            ReviewPresenter near = Reviews.presenter(day);
            near.sight().zoom(steps, 9020);
            assertThat(topOfLine(paint(near, "review-day-" + steps)))
                    .as("%d steps", steps)
                    .isCloseTo(highest, org.assertj.core.api.Assertions.within(2));
        }
    }

    /** The highest row of the rate's chart with a dark pixel of its line. */
    private static int topOfLine(BufferedImage image) {
        for (int y = RATE_TOP; y < RATE_FOOT; y++) {
            for (int x = LEFT + 120; x < RIGHT - 2; x++) {
                if (Pixels.near(new Color(image.getRGB(x, y)), PALETTE.data, 50)) {
                    return y;
                }
            }
        }
        return RATE_FOOT;
    }

    @Test
    void aHiddenTherapistLaneLeavesNoPixel() {
        ReviewSession alone = ReviewFixtures.withoutTherapist();
        ReviewPresenter with = presenter();
        ReviewPresenter without = Reviews.presenter(alone);
        BufferedImage hidden = paint(with, "review-own-hidden");
        BufferedImage none = paint(without, "review-own-none");
        // All but the one line in the head that says there is such a lane.
        Rectangle body = new Rectangle(0, 68, WIDTH, HEIGHT - 68);

        assertThat(different(hidden, none, body)).isZero();
        with.sight().toggleOwn();
        BufferedImage shown = paint(with, "review-own-shown");
        assertThat(different(hidden, shown, body)).isPositive();
        with.sight().toggleOwn();
        assertThat(different(hidden, paint(with, "review-own-again"), body)).isZero();
    }

    private static long different(BufferedImage a, BufferedImage b, Rectangle area) {
        long different = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                different += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    @Test
    void theAmountAboveHasOneNeutralToneAndNeverAStateColour() {
        ReviewPresenter presenter = presenter();
        BufferedImage image = paint(presenter, "review-above");
        Rectangle rise = columns(presenter.view().window(), 700, 760);
        rise.height = 100;
        rise.y = RATE_TOP + 60;

        assertThat(Pixels.share(image, rise, PALETTE.fill(RegulationState.HIGH), 20)).isZero();
        assertThat(Pixels.share(image, rise, new Color(0xE7, 0xDA, 0xC1), 6)).isGreaterThan(0.9);
    }

    @Test
    void noPixelIsRedOrGreenInAnyTheme() {
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            ReviewPresenter presenter = presenter();
            presenter.sight().chooseHighest();
            BufferedImage image = Reviews.paint(presenter, LIGHT.withTheme(theme), WIDTH, HEIGHT);
            Screens.save(image, "review-" + theme);
            assertThat(Pixels.share(image, Pixels.all(image), ReviewPaintTest::forbidden)).isZero();
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
    void everyViewCanBePaintedAtEverySize() {
        long seed = 7;
        Random random = new Random(seed);
        ReviewSession four =
                ReviewFixtures.of(
                        Duration.ofMinutes(20),
                        Map.of(
                                LaneId.CLIENT,
                                SimulationScenario.OVERWHELM,
                                LaneId.PARTNER,
                                SimulationScenario.LOSS,
                                new LaneId("client-2"),
                                SimulationScenario.ECTOPIC,
                                LaneId.THERAPIST,
                                SimulationScenario.SETTLED));
        for (ReviewSession each : List.of(read.get(0), four)) {
            ReviewPresenter presenter = Reviews.presenter(each);
            for (int i = 0; i < 12; i++) {
                anything(presenter, random);
                double scale = 0.75 + random.nextDouble() * 1.5;
                int width = 500 + random.nextInt(1500);
                int height = 250 + random.nextInt(900);
                BufferedImage image =
                        Reviews.paint(presenter, LIGHT.withScale(scale), width, height);
                assertThat(Pixels.colours(image)).as("seed %d, step %d", seed, i).isGreaterThan(8);
            }
        }
    }

    private static void anything(ReviewPresenter presenter, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> presenter.sight().zoom(random.nextInt(9) - 3, random.nextDouble() * 1500);
            case 1 -> presenter.sight().pan(random.nextDouble() - 0.5);
            case 2 -> presenter.toggleArtefacts();
            case 3 -> presenter.sight().toggleOwn();
            case 4 -> presenter.sight().askWhy(random.nextDouble() * 1500);
            case 5 -> presenter.sight().stepMark(1);
            case 6 -> presenter.sight().stepRow(1);
            case 7 -> presenter.toggleKeys();
            default -> presenter.sight().choosePerson(random.nextInt(3));
        }
    }
}

package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The seven states as half a second at two metres, or the corner of the eye, leaves them: 32
 * pixels, no colour, soft, a pixel aside, weak and noisy. An eye that knows the seven must still
 * name them.
 */
class GlanceTest {
    private static final int SIZE = 32;
    private static final RegulationState[] STATES = RegulationState.values();

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1, 1.6})
    void everyTwoShapesDifferByAFifthOfTheirInkHoweverTheyAreLaid(double blur) {
        for (RegulationState a : STATES) {
            double[] first = soft(shape(a), blur);
            assertThat(nearest(first, shifted(first, 1, -1))).isLessThan(0.05);
            for (RegulationState b : STATES) {
                if (a != b) {
                    assertThat(nearest(first, soft(shape(b), blur)))
                            .as("%s and %s", a, b)
                            .isGreaterThan(0.2);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void anEyeNamesEveryTileWithoutColourInAnyTheme(DisplaySettings.Theme theme) {
        Map<RegulationState, double[]> known = new EnumMap<>(RegulationState.class);
        for (RegulationState state : STATES) {
            known.put(state, soft(tile(state, theme), 1));
        }
        long seed = 20_261;
        Random random = new Random(seed);
        for (RegulationState state : STATES) {
            for (int glance = 0; glance < 40; glance++) {
                double[] seen = glanced(Objects.requireNonNull(known.get(state)), random);
                assertThat(named(seen, known))
                        .as("glance %d, theme %s, seed %d", glance, theme, seed)
                        .isEqualTo(state);
            }
        }
    }

    @Test
    void anEyeNamesEveryShapeInOneInk() {
        Map<RegulationState, double[]> known = new EnumMap<>(RegulationState.class);
        for (RegulationState state : STATES) {
            known.put(state, soft(shape(state), 1));
        }
        long seed = 7;
        Random random = new Random(seed);
        for (RegulationState state : STATES) {
            for (int glance = 0; glance < 100; glance++) {
                assertThat(named(glanced(Objects.requireNonNull(known.get(state)), random), known))
                        .as("glance %d, seed %d", glance, seed)
                        .isEqualTo(state);
            }
        }
    }

    /** A pixel aside at most, with a third to all of its contrast, and noise of an eighth of it. */
    private static double[] glanced(double[] image, Random random) {
        double[] seen = shifted(image, random.nextInt(3) - 1, random.nextInt(3) - 1);
        double weak = 0.33 + 0.67 * random.nextDouble();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = weak * (seen[i] + 0.125 * random.nextGaussian());
        }
        return seen;
    }

    /** The known state that correlates best, wherever within a pixel it lies. */
    private static RegulationState named(double[] seen, Map<RegulationState, double[]> known) {
        RegulationState best = RegulationState.UNKNOWN;
        double most = -2;
        for (Map.Entry<RegulationState, double[]> each : known.entrySet()) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    double r = correlation(seen, shifted(each.getValue(), dx, dy));
                    if (r > most) {
                        most = r;
                        best = each.getKey();
                    }
                }
            }
        }
        return best;
    }

    private static double nearest(double[] a, double[] b) {
        double least = Double.MAX_VALUE;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                least = Math.min(least, distance(a, shifted(b, dx, dy)));
            }
        }
        return least;
    }

    /** Share of the ink of both that is not common to them. */
    private static double distance(double[] a, double[] b) {
        double different = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            different += Math.abs(a[i] - b[i]);
            all += a[i] + b[i];
        }
        return different / all;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] shifted(double[] image, int dx, int dy) {
        double[] result = new double[image.length];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int fromX = Math.min(SIZE - 1, Math.max(0, x - dx));
                int fromY = Math.min(SIZE - 1, Math.max(0, y - dy));
                result[y * SIZE + x] = image[fromY * SIZE + fromX];
            }
        }
        return result;
    }

    private static BufferedImage shape(RegulationState state) {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Look.smooth(image.createGraphics());
        StateGlyph.paint(g, state, 12, 12, 104, Color.WHITE, 0.6);
        g.dispose();
        return image;
    }

    private static BufferedImage tile(RegulationState state, DisplaySettings.Theme theme) {
        Look look = Look.of(DisplaySettings.DEFAULT.withTheme(theme));
        BufferedImage image = new BufferedImage(84, 84, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Look.smooth(image.createGraphics());
        StateTile.paint(g, look, state, 0.6, new Rectangle2D.Double(0, 0, 84, 84));
        g.dispose();
        return ColourVision.GREYSCALE.of(image);
    }

    /** At 32 pixels, blurred by {@code sigma} pixels; brightness from 0 to 1. */
    private static double[] soft(BufferedImage image, double sigma) {
        BufferedImage wide = new BufferedImage(SIZE + 16, SIZE + 16, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = wide.createGraphics();
        g.setColor(new Color(image.getRGB(0, 0)));
        g.fillRect(0, 0, SIZE + 16, SIZE + 16);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        BufferedImage half = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D between = half.createGraphics();
        between.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        between.drawImage(image, 0, 0, 64, 64, null);
        between.dispose();
        g.drawImage(half, 8, 8, SIZE, SIZE, null);
        g.dispose();
        BufferedImage blurred =
                new ConvolveOp(gauss(sigma), ConvolveOp.EDGE_NO_OP, null).filter(wide, null);
        double[] result = new double[SIZE * SIZE];
        for (int i = 0; i < result.length; i++) {
            result[i] = (blurred.getRGB(8 + i % SIZE, 8 + i / SIZE) & 0xFF) / 255.0;
        }
        return result;
    }

    private static Kernel gauss(double sigma) {
        float[] weights = new float[81];
        double sum = 0;
        for (int i = 0; i < 81; i++) {
            double dx = i % 9 - 4;
            double dy = i / 9 - 4;
            weights[i] = (float) Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < 81; i++) {
            weights[i] /= (float) sum;
        }
        return new Kernel(9, 9, weights);
    }
}

package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contrast as it reaches the eye: found in the pixels that were painted, for every word and every
 * line that means something, not computed from the palette (WCAG 2.2, 1.4.3 and 1.4.11).
 */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    /** A pixel is seldom covered wholly by a stroke of little more than its own width. */
    private static final double EDGES = 0.97;

    private final List<String> poor = new ArrayList<>();
    private int words;
    private int shapes;

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void wordsAndShapesOfEveryStateAreSeenInPanelAndStrip(DisplaySettings.Theme theme) {
        DisplaySettings settings = english(theme);
        Optional<Confirmation> slow =
                Optional.of(new Confirmation("Slow marked at 20:49", 1296, true));
        LivePanel.Choices plain = new LivePanel.Choices(true, true, false, true);
        ScreensTest.all()
                .forEach(
                        (name, shot) -> {
                            measure(
                                    name + " panel",
                                    theme,
                                    1440,
                                    900,
                                    () -> Screens.panel(shot, settings, slow, plain));
                            measure(
                                    name + " strip",
                                    theme,
                                    1360,
                                    40,
                                    () -> Screens.stripPane(shot, settings, slow, false));
                        });
        LiveSnapshot high = SnapshotFixtures.high();
        LivePanel.Choices card = new LivePanel.Choices(false, false, true, true);
        measure("card", theme, 1440, 900, () -> Screens.panel(high, settings, slow, card));
        assertAllAreSeen(400, 100);
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void wordsAndShapesOfTheOtherPagesAreSeen(DisplaySettings.Theme theme) {
        DisplaySettings settings = english(theme);
        measure(
                "before",
                theme,
                1440,
                900,
                () ->
                        Screens.beforePane(
                                BeforePresenterTest.facts(false, false),
                                SnapshotFixtures.learning(),
                                settings));
        assertAllAreSeen(15, 3);
    }

    private void measure(
            String name,
            DisplaySettings.Theme theme,
            int width,
            int height,
            Supplier<Component> made) {
        Palette palette = Palette.of(theme);
        Painted painted = Screens.onEdt(() -> Painted.of(made.get(), width, height));
        Set<Color> meant = meaningful(palette);
        for (Painted.Thing thing : painted.things()) {
            // An edge need only be seen from one of its sides, a line that stands alone from both.
            boolean alone = thing.colour().equals(palette.data) && thing.stroked();
            boolean edge = !thing.text() && !alone;
            if (thing.text() || meant.contains(thing.colour())) {
                double contrast = painted.contrast(thing, edge);
                double least = thing.text() ? TEXT : GRAPHICS;
                if (!Double.isNaN(contrast)) {
                    words += thing.text() ? 1 : 0;
                    shapes += thing.text() ? 0 : 1;
                    if (contrast < least * EDGES) {
                        poor.add(
                                String.format(
                                        Locale.ROOT,
                                        "%s %s: %.2f %s %06x at %s",
                                        palette,
                                        name,
                                        contrast,
                                        thing.words(),
                                        thing.colour().getRGB() & 0xFFFFFF,
                                        thing.shape().getBounds()));
                    }
                }
            }
        }
    }

    /** What lines and areas may mean something by; all others are decoration. */
    private static Set<Color> meaningful(Palette palette) {
        Set<Color> colours = new HashSet<>();
        colours.addAll(List.of(palette.data, palette.bandEdge, palette.hatch, palette.focus));
        for (RegulationState state : RegulationState.values()) {
            colours.add(palette.ink(state));
            colours.add(palette.onFill(state));
            // In light the outline tells; the fill within it may be pale.
            if (!palette.outlinesFills()) {
                colours.add(palette.fill(state));
            }
        }
        for (int lane = 0; lane < 4; lane++) {
            colours.add(palette.chip(lane));
        }
        colours.removeAll(List.of(palette.surface, palette.ground));
        return colours;
    }

    private void assertAllAreSeen(int leastWords, int leastShapes) {
        assertThat(words).as("words measured").isGreaterThan(leastWords);
        assertThat(shapes).as("shapes measured").isGreaterThan(leastShapes);
        assertThat(poor).isEmpty();
    }

    private static DisplaySettings english(DisplaySettings.Theme theme) {
        return DisplaySettings.DEFAULT.withTheme(theme).withLanguage(DisplaySettings.Language.EN);
    }
}

package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.attune.live.LiveSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contrast as it reaches the eye: found in the pixels that were painted, for every word and every
 * line that means something, not computed from the palette (WCAG 2.2, 1.4.3 and 1.4.11).
 */
class ContrastTest {
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
        PaintedContrast here = new PaintedContrast(Palette.of(theme));
        here.look(name, Screens.onEdt(() -> Painted.of(made.get(), width, height)));
        words += here.words();
        shapes += here.shapes();
        poor.addAll(here.poor());
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

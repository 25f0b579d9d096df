package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComponent;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the therapist guesses nothing tells the state; asked for, nothing of the trace is cut. */
class GuessModeTest {
    private static final DisplaySettings SETTINGS =
            DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN);

    private static JComponent guessing(GuessMode mode, DisplaySettings settings) {
        LiveSnapshot snapshot = SnapshotFixtures.high();
        LiveView view = new LivePresenter(settings).present(snapshot);
        return mode.show(
                Look.of(settings), view, snapshot, Optional.empty(), settings, OptionalInt.empty());
    }

    @Test
    void howManyCuesWereGivenIsHidden() {
        assertThat(SnapshotFixtures.high().cuesGiven()).isPositive();
        JComponent pane = Screens.onEdt(() -> guessing(new GuessMode(Look.of(SETTINGS)), SETTINGS));

        assertThat(names(pane)).anyMatch(name -> name.startsWith("Kept for our review"));
        assertThat(names(pane)).noneMatch(name -> name.contains("Cues"));
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void noColourOfAStateIsSeenWhileItIsGuessed(DisplaySettings.Theme theme) {
        DisplaySettings settings = SETTINGS.withTheme(theme);
        BufferedImage image =
                Screens.onEdt(
                        () -> {
                            GuessMode mode = new GuessMode(Look.of(settings));
                            assertThat(mode.guess(RegulationState.RISING, SnapshotFixtures.high()))
                                    .isPresent();
                            JComponent pane = guessing(mode, settings);
                            pane.setSize(1440, 900);
                            return Screens.paint(pane, 1440, 900);
                        });
        Screens.save(image, "guess-hidden-" + Palette.of(theme));

        for (RegulationState state : List.of(RegulationState.RISING, RegulationState.HIGH)) {
            assertThat(Pixels.share(image, Pixels.all(image), Palette.of(theme).fill(state), 4))
                    .as("%s", state)
                    .isZero();
        }
    }

    @Test
    void theAxisHoldsTheWholeTraceAndIsElseThatOfTheSession() {
        LaneView.Axis live = new LaneView.Axis(56, 98);
        Trace calm = Trace.of(new double[] {1, 2}, new double[] {70, Double.NaN});
        Trace risen = Trace.of(new double[] {1, 2, 3}, new double[] {70, 112, 50});

        assertThat(RevealPane.holding(live, calm)).isEqualTo(live);
        assertThat(RevealPane.holding(live, risen).upper()).isGreaterThan(112);
        assertThat(RevealPane.holding(live, risen).lower()).isLessThan(50);
    }

    private static List<String> names(Container of) {
        return Arrays.stream(of.getComponents())
                .map(Component::getAccessibleContext)
                .map(context -> String.valueOf(context.getAccessibleName()))
                .toList();
    }
}

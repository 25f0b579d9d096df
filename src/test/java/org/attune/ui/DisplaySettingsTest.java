package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import org.attune.ui.breath.PacerSettings;
import org.junit.jupiter.api.Test;

class DisplaySettingsTest {
    @Test
    void theDefaultIsDarkAndTenMinutes() {
        assertThat(DisplaySettings.DEFAULT.theme()).isEqualTo(DisplaySettings.Theme.DARK);
        assertThat(DisplaySettings.DEFAULT.minutesShown()).isEqualTo(10);
    }

    @Test
    void whatCannotBeShownIsRefused() {
        assertRefused(1, 1, 40, 50, "minutesShown=1");
        assertRefused(10, 3, 40, 50, "scale=3");
        assertRefused(10, Double.NaN, 40, 50, "scale=NaN");
        assertRefused(10, 1, 10, 50, "stripHeight=10");
        assertRefused(10, 1, 40, -1, "plannedMinutes=-1");
    }

    @Test
    void aStripLiesAlongItsEdgeOfItsScreen() {
        Rectangle first = new Rectangle(0, 0, 1440, 900);
        Rectangle second = new Rectangle(1440, 0, 1920, 1080);

        assertThat(DisplaySettings.Edge.RIGHT.along(first, 40))
                .isEqualTo(new Rectangle(1400, 0, 40, 900));
        assertThat(DisplaySettings.Edge.BOTTOM.along(second, 40))
                .isEqualTo(new Rectangle(1440, 1040, 1920, 40));
        assertThat(DisplaySettings.Edge.TOP.along(second, 40))
                .isEqualTo(new Rectangle(1440, 0, 1920, 40));
        assertThat(DisplaySettings.Edge.LEFT.along(second, 40))
                .isEqualTo(new Rectangle(1440, 0, 40, 1080));
    }

    @Test
    void steppingThroughTheThemesComesBack() {
        DisplaySettings.Theme theme = DisplaySettings.Theme.DARK;

        assertThat(theme.next().next().next()).isEqualTo(theme);
    }

    private static void assertRefused(
            int minutes, double scale, int strip, int planned, String message) {
        assertThatThrownBy(
                        () ->
                                new DisplaySettings(
                                        DisplaySettings.Theme.DARK,
                                        minutes,
                                        scale,
                                        false,
                                        strip,
                                        planned,
                                        DisplaySettings.Language.EN,
                                        DisplaySettings.Edge.BOTTOM,
                                        1,
                                        true,
                                        true,
                                        false,
                                        "",
                                        PacerSettings.DEFAULT,
                                        SignalSettings.DEFAULT,
                                        KeySettings.DEFAULT,
                                        WordSettings.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

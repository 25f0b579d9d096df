package org.attune.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.util.Locale;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.Screens;
import org.junit.jupiter.api.Test;

/** The window of trends as it is painted. */
class TrendPaintTest {
    static TrendPresenter presenter(int weeks, int known, Locale language) {
        TrendPresenter presenter =
                new TrendPresenter(TrendWindowWords.in(language), ZoneOffset.UTC, true);
        presenter.begin(TrendFixtures.start(TrendFixtures.year(weeks), known));
        return presenter;
    }

    private static BufferedImage paint(
            TrendPresenter presenter,
            DisplaySettings.Theme theme,
            Locale language,
            int width,
            int height,
            String name) {
        BufferedImage image =
                Screens.onEdt(
                        () -> {
                            DisplaySettings settings = DisplaySettings.DEFAULT.withTheme(theme);
                            TrendPanel panel =
                                    new TrendPanel(
                                            Look.of(settings),
                                            TrendWindowWords.in(language),
                                            presenter.view(),
                                            (cell, session, twice) -> {},
                                            session -> {});
                            panel.setSize(width, height);
                            return Screens.paint(panel, width, height);
                        });
        Screens.save(image, name);
        return image;
    }

    private static BufferedImage grey(BufferedImage image, String name) {
        BufferedImage grey =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = grey.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        Screens.save(grey, name);
        return grey;
    }

    /** How many colours there are: a pane left blank has few. */
    private static long colours(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())
                .length;
    }

    @Test
    void theWholeOfItIsSeenInEachThemeAndInGrey() {
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            TrendPresenter presenter = presenter(12, 12, Locale.ENGLISH);
            presenter.chooseSession(6);
            String name = "trend-" + theme.name().toLowerCase(Locale.ROOT);
            BufferedImage image = paint(presenter, theme, Locale.ENGLISH, 1440, 900, name);
            assertThat(colours(image)).isPositive();
            grey(image, name + "-grey");
        }
    }

    @Test
    void oneChartAloneAYearAGermanOneASmallOneAndNone() {
        DisplaySettings.Theme light = DisplaySettings.Theme.LIGHT;
        TrendPresenter large = presenter(12, 12, Locale.ENGLISH);
        large.step(1, 0);
        large.step(1, 0);
        large.toggleLarge();
        paint(large, light, Locale.ENGLISH, 1440, 900, "trend-large");
        paint(presenter(52, 52, Locale.ENGLISH), light, Locale.ENGLISH, 1440, 900, "trend-year");
        paint(presenter(12, 7, Locale.GERMAN), light, Locale.GERMAN, 1440, 900, "trend-pending");
        paint(presenter(12, 12, Locale.GERMAN), light, Locale.GERMAN, 900, 620, "trend-small");
        paint(presenter(2, 2, Locale.ENGLISH), light, Locale.ENGLISH, 1440, 900, "trend-two");
        TrendPresenter keys = presenter(12, 12, Locale.ENGLISH);
        keys.toggleKeys();
        BufferedImage card = paint(keys, light, Locale.ENGLISH, 1440, 900, "trend-keys");
        assertThat(new Color(card.getRGB(720, 300))).isNotEqualTo(Color.BLACK);
    }
}

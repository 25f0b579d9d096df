package org.attune.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.ui.DisplaySettings;
import org.attune.ui.DisplaySettings.Theme;
import org.attune.ui.Legible;
import org.attune.ui.Look;
import org.attune.ui.Painted;
import org.attune.ui.Screens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The trends in letters of each size and windows of each, found in the pixels that were painted.
 */
class TrendReadableTest {
    private static final Dimension SMALL = new Dimension(720, 480);
    private static final Dimension USUAL = new Dimension(1440, 900);
    private static final Dimension NOTHING_SCROLLED = new Dimension(1440, 2600);
    private static final Dimension LARGE = new Dimension(1920, 1080);

    /** One way to look at them. */
    record Seen(Dimension size, double scale, Theme theme, Locale language) {
        private TrendPanel panel(TrendPresenter presenter) {
            Look look = Look.of(DisplaySettings.DEFAULT.withTheme(theme).withScale(scale));
            TrendWindowWords words = TrendWindowWords.in(language);
            TrendView view = presenter.view();
            TrendPanel panel =
                    new TrendPanel(look, words, view, (cell, session, twice) -> {}, at -> {});
            panel.setSize(size);
            panel.show(look, words, view);
            return panel;
        }

        private Painted paint(TrendPanel panel) {
            return Painted.of(panel, size.width, size.height);
        }
    }

    private static TrendPresenter presenter(
            int weeks, int known, Locale language, Consumer<TrendPresenter> then) {
        TrendPresenter presenter = TrendPaintTest.presenter(weeks, known, language);
        then.accept(presenter);
        return presenter;
    }

    private static void chosen(TrendPresenter presenter) {
        presenter.chooseSession(6);
        presenter.step(1, 0);
    }

    private static Map<String, TrendPresenter> scenes(Locale language) {
        Map<String, TrendPresenter> scenes = new LinkedHashMap<>();
        scenes.put("chosen", presenter(12, 12, language, TrendReadableTest::chosen));
        scenes.put("large", presenter(12, 12, language, TrendPresenter::toggleLarge));
        if (language.equals(Locale.GERMAN)) { // its words are the longer ones
            scenes.put("pending", presenter(12, 7, language, presenter -> presenter.step(0, 1)));
            scenes.put("year", presenter(52, 52, language, presenter -> presenter.step(0, 4)));
            scenes.put("two", presenter(2, 2, language, presenter -> {}));
        }
        return scenes;
    }

    static List<Seen> sizes() {
        List<Seen> all = new ArrayList<>();
        for (double scale : List.of(1.0, 1.5, 2.0)) {
            all.add(new Seen(SMALL, scale, Theme.LIGHT, Locale.GERMAN));
            all.add(new Seen(USUAL, scale, Theme.LIGHT, Locale.GERMAN));
        }
        all.add(new Seen(LARGE, 1.0, Theme.LIGHT, Locale.GERMAN));
        all.add(new Seen(SMALL, 2.0, Theme.LIGHT, Locale.ENGLISH));
        all.add(new Seen(USUAL, 2.0, Theme.LIGHT, Locale.ENGLISH));
        return all;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyWordIsReadWholeWhateverTheRoom(Seen seen) {
        List<String> wrong = new ArrayList<>();
        scenes(seen.language())
                .forEach(
                        (scene, presenter) ->
                                Screens.onEdt(
                                                () -> {
                                                    TrendPanel panel = seen.panel(presenter);
                                                    return Legible.cut(panel, seen.paint(panel));
                                                })
                                        .forEach(each -> wrong.add(scene + ": " + each)));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theCardOfKeysIsReadWholeWhateverTheRoom(Seen seen) {
        TrendPresenter asked = presenter(12, 12, seen.language(), TrendPresenter::toggleKeys);
        List<String> wrong =
                Screens.onEdt(
                        () -> {
                            TrendPane card = seen.panel(asked).parts().get(5);
                            assertThat(card.getY()).isNotNegative();
                            assertThat(card.getX()).isNotNegative();
                            return Legible.cut(
                                    card, Painted.of(card, card.getWidth(), card.getHeight()));
                        });
        assertThat(wrong).isEmpty();
    }

    static List<Seen> looks() {
        List<Seen> all = new ArrayList<>();
        // At 100 % each theme is measured in the window; other sizes fall on the pixels otherwise.
        all.add(new Seen(NOTHING_SCROLLED, 1.5, Theme.DARK, Locale.ENGLISH));
        all.add(new Seen(NOTHING_SCROLLED, 2.0, Theme.DIM, Locale.ENGLISH));
        return all;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyWordAndLineStandsOutFromWhatItLiesOn(Seen seen) {
        List<String> wrong = new ArrayList<>();
        TrendPresenter chosen = presenter(12, 12, seen.language(), TrendReadableTest::chosen);
        wrong.addAll(
                Screens.onEdt(
                        () ->
                                Legible.hardlySeen(
                                        "chosen", seen.paint(seen.panel(chosen)), seen.theme())));
        assertThat(wrong).isEmpty();
    }
}

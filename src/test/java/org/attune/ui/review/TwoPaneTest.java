package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.DyadRules;
import org.attune.review.dyad.Pair;
import org.attune.session.LaneId;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two people side by side in the window. */
final class TwoPaneTest {
    private static final Pair PAIR = new Pair(LaneId.CLIENT, LaneId.THERAPIST);
    private static List<ReviewSession> read = List.of();
    private static List<Dyad> found = List.of();

    private ReviewPresenter presenter;
    private TwoPresenter panel;

    @BeforeAll
    static void meet() {
        read = List.of(ReviewFixtures.withTherapist());
        found =
                List.of(
                        Dyad.of(
                                LaneId.CLIENT,
                                LaneId.THERAPIST,
                                ReviewFixtures.twoHearts(),
                                DyadRules.DEFAULT));
    }

    @AfterAll
    static void forget() {
        read = List.of();
        found = List.of();
    }

    @BeforeEach
    void open() {
        presenter = Reviews.presenter(read.get(0));
        panel = presenter.two().orElseThrow();
        panel.toggle();
    }

    private TwoPresenter.View seen() {
        return presenter.view().two().orElseThrow();
    }

    @Test
    void aHiddenLaneIsComparedWithNobody() {
        assertThat(panel.pair(presenter.sight().shownLanes())).isEmpty();
        assertThat(seen().who()).isEqualTo("There are not two lanes to be seen.");
        panel.answered(PAIR, found.get(0));
        assertThat(seen().figures()).isEmpty();
        presenter.sight().toggleOwn();
        assertThat(panel.pair(presenter.sight().shownLanes())).contains(PAIR);
        assertThat(seen().figures()).isPresent();
    }

    @Test
    void everyFigureHasItsChanceLevelAndAVerdictOfWordsOnly() {
        presenter.sight().toggleOwn();
        panel.answered(PAIR, found.get(0));
        assertThat(seen().figures().orElseThrow().rows())
                .hasSize(4)
                .allMatch(row -> row.verdict().endsWith("chance"))
                .allMatch(row -> row.measure().surrogates() == 999);
        assertThat(seen().said()).contains("ahead");
    }

    @Test
    void tooLittleTimeIsSaidSo() {
        presenter.sight().toggleOwn();
        panel.answered(
                PAIR,
                new Dyad.Blank(PAIR.first(), PAIR.second(), Dyad.Because.TOO_LITTLE_TIME, 90, 600));
        assertThat(seen().figures()).isEmpty();
        assertThat(seen().said()).contains("needs 10:00", "there are 1:30");
    }

    @Test
    void ofOnePersonThereIsNoSuchPanel() {
        assertThat(Reviews.presenter(ReviewFixtures.withoutTherapist()).two()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void itIsPaintedInEveryTheme(DisplaySettings.Theme theme) {
        presenter.sight().toggleOwn();
        var before = paint(theme);
        panel.answered(PAIR, found.get(0));
        var after = paint(theme);
        Screens.save(after, "review-two-" + theme.name().toLowerCase(Locale.ROOT));
        int differing = 0;
        for (int y = 100; y < 700; y += 2) {
            for (int x = 1060; x < 1430; x += 2) {
                differing += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(differing).isGreaterThan(1000);
    }

    private java.awt.image.BufferedImage paint(DisplaySettings.Theme theme) {
        DisplaySettings settings =
                DisplaySettings.DEFAULT.withTheme(theme).withLanguage(DisplaySettings.Language.EN);
        return Reviews.paint(presenter, settings, 1440, 900);
    }
}

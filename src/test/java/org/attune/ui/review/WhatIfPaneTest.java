package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.session.LaneId;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another threshold turned in the window: a second ribbon under the real one. */
final class WhatIfPaneTest {
    private static final int BUDGET = 1 + 6;
    private static List<WhatIfFixture> questions = List.of();
    private static List<ReviewSession> read = List.of();

    private ReviewPresenter presenter;
    private WhatIfPresenter panel;

    @BeforeAll
    static void meet() {
        read = List.of(ReviewFixtures.withTherapist());
        questions =
                List.of(
                        new WhatIfFixture(
                                read.get(0),
                                ReviewFixtures.twoHearts(),
                                LaneId.CLIENT,
                                LaneId.THERAPIST));
    }

    @AfterAll
    static void forget() {
        read = List.of();
        questions = List.of();
    }

    @BeforeEach
    void open() {
        presenter =
                new ReviewPresenter(
                        read.get(0),
                        ReviewWords.in(Locale.ENGLISH),
                        true,
                        Optional.of(questions.get(0)),
                        true,
                        ReviewPresenter.Says.NOTHING);
        panel = presenter.whatIf().orElseThrow();
        panel.toggle();
        answer();
    }

    private void answer() {
        panel.answered(panel.wish(), questions.get(0).judge(panel.wish()));
    }

    private WhatIfPresenter.View seen() {
        return presenter.view().whatIf().orElseThrow();
    }

    @Test
    void asItWasIsWhatItOpensWith() {
        assertThat(seen().cues()).endsWith("Every conclusion is the same.");
        assertThat(seen().rows().get(0).value()).isEqualTo("as it was");
        assertThat(seen().rows()).noneMatch(WhatIfPresenter.Row::turned);
    }

    @Test
    void withoutABudgetItWouldNeverHaveCued() {
        panel.choose(BUDGET);
        for (int i = 0; i < 3; i++) {
            panel.turn(-1);
            answer();
        }
        assertThat(seen().cues()).startsWith("Would have cued never; had cued once (");
        assertThat(seen().rows().get(BUDGET).value()).isEqualTo("0");
        assertThat(seen().rows().get(BUDGET).turned()).isTrue();
    }

    @Test
    void ofSeveralTurnsTheLastIsShown() {
        panel.choose(BUDGET);
        panel.turn(-1);
        WhatIfQuestions.Wish early = panel.wish();
        panel.turn(-1);
        answer();
        WhatIfPresenter.View late = seen();
        panel.answered(early, questions.get(0).judge(early));
        assertThat(seen()).isEqualTo(late);
    }

    @Test
    void whatIsRefusedIsTurnedBackAndSaysWhy() {
        panel.choose(BUDGET);
        panel.turn(1);
        panel.refused(panel.wish(), "cues.budget must be within 0 to 20");
        assertThat(panel.wish()).isEqualTo(WhatIfQuestions.Wish.NONE);
        assertThat(seen().remarks()).containsExactly("cues.budget must be within 0 to 20");
        assertThat(seen().rows().get(BUDGET).value()).isEqualTo("3");
    }

    @Test
    void anotherProfileForgetsWhatWasTurned() {
        panel.choose(BUDGET);
        panel.turn(1);
        panel.choose(0);
        panel.turn(-1);
        assertThat(panel.wish().profile()).isEqualTo("exposure");
        assertThat(panel.wish().changes()).isEmpty();
        panel.turn(1);
        assertThat(panel.wish().profile()).isEmpty();
    }

    @Test
    void closedItLeavesTheWindowAsItWas() {
        BufferedImage without = paint(DisplaySettings.Theme.LIGHT, Reviews.presenter(read.get(0)));
        assertThat(presenter.closeOpen()).isTrue();
        assertThat(presenter.view().whatIf()).isEmpty();
        BufferedImage closed = paint(DisplaySettings.Theme.LIGHT, presenter);
        int chartsOnly = 800; // the foot names one key more
        for (int y = 0; y < chartsOnly; y += 3) {
            for (int x = 0; x < 1000; x += 3) {
                assertThat(closed.getRGB(x, y)).isEqualTo(without.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void theSecondRibbonStandsUnderTheRealOne(DisplaySettings.Theme theme) {
        panel.choose(3);
        for (int i = 0; i < 8; i++) {
            panel.turn(1);
        }
        answer();
        BufferedImage image = paint(theme, presenter);
        Screens.save(image, "review-what-if-" + theme.name().toLowerCase(Locale.ROOT));
        int differing = 0;
        for (int x = 150; x < 1000; x++) {
            // The middle of either ribbon: 68 head, 24 over it, 22 high, 14 between.
            if (image.getRGB(x, 68 + 24 + 5) != image.getRGB(x, 68 + 24 + 22 + 14 + 5)) {
                differing++;
            }
        }
        assertThat(differing).isGreaterThan(5);
    }

    private static BufferedImage paint(DisplaySettings.Theme theme, ReviewPresenter presenter) {
        DisplaySettings settings =
                DisplaySettings.DEFAULT.withTheme(theme).withLanguage(DisplaySettings.Language.EN);
        return Reviews.paint(presenter, settings, 1440, 900);
    }
}

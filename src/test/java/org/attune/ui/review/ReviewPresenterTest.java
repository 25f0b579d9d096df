package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.regulation.RegulationState;
import org.attune.review.Said;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Screens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewPresenterTest {
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
        ReviewPresenter presenter = Reviews.presenter(read.get(0));
        presenter.sight().chooseHighest();
        return presenter;
    }

    @Test
    void theHeadSaysWhenHowLongBySensorAndHowMuchOfItIsUsable() {
        ReviewView.Head head = presenter().view().head();

        assertThat(head.title()).isEqualTo("Review of Sunday 22 November 2026");
        assertThat(head.codes()).containsExactly("K-07");
        assertThat(head.facts())
                .isEqualTo(
                        "24 min, simulated, range version 6. Usable signal 95 % of the time."
                                + " Percentages are of usable time.");
        assertThat(head.consent()).isEqualTo("Kept for our review, agreed 4 Sep 2026");
        assertThat(head.simulated()).isTrue();
    }

    @Test
    void theHighestRiseIsOpenedFirst() {
        ReviewView view = presenter().view();

        assertThat(view.chosenRow()).isZero();
        assertThat(view.rows()).hasSize(1);
        ReviewView.Inset inset = view.inset().orElseThrow();
        assertThat(inset.to() - inset.from()).isEqualTo(120);
        assertThat(inset.at()).isBetween(640.0, 790.0);
    }

    @Test
    void whatIsWithheldIsADash() {
        assertThat(ReviewView.figure(java.util.OptionalDouble.empty(), v -> "x")).isEqualTo("–");
    }

    @Test
    void sharesAreOfUsableTimeAndTheRestStandsApart() {
        List<ReviewView.StateTime> times = presenter().view().times();

        assertThat(times)
                .filteredOn(each -> each.state() == RegulationState.UNKNOWN)
                .hasSize(1)
                .allMatch(each -> each.words().endsWith(", apart"));
        int percent =
                times.stream()
                        .map(ReviewView.StateTime::words)
                        .filter(words -> words.endsWith(" %"))
                        .mapToInt(words -> Integer.parseInt(words.split("[ ,]+")[2]))
                        .sum();
        assertThat(percent).isBetween(98, 102);
    }

    @Test
    void zoomingGoesAroundWhatIsChosenAndBackToTheWhole() {
        ReviewPresenter presenter = presenter();
        presenter.sight().zoom(3);
        ReviewView near = presenter.view();
        presenter.sight().whole();

        assertThat(near.window().seconds()).isLessThan(1440 / 2.0);
        assertThat(near.window().holds(near.inset().orElseThrow().at())).isTrue();
        assertThat(presenter.view().window().isWhole()).isTrue();
    }

    @Test
    void openingShowsTheTwoMinutesThatAreChosen() {
        ReviewPresenter presenter = presenter();
        presenter.sight().open();
        ReviewView view = presenter.view();

        assertThat(view.window().seconds()).isEqualTo(120);
        assertThat(view.window().from()).isEqualTo(view.inset().orElseThrow().from());
    }

    @Test
    void whyIsAnsweredForTheSecondAskedInTheWordsOfThen() {
        ReviewPresenter presenter = presenter();
        presenter.sight().askWhy(699.5);
        ReviewView.Why why = presenter.view().why().orElseThrow();

        assertThat(why.second()).isEqualTo(700);
        assertThat(why.state()).isEqualTo(RegulationState.HIGH);
        assertThat(why.words()).startsWith("11:40 High: ").contains("bpm from this person's usual");
        presenter.sight().stepWhy(1);
        assertThat(presenter.view().why().orElseThrow().second()).isBetween(701, 703);
    }

    @Test
    void inAGapTheReasonIsWhyNothingWasKnown() {
        ReviewPresenter presenter = presenter();
        presenter.sight().askWhy(980);
        ReviewView.Why why = presenter.view().why().orElseThrow();

        assertThat(why.state()).isEqualTo(RegulationState.UNKNOWN);
        assertThat(why.words()).contains("strap contact");
    }

    @Test
    void askedByKeyItIsTheSecondUnderThePointer() {
        ReviewPresenter presenter = presenter();
        presenter.sight().point(300.2);
        presenter.sight().toggleWhy();

        assertThat(presenter.view().why().orElseThrow().second()).isEqualTo(301);
        presenter.sight().toggleWhy();
        assertThat(presenter.view().why()).isEmpty();
    }

    @Test
    void theTherapistsLaneAndPrivateMarksAreThereOnlyWhileAskedFor() {
        ReviewPresenter presenter = presenter();
        ReviewView hidden = presenter.view();
        presenter.sight().toggleOwn();
        ReviewView shown = presenter.view();
        presenter.sight().toggleOwn();

        assertThat(hidden.own()).isEmpty();
        assertThat(hidden.lanes()).hasSize(1);
        assertThat(hidden.shownMarks()).noneMatch(m -> m.kind() == MarkKind.FELT);
        assertThat(hidden.head().own()).isEqualTo("Your own lane is hidden: T shows it to you");
        assertThat(shown.own()).isPresent();
        assertThat(shown.shownMarks()).anyMatch(m -> m.kind() == MarkKind.FELT);
        assertThat(presenter.view().own()).isEmpty();
    }

    @Test
    void aPrivateMarkThatWasOpenIsClosedWithTheLane() {
        ReviewPresenter presenter = presenter();
        presenter.sight().toggleOwn();
        Marker felt =
                presenter.view().shownMarks().stream()
                        .filter(m -> m.kind() == MarkKind.FELT)
                        .findFirst()
                        .orElseThrow();
        presenter.sight().chooseMark(felt);
        presenter.sight().toggleOwn();

        assertThat(presenter.view().chosenMark()).isEmpty();
        assertThat(presenter.view().inset()).isEmpty();
    }

    @Test
    void marksAreGoneThroughOneByOne() {
        ReviewPresenter presenter = presenter();
        presenter.sight().stepMark(1);
        ReviewView first = presenter.view();
        presenter.sight().stepMark(1);
        presenter.sight().stepMark(-1);

        assertThat(first.chosenMark().orElseThrow().kind()).isEqualTo(MarkKind.INQUIRE);
        assertThat(first.chosenRow()).isEqualTo(-1);
        assertThat(first.inset().orElseThrow().title()).isEqualTo("inquire, 7:10");
        assertThat(presenter.view().chosenMark()).isEqualTo(first.chosenMark());
    }

    @Test
    void aLowNumberBesideAHighTraceIsAQuestion() {
        assertThat(presenter().view().questions())
                .singleElement()
                .matches(each -> each.suds().value() == 2 && each.suds().second() == 630);
    }

    @Test
    void everyWordThereIsInEnglishThereIsInGerman() {
        var english = java.util.ResourceBundle.getBundle("org.attune.ui.review.words", Locale.ROOT);
        var german =
                java.util.ResourceBundle.getBundle("org.attune.ui.review.words", Locale.GERMAN);

        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        for (String key : english.keySet()) {
            assertThat(places(german.getString(key)))
                    .as(key)
                    .isEqualTo(places(english.getString(key)));
        }
    }

    private static List<String> places(String words) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(words)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void aMarkThatIsMovedIsShownThereAndIsBackWhereItWasWhenLeft() {
        SaidInMemory saying = new SaidInMemory(line -> {});
        ReviewPresenter presenter =
                new ReviewPresenter(
                        saying.read(),
                        ReviewWords.in(Locale.ENGLISH),
                        true,
                        Optional.empty(),
                        false,
                        ReviewPresenter.Says.ALL);
        Marker slow = Marker.of(SessionTime.ofSeconds(590), MarkKind.SLOW);
        Marker later = Marker.of(SessionTime.ofSeconds(601), MarkKind.SLOW);
        assertThat(presenter.nudge(1)).as("nothing is chosen").isFalse();
        presenter.sight().chooseMark(slow);
        assertThat(presenter.nudge(10)).isTrue();
        assertThat(presenter.nudge(1)).isTrue();
        assertThat(presenter.view().shownMarks()).contains(later).doesNotContain(slow);
        assertThat(presenter.closeOpen()).isTrue();
        assertThat(presenter.view().shownMarks()).contains(slow);
        assertThat(presenter.takeMove()).isEmpty();

        assertThat(presenter.nudge(11)).isTrue();
        SaidPresenter.Move move = presenter.takeMove().orElseThrow();
        presenter.renew(saying.move(move.mark(), SessionTime.ofSeconds(move.to())));
        assertThat(presenter.view().chosenMark()).contains(later);
        assertThat(presenter.view().marks().standing()).contains(later).doesNotContain(slow);
        assertThat(presenter.nudge(-5000)).as("not before the beginning").isTrue();
        assertThat(presenter.movedTo()).isEqualTo("0:00");
    }

    @Test
    void commentsAreReadOneAfterTheOtherWithTheirAuthors() {
        SaidInMemory saying = new SaidInMemory(line -> {});
        SessionTime ten = SessionTime.ofSeconds(600);
        ReviewSession own = saying.comment(ten, ten, "the hands");
        ReviewSession both =
                saying.say("lindqvist", new Said.Comment(SessionTime.ZERO, ten, "look here"));
        assertThat(own.annotations().comments()).hasSize(1);
        ReviewPresenter presenter =
                new ReviewPresenter(
                        both,
                        ReviewWords.in(Locale.ENGLISH),
                        true,
                        Optional.empty(),
                        false,
                        ReviewPresenter.Says.ALL);
        presenter.stepComment(1);
        assertThat(presenter.view().said())
                .isEqualTo("0:00–10:00  lindqvist, 1 Jan 1970: look here");
        presenter.stepComment(1);
        presenter.stepComment(1);
        assertThat(presenter.view().said()).isEqualTo("10:00  you: the hands");
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            DisplaySettings settings =
                    DisplaySettings.DEFAULT
                            .withTheme(theme)
                            .withLanguage(DisplaySettings.Language.EN);
            BufferedImage image = Reviews.paint(presenter, settings, 1440, 900);
            presenter.stepComment(-1);
            BufferedImage other = Reviews.paint(presenter, settings, 1440, 900);
            presenter.stepComment(1);
            Screens.save(image, "review-comments-" + theme);
            assertThat(pixels(image)).as("the chosen one stands out").isNotEqualTo(pixels(other));
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), 800, null, 0, image.getWidth());
    }
}

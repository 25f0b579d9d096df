package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.attune.live.LiveSnapshot;
import org.attune.sensor.SourceClass;
import org.junit.jupiter.api.Test;

class BeforePresenterTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 15);
    private static final LocalDate AGREED = LocalDate.of(2026, 9, 4);
    private final BeforePresenter presenter = new BeforePresenter(Locale.ENGLISH);

    static BeforeFacts facts(boolean liveOnly, boolean earlierUsed) {
        BeforeFacts.Person person =
                new BeforeFacts.Person(
                        "K-07",
                        Optional.of(LAST),
                        6,
                        Optional.of(AGREED),
                        true,
                        Optional.of(new BeforeFacts.Earlier(LAST, earlierUsed)));
        return new BeforeFacts(List.of(person), liveOnly, List.of("K-08", ""), 180, 180);
    }

    @Test
    void fiveLinesSayWhoConsentSensorContactAndRange() {
        BeforeView view = presenter.present(facts(false, false), SnapshotFixtures.learning());

        assertThat(view.who().sentence()).isEqualTo("K-07");
        assertThat(view.who().note()).isEqualTo("Last here Sunday 15 November. 6 sessions so far.");
        assertThat(view.consent().sentence()).isEqualTo("Show live, and keep for our review.");
        assertThat(view.consent().note())
                .isEqualTo("Agreed 4 September. All stays on this computer.");
        assertThat(view.sensor().sentence()).isEqualTo("test strap, found in 4 s.");
        assertThat(view.sensor().note())
                .isEqualTo(
                        "Battery 80 %. Bound by its address, so a neighbour's strap is not picked.");
        assertThat(view.contact().sentence()).startsWith("Steady contact for 3 min 23 s");
        assertThat(view.contact().note()).contains("moisten the strap");
        assertThat(view.range().sentence()).isEqualTo("Getting to know today's range.");
        assertThat(view.range().note())
                .isEqualTo("Talking or sitting quietly, both are fine. About 2 min 40 s to go.");
        assertThat(view.progress()).hasValueSatisfying(p -> assertThat(p).isBetween(0.55, 0.58));
        assertThat(view.beats()).hasSizeBetween(30, 40).allMatch(ago -> ago >= 0 && ago <= 31);
    }

    @Test
    void liveOnlyTodayIsSaidAtOnceAndTakenBackByTheSameKey() {
        BeforeView view = presenter.present(facts(true, false), SnapshotFixtures.learning());

        assertThat(view.consent().sentence()).isEqualTo("Show live only today.");
        assertThat(view.consent().note()).startsWith("Nothing is recorded today.");
        assertThat(view.consent().action())
                .contains(new BeforeView.Action("Keep, as agreed", "L", ""));
    }

    @Test
    void theRangeOfEarlierSessionsIsOfferedWithItsDateAndSaidWhenItIsUsed() {
        assertThat(
                        presenter
                                .present(facts(false, false), SnapshotFixtures.learning())
                                .range()
                                .action())
                .contains(new BeforeView.Action("Use last range", "B", "of 15 November"));
        BeforeView used = presenter.present(facts(false, true), SnapshotFixtures.usual());
        assertThat(used.range().sentence()).isEqualTo("Judged against the range of 15 November.");
    }

    @Test
    void withoutContactTheReasonIsSaidAndNothingIsCalledSteady() {
        BeforeView view = presenter.present(facts(false, false), SnapshotFixtures.unknown());

        assertThat(view.contact().sign()).isEqualTo(BeforeView.Sign.PENDING);
        assertThat(view.contact().sentence()).isEqualTo("No steady contact yet: strap contact.");
        assertThat(view.beats()).as("no stroke without a beat").isEmpty();
        assertThat(view.range().sign()).isEqualTo(BeforeView.Sign.PENDING);
    }

    @Test
    void nobodyNamedIsSaidAndNothingIsOfferedThatCannotBe() {
        BeforeFacts nobody =
                new BeforeFacts(
                        List.of(
                                new BeforeFacts.Person(
                                        "",
                                        Optional.empty(),
                                        0,
                                        Optional.empty(),
                                        false,
                                        Optional.empty())),
                        false,
                        List.of(),
                        180,
                        180);
        LiveSnapshot usual = SnapshotFixtures.usual();
        BeforeView view = presenter.present(nobody, usual);

        assertThat(view.who().sentence()).isEqualTo("Nobody named");
        assertThat(view.who().action()).isEmpty();
        assertThat(view.consent().sentence()).isEqualTo("Show live only.");
        assertThat(view.consent().action()).isEmpty();
        assertThat(view.range().action()).isEmpty();
        assertThat(presenter.lines(nobody, usual)).hasSize(4).allMatch(line -> !line.contains("{"));
    }

    @Test
    void ofSeveralTheOneFurthestFromReadyIsSpokenOf() {
        BeforeFacts.Person first = facts(false, false).people().get(0);
        BeforeFacts.Person second =
                new BeforeFacts.Person(
                        "K-08", Optional.empty(), 0, Optional.empty(), true, Optional.empty());
        BeforeFacts couple = new BeforeFacts(List.of(first, second), false, List.of(), 180, 180);
        BeforeView view = presenter.present(couple, SnapshotFixtures.couple());

        assertThat(view.chips()).containsExactly("K-07", "K-08");
        assertThat(view.contact().sentence()).startsWith("K-08: Steady contact for ");
        assertThat(view.consent().sentence()).isEqualTo("Show live, and keep K-07 for our review.");
    }

    @Test
    void thePageIsPaintedInEveryThemeWithASignOnEveryLine() throws Exception {
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            BufferedImage page =
                    Screens.before(
                            facts(false, false),
                            SnapshotFixtures.learning(),
                            DisplaySettings.DEFAULT.withTheme(theme),
                            1440,
                            900);
            Palette palette = Palette.of(theme);
            for (int middle : new int[] {198, 306, 410, 498}) {
                java.awt.Rectangle sign = new java.awt.Rectangle(300, middle - 13, 27, 27);
                assertThat(
                                Pixels.share(
                                        page,
                                        sign,
                                        palette.ink(org.attune.regulation.RegulationState.USUAL),
                                        8))
                        .as("%s at %s", theme, middle)
                        .isGreaterThan(0.4);
            }
            File folder = new File("target/screens");
            folder.mkdirs();
            ImageIO.write(
                    page,
                    "png",
                    new File(folder, "before-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    @Test
    void aSimulatedHeartIsSaidToBeOne() {
        LiveSnapshot usual = SnapshotFixtures.usual();
        LiveSnapshot simulated =
                SnapshotFixtures.with(
                        usual, SnapshotFixtures.from(SourceClass.SIMULATED, usual.lanes().get(0)));
        BeforeView view = presenter.present(facts(false, false), simulated);

        assertThat(view.simulated()).isTrue();
        assertThat(view.sensor().sentence()).isEqualTo("A simulated heart.");
    }
}

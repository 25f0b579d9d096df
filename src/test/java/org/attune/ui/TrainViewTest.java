package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.attune.time.SessionTime;
import org.attune.ui.trainee.Meant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trainee mode: nothing tells the state before it is asked for, and then in seconds. */
class TrainViewTest {
    private static final DisplaySettings SETTINGS =
            DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN);

    private static TrainLog log() {
        return new TrainLog(
                List.of(
                        new Meant(0, 1180, RegulationState.USUAL),
                        new Meant(1180, 1240, RegulationState.RISING),
                        new Meant(1240, 1600, RegulationState.HIGH)),
                Look.of(SETTINGS).words);
    }

    private static BufferedImage hidden(LiveSnapshot snapshot, DisplaySettings settings) {
        return Screens.onEdt(
                () -> {
                    Look look = Look.of(settings);
                    TrainLog log = log();
                    assertThat(log.mark('h', SessionTime.ofSeconds(1235))).isPresent();
                    LiveView all = new LivePresenter(settings).present(snapshot);
                    LiveView view = TrainWindow.veiled(all, log);
                    JPanel nothing = new JPanel(null);
                    nothing.setVisible(false);
                    LivePanel panel = new LivePanel(look, view, nothing);
                    panel.setSize(1440, 900);
                    panel.show(
                            look,
                            view,
                            Optional.empty(),
                            new LivePanel.Choices(false, false, false, true, 0));
                    return Screens.paint(panel, 1440, 900);
                });
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void whileItIsHiddenNoColourOfAStateIsSeen(DisplaySettings.Theme theme) {
        DisplaySettings settings = SETTINGS.withTheme(theme);
        BufferedImage image = hidden(SnapshotFixtures.high(), settings);
        Screens.save(image, "train-hidden-" + Palette.of(theme));

        for (RegulationState state :
                List.of(
                        RegulationState.RISING,
                        RegulationState.HIGH,
                        RegulationState.SETTLING,
                        RegulationState.QUIET)) {
            assertThat(Pixels.share(image, Pixels.all(image), Palette.of(theme).fill(state), 4))
                    .as("%s", state)
                    .isZero();
        }
    }

    @Test
    void whileItIsHiddenNoWordTellsTheState() {
        LiveView all = new LivePresenter(SETTINGS).present(SnapshotFixtures.high());
        LaneView lane = TrainWindow.veiled(all, log()).lanes().get(0);

        assertThat(lane.state()).isEqualTo(RegulationState.UNKNOWN);
        assertThat(lane.sentence()).isEqualTo(lane.why()).startsWith("What do you see?");
        assertThat(lane.charts().states()).isEmpty();
        assertThat(lane.word(log().words())).isEqualTo("Hidden");
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void askedForTheTruthStandsBesideWhatWasMarked(DisplaySettings.Theme theme) {
        DisplaySettings settings = SETTINGS.withTheme(theme).withMinutesShown(22);
        TrainLog log = log();
        log.mark('r', SessionTime.ofSeconds(1194));
        log.mark('H', SessionTime.ofSeconds(1235));
        BufferedImage image =
                Screens.onEdt(
                        () -> {
                            LiveView view =
                                    new LivePresenter(settings).present(SnapshotFixtures.high());
                            RevealPane pane =
                                    new RevealPane(
                                            Look.of(settings),
                                            view,
                                            log,
                                            SessionTime.ofSeconds(1298));
                            pane.setSize(1440, 900);
                            return Screens.paint(pane, 1440, 900);
                        });
        Screens.save(image, "train-shown-" + Palette.of(theme));

        assertThat(log.differences(SessionTime.ofSeconds(1298)))
                .containsExactly(
                        "19:40: Rising meant, marked 14 s after it began",
                        "20:40: High meant, marked 5 s before it began");
        assertThat(
                        Pixels.share(
                                image,
                                Pixels.all(image),
                                Palette.of(theme).fill(RegulationState.HIGH),
                                4))
                .isPositive();
    }

    @Test
    void aLetterThatSaysNothingIsNoGuess() {
        assertThat(log().mark('\n', SessionTime.ZERO)).isEmpty();
        assertThat(log().mark('b', SessionTime.ZERO)).isEmpty();
    }

    @Test
    void noLineGradesAnybody() {
        TrainLog log = log();
        log.mark('q', SessionTime.ofSeconds(100));
        assertThat(String.join(" ", log.differences(SessionTime.ofSeconds(1298))))
                .contains("1:40: Quiet marked, Usual was meant")
                .contains("19:40: Rising meant, not marked")
                .doesNotContainPattern("(?i)score|grade|right|wrong|correct|missed|%");
    }
}

package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.live.LiveSnapshot;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.ui.breath.Pacer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches the client's eyes while the session goes through every state. */
class ClientViewTest {
    private static final DisplaySettings SETTINGS =
            DisplaySettings.DEFAULT
                    .withLanguage(DisplaySettings.Language.EN)
                    .withClientWords("Feet on the floor");

    private static BufferedImage seen(DisplaySettings settings, double seconds) {
        return Screens.onEdt(
                () -> {
                    long[] now = {0};
                    Pacer pacer = new Pacer(settings.pacer(), () -> now[0]);
                    ClientPane pane =
                            new ClientPane(
                                    Look.of(settings),
                                    settings.clientWords(),
                                    pacer,
                                    settings.reduceMotion());
                    if (seconds >= 0) {
                        pacer.start();
                    }
                    now[0] = (long) (seconds * 1e9);
                    pane.setSize(1280, 800);
                    BufferedImage image = Screens.paint(pane, 1280, 800);
                    pacer.stop();
                    return image;
                });
    }

    @ParameterizedTest
    @EnumSource(DisplaySettings.Theme.class)
    void noColourOfAnyStateIsOnTheClientsScreen(DisplaySettings.Theme theme) {
        Palette palette = Palette.of(theme);
        for (double seconds : new double[] {-1, 0, 2, 4, 5, 9}) {
            BufferedImage image = seen(SETTINGS.withTheme(theme), seconds);
            for (RegulationState state : RegulationState.values()) {
                // Neutral greys are no state's; a hue is.
                if (state != RegulationState.UNKNOWN && state != RegulationState.LEARNING) {
                    for (Color colour : List.of(palette.fill(state), palette.ink(state))) {
                        assertThat(Pixels.share(image, Pixels.all(image), colour, 10))
                                .as("%s at %s s", state, seconds)
                                .isZero();
                    }
                }
            }
            assertThat(Pixels.share(image, Pixels.all(image), ClientViewTest::hue))
                    .as("anything but greys at %s s", seconds)
                    .isZero();
            Screens.save(image, "client-" + palette + "-" + (int) seconds);
        }
    }

    private static boolean hue(Color c) {
        int most = Math.max(c.getRed(), Math.max(c.getGreen(), c.getBlue()));
        int least = Math.min(c.getRed(), Math.min(c.getGreen(), c.getBlue()));
        return most - least > 30;
    }

    @ParameterizedTest
    @EnumSource(
            value = DisplaySettings.Language.class,
            names = {"EN", "DE"})
    void noWordOfAnyStateNoNumberAndNoNameIsSaidToTheClient(DisplaySettings.Language language) {
        LiveWords words = LiveWords.in(language.locale());
        for (String key : List.of("pacer.in", "pacer.out", "pacer.name", "client.title")) {
            String said = words.text(key).toLowerCase(Locale.ROOT);
            assertThat(said).doesNotContainPattern("[0-9]");
            for (String state : words.allStateWords()) {
                assertThat(said).doesNotContain(state.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** It cannot be told what it must not say: nothing it is made of knows a session. */
    @Test
    void theClientsScreenIsGivenNothingOfTheSession() {
        for (Class<?> part : List.of(ClientPane.class, ClientWindow.class)) {
            assertThat(Arrays.stream(part.getDeclaredMethods()))
                    .allSatisfy(
                            method ->
                                    assertThat(Arrays.stream(method.getParameterTypes()))
                                            .doesNotContain(
                                                    LiveSnapshot.class,
                                                    LiveView.class,
                                                    LaneView.class,
                                                    RegulationState.class));
        }
    }

    @Test
    void whatTheClientSeesIsTheSameInEveryState() {
        BufferedImage before = null;
        for (LiveSnapshot snapshot : ScreensTest.all().values()) {
            BufferedImage now =
                    Screens.onEdt(
                            () -> {
                                DeskFake desk = new DeskFake(snapshot);
                                Beside beside = new Beside(new NoCommands(), SETTINGS, desk);
                                beside.heed(snapshot);
                                ClientPane pane = beside.clientPane();
                                pane.setSize(640, 400);
                                BufferedImage image = Screens.paint(pane, 640, 400);
                                beside.close();
                                return image;
                            });
            if (before != null) {
                assertThat(Pixels.same(before, now)).isTrue();
            }
            before = now;
        }
    }

    @Test
    void thePacerIsStartedByAPersonAndMarkedAsBreathing() {
        NoCommands commands = new NoCommands();
        DeskFake desk = new DeskFake(SnapshotFixtures.usual());
        Screens.onEdt(
                () -> {
                    Beside beside = new Beside(commands, SETTINGS, desk);
                    beside.open();
                    beside.heed(SnapshotFixtures.high());
                    assertThat(beside.pacer().isVisible()).isFalse();
                    assertThat(commands.marked).isEmpty();
                    beside.key(KeyBindings.DisplayKey.PACER);
                    assertThat(beside.pacer().isVisible()).isTrue();
                    beside.key(KeyBindings.DisplayKey.PACER);
                    assertThat(beside.pacer().isVisible()).isFalse();
                    beside.close();
                    return true;
                });

        assertThat(commands.marked).containsExactly(MarkKind.BREATHE);
        assertThat(desk.said.get(0)).startsWith("Breathing pacer runs, breathe marked at ");
    }

    @Test
    void motionReducedTheDiscStandsStillAndTheWordTells() {
        DisplaySettings still = SETTINGS.withReduceMotion(true);
        Rectangle all = new Rectangle(0, 0, 1280, 800);

        assertThat(Pixels.same(seen(still, 0.5), seen(still, 3.5))).isTrue();
        assertThat(Pixels.same(seen(still, 0.5), seen(still, 4.5))).isFalse();
        Color disc = Palette.DARK.raised;
        assertThat(Pixels.share(seen(SETTINGS, 4), all, disc, 2))
                .isGreaterThan(Pixels.share(seen(SETTINGS, 0), all, disc, 2) + 0.1);
    }

    @Test
    void whileOthersCanSeeTheScreenNumbersAreHidden() {
        LiveView view = new LivePresenter(SETTINGS).present(SnapshotFixtures.high());
        assertThat(view.timeline().marks()).anyMatch(LiveView.MarkView::isNumber);

        assertThat(view.guarded().timeline().marks()).noneMatch(LiveView.MarkView::isNumber);
        assertThat(view.guarded().timeline().marks()).hasSameSizeAs(view.timeline().marks());
        assertThat(Optional.of(view.guarded().title())).contains("Attune");
    }
}

package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import org.attune.live.LiveSnapshot;
import org.attune.time.SessionTime;
import org.attune.ui.breath.Pacer;
import org.junit.jupiter.api.Test;

/** Whatever means something has a name for those who do not see it. */
class ScreenReaderTest {
    private static final DisplaySettings SETTINGS =
            DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN);

    /** The visible components below {@code root}, itself included, that say nothing. */
    private static List<String> nameless(Component root) {
        List<String> nameless = new ArrayList<>();
        if (!root.isVisible()) {
            return nameless;
        }
        AccessibleContext context = root.getAccessibleContext();
        String name = context == null ? null : context.getAccessibleName();
        if (name == null || name.isBlank()) {
            nameless.add(root.getClass().getSimpleName());
        }
        if (root instanceof Container container) {
            for (Component child : container.getComponents()) {
                nameless.addAll(nameless(child));
            }
        }
        return nameless;
    }

    @Test
    void everyPartOfThePanelHasANameInEveryState() {
        for (LiveSnapshot snapshot : ScreensTest.all().values()) {
            List<String> nameless =
                    Screens.onEdt(
                            () -> {
                                Beside beside =
                                        new Beside(
                                                new NoCommands(), SETTINGS, new DeskFake(snapshot));
                                beside.key(KeyBindings.DisplayKey.PACER);
                                Look look = Look.of(SETTINGS);
                                LiveView view = new LivePresenter(SETTINGS).present(snapshot);
                                LivePanel panel = new LivePanel(look, view, beside.pacer());
                                panel.setSize(1440, 900);
                                panel.show(
                                        look,
                                        view,
                                        Optional.empty(),
                                        new LivePanel.Choices(false, true, true, true, 0));
                                panel.doLayout();
                                beside.close();
                                return nameless(panel);
                            });
            assertThat(nameless).isEmpty();
        }
    }

    @Test
    void stripClientViewAndWhatIsShownToATraineeHaveNames() {
        List<String> nameless =
                Screens.onEdt(
                        () -> {
                            Look look = Look.of(SETTINGS);
                            LiveView view =
                                    new LivePresenter(SETTINGS).present(SnapshotFixtures.high());
                            StripPane strip = new StripPane(look, view, SETTINGS);
                            strip.show(look, view, Optional.empty(), false);
                            Pacer pacer = new Pacer(SETTINGS.pacer(), () -> 0);
                            ClientPane client = new ClientPane(look, "", pacer, true);
                            TrainLog log = new TrainLog(List.of(), look.words);
                            RevealPane reveal =
                                    new RevealPane(look, view, log, SessionTime.ofSeconds(9));
                            List<String> all = new ArrayList<>(nameless(strip));
                            all.addAll(nameless(client));
                            all.addAll(nameless(reveal));
                            return all;
                        });

        assertThat(nameless).isEmpty();
    }
}

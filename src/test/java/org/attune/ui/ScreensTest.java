package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.attune.live.LiveSnapshot;
import org.junit.jupiter.api.Test;

/** Draws every screen to {@code target/screens}, to be looked at. */
class ScreensTest {
    static Map<String, LiveSnapshot> all() {
        Map<String, LiveSnapshot> all = new LinkedHashMap<>();
        all.put("learning", SnapshotFixtures.learning());
        all.put("usual", SnapshotFixtures.usual());
        all.put("rising", SnapshotFixtures.rising());
        all.put("high", SnapshotFixtures.high());
        all.put("settling", SnapshotFixtures.settling());
        all.put("quiet", SnapshotFixtures.quiet());
        all.put("unknown", SnapshotFixtures.unknown());
        all.put("couple", SnapshotFixtures.couple());
        return all;
    }

    @Test
    void everyScreenIsDrawnInEveryTheme() {
        for (DisplaySettings.Theme theme : DisplaySettings.Theme.values()) {
            boolean dim = theme == DisplaySettings.Theme.DIM;
            DisplaySettings settings = DisplaySettings.DEFAULT.withTheme(theme);
            String suffix = "-" + Palette.of(theme);
            all().forEach(
                            (name, snapshot) -> {
                                if (dim && !name.equals("high")) {
                                    return;
                                }
                                BufferedImage image = Screens.live(snapshot, settings, 1440, 900);
                                Screens.save(image, name + suffix);
                                Screens.save(
                                        Screens.strip(snapshot, settings, 1360),
                                        "strip-" + name + suffix);
                                assertThat(Pixels.colours(image)).isGreaterThan(20);
                            });
        }
    }

    @Test
    void theScreenIsDrawnAtTwiceTheSizeWithTheCardAndWithNumbers() {
        LiveSnapshot high = SnapshotFixtures.high();
        DisplaySettings twice = DisplaySettings.DEFAULT.withScale(2);
        Optional<Confirmation> slow =
                Optional.of(new Confirmation("Slow marked at 20:49", 1296, true));
        LivePanel.Choices plain = new LivePanel.Choices(false, false, false, true);
        Screens.save(Screens.live(high, twice, slow, plain, 1440, 900), "high-200");
        Screens.save(Screens.live(high, twice, slow, plain, 2880, 1800), "high-200-wide");
        DisplaySettings usual = DisplaySettings.DEFAULT;
        LivePanel.Choices all = new LivePanel.Choices(true, true, false, true);
        Screens.save(Screens.live(high, usual, slow, all, 1440, 900), "high-numbers");
        LivePanel.Choices card = new LivePanel.Choices(false, false, true, true);
        BufferedImage open = Screens.live(high, usual, slow, card, 1440, 900);
        Screens.save(open, "high-card");
        Screens.save(
                Screens.live(SnapshotFixtures.couple(), usual, slow, all, 1440, 900),
                "couple-own-lane");
        Screens.save(Screens.live(high, usual, slow, plain, 900, 560), "high-small");
        LiveSnapshot group = SnapshotFixtures.group();
        Screens.save(Screens.live(group, usual, slow, plain, 1440, 900), "group");
        Screens.save(Screens.strip(group, usual, 1360), "strip-group");
        assertThat(Pixels.colours(open)).isGreaterThan(20);
    }
}

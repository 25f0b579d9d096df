package org.attune.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The trends of invented sessions on a real display, gone through by a robot. */
@Tag("gui")
class TrendWindowIT {
    private static final Path FOLDER = Path.of("target", "screens");

    @Test
    void itOpensWithWhatIsKeptFillsInTheRestAndIsReadByTheKeyboardAlone() throws Exception {
        Files.createDirectories(FOLDER);
        Map<String, String> told = new LinkedHashMap<>();
        for (String line : VirtualScreen.run(TrendWindowRun.class, FOLDER.toString())) {
            int colon = line.indexOf(": ");
            told.put(line.substring(0, Math.max(0, colon)), line.substring(colon + 2));
        }
        assertThat(told).doesNotContainKey("waited in vain for");
        assertThat(told.get("opened")).contains("K-07", "7 of 12 sessions are done");
        assertThat(told.get("worked out"))
                .contains("Heart rate, whole session: the newest, 81.5, is higher than");
        assertThat(told.get("working")).contains("Heart rate, working: the newest");
        assertThat(told.get("newest")).contains("12, 19 Nov 2026: electrodes");
        assertThat(told.get("oldest")).contains("1, 3 Sep 2026: ", "beta-blocker");
        assertThat(told).containsEntry("closed", "true");
        assertThat(FOLDER.resolve("window-trend.png")).exists();
    }
}

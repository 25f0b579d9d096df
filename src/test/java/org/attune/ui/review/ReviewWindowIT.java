package org.attune.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The review of a simulated session on a real display, gone through by a robot. */
@Tag("gui")
class ReviewWindowIT {
    private static final Path FOLDER = Path.of("target", "screens");
    private static Map<String, String> told = Map.of();

    @BeforeAll
    static void goThroughTheSession() throws Exception {
        Files.createDirectories(FOLDER);
        Map<String, String> answers = new LinkedHashMap<>();
        for (String line : VirtualScreen.run(ReviewWindowRun.class, FOLDER.toString(), "LIGHT")) {
            int colon = line.indexOf(": ");
            answers.put(
                    colon < 0 ? line : line.substring(0, colon),
                    colon < 0 ? "" : line.substring(colon + 2));
        }
        told = answers;
    }

    @AfterAll
    static void forget() {
        told = Map.of();
    }

    private static double[] span(String when) {
        String[] words = told.getOrDefault(when, "from 0:00 to 0:00").split(" ");
        return new double[] {seconds(words[words.length - 3]), seconds(words[words.length - 1])};
    }

    private static double seconds(String clock) {
        String[] parts = clock.split(":");
        return 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }

    private static double width(String when) {
        return span(when)[1] - span(when)[0];
    }

    @Test
    void itOpensOnTheWholeAndTheListNamesTheRise() {
        assertThat(told.get("opened")).isEqualTo("Timeline of K-07, from 0:00 to 24:00");
        assertThat(told.get("chosen")).startsWith("Where it rose | from 8:").contains("near pause");
    }

    @Test
    void anotherThresholdIsTurnedByKeyAndSaysWhatWouldHaveBeen() {
        assertThat(told.get("what if")).contains("Every conclusion is the same.");
        assertThat(told.get("no cues")).contains("Would have cued never; had cued once");
        assertThat(told.get("turned back")).contains("Every conclusion is the same.");
    }

    @Test
    void theKeyboardAloneGoesThroughTime() {
        assertThat(width("two minutes")).isEqualTo(120);
        assertThat(width("wider")).isBetween(167.0, 169.0);
        assertThat(span("later")[0]).isGreaterThan(span("wider")[0] + 20);
        assertThat(width("whole")).isEqualTo(1440);
    }

    @Test
    void theWheelZoomsWhereItPointsAndADragMoves() {
        assertThat(width("wheel")).isBetween(1020.0, 1040.0);
        assertThat(span("wheel")[0]).isBetween(150.0, 250.0);
        assertThat(span("dragged")[0]).isGreaterThan(span("wheel")[0] + 80);
        assertThat(width("stretch")).isBetween(325.0, 335.0);
    }

    @Test
    void aClickOnTheRibbonAnswersWhy() {
        assertThat(told.get("why"))
                .containsPattern("[|] 11:[34][0-9] ")
                .contains("High: ")
                .contains("from this person's usual");
        assertThat(told.get("why closed")).endsWith("| ");
    }

    @Test
    void theOwnLaneIsToldOnlyWhileItIsShown() {
        assertThat(told.get("own hidden")).startsWith(" |");
        assertThat(told.get("own shown")).startsWith("Your own lane, for you alone");
        assertThat(told.get("own hidden again")).startsWith(" |");
    }

    @Test
    void aFigureLeadsToItsMomentByKeyAndByClick() {
        assertThat(told.get("numbers")).startsWith("In numbers | Start and end. Quiet stretch");
        assertThat(told.get("number by key"))
                .startsWith("In numbers | 10:30 number 2: ")
                .endsWith("low number, high trace: ask?");
        assertThat(told.get("opened by key")).endsWith("from 9:30 to 11:30");
        assertThat(told.get("number by click")).startsWith("In numbers | 9:50 slow: ");
        assertThat(told.get("opened by click")).endsWith("from 8:50 to 10:50");
        assertThat(told.get("numbers closed")).isEqualTo("In numbers | ");
        assertThat(FOLDER.resolve("window-review-numbers-LIGHT.png")).exists();
    }

    @Test
    void wordsAndMarksAreEnteredByKeyAndByDrag() {
        assertThat(told).containsEntry("asked", "JTextArea").containsEntry("back", "LanesPane");
        assertThat(told.get("commented")).contains("Kept: a comment");
        assertThat(told).containsEntry("which", "JList");
        assertThat(told.keySet())
                .anyMatch(line -> line.matches("kept commented \\d+\\.\\d+ to \\d+\\.\\d+ hi"))
                .anyMatch(line -> line.startsWith("kept added SLOW at "))
                .anyMatch(line -> line.startsWith("kept moved "))
                .contains("kept shared");
        assertThat(told.get("read")).contains("you: hi");
    }

    @Test
    void itPlaysBackAndClosesWhenAsked() {
        assertThat(told).containsKeys("played true", "closed true");
        assertThat(FOLDER.resolve("window-review-LIGHT.png")).exists();
    }
}

package org.attune.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk on a real display, gone through as a hand would. */
@Tag("gui")
class DeskWindowIT {
    private static final Path FOLDER = Path.of("target", "screens");
    private static List<String> told = List.of();

    @BeforeAll
    static void goThroughTheDesk() throws Exception {
        Files.createDirectories(FOLDER);
        told = VirtualScreen.run(DeskWindowRun.class, FOLDER.toString(), "LIGHT");
    }

    @AfterAll
    static void forget() {
        told = List.of();
    }

    @Test
    void withdrawingTakesTwoStepsAndNoDialog() {
        assertThat(told).contains("withdrawn K-07, kept", "held K-07");
    }

    @Test
    void whatTheClientTickedAndSignedIsWhatIsEntered() {
        assertThat(told)
                .containsSubsequence(
                        "form N-01 Dr B. Lindqvist", "agreed N-01 form 3, English [live, store]");
    }

    @Test
    void thePageOfASessionGoesWhereTheFileWasChosenAndNowhereWhereNoneWas() {
        assertThat(told).filteredOn(line -> line.startsWith("report: suggested ")).hasSize(1);
        assertThat(told)
                .filteredOn(line -> line.startsWith("report ") && line.contains(" K-07 "))
                .singleElement()
                .asString()
                .endsWith(" en /tmp/page.pdf");
    }

    @Test
    void theExportButtonOpensOnlyWhenConsentAllowsWhatIsAsked() {
        assertThat(told)
                .containsSubsequence("refused: button open false", "permitted: button open true");
    }

    @Test
    void aClockPutBackIsALineAboveThePagesAndOneButtonConfirmsIt() {
        assertThat(told)
                .containsSubsequence("clock back: windows 1", "clock confirmed: no line any more")
                .contains("the clock is confirmed");
    }

    @Test
    void notesAreShownWhenChosenKeptAndLeaveOnlyAsTheyWereLookedAt() {
        assertThat(told)
                .containsSubsequence(
                        "notes: nobody's shown at first true",
                        "notes refused: button open false",
                        "notes permitted: button open true",
                        "notes, asked anew: button open false")
                .containsSubsequence("notes of K-07 ", "kept a note on K-07 ", "notes of K-07 ");
    }

    @Test
    void aSessionGoesToSupervisionAndBackFromOnePage() {
        assertThat(told)
                .contains("supervised: windows 2", "merged /tmp/s-answer.txt")
                .anyMatch(line -> line.startsWith("sent ") && line.endsWith(" to /tmp/s.zip"));
    }

    @Test
    void aPassphraseWrittenDifferentlyTheSecondTimeChangesNothing() {
        assertThat(told).contains("verified").noneMatch(line -> line.startsWith("changed"));
    }

    @Test
    void lockedItShowsNothingButWhereThePassphraseGoes() {
        assertThat(told)
                .containsSubsequence(
                        "a hand on the mouse is somebody there",
                        "review: windows 2",
                        "locked: windows 1",
                        "locked: codes shown false",
                        "unlocked: the people are back");
    }

    @Test
    void itClosesWhenAsked() {
        assertThat(told).endsWith("closed true");
        assertThat(FOLDER.resolve("desk-people-LIGHT.png")).exists();
    }
}

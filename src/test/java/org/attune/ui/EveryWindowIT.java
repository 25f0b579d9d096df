package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.testkit.VirtualScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every window on a real screen, gone through by Tab, read by its names, measured in its pixels, in
 * letters of 200 %.
 */
@Tag("gui")
class EveryWindowIT {
    private static final Path FOLDER = Path.of("target", "screens");

    private static final int WINDOWS = 25;
    private static List<String> told = List.of();

    /** The ring of the light theme is the hardest to see: the others differ in colours alone. */
    @BeforeAll
    static void lookAtAll() throws Exception {
        Files.createDirectories(FOLDER);
        told =
                VirtualScreen.run(
                        EveryWindowRun.class,
                        FOLDER.toString(),
                        "focus,contrast,cut:LIGHT:EN:1.0",
                        "contrast:DARK:EN:1.0",
                        "contrast,cut:DIM:DE:1.0",
                        "cut,names:DARK:DE:2.0",
                        "cut,names:DARK:EN:2.0");
        assertThat(starting("looked at ")).hasSize(5 * WINDOWS);
    }

    @AfterAll
    static void forget() {
        told = List.of();
    }

    private static List<String> starting(String with) {
        return told.stream().filter(line -> line.startsWith(with)).toList();
    }

    private static void assertNothingIsWrong(String kind) {
        assertThat(told).noneMatch(line -> line.startsWith("wrong: " + kind));
    }

    @Test
    void tabGoesEverywhereAndBackAndIsSeenWhereItIs() {
        assertNothingIsWrong("focus");
        assertThat(starting("ring: ")).as("stops of the keyboard").hasSizeGreaterThan(150);
    }

    @Test
    void wordsAndShapesAreSeenInEveryTheme() {
        assertNothingIsWrong("contrast");
        assertThat(starting("measured: ")).hasSize(3 * WINDOWS);
    }

    @Test
    void largeLettersAreReadWholeAndNoneLieOnOthers() {
        assertNothingIsWrong("cut");
        assertThat(told).noneMatch(line -> line.contains("Exception"));
    }

    /** Names are words of the language: in the other each is another, but for codes and figures. */
    @Test
    void everythingHasANameInBothLanguages() {
        assertNothingIsWrong("names");
        List<String> names = starting("name: ");
        assertThat(names).hasSizeGreaterThan(400);
        int half = names.size() / 2;
        List<String> same = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            if (names.get(i).equals(names.get(half + i))) {
                same.add(names.get(i));
            }
        }
        assertThat(same)
                .filteredOn(line -> !line.startsWith("name: desk consent")) // a form of its own
                .filteredOn(line -> !line.matches(".*\\| (Attune|Format|Supervision|Feet on .*)"))
                .isEmpty();
    }
}

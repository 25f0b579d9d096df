package org.attune.testkit;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine. Missing, the test is skipped with a line that says what to
 * install; under {@code -Dattune.rigs=required} it fails instead, so that nothing skips unseen.
 */
public final class Rigs {
    private Rigs() {}

    /** Whether missing rigs are failures. */
    public static boolean required() {
        return "required".equals(System.getProperty("attune.rigs"));
    }

    /** Goes on only if all {@code programs} are on the path. */
    public static void need(String... programs) {
        List<String> missing = new ArrayList<>();
        for (String program : programs) {
            if (!onPath(program)) {
                missing.add(program);
            }
        }
        needThat(missing.isEmpty(), "install what provides: " + String.join(", ", missing));
    }

    /** Goes on only if {@code condition} holds; {@code remedy} says what to do if not. */
    public static void needThat(boolean condition, String remedy) {
        if (condition) {
            return;
        }
        if (required()) {
            Assertions.fail("a required rig is missing: " + remedy);
        }
        Assumptions.abort("skipped, " + remedy);
    }

    private static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (new File(folder, program).canExecute()) {
                return true;
            }
        }
        return false;
    }
}

package org.attune.app;

import java.io.PrintWriter;
import java.util.Optional;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveScreen;

/** Where a session is shown. */
final class DisplayChoice {
    static final String NO_GUESS =
            "--guess needs a window; in the terminal, 'attune train --headless' practises with a"
                    + " simulated client";

    private DisplayChoice() {}

    /**
     * A window where there is a display, else the terminal, with a line that says so.
     *
     * @param headless whether the terminal is what was asked for
     * @param guessing whether the state is hidden, which needs a window
     */
    static Display of(
            PrintWriter out,
            PrintWriter err,
            DisplaySettings settings,
            boolean headless,
            boolean guessing) {
        Optional<String> missing = headless ? Optional.of("") : LiveScreen.unavailable();
        if (missing.isEmpty()) {
            return new WindowDisplay(settings, guessing);
        }
        if (guessing) {
            throw new UsageException(NO_GUESS);
        }
        if (!headless) {
            err.println("attune: note: no window here (" + missing.get() + "): in the terminal");
        }
        return new TerminalDisplay(out, System.in, settings);
    }
}

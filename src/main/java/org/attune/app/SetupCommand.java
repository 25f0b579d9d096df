package org.attune.app;

import java.nio.file.Path;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.config.ConfigException;
import org.attune.config.SettingsFile;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveScreen;
import org.attune.ui.SetupScreen;
import picocli.CommandLine.Command;

/** Keys and own words in a window, outside a session. */
@Command(
        name = "setup",
        description = {
            "Edits the keys of a session and your own words for what it says, in a window.",
            "They are written into --config FILE, else into attune.toml in the settings folder."
        })
final class SetupCommand extends Subcommand {
    @Override
    int run() {
        Path file = common.config == null ? CommonOptions.usualFile() : common.config;
        if (!LiveScreen.available()) {
            throw new UsageException(
                    "there is no display for this: write [display.keys] and [display.words] into "
                            + file);
        }
        AttuneSettings settings = Wiring.settings(common, null);
        SetupScreen.show(settings.display(), wanted -> save(file, wanted));
        return ExitCode.DONE;
    }

    /** What went wrong; empty when it is written. */
    private static Optional<String> save(Path file, DisplaySettings wanted) {
        try {
            SettingsFile.save(file, wanted);
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

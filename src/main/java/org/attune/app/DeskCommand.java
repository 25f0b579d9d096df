package org.attune.app;

import java.util.Locale;
import org.attune.config.AttuneSettings;
import org.attune.store.IdleLock;
import org.attune.store.Vault;
import org.attune.ui.LiveScreen;
import org.attune.ui.desk.DeskScreen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The desk outside a session, in a window. */
@Command(
        name = "desk",
        description = "Opens the desk: people and consent, recordings, exports, the vault.")
final class DeskCommand extends Subcommand {
    @Option(names = "--language", paramLabel = "CODE", description = "en or de (default: yours)")
    String language = "";

    @Override
    int run() {
        if (!LiveScreen.available()) {
            throw new UsageException(
                    "there is no display for the desk: use client, consent, sessions, export and"
                            + " vault, see --help");
        }
        Locale locale = language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
        AttuneSettings settings = Wiring.settings(common, null);
        try (Vault vault = Vaults.open(this);
                IdleLock idle = vault.door().lockWhenIdle(settings.vault())) {
            DeskScreen.show(
                    new VaultDesk(vault, common, settings.retention()),
                    new VaultDeskLock(vault.door(), idle),
                    settings.display(),
                    locale);
        }
        return ExitCode.DONE;
    }
}

package org.attune.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.attune.config.AttuneSettings;
import org.attune.review.trend.TrendSession;
import org.attune.session.ClientCode;
import org.attune.store.SessionEntry;
import org.attune.store.Vault;
import org.attune.ui.trend.TrendPictures;
import org.attune.ui.trend.TrendQuestions;

/** What the window of trends asks for, answered from an open vault. On its worker thread. */
final class VaultTrends implements TrendQuestions {
    private final Vault vault;
    private final ClientCode client;
    private final AttuneSettings settings;
    private final TrendSessions sessions;

    VaultTrends(Vault vault, ClientCode client, AttuneSettings settings, int most, boolean again) {
        this.vault = vault;
        this.client = client;
        this.settings = settings;
        this.sessions = new TrendSessions(vault, client, settings, most, again);
    }

    @Override
    public Start begin() {
        return new Start(
                client.value(),
                sessions.entries().stream().map(SessionEntry::session).toList(),
                sessions.kept(),
                sessions.corrected(),
                settings.trend());
    }

    @Override
    public void workOut(Consumer<TrendSession> found) {
        List<SessionEntry> missing = sessions.missing();
        List<Boolean> unused =
                Parallel.map(
                        missing,
                        entry -> {
                            Optional<TrendSession> figures = sessions.workOut(entry);
                            figures.ifPresent(found);
                            return figures.isPresent();
                        });
    }

    @Override
    public Optional<TrendPictures> pictures() {
        return Optional.of(new TrendPictureDesk(vault, client, settings, sessions));
    }
}

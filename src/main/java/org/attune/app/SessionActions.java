package org.attune.app;

import java.util.Locale;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.DyadRules;
import org.attune.review.dyad.Pair;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewPictures;
import org.attune.ui.review.ReviewSaying;
import org.attune.ui.review.TwoQuestions;
import org.attune.ui.review.WhatIfQuestions;

/** What can be done in the review window with a session of the vault. On the window's worker. */
final class SessionActions implements ReviewActions {
    private final CommonOptions common;
    private final Vault vault;
    private final ReviewReading.Read read;
    private final WindowSaying saying;
    private final AttuneSettings settings;
    private final Optional<Runnable> playBack;

    /**
     * @param playBack plays the session back; absent where that cannot be
     */
    SessionActions(
            CommonOptions common,
            Vault vault,
            ReviewReading.Read read,
            Optional<Runnable> playBack) {
        this.common = common;
        this.vault = vault;
        this.read = read;
        this.saying = new WindowSaying(vault, read);
        this.settings = Wiring.settings(common, null);
        this.playBack = playBack;
    }

    /** Two people of a session, side by side. */
    static Dyad between(ReviewReading.Read read, Pair pair, DyadRules rules) {
        return Dyad.of(pair.first(), pair.second(), read.stored().moments(), rules);
    }

    @Override
    public void playBack() {
        playBack.ifPresent(Runnable::run);
    }

    @Override
    public boolean plays() {
        return playBack.isPresent();
    }

    @Override
    public Optional<ReviewSaying> saying() {
        return Optional.of(saying);
    }

    @Override
    public Optional<ReviewPictures> pictures() {
        Locale language = settings.display().language().locale();
        SessionId session = read.stored().entry().session().id();
        return Optional.of(VaultPictures.ofKept(vault, session, language));
    }

    @Override
    public Optional<TwoQuestions> two() {
        DyadRules rules = settings.dyad();
        return Optional.of((one, other) -> between(read, new Pair(one, other), rules));
    }

    @Override
    public Optional<WhatIfQuestions> whatIf() {
        return Optional.of(
                new WhatIfDesk(common, read.stored(), read.reviewed().timeline()).questions());
    }
}

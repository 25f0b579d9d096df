package org.attune.ui.review;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Look;
import org.attune.ui.Screens;

/** Paints the review window into an image, without a screen. */
final class Reviews {
    private Reviews() {}

    static BufferedImage paint(
            ReviewPresenter presenter, DisplaySettings settings, int width, int height) {
        return Screens.onEdt(
                () -> {
                    Look look = Look.of(settings);
                    ReviewWords words = ReviewWords.in(settings.language().locale());
                    ReviewPanel panel =
                            new ReviewPanel(
                                    look,
                                    words,
                                    presenter.view(),
                                    row -> {},
                                    (row, by) -> {},
                                    row -> {});
                    panel.setSize(width, height);
                    return Screens.paint(panel, width, height);
                });
    }

    static ReviewPresenter presenter(ReviewSession session) {
        return new ReviewPresenter(
                session,
                ReviewWords.in(Locale.ENGLISH),
                true,
                Optional.empty(),
                true,
                ReviewPresenter.Says.NOTHING);
    }
}

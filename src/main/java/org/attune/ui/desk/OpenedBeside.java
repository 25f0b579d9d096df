package org.attune.ui.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.ui.DisplaySettings;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSession;
import org.attune.ui.review.ReviewWindow;
import org.attune.ui.trend.TrendQuestions;
import org.attune.ui.trend.TrendWindow;

/**
 * The windows that the desk opens beside itself: a session in review, a person's trends. One of
 * each at a time; whoever locks the desk closes them. Confined to the EDT.
 */
final class OpenedBeside {
    private final DisplaySettings settings;
    private final List<ReviewWindow> reviews = new ArrayList<>();
    private final List<TrendWindow> trends = new ArrayList<>();

    OpenedBeside(DisplaySettings settings) {
        this.settings = settings;
    }

    /**
     * Opens a session instead of what was open.
     *
     * @param then called when its window was closed
     */
    void review(ReviewSession session, ReviewActions can, Runnable then) {
        close();
        reviews.add(
                ReviewWindow.open(
                        session,
                        Optional.of(can),
                        settings,
                        () -> {
                            reviews.clear();
                            then.run();
                        }));
    }

    void trend(TrendQuestions questions) {
        List.copyOf(trends).forEach(TrendWindow::close);
        trends.add(TrendWindow.open(questions, settings, trends::clear));
    }

    /** Closes all of them; harmless twice. */
    void close() {
        List.copyOf(trends).forEach(TrendWindow::close);
        trends.clear();
        List.copyOf(reviews).forEach(ReviewWindow::close);
        reviews.clear();
    }
}

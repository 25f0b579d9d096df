package org.attune.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attune.review.ReviewFigures;

/**
 * The panel of figures: all that is worked out of a session, row by row. Knows nothing of windows.
 * Confined to one thread.
 */
final class NumbersPresenter {
    private boolean open;
    private int chosen = -1;
    private Optional<ReviewFigures> figures = Optional.empty();
    private List<NumbersView.Part> parts = List.of();

    boolean isOpen() {
        return open;
    }

    void toggle() {
        open = !open;
        chosen = -1;
    }

    void close() {
        open = false;
    }

    /**
     * Of whom the figures are.
     *
     * @param now empty where there is nobody; other figures are put into words anew
     */
    void renew(Optional<ReviewFigures> now, ReviewFacts facts) {
        if (!now.equals(figures)) {
            boolean same = now.map(ReviewFigures::lane).equals(figures.map(ReviewFigures::lane));
            figures = now;
            parts = now.map(each -> new NumbersWords(facts, each).parts()).orElse(List.of());
            int rows = new NumbersView(parts, OptionalInt.empty()).rows().size();
            chosen = same ? Math.min(chosen, rows - 1) : -1;
        }
    }

    /** Chooses a row; where it is, if it is anywhere. */
    Optional<NumbersView.Place> choose(int row) {
        List<NumbersView.Row> rows = new NumbersView(parts, OptionalInt.empty()).rows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        chosen = Math.max(0, Math.min(rows.size() - 1, row));
        return rows.get(chosen).place();
    }

    /** The next or the one before; the first or the last where none is chosen. */
    Optional<NumbersView.Place> step(int by) {
        return choose(chosen < 0 && by < 0 ? Integer.MAX_VALUE : chosen + by);
    }

    /** What is seen of it, of whom it is now; empty while it is closed. */
    Optional<NumbersView> view(Optional<ReviewFigures> now, ReviewFacts facts) {
        if (!open) {
            return Optional.empty();
        }
        renew(now, facts);
        return Optional.of(
                new NumbersView(parts, chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen)));
    }
}

package org.attune.ui.review;

import java.util.Optional;

/**
 * What the review window asks for. Called on a worker thread, one call at a time, and may take as
 * long as it takes. An {@link org.attune.AttuneException} or an {@link IllegalArgumentException} is
 * told in its own line.
 */
public interface ReviewActions {
    /** Plays the session back in the live display; returns when that was closed. */
    void playBack();

    /** Whether it can be played back. */
    default boolean plays() {
        return true;
    }

    /** Lays two people side by side; empty where that cannot be. */
    default Optional<TwoQuestions> two() {
        return Optional.empty();
    }

    /** Judges the session as it would have been judged otherwise; empty where that cannot be. */
    default Optional<WhatIfQuestions> whatIf() {
        return Optional.empty();
    }

    /** Where pages of it are handed out; empty where they are not. */
    default Optional<ReviewPictures> pictures() {
        return Optional.empty();
    }

    /** Where what is said of it is kept; absent where nothing is. */
    default Optional<ReviewSaying> saying() {
        return Optional.empty();
    }
}

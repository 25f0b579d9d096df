package org.attune.ui.review;

/**
 * What the review window asks for. Called on a worker thread, one call at a time, and may take as
 * long as it takes. An {@link org.attune.AttuneException} or an {@link IllegalArgumentException} is
 * told in its own line.
 */
public interface ReviewActions {
    /** Plays the session back in the live display; returns when that was closed. */
    void playBack();
}

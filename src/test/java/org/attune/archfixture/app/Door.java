package org.attune.archfixture.app;

import org.attune.archfixture.live.Board;
import org.attune.archfixture.store.Shelf;

/** Keeps every rule: the app knows everyone and may speak to the terminal. */
public record Door(Board board, Shelf shelf) {
    void say() {
        System.out.println(board);
    }
}

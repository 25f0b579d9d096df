package org.attune.archfixture.ui;

import org.attune.archfixture.store.Shelf;

/** Breaks edges-apart. */
record OpensShelf(Shelf shelf) {}

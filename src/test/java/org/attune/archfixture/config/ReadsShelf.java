package org.attune.archfixture.config;

import org.attune.archfixture.store.Shelf;

/** Breaks edges-apart: of another edge, config knows the settings only. */
record ReadsShelf(Shelf shelf) {}

package org.attune.archfixture.config;

import org.attune.archfixture.store.ShelfSettings;

/** Keeps edges-apart. */
record ReadsSettings(ShelfSettings settings) {}

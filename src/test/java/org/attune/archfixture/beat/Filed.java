package org.attune.archfixture.beat;

import java.nio.file.Path;

/** Breaks core-is-pure: a file in the core. */
record Filed(Path path) {}

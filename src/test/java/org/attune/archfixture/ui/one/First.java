package org.attune.archfixture.ui.one;

import java.util.List;
import org.attune.archfixture.ui.two.Second;

/** Breaks no-cycles, with {@link Second}. */
public record First(List<Second> seconds) {}

package org.attune.archfixture.ui.two;

import java.util.List;
import org.attune.archfixture.ui.one.First;

/** Breaks no-cycles, with {@link First}. */
public record Second(List<First> firsts) {}

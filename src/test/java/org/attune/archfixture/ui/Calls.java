package org.attune.archfixture.ui;

import java.net.URI;

/** Breaks no-network. */
record Calls(URI home) {}

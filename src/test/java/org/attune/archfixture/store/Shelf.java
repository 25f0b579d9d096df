package org.attune.archfixture.store;

/** Keeps every rule. */
public record Shelf(int books) {}

package org.attune.archfixture.store;

/** Keeps every rule: settings are what config may know of an edge. */
public record ShelfSettings(int width) {}

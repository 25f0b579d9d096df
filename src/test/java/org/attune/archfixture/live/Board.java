package org.attune.archfixture.live;

/** Keeps every rule. */
public record Board(int lanes) {}

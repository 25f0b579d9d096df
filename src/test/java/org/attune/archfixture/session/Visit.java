package org.attune.archfixture.session;

/** Keeps every rule. */
public record Visit(String name) {}

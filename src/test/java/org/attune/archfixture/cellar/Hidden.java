package org.attune.archfixture.cellar;

/** Breaks on-the-plan, and null-marked: its package says nothing about null. */
public record Hidden(String thing) {}

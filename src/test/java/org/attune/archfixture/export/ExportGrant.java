package org.attune.archfixture.export;

/** Stands for the real one. */
final class ExportGrant {}

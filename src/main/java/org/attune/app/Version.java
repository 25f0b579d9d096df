package org.attune.app;

/** The program's version; a test holds it equal to the build's. */
final class Version {
    static final String TEXT = "0.1.0";

    private Version() {}
}

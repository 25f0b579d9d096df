package org.attune.archfixture.ui;

/** Breaks standard-streams. */
final class Prints {
    void say() {
        System.err.println("hello");
    }
}

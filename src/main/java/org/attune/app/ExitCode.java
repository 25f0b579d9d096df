package org.attune.app;

/** What the program's exit says; other programs rely on it. */
final class ExitCode {
    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int USAGE = 2;
    static final int SENSOR = 3;
    static final int VAULT = 4;
    static final int CONSENT = 5;
    static final int CONFIGURATION = 6;

    private ExitCode() {}
}

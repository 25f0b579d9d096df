package org.attune.archfixture.config;

/** Breaks no-catch-all. */
final class CatchesAll {
    String run(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Exception e) {
            return e.toString();
        }
    }
}

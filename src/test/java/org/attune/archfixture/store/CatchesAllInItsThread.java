package org.attune.archfixture.store;

/** Keeps no-catch-all: a thread body is where a failure ends. */
final class CatchesAllInItsThread {
    String run(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RuntimeException e) {
            return "known " + e;
        } catch (Throwable e) {
            return "unknown " + e;
        }
    }
}

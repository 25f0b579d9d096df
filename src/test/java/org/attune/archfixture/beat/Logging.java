package org.attune.archfixture.beat;

/** Breaks core-is-pure: the core keeps no log. */
final class Logging {
    private static final System.Logger LOG = System.getLogger("beat");

    void say() {
        LOG.log(System.Logger.Level.INFO, "heard");
    }
}

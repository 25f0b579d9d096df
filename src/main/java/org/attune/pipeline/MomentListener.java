package org.attune.pipeline;

/** Takes the moments of a running session as they happen: the screen, the recorder. */
@FunctionalInterface
public interface MomentListener {
    /** Called on the pipeline thread, in order; must neither block nor throw. */
    void happened(Moment moment);
}

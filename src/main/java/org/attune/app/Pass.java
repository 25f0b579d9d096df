package org.attune.app;

/** How the intervals of a recording are judged. */
enum Pass {
    /** As in a running session, two beats later. */
    CAUSAL,
    /** By hindsight, once the whole recording has been read. */
    CENTRED
}

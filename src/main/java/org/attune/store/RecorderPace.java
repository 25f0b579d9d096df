package org.attune.store;

import java.time.Duration;

/**
 * How often the recorder commits and how much it holds back.
 *
 * @param commitEvery time between two commits: what a power cut may cost
 * @param partsPerGathered so many parts are replaced by one that gathers them
 * @param queue moments that may wait between the pipeline and the recorder
 * @param heldBytes sealed bytes that may wait for a disk that takes none
 * @param closeWithin how long closing may wait for the disk
 */
record RecorderPace(
        Duration commitEvery,
        int partsPerGathered,
        int queue,
        int heldBytes,
        Duration closeWithin) {
    /** One commit a second, gathered each minute; ten minutes of four lanes fit into the queue. */
    static final RecorderPace NORMAL =
            new RecorderPace(Duration.ofSeconds(1), 60, 16_384, 32 << 20, Duration.ofSeconds(3));
}

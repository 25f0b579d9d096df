package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The children of the TinyB driver that run now, found as the system lists them. */
final class TinybChildren {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TinybChildren() {}

    /** Those below the process {@code parent}. */
    static List<ProcessHandle> of(ProcessHandle parent) {
        return parent.children().filter(TinybChildren::isOne).toList();
    }

    static List<ProcessHandle> ours() {
        return of(ProcessHandle.current());
    }

    private static boolean isOne(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(words -> Arrays.asList(words).contains(TinybMain.class.getName()))
                .orElse(false);
    }

    /** Waits until all of them have ended. */
    static void awaitEnd(List<ProcessHandle> children) {
        LightRig.await(
                "the end of the children",
                PATIENCE,
                () -> children.stream().noneMatch(ProcessHandle::isAlive),
                children::toString);
    }
}

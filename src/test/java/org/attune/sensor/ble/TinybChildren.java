package org.attune.sensor.ble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Asked of the system itself: Java cuts a command line of more than a page off. */
    private static boolean isOne(ProcessHandle process) {
        try {
            Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return Arrays.asList(Files.readString(line).split("\0", -1))
                    .contains(TinybMain.class.getName());
        } catch (IOException ended) {
            return false;
        }
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

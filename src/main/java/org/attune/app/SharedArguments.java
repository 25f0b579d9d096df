package org.attune.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file in which Java tells monitoring programs of a running one ({@code hsperfdata_USER/PID}).
 * It holds the whole command line, a client's code included, and a killed program leaves it behind.
 * Any thread.
 */
final class SharedArguments {
    private static final Logger LOG = System.getLogger(SharedArguments.class.getName());

    private SharedArguments() {}

    /** Takes away this program's file; a failure is logged, and the program goes on. */
    static void remove() {
        Path name =
                Path.of(
                        "hsperfdata_" + System.getProperty("user.name"),
                        Long.toString(ProcessHandle.current().pid()));
        // Java puts it into /tmp on Linux whatever its own temporary folder is set to.
        for (String folder : List.of("/tmp", System.getProperty("java.io.tmpdir", "/tmp"))) {
            try {
                Files.deleteIfExists(Path.of(folder).resolve(name));
            } catch (IOException e) {
                LOG.log(Logger.Level.DEBUG, "Java's file of this program's arguments stays", e);
            }
        }
    }
}

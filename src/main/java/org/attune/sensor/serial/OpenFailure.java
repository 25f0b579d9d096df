package org.attune.sensor.serial;

import java.nio.file.Files;
import java.nio.file.Path;

/** Why a port could not be opened, in words: the library only tells a number. */
final class OpenFailure {
    /** EWOULDBLOCK of {@code flock}: another program holds the port. */
    private static final int LOCKED_ELSEWHERE = 11;

    /** EBUSY: another program asked the system for the port alone. */
    private static final int BUSY = 16;

    /** EACCES. */
    private static final int NOT_ALLOWED = 13;

    /** What the library says when this very program has the port open. */
    private static final int LOCKED_HERE = 2;

    private OpenFailure() {}

    /**
     * One line: what happened and what to do.
     *
     * @param errorCode as the library reports it; the system's error number
     */
    static String explain(String path, int errorCode) {
        Path file = Path.of(path);
        boolean there = Files.exists(file);
        if (!there && path.startsWith("/")) {
            return missing(path);
        }
        if (there && (Files.isRegularFile(file) || Files.isDirectory(file))) {
            return notAPort(path);
        }
        if (errorCode == LOCKED_ELSEWHERE || errorCode == BUSY || errorCode == LOCKED_HERE) {
            return busy(path);
        }
        boolean forbidden = there && !(Files.isReadable(file) && Files.isWritable(file));
        return forbidden || errorCode == NOT_ALLOWED ? notAllowed(path) : notAPort(path);
    }

    static String missing(String path) {
        return "there is no serial port "
                + path
                + ": plug the sensor in, or see which ports there are with: attune sensors";
    }

    static String busy(String path) {
        return "the serial port "
                + path
                + " is in use by another program: close that program, then try again";
    }

    static String notAllowed(String path) {
        return "you may not open the serial port "
                + path
                + ": join its group (sudo usermod -aG dialout \"$USER\"), then log in again";
    }

    static String notAPort(String path) {
        return path + " is not a serial port: see which ports there are with: attune sensors";
    }
}

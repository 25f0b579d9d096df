package org.attune.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Loads the native part of the serial library from a folder that only this user can enter. Left
 * alone, the library (2.11.4) loads whatever lies under its name in the folder for temporary files
 * that all users share, and unpacks itself there for all to write: another user of the machine
 * could put code of theirs into a program that reads heartbeats. Any thread.
 */
final class NativeLibrary {
    private static final System.Logger LOG = System.getLogger(NativeLibrary.class.getName());
    private static final String FOLDER_KEY = "jSerialComm.library.path";
    private static final String VERSION = load();

    private NativeLibrary() {}

    /**
     * Loads it once.
     *
     * @return its version
     * @throws LinkageError when it cannot be loaded, each time
     */
    static String ensureLoaded() {
        return VERSION;
    }

    private static String load() {
        Path folder = System.getProperty(FOLDER_KEY) == null ? unpacked() : null;
        if (folder != null) {
            System.setProperty(FOLDER_KEY, folder.toString());
        }
        try {
            return SerialPort.getVersion(); // the first use of the class loads the native part
        } finally {
            if (folder != null) {
                remove(folder);
            }
        }
    }

    /** A private folder that holds the library for this machine, or null where we have none. */
    private static @Nullable Path unpacked() {
        String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
        if (resource == null) {
            return null;
        }
        try (InputStream in = SerialPort.class.getResourceAsStream(resource)) {
            if (in == null) {
                return null;
            }
            Path folder = Files.createTempDirectory("attune-serial-"); // for this user alone
            Files.copy(in, folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
            return folder;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the serial library could not be unpacked privately", e);
            return null;
        }
    }

    static @Nullable String resource(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64");
        if (!arm && !osArch.equals("amd64") && !osArch.equals("x86_64")) {
            return null;
        }
        if (os.contains("linux")) {
            return arm ? "/Linux/armv8_64/libjSerialComm.so" : "/Linux/x86_64/libjSerialComm.so";
        }
        if (os.contains("mac")) {
            return arm ? "/OSX/aarch64/libjSerialComm.jnilib" : "/OSX/x86_64/libjSerialComm.jnilib";
        }
        if (os.contains("win")) {
            return arm ? "/Windows/aarch64/jSerialComm.dll" : "/Windows/x86_64/jSerialComm.dll";
        }
        return null;
    }

    /** A loaded library needs its file no longer, except on Windows, which then keeps it. */
    private static void remove(Path folder) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} is left behind", folder);
        }
    }
}

package org.attune.sensor.ble;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.attune.sensor.ble.LinkException.Reason;
import tinyb.BluetoothManager;

/**
 * Loads the native part of TinyB from a folder that only this user can enter, and removes the
 * folder: a loaded library needs its file no longer. Only ever in the child.
 */
final class TinybNatives {
    /** The second needs the first, and finds it by its name once it is loaded. */
    private static final List<String> LIBRARIES = List.of("libtinyb.so", "libjavatinyb.so");

    private static final String RESOURCES = "/native/linux/x86_64/";
    private static final System.Logger LOG = System.getLogger(TinybNatives.class.getName());

    private TinybNatives() {}

    /** Whether there is a native part for this machine. */
    static boolean supports(String osName, String osArch) {
        return osName.toLowerCase(Locale.ROOT).contains("linux")
                && (osArch.equals("amd64") || osArch.equals("x86_64"));
    }

    /** Throws if there is no native part for this machine. */
    static void check() throws LinkException {
        if (!supports(System.getProperty("os.name"), System.getProperty("os.arch"))) {
            throw new LinkException(Reason.NOT_FOR_THIS_MACHINE);
        }
    }

    static void load() throws LinkException {
        check();
        try {
            Path folder = Files.createTempDirectory("attune-tinyb-"); // for this user alone
            try {
                for (String library : LIBRARIES) {
                    unpack(library, folder);
                }
                for (String library : LIBRARIES) {
                    System.load(folder.resolve(library).toString());
                }
            } finally {
                remove(folder);
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new LinkException(Reason.NATIVES, cause(String.valueOf(e.getMessage())), e);
        }
    }

    private static void unpack(String library, Path folder) throws IOException {
        try (InputStream in = BluetoothManager.class.getResourceAsStream(RESOURCES + library)) {
            if (in == null) {
                throw new FileNotFoundException(library + " is not in the program");
            }
            Files.copy(in, folder.resolve(library));
        }
    }

    /** What the loader says, without the name of a folder that is gone by now. */
    static String cause(String message) {
        return message.replaceFirst("^/\\S*/(lib\\w+\\.so: )", "$1");
    }

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

package org.attune.keyring;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.attune.testkit.Rigs;
import org.jspecify.annotations.Nullable;

/**
 * A bus of its own with GNOME's keyring on it, the real daemon, in folders of its own: nothing of
 * the desktop that runs the tests is touched. Needs {@code dbus-daemon} and {@code gnome-keyring};
 * without them the test is skipped (see {@link Rigs}).
 */
public final class KeyringRig implements AutoCloseable {
    private static final String DAEMON = "gnome-keyring-daemon";
    private final Path folder;
    private final Thread cleanUp = new Thread(this::stop, "keyring-rig-clean-up");
    private final Process bus;
    private @Nullable Process keyring;

    private KeyringRig(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve("bus.conf"), configuration());
        Runtime.getRuntime().addShutdownHook(cleanUp);
        bus = start("dbus-daemon", "--nofork", "--config-file=" + folder.resolve("bus.conf"));
        await(() -> Files.exists(socket()), "the bus does not start");
    }

    /** A bus with nothing on it. */
    public static KeyringRig withoutKeyring(Path folder) {
        Rigs.need("dbus-daemon", DAEMON);
        try {
            return new KeyringRig(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bus with an unlocked keyring. */
    public static KeyringRig start(Path folder) {
        KeyringRig rig = withoutKeyring(folder);
        rig.startKeyring("the password of the login");
        return rig;
    }

    private Path socket() {
        return folder.resolve("bus");
    }

    /** Where the bus is. */
    public String address() {
        return "unix:path=" + socket();
    }

    /** What a program on this desktop finds in its environment. */
    public Map<String, String> environment() {
        return Map.of(
                "DBUS_SESSION_BUS_ADDRESS", address(),
                "HOME", folder.toString(),
                "XDG_RUNTIME_DIR", folder.resolve("run").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    private String configuration() {
        return "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\""
                + " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
                + "<busconfig><type>session</type><listen>"
                + address()
                + "</listen><policy context=\"default\"><allow send_destination=\"*\""
                + " eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                + "<allow own=\"*\"/></policy></busconfig>";
    }

    private void startKeyring(String password) {
        try {
            keyring = start(DAEMON, "--foreground", "--unlock", "--components=secrets");
            try (OutputStream in = keyring.getOutputStream()) {
                in.write(password.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(
                () ->
                        call(
                                "org.freedesktop.DBus",
                                "/",
                                "org.freedesktop.DBus.GetNameOwner",
                                "string:org.freedesktop.secrets"),
                "the keyring does not start");
    }

    /** Locks what the keyring holds, as a desktop does when its user says so. */
    public void lock() {
        if (!call(
                "org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/collection/login")) {
            throw new IllegalStateException("the keyring does not lock");
        }
    }

    /** Ends the daemon and starts it anew, unlocked, over what it had written. */
    public void restart() {
        stop(keyring);
        startKeyring("the password of the login");
    }

    private boolean call(String name, String path, String member, String argument) {
        try {
            return start(
                                    "dbus-send",
                                    "--bus=" + address(),
                                    "--print-reply",
                                    "--dest=" + name,
                                    path,
                                    member,
                                    argument)
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        builder.environment().remove("DISPLAY"); // nothing may ask anybody
        return builder.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void stop(@Nullable Process process) {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        stop(keyring);
        stop(bus);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(cleanUp);
    }
}

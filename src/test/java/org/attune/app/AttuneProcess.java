package org.attune.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as its users run it: the jar in a process of its own. */
final class AttuneProcess implements AutoCloseable {
    static final String PASSPHRASE = "correct horse battery staple";

    private final Process process;
    private final Path out;
    private final Path err;

    private AttuneProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code java -jar attune.jar arguments} with {@code home} as the user's home. */
    static AttuneProcess start(Path home, Map<String, String> environment, String... arguments) {
        return start(home, environment, List.of(), arguments);
    }

    /** The same, with options for the Java that runs it. */
    static AttuneProcess start(
            Path home,
            Map<String, String> environment,
            List<String> javaOptions,
            String... arguments) {
        try {
            Path out = Files.createTempFile(home, "out", ".txt");
            Path err = Files.createTempFile(home, "err", ".txt");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-Duser.language=en");
            command.addAll(javaOptions);
            command.addAll(List.of("-jar", System.getProperty("attune.jar", "target/attune.jar")));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().remove("DISPLAY");
            builder.environment().remove("ATTUNE_PASSPHRASE");
            builder.environment().put("HOME", home.toString());
            builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
            builder.environment().putAll(environment);
            return new AttuneProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs to the end. */
    static Result run(Path home, Map<String, String> environment, String... arguments) {
        try (AttuneProcess attune = start(home, environment, arguments)) {
            attune.process.getOutputStream().close();
            return attune.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment that carries the passphrase. */
    static Map<String, String> unlocked() {
        return Map.of("ATTUNE_PASSPHRASE", PASSPHRASE);
    }

    /** What it left behind when it had ended. */
    record Result(int exitCode, String out, String err) {}

    Result await() {
        try {
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                throw new AssertionError("did not end: " + out() + err());
            }
            return new Result(process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits until standard output holds {@code text}. */
    void awaitOutput(String text) {
        for (int i = 0; i < 600; i++) {
            if (out().contains(text)) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        throw new AssertionError("never said '" + text + "': " + out() + err());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Types into its standard input. */
    void type(String text) {
        try {
            OutputStream keys = process.getOutputStream();
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its standard input. */
    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file in which Java itself tells others of the same user about it, if there is one. */
    Path[] toldByJava() {
        String folder = "hsperfdata_" + System.getProperty("user.name");
        Path told = Path.of("/tmp", folder, Long.toString(process.pid()));
        return Files.exists(told) ? new Path[] {told} : new Path[0];
    }

    /** Asks it to stop, as Ctrl+C does. */
    void interrupt() {
        process.destroy();
    }

    /** Ends it at once, as kill -9 does. */
    void kill() {
        process.destroyForcibly();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

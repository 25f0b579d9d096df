package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 13: no network at all. The program is run under strace: nothing is ever connected, bound
 * or sent to an address of the internet families, not even of the machine itself. That the Java
 * runtime asks once whether such sockets could be had is its own affair; they lead nowhere.
 */
@Tag("long")
final class NoNetworkIT {
    private static final Pattern INTERNET =
            Pattern.compile(
                    "\\b(connect|bind|sendto|sendmsg)\\(.*(AF_INET|AF_PACKET)|socket\\(AF_PACKET");
    @TempDir Path home;

    @BeforeEach
    void theRig() {
        Rigs.need("strace");
        Rigs.needThat(mayTrace(), "let this process trace its children (ptrace)");
    }

    private boolean mayTrace() {
        try {
            return run(List.of("true")).exitCode() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private record Traced(int exitCode, List<String> calls) {}

    private Traced run(List<String> command) throws IOException, InterruptedException {
        Path trace = Files.createTempFile(home, "trace", ".txt");
        List<String> all = new ArrayList<>();
        all.addAll(
                List.of("strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto,sendmsg"));
        all.addAll(List.of("-o", trace.toString()));
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all)
                        .redirectErrorStream(true)
                        .redirectOutput(Files.createTempFile(home, "out", ".txt").toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("ATTUNE_PASSPHRASE", AttuneProcess.PASSPHRASE);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + command);
        }
        return new Traced(process.exitValue(), Files.readAllLines(trace));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Traced attune(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(java(), "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(System.getProperty("attune.jar", "target/attune.jar"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    @Test
    void aRecordedSessionFromBeginningToEndReachesForNoAddressOfTheInternet()
            throws IOException, InterruptedException {
        for (String[] arguments :
                new String[][] {
                    {"vault", "init"},
                    {"consent", "give", "K-1", "--scope", "record,store"},
                    {
                        "live",
                        "--headless",
                        "--client",
                        "K-1",
                        "--sensor",
                        "sim:settled",
                        "--for",
                        "3s"
                    },
                    {"vault", "erase", "K-1", "--yes"}
                }) {
            Traced traced = attune(arguments);
            assertThat(traced.exitCode()).as(String.join(" ", arguments)).isZero();
            assertThat(traced.calls())
                    .as(String.join(" ", arguments))
                    .noneMatch(call -> INTERNET.matcher(call).find());
        }
    }

    @Test
    void theTraceSeesASocketWhereThereIsOne() throws IOException, InterruptedException {
        Path program =
                Files.writeString(
                        home.resolve("Opens.java"),
                        "class Opens { public static void main(String[] a) throws Exception {"
                                + " new java.net.ServerSocket(0).close(); } }");
        Traced traced = run(List.of(java(), program.toString()));
        assertThat(traced.exitCode()).isZero();
        assertThat(traced.calls()).anyMatch(call -> INTERNET.matcher(call).find());
    }
}

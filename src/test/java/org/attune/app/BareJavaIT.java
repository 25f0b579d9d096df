package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a Java that lacks what windows need, as servers and small images have it. */
class BareJavaIT {
    private static final String TOOLKIT = "libawt_xawt.so";

    @TempDir Path folder;

    /** This Java but for its toolkit for X; libraries find each other by their real places. */
    private Path withoutToolkit() throws IOException {
        Path here = Path.of(System.getProperty("java.home")).toRealPath();
        Rigs.needThat(
                Files.exists(here.resolve("lib").resolve(TOOLKIT)),
                "install a Java runtime that is not headless");
        Path bare = folder.resolve("java");
        link(here, bare, "bin", "lib");
        link(here.resolve("lib"), bare.resolve("lib"), "server", TOOLKIT);
        Files.createDirectories(bare.resolve("lib/server"));
        Files.createDirectories(bare.resolve("bin"));
        for (String real : List.of("lib/server/libjvm.so", "bin/java")) {
            Files.copy(here.resolve(real), bare.resolve(real));
        }
        return bare.resolve("bin/java");
    }

    private static void link(Path from, Path to, String... without) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(from)) {
            for (Path each : all.toList()) {
                String name = each.toFile().getName();
                if (name.endsWith(".so") && !List.of(without).contains(name)) {
                    Files.copy(each, to.resolve(name));
                } else if (!List.of(without).contains(name)) {
                    Files.createSymbolicLink(to.resolve(name), each);
                }
            }
        }
    }

    @Test
    void withoutTheToolkitOfWindowsItIsTheTerminalAndOneLineSaysSo() throws Exception {
        Path err = folder.resolve("err");
        Path out = folder.resolve("out");
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder =
                new ProcessBuilder(
                                withoutToolkit().toString(),
                                "-Duser.language=en",
                                "-cp",
                                classPath,
                                Main.class.getName(),
                                "live",
                                "--for",
                                "2s")
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("DISPLAY", ":7999");
        builder.environment().put("HOME", folder.toString());
        Process attune = builder.start();
        attune.getOutputStream().close();

        assertThat(attune.waitFor()).isZero();
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains("Look at the person");
        // From 22 on Java itself looks for the library, and calls itself headless without it.
        assertThat(Files.readString(err, StandardCharsets.UTF_8).strip())
                .isIn(
                        "attune: note: no window here (this Java lacks its window libraries):"
                                + " in the terminal",
                        "attune: note: no window here (no display, or a Java without windows):"
                                + " in the terminal");
    }
}

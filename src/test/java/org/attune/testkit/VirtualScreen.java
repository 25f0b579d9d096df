package org.attune.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program with windows, in a process of its own, on an X server of its own. */
public final class VirtualScreen {
    private VirtualScreen() {}

    /**
     * Runs {@code main} on a screen of 1440 by 900, or skips the test where it cannot run.
     *
     * @return what it said, line by line, errors included
     */
    public static List<String> run(Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return runOn(List.of(1440), main, arguments);
    }

    /**
     * The same on several screens side by side, each 900 pixels high.
     *
     * @param widths of the screens, from left to right, pixels
     */
    public static List<String> runOn(List<Integer> widths, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Rigs.need("Xvfb");
        if (widths.size() > 1) {
            Rigs.need("xrandr");
        }
        Path awt = Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
        Rigs.needThat(Files.exists(awt), "install a Java runtime that is not headless");
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        Process server =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                width + "x900x24",
                                "-noreset",
                                "-nolisten",
                                "tcp")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader numbers = reader(server)) {
            @Nullable String number = numbers.readLine();
            assertThat(number).as("display number of the X server").isNotNull();
            if (widths.size() > 1) {
                divide(":" + number, widths);
            }
            return run(":" + number, main, arguments);
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Tells the server that its one picture is shown on several monitors. */
    private static void divide(String display, List<Integer> widths)
            throws IOException, InterruptedException {
        int left = 0;
        for (int i = 0; i < widths.size(); i++) {
            String place = widths.get(i) + "/300x900/200+" + left + "+0";
            ProcessBuilder xrandr =
                    new ProcessBuilder(
                            "xrandr",
                            "--setmonitor",
                            "part" + i,
                            place,
                            i == 0 ? "screen" : "none");
            xrandr.environment().put("DISPLAY", display);
            Process told = xrandr.redirectErrorStream(true).start();
            String said = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(told.waitFor()).as(said).isZero();
            left += widths.get(i);
        }
    }

    private static List<String> run(String display, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Duser.language=en",
                                "-Djava.awt.headless=false",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", display);
        builder.redirectErrorStream(true);
        Process window = builder.start();
        try (BufferedReader lines = reader(window)) {
            List<String> all = lines.lines().toList();
            assertThat(window.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return all;
        } finally {
            window.destroyForcibly();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}

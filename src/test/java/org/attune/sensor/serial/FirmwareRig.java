package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attune.testkit.Rigs;

/** The C core of {@code firmware-notes}, compiled for this machine and obeying commands. */
final class FirmwareRig {
    private static final Path NOTES = Path.of("firmware-notes");
    private static final Path STUBS = Path.of("src/test/rigs/boards");

    private final Path program;

    private FirmwareRig(Path program) {
        this.program = program;
    }

    /** Compiles strictly, and watches for what C leaves undefined. Skips where gcc is missing. */
    static FirmwareRig build(Path folder) throws IOException, InterruptedException {
        Rigs.need("gcc");
        Path program = folder.resolve("host");
        List<String> command =
                new ArrayList<>(
                        List.of("gcc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"));
        command.addAll(List.of("-Wconversion", "-O1", "-fsanitize=address,undefined"));
        command.add("-fno-sanitize-recover=all");
        command.add("-I" + NOTES.resolve("core"));
        command.addAll(List.of("-o", program.toString()));
        try (Stream<Path> files = Files.list(NOTES.resolve("core"))) {
            files.map(Path::toString).filter(f -> f.endsWith(".c")).sorted().forEach(command::add);
        }
        command.add(NOTES.resolve("boards/host/host.c").toString());
        run(folder, command);
        return new FirmwareRig(program);
    }

    /** Whether a board's sketch is sound C++ as far as it can be told without its tools. */
    static void checkSketch(Path folder, String sketch, String... options)
            throws IOException, InterruptedException {
        Rigs.need("g++");
        Path there = Files.createDirectories(folder.resolve("sketch"));
        Path link = there.resolve("src");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, NOTES.resolve("core").toAbsolutePath());
        }
        String text = Files.readString(NOTES.resolve("boards").resolve(sketch));
        for (String option : options) {
            String[] change = option.split(" -> ");
            assertThat(text).contains(change[0]);
            text = text.replace(change[0], change[1]);
        }
        Path file = Files.writeString(there.resolve("sketch.cpp"), text);
        List<String> command = new ArrayList<>(List.of("g++", "-std=c++11", "-fsyntax-only"));
        command.addAll(List.of("-Wall", "-Wextra", "-Werror", "-I", STUBS.toString()));
        command.add(file.toString());
        run(folder, command);
    }

    private static void run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        Path said = folder.resolve("compiler.txt");
        Process compiler =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).isEmpty();
    }

    /** What the device sent, byte by byte, in obeying {@code commands}. */
    byte[] sent(List<String> commands) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(program.getParent(), "run");
        Path in = Files.write(folder.resolve("in"), commands, StandardCharsets.US_ASCII);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process device =
                new ProcessBuilder(program.toString())
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(device.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(device.exitValue()).as(Files.readString(err)).isZero();
        return Files.readAllBytes(out);
    }

    /** The same, line by line, each with its end. */
    List<String> lines(List<String> commands) throws IOException, InterruptedException {
        String text = new String(sent(commands), StandardCharsets.US_ASCII);
        assertThat(text).endsWith("\n");
        return text.lines().map(line -> line + "\n").toList();
    }
}

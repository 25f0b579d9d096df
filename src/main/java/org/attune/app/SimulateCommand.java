package org.attune.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.attune.sensor.replay.RecordingWriter;
import org.attune.sensor.replay.SimulationScenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what a simulated client's heart would have said. */
@Command(
        name = "simulate",
        description = "Writes a simulated client's recording, with its labels beside it.")
final class SimulateCommand extends Subcommand {
    @Parameters(paramLabel = "SCENARIO", arity = "0..1", description = "see --list")
    @Nullable String scenario;

    @Option(names = "--list", description = "names the scenarios")
    boolean list;

    @Option(names = "--seed", paramLabel = "N", description = "another seed, another client")
    long seed = 1;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "how long, like 20m (default: 20m)")
    Duration length = Duration.ofMinutes(20);

    @Option(names = "--out", paramLabel = "FILE", description = "the recording to write")
    @Nullable Path out;

    @Override
    int run() {
        if (list) {
            for (SimulationScenario each : SimulationScenario.values()) {
                out().println(each.id() + "\t" + each.description());
            }
            return ExitCode.DONE;
        }
        if (scenario == null || out == null) {
            throw new UsageException("name a scenario and --out FILE; --list names them");
        }
        List<Path> files =
                RecordingWriter.write(out, SimulationScenario.of(scenario), seed, length);
        files.forEach(file -> out().println("written: " + file));
        out().println("a simulated client, no living person");
        return ExitCode.DONE;
    }
}

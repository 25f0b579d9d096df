package org.attune.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: names its commands, and shows them when given none. */
@Command(
        name = "attune",
        version = "Attune " + Version.TEXT,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "A biofeedback pacing monitor for the therapist's desk.",
            "Shows heart-rate change from this person's own range. It does not measure emotion.",
            "A quiet trace can be wrong. Look at the person."
        })
final class AttuneCommand implements Callable<Integer> {
    /** The commands by name, in the order in which the help lists them. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--help", usageHelp = true, description = "shows this help and exits")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "shows the version and exits")
    boolean version;

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("live", LiveCommand::new);
        commands.put("train", TrainCommand::new);
        commands.put("sensors", SensorsCommand::new);
        commands.put("beats", BeatsCommand::new);
        commands.put("hrv", HrvCommand::new);
        commands.put("estimate", EstimateCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("simulate", SimulateCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("sessions", SessionsCommand::new);
        commands.put("client", ClientCommand::new);
        commands.put("consent", ConsentCommand::new);
        commands.put("annotate", AnnotateCommand::new);
        commands.put("notes", NotesCommand::new);
        commands.put("vault", VaultCommand::new);
        commands.put("desk", DeskCommand::new);
        commands.put("setup", SetupCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("review", ReviewCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("supervise", SuperviseCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    /**
     * The program as a command line. Reading what a command takes costs milliseconds each, so where
     * the first word names one, only that one is read.
     */
    static CommandLine lineFor(String... args) {
        CommandLine line = new CommandLine(new AttuneCommand());
        Supplier<Object> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (named != null) {
            line.addSubcommand(args[0], named.get());
        } else {
            COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        return line;
    }

    @Override
    public Integer call() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getErr());
        return ExitCode.USAGE;
    }
}

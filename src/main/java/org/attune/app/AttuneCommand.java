package org.attune.app;

import java.util.concurrent.Callable;
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
        },
        subcommands = {
            LiveCommand.class,
            SensorsCommand.class,
            BeatsCommand.class,
            HrvCommand.class,
            EstimateCommand.class,
            EvaluateCommand.class,
            SimulateCommand.class,
            ReplayCommand.class,
            SessionsCommand.class,
            ClientCommand.class,
            ConsentCommand.class,
            VaultCommand.class,
            DoctorCommand.class,
            NotYetCommands.Review.class,
            NotYetCommands.Report.class,
            NotYetCommands.Export.class
        })
final class AttuneCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--help", usageHelp = true, description = "shows this help and exits")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "shows the version and exits")
    boolean version;

    @Override
    public Integer call() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getErr());
        return ExitCode.USAGE;
    }
}

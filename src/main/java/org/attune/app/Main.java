package org.attune.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Logs.quiet();
        SharedArguments.remove();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /**
     * Runs one command.
     *
     * @return its exit code, as {@link ExitCode} names them
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = AttuneCommand.lineFor(args);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setExecutionExceptionHandler(Failures::tell);
        commandLine.setParameterExceptionHandler(Failures::tellUsage);
        return commandLine.execute(args);
    }
}

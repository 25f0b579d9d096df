package org.attune.app;

import java.io.PrintWriter;
import org.attune.AttuneException;
import org.attune.config.ConfigException;
import org.attune.evaluate.LabelsUnreadableException;
import org.attune.export.ExportFailedException;
import org.attune.export.ExportRefusedException;
import org.attune.export.ForeignFileException;
import org.attune.export.UnwritableException;
import org.attune.keyring.KeyringException;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.replay.RecordingFileException;
import org.attune.store.VaultException;
import picocli.CommandLine;

/** Says what went wrong in one line, and turns it into an exit code. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** Whatever a command threw. */
    static int tell(Exception failure, CommandLine commandLine, CommandLine.ParseResult ignored) {
        int code = code(failure);
        String message = failure.getMessage();
        boolean ours = failure instanceof AttuneException;
        boolean contract = failure instanceof IllegalArgumentException;
        String line =
                (ours || contract) && message != null
                        ? message
                        : "something unexpected failed ("
                                + failure.getClass().getSimpleName()
                                + "); run again with --debug and report what it prints";
        commandLine.getErr().println("attune: " + line);
        if (debug(commandLine)) {
            failure.printStackTrace(commandLine.getErr());
        } else if (!ours && !contract) {
            LOG.log(System.Logger.Level.DEBUG, "unexpected failure", failure);
        }
        return code;
    }

    /** The words of the command line do not fit. */
    static int tellUsage(CommandLine.ParameterException failure, String[] args) {
        CommandLine commandLine = failure.getCommandLine();
        PrintWriter err = commandLine.getErr();
        String name = commandLine.getCommandSpec().qualifiedName();
        err.println(
                "attune: "
                        + firstLine(String.valueOf(failure.getMessage()))
                        + " (see '"
                        + name
                        + " --help')");
        return ExitCode.USAGE;
    }

    private static int code(Exception failure) {
        if (failure instanceof UsageException
                || failure instanceof RecordingFileException
                || failure instanceof ForeignFileException
                || failure instanceof LabelsUnreadableException
                || failure instanceof ExportFailedException // cannot be put there
                || failure instanceof UnwritableException // another format is to be chosen
                || failure instanceof IllegalArgumentException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof SensorUnavailableException) {
            return ExitCode.SENSOR;
        }
        if (failure instanceof VaultException
                || failure instanceof NoVaultException
                || failure instanceof KeyringException) {
            return ExitCode.VAULT;
        }
        if (failure instanceof ConsentRefusedException
                || failure instanceof ExportRefusedException) {
            return ExitCode.CONSENT;
        }
        if (failure instanceof ConfigException) {
            return ExitCode.CONFIGURATION;
        }
        return ExitCode.CHECK_FAILED;
    }

    private static boolean debug(CommandLine commandLine) {
        Object command = commandLine.getCommand();
        return command instanceof Subcommand subcommand && subcommand.common.debug;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}

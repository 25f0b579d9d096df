package org.attune.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: the common options, and where to write. */
abstract class Subcommand implements Callable<Integer> {
    @Mixin final CommonOptions common = new CommonOptions();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() {
        if (common.debug) {
            Logs.debug();
        }
        int code = run();
        out().flush();
        return code;
    }

    /** Does the work; returns the exit code. */
    abstract int run();

    /** Where results go. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where remarks and errors go. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

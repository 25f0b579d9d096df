package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Commands that are part of the contract and not built yet: they say so, and do nothing. */
final class NotYetCommands {
    private NotYetCommands() {}

    abstract static class NotYet extends Subcommand {
        @Unmatched List<String> anything = new ArrayList<>();

        @Override
        int run() {
            throw new UsageException("'" + spec.name() + "' is not built yet in this version");
        }
    }

    @Command(name = "report", description = "Not yet: the printed page of a session.")
    static final class Report extends NotYet {}
}

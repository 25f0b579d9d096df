package org.attune.app;

import java.time.Instant;
import java.util.Optional;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the clock can be believed, by what the vault knows. */
@Command(
        name = "clock",
        description = {
            "Tells whether the clock stands before what the vault already knows.",
            "Consent may have run out or been withdrawn since, so nothing is recorded or exported",
            "then: set the clock right, or confirm that it is right now."
        })
final class VaultClockCommand extends Subcommand {
    @Option(
            names = "--acknowledge",
            description = "confirms that the clock is right now; entered in the audit")
    boolean acknowledge;

    @Override
    int run() {
        try (Vault vault = Vaults.open(common)) {
            Instant now = WallClock.system().now();
            Optional<Instant> known = vault.audit().clockPutBackFrom();
            if (known.isEmpty()) {
                out().println("the clock stands behind nothing that the vault knows: " + now);
                return ExitCode.DONE;
            }
            out().println("the clock stands at " + now + ", the vault knows of " + known.get());
            if (!acknowledge) {
                out().println("set it right, or confirm it with --acknowledge");
                return ExitCode.CHECK_FAILED;
            }
            boolean unused = vault.audit().acknowledgeClock();
            out().println("confirmed: recording and exporting are decided by this clock again");
            return ExitCode.DONE;
        }
    }
}

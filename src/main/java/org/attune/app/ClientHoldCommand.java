package org.attune.app;

import org.attune.session.ClientCode;
import org.attune.store.Keeping;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Legal hold: nothing of a client is erased until it is lifted. */
@Command(
        name = "hold",
        description = {
            "Shows, sets or lifts a client's legal hold.",
            "What is held is not erased, neither by command nor by withdrawal; withdrawal then"
                    + " stops its use."
        })
final class ClientHoldCommand extends ClientCommand.OfOne {
    @Option(names = "--set", description = "sets it")
    boolean set;

    @Option(names = "--lift", description = "lifts it")
    boolean lift;

    @Override
    int run(Vault vault, ClientCode client) {
        if (set && lift) {
            throw new UsageException("say one of --set and --lift");
        }
        if (set) {
            vault.keeping().hold(client, WallClock.system().now());
        }
        if (lift) {
            vault.keeping().lift(client);
        }
        Keeping keeping = vault.keeping().of(client);
        out().println(
                        keeping.heldSince()
                                .map(since -> "held since " + since + ": nothing is erased")
                                .orElse("not held"));
        return ExitCode.DONE;
    }
}

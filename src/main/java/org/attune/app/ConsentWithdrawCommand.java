package org.attune.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.store.ExportCopy;
import org.attune.store.Vault;
import org.attune.store.VaultException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters a change of mind; it is never refused, and never asked why. */
@Command(
        name = "withdraw",
        description = {
            "Enters that the client has withdrawn consent: all of it, unless told what.",
            "It holds at once. What is kept so far is kept or erased, as the client says; what has"
                    + " already been handed out is listed."
        })
final class ConsentWithdrawCommand extends Subcommand {
    @Parameters(paramLabel = "CODE", description = "the client's code")
    String code = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description = "only these scopes (default: everything)")
    List<String> scopes = List.of();

    @Option(
            names = "--grant",
            paramLabel = "GRANT",
            split = ",",
            description = "only these grants, by the ids that 'consent show' lists")
    List<String> grants = List.of();

    @Option(
            names = "--expired",
            description = "not the client's word: what was to end these grants has happened")
    boolean expired;

    /** What becomes of what is there. */
    static final class Fate {
        @Option(names = "--keep", description = "what was recorded so far stays")
        boolean keep;

        @Option(names = "--erase", description = "everything of this client is erased for good")
        boolean erase;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    Fate fate = new Fate();

    @Mixin ConsentPaper paper = new ConsentPaper();

    @Option(
            names = "--receipt",
            paramLabel = "DIR|FILE",
            description = "writes the client's new copy at once")
    @Nullable Path receipt;

    @Override
    int run() {
        boolean everything = scopes.isEmpty() && grants.isEmpty();
        if (fate.erase && !everything) {
            throw new UsageException(
                    "--erase takes away everything of the client: leave out --scope and --grant");
        }
        if (expired && grants.isEmpty()) {
            throw new UsageException("--expired needs to know which: --grant");
        }
        Set<ConsentScope> wanted =
                everything
                        ? EnumSet.allOf(ConsentScope.class)
                        : new TreeSet<>(GrantOptions.scopes(scopes));
        ClientCode client = new ClientCode(code);
        try (Vault vault = Vaults.open(this)) {
            if (!vault.clients().contains(client)) {
                throw new UsageException("the vault knows no client of that code");
            }
            new Withdrawal(paper, common).enter(vault, client, wanted, Set.copyOf(grants), expired);
            out().println(
                            "withdrawn: "
                                    + (everything ? "everything" : ConsentWords.codes(wanted))
                                    + (grants.isEmpty() ? "" : " " + String.join(", ", grants)));
            tellCopies(vault, client);
            if (receipt != null) {
                Receipts.write(vault, client, receipt).forEach(out()::println);
            }
            if (fate.erase) {
                erase(vault, client);
            } else {
                out().println(
                                "kept: what was recorded so far. To keep it on needs another"
                                        + " ground than consent");
            }
        }
        return ExitCode.DONE;
    }

    /** Withdrawal does not reach back: whoever has a copy is to be told by a person. */
    private void tellCopies(Vault vault, ClientCode client) {
        List<ExportCopy> copies = vault.exports().copies(client);
        if (!copies.isEmpty()) {
            out().println("already handed out, and not undone by this; tell them:");
            copies.forEach(copy -> out().println("  " + Withdrawal.line(copy)));
        }
    }

    private void erase(Vault vault, ClientCode client) {
        try {
            vault.erasures().client(client);
            out().println("erased: everything of this client");
        } catch (VaultException e) {
            err().println("attune: the withdrawal is entered and holds; erasing did not succeed");
            throw e;
        }
    }
}

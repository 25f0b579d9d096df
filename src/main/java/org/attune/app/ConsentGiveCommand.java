package org.attune.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enters a yes. */
@Command(
        name = "give",
        description = {
            "Enters a consent the client has given.",
            "Scopes are separate; recording needs 'record' and 'store'. What leaves needs to be"
                    + " told for whom: --recipient."
        })
final class ConsentGiveCommand extends Subcommand {
    @Parameters(paramLabel = "CODE", description = "the client's code")
    String code = "";

    @Mixin GrantOptions grants = new GrantOptions();

    @Mixin ConsentPaper paper = new ConsentPaper();

    @Option(
            names = "--amends",
            paramLabel = "GRANT",
            split = ",",
            description = "the grants this one replaces, by their ids")
    List<String> amends = List.of();

    @Option(
            names = "--receipt",
            paramLabel = "DIR|FILE",
            description = "writes the client's copy at once")
    @Nullable Path receipt;

    @Option(
            names = "--retain-until",
            paramLabel = "DATE",
            description =
                    "the last day on which what is recorded is kept, like 2037-03-31, as"
                            + " 'client keep' sets it (default: the practice's rule)")
    @Nullable String retainUntil;

    @Override
    int run() {
        Instant now = WallClock.system().now();
        ConsentForm form = paper.load(common);
        List<ConsentGrant> agreed = grants.grants(form, now);
        ClientCode client = new ClientCode(code);
        try (Vault vault = Vaults.open(this)) {
            ConsentLog log = vault.consents().log(client);
            ConsentPaper.refuseBeforeItsTime(log, now);
            Set<String> replaced = Set.copyOf(amends);
            refuseUnknown(log, replaced);
            if (retainUntil != null) {
                paper.retainUntil = ClientKeepCommand.endOf("--retain-until", retainUntil);
            }
            ConsentRecord record =
                    paper.record(
                            client,
                            form,
                            log,
                            new ConsentPaper.What(
                                    replaced.isEmpty()
                                            ? ConsentEvent.Type.GIVEN
                                            : ConsentEvent.Type.AMENDED,
                                    now,
                                    agreed,
                                    Set.of(),
                                    replaced));
            ConsentPaper.enter(vault, record);
            Set<ConsentScope> scopes = EnumSet.copyOf(record.scopes());
            out().println(
                            "entered: "
                                    + ConsentWords.codes(scopes)
                                    + (grants.until == null ? "" : ", until " + grants.until));
            if (receipt != null) {
                Receipts.write(vault, client, receipt).forEach(out()::println);
            }
        }
        return ExitCode.DONE;
    }

    private static void refuseUnknown(ConsentLog log, Set<String> ids) {
        for (String id : ids) {
            if (!ConsentWords.grantIds(log).contains(id)) {
                throw new UsageException("there is no grant of that id: " + id);
            }
        }
    }
}

package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentScope;
import org.attune.regulation.BandAdvice;
import org.attune.session.ClientCode;
import org.attune.store.ApprovedBand;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The band learned over a client's sessions. */
@Command(
        name = "band",
        description = {
            "Shows the band in force, what the last sessions say, and what is proposed.",
            "Needs consent to 'derive'; approving needs 'store' as well."
        })
final class ClientBandCommand extends ClientCommand.OfOne {
    @Option(names = "--approve", description = "takes the proposal into force")
    boolean approve;

    @Option(
            names = "--forget",
            description = "forgets every version; the next proposal begins anew, uncapped")
    boolean forget;

    @Option(names = "--json", description = "JSON instead")
    boolean json;

    @Override
    int run(Vault vault, ClientCode client) {
        if (approve && forget) {
            throw new UsageException("a band is either approved or forgotten, not both");
        }
        if (forget) {
            vault.cards().forgetBand(client);
            out().println("forgotten");
            return ExitCode.DONE;
        }
        Instant now = WallClock.system().now();
        List<ConsentScope> needed = new ArrayList<>(List.of(ConsentScope.DERIVE));
        if (approve) {
            needed.add(ConsentScope.STORE);
        }
        refuse("no band is derived", vault.consents().missing(client, needed, now));
        AttuneSettings settings = Wiring.settings(common, null);
        ClientSessions sessions = ClientSessions.of(vault, client, settings);
        if (approve) {
            return approve(vault, client, sessions, settings, now);
        }
        if (json) {
            out().println(Json.text(BandWords.json(sessions)));
            return ExitCode.DONE;
        }
        BandWords.lines(sessions).forEach(out()::println);
        if (sessions.advice() instanceof BandAdvice.Proposed) {
            out().println("in force once approved: attune client band CODE --approve");
        }
        return ExitCode.DONE;
    }

    private int approve(
            Vault vault,
            ClientCode client,
            ClientSessions sessions,
            AttuneSettings settings,
            Instant now) {
        if (!(sessions.advice() instanceof BandAdvice.Proposed proposed)) {
            err().println(
                            "attune: nothing to approve: "
                                    + sessions.advice().match(p -> "", BandWords::words));
            return ExitCode.CHECK_FAILED;
        }
        ApprovedBand approved =
                new ApprovedBand(
                        proposed.band(), now, sessions.card().flags(), settings.band().toString());
        refuse("not approved", vault.cards().approve(client, approved));
        BandWords.lines(sessions).forEach(out()::println);
        out().println("approved: version " + proposed.band().version() + " is in force");
        return ExitCode.DONE;
    }
}

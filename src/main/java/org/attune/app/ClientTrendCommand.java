package org.attune.app;

import java.util.List;
import org.attune.consent.ConsentScope;
import org.attune.review.trend.Trend;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A client's sessions side by side. */
@Command(
        name = "trend",
        description = {
            "Shows a client's newest sessions side by side, the same phases compared.",
            "Needs consent to 'review' and to 'derive'; figures are kept sealed with the recording."
        })
final class ClientTrendCommand extends ClientCommand.OfOne {
    private static final int MOST = 520;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description = "how many of the newest (default: ${DEFAULT-VALUE})",
            defaultValue = "12")
    int sessions = 12;

    @Option(
            names = "--as-judged",
            description = {
                "does not judge sessions of older versions or other settings again:",
                "they stand in lines of their own"
            })
    boolean asJudged;

    @Option(names = "--json", description = "JSON instead")
    boolean json;

    @Override
    int run(Vault vault, ClientCode client) {
        if (sessions < 1 || sessions > MOST) {
            throw new UsageException("--sessions must be 1 to " + MOST + ": " + sessions);
        }
        refuse(
                "no trend is shown",
                vault.consents()
                        .log(client)
                        .missing(
                                List.of(ConsentScope.REVIEW, ConsentScope.DERIVE),
                                WallClock.system().now()));
        List<TrendSession> figures =
                new TrendSessions(vault, client, Wiring.settings(common, null), sessions, !asJudged)
                        .all();
        Trend trend = Trend.of(figures, TrendRules.DEFAULT);
        if (json) {
            out().println(Json.text(TrendWords.json(trend)));
        } else {
            TrendWords.lines(trend).forEach(out()::println);
        }
        return ExitCode.DONE;
    }
}

package org.attune.app;

import java.nio.file.Path;
import java.util.Set;
import org.attune.config.AttuneSettings;
import org.attune.review.trend.Trend;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.ui.LiveScreen;
import org.attune.ui.trend.TrendScreen;
import org.jspecify.annotations.Nullable;
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
    int sessions = TrendSessions.USUAL;

    @Option(
            names = "--as-judged",
            description = {
                "does not judge sessions of older versions or other settings again:",
                "they stand in lines of their own"
            })
    boolean asJudged;

    @Option(names = "--json", description = "JSON instead")
    boolean json;

    @Option(names = "--headless", description = "words in the terminal instead of a window")
    boolean headless;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "a picture of them instead: NAME.pdf, NAME.svg or NAME.png, into the practice's",
                "record by consent to 'report', pseudonymised and listed"
            })
    @Nullable Path out;

    @Override
    int run(Vault vault, ClientCode client) {
        if (sessions < 1 || sessions > MOST) {
            throw new UsageException("--sessions must be 1 to " + MOST + ": " + sessions);
        }
        refuse("no trend is shown", TrendSessions.missingConsent(vault, client));
        AttuneSettings settings = Wiring.settings(common, null);
        if (out != null) {
            TrendSessions all = new TrendSessions(vault, client, settings, sessions, !asJudged);
            out().println(new TrendPictureDesk(vault, client, settings, all).write(out));
            return ExitCode.DONE;
        }
        if (!json && !headless && LiveScreen.available()) {
            TrendScreen.show(
                    new VaultTrends(vault, client, settings, sessions, !asJudged),
                    settings.display());
            return ExitCode.DONE;
        }
        TrendSessions read = new TrendSessions(vault, client, settings, sessions, !asJudged);
        Trend trend = Trend.of(read.all(), settings.trend());
        Set<SessionId> corrected = read.corrected();
        if (json) {
            out().println(Json.text(TrendWords.json(trend, corrected)));
        } else {
            TrendWords.lines(trend, settings.trend().leastSessions(), corrected)
                    .forEach(out()::println);
        }
        return ExitCode.DONE;
    }
}

package org.attune.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.Due;
import org.attune.store.RetentionSettings;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What has been kept for as long as was agreed. */
@Command(
        name = "due",
        description = {
            "Lists what has been kept for as long as was agreed: TSV.",
            "It erases nothing: 'vault erase' does."
        })
final class VaultDueCommand extends Subcommand {
    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description =
                    "the rule of the practice for sessions where nothing was agreed: days from"
                            + " their beginning; 0 for no rule (default: retention.keep_days of"
                            + " the settings)")
    @Nullable Integer keepDays;

    @Option(names = "--json", description = "JSON instead")
    boolean json;

    @Override
    int run() {
        RetentionSettings rule =
                keepDays == null
                        ? Wiring.settings(common, null).retention()
                        : new RetentionSettings(keepDays);
        Instant now = WallClock.system().now();
        try (Vault vault = Vaults.open(this)) {
            List<Due> due = vault.due(now, rule);
            if (json) {
                out().println(Json.text(due.stream().map(VaultDueCommand::json).toList()));
                return ExitCode.DONE;
            }
            out().println("client\tsession\tlane\tdue_since\tlegal_hold");
            for (Due each : due) {
                out().println(
                                String.join(
                                        "\t",
                                        each.client().value(),
                                        each.session().map(SessionId::value).orElse(""),
                                        each.lane().map(LaneId::value).orElse(""),
                                        each.since().toString(),
                                        each.held() ? "yes" : "no"));
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> json(Due due) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("client", due.client().value());
        json.put("session", due.session().map(SessionId::value).orElse(null));
        json.put("lane", due.lane().map(LaneId::value).orElse(null));
        json.put("dueSince", due.since().toString());
        json.put("legalHold", due.held());
        return json;
    }
}

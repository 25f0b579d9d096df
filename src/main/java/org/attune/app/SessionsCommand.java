package org.attune.app;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.store.ArchiveListing;
import org.attune.store.SessionEntry;
import org.attune.store.Vault;
import picocli.CommandLine.Command;

/** What is in the archive. */
@Command(name = "sessions", description = "Lists the recorded sessions: TSV.")
final class SessionsCommand extends Subcommand {
    @Override
    int run() {
        try (Vault vault = Vaults.open(this)) {
            list(vault, out(), err());
        }
        return ExitCode.DONE;
    }

    /** One row for each session that can be read; a remark for each that cannot. */
    static void list(Vault vault, PrintWriter out, PrintWriter err) {
        ArchiveListing listing = vault.archive().list();
        List<SessionEntry> entries = listing.sessions();
        out.println("session\tstarted_at\tduration_s\tpeople\tstate\tremarks");
        entries.forEach(entry -> out.println(line(entry)));
        listing.unreadable().forEach(line -> err.println("attune: " + line));
    }

    private static String line(SessionEntry entry) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)
                        .withZone(ZoneId.systemDefault());
        String people =
                entry.session().participants().stream()
                        .map(each -> each.lane() + "=" + each.code().value())
                        .collect(Collectors.joining(" "));
        String remarks =
                (entry.lost() > 0 ? entry.lost() + " moments missing " : "")
                        + String.join("; ", entry.problems());
        return String.join(
                "\t",
                entry.session().id().value(),
                format.format(entry.session().startedAt()),
                Numbers.text(entry.last().toSeconds(), 0),
                people,
                Json.lower(entry.state()),
                remarks.strip());
    }
}

package org.attune.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.session.SessionId;
import org.attune.store.ArchiveListing;
import org.attune.store.SessionEntry;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is in the archive. */
@Command(name = "sessions", description = "Lists the recorded sessions: TSV.")
final class SessionsCommand extends Subcommand {
    @Option(names = "--client", paramLabel = "CODE", description = "only those of this person")
    @Nullable String client;

    @Option(names = "--tag", paramLabel = "WORD", description = "only those tagged so")
    @Nullable String tag;

    @Option(names = "--from", paramLabel = "DAY", description = "from this day on: 2026-11-20")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "up to this day, and on it")
    @Nullable LocalDate to;

    @Override
    int run() {
        try (Vault vault = Vaults.open(this)) {
            list(vault, this::isWanted, out(), err());
        }
        return ExitCode.DONE;
    }

    private boolean isWanted(SessionEntry entry, List<String> tags) {
        LocalDate day = LocalDate.ofInstant(entry.session().startedAt(), ZoneId.systemDefault());
        boolean theirs =
                client == null
                        || entry.session().participants().stream()
                                .anyMatch(each -> each.code().value().equals(client));
        return theirs
                && (tag == null || tags.contains(tag))
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }

    /** All of them. */
    static void list(Vault vault, PrintWriter out, PrintWriter err) {
        list(vault, (entry, tags) -> true, out, err);
    }

    /** One row for each session that can be read; a remark for each that cannot. */
    private static void list(
            Vault vault,
            BiPredicate<SessionEntry, List<String>> wanted,
            PrintWriter out,
            PrintWriter err) {
        ArchiveListing listing = vault.archive().list();
        List<SessionEntry> entries = listing.sessions();
        Map<SessionId, List<Annotation>> said = vault.annotations().all();
        out.println("session\tstarted_at\tduration_s\tpeople\tstate\tremarks\ttags");
        for (SessionEntry entry : entries) {
            List<String> tags =
                    Annotations.of(said.getOrDefault(entry.session().id(), List.of())).tags();
            if (wanted.test(entry, tags)) {
                out.println(line(entry) + "\t" + String.join(" ", tags));
            }
        }
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

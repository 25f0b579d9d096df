package org.attune.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.ExportCopy;
import org.attune.store.Span;
import org.attune.store.Vault;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases for good. */
@Command(
        name = "erase",
        description = {
            "Erases a client, a session, one lane of it, or a span of a lane, for good.",
            "Copies that left the vault are not reached; they are listed before the client goes."
        })
final class VaultEraseCommand extends Subcommand {
    @Parameters(paramLabel = "CODE", arity = "0..1", description = "the client's code")
    @Nullable String code;

    @Option(names = "--session", paramLabel = "ID", description = "a session")
    @Nullable String session;

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description = "only this person's lane of it: client, partner, therapist …")
    @Nullable String lane;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "only from this session time on, like 12m30s (default: the beginning)")
    @Nullable Duration from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "only up to this session time")
    @Nullable Duration to;

    @Option(names = "--yes", description = "does not ask")
    boolean yes;

    @Override
    int run() {
        if ((code == null) == (session == null)) {
            throw new UsageException("say what to erase: a client's CODE, or --session ID");
        }
        if (lane == null ? from != null || to != null : session == null) {
            throw new UsageException(
                    "--lane belongs to --session, and --from and --to belong to --lane");
        }
        if (from != null && to == null) {
            throw new UsageException("a span has an end: say --to, too");
        }
        try (Vault vault = Vaults.open(this)) {
            int done =
                    code != null
                            ? client(vault, new ClientCode(code))
                            : session(vault, new SessionId(String.valueOf(session)));
            vault.audit()
                    .trouble()
                    .ifPresent(why -> err().println("attune: not in the audit: " + why));
            return done;
        }
    }

    private int client(Vault vault, ClientCode client) {
        if (!vault.clients().contains(client)) {
            throw new UsageException("the vault knows no client of that code; nothing was erased");
        }
        Confirmation.ask("This erases all there is of the client", yes);
        List<ExportCopy> copies = vault.exports().copies(client);
        vault.erasures().client(client);
        out().println("erased: the client, with consents, notes and recordings");
        copies.forEach(copy -> out().println("a copy is still with others: " + words(copy)));
        return ExitCode.DONE;
    }

    private static String words(ExportCopy copy) {
        return copy.fileName() + ", to " + copy.recipient() + ", " + copy.at();
    }

    private int session(Vault vault, SessionId id) {
        if (lane == null) {
            Confirmation.ask("This erases the session with all its lanes and notes", yes);
            return told(vault.erasures().session(id), "the session");
        }
        LaneId which = new LaneId(lane);
        if (to == null) {
            Confirmation.ask("This erases the " + which + "'s lane of the session", yes);
            return told(vault.erasures().lane(id, which), "the lane");
        }
        Span span = new Span(time(Optional.ofNullable(from)), time(Optional.of(to)));
        Confirmation.ask("This erases a span of the " + which + "'s lane", yes);
        long moments = vault.erasures().span(id, which, span);
        return told(moments > 0, moments + " moments of the lane; the hole is told as such");
    }

    private static SessionTime time(Optional<Duration> after) {
        return after.map(SessionTime.ZERO::plus).orElse(SessionTime.ZERO);
    }

    private int told(boolean found, String what) {
        if (!found) {
            throw new UsageException("the vault holds no such thing; nothing was erased");
        }
        out().println("erased: " + what);
        return ExitCode.DONE;
    }
}

package org.attune.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people agreed to. */
@Command(
        name = "consent",
        description = "Enters and shows what a client agreed to.",
        subcommands = {
            ConsentCommand.Give.class,
            ConsentCommand.Show.class,
            ConsentCommand.Withdraw.class,
            ConsentCommand.Receipt.class
        })
final class ConsentCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException("say what to do: consent give, or consent show");
    }

    @Command(
            name = "give",
            description = {
                "Enters a consent the client has given.",
                "Scopes are separate; recording needs 'record' and 'store'."
            })
    static final class Give extends Subcommand {
        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                split = ",",
                required = true,
                description =
                        "record, live-display, store, review, derive, report, export,"
                                + " share-recipient, research, supervision, notes-store,"
                                + " notes-export; several with commas")
        List<String> scopes = List.of();

        @Option(
                names = "--until",
                paramLabel = "DATE",
                description = "last day it holds, like 2027-03-31 (default: no end)")
        @Nullable String until;

        @Option(
                names = "--method",
                paramLabel = "HOW",
                description = "paper, on-screen or verbal (default: paper)")
        String method = "paper";

        @Override
        int run() {
            if (!Set.of("paper", "on-screen", "verbal").contains(method)) {
                throw new UsageException("--method must be paper, on-screen or verbal: " + method);
            }
            Set<ConsentScope> wanted = scopes();
            Instant now = WallClock.system().now();
            Instant end = until == null ? null : endOf(until);
            if (end != null && end.isBefore(now)) {
                throw new UsageException("--until lies in the past: " + until);
            }
            ClientCode client = new ClientCode(code);
            try (Vault vault = Vaults.open(common)) {
                if (!vault.clients().contains(client)) {
                    vault.clients().add(client);
                }
                vault.consents()
                        .append(
                                new ConsentEvent(
                                        client, ConsentEvent.Type.GIVEN, now, wanted, end, method));
            }
            out().println("entered: " + codes(wanted) + (until == null ? "" : ", until " + until));
            return ExitCode.DONE;
        }

        private Set<ConsentScope> scopes() {
            Set<ConsentScope> wanted = EnumSet.noneOf(ConsentScope.class);
            for (String each : scopes) {
                wanted.add(
                        ConsentScope.ofCode(each.strip().toLowerCase(Locale.ROOT))
                                .orElseThrow(
                                        () ->
                                                new UsageException(
                                                        "no such scope: '"
                                                                + each
                                                                + "'; see 'attune consent give"
                                                                + " --help'")));
            }
            return wanted;
        }

        private static Instant endOf(String date) {
            try {
                return LocalDate.parse(date)
                        .plusDays(1)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant()
                        .minusNanos(1);
            } catch (DateTimeParseException e) {
                throw new UsageException("--until is a date like 2027-03-31: " + date);
            }
        }
    }

    @Command(name = "show", description = "Shows what a client agreed to, and what holds now.")
    static final class Show extends Subcommand {
        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Override
        int run() {
            ClientCode client = new ClientCode(code);
            try (Vault vault = Vaults.open(common)) {
                if (!vault.clients().contains(client)) {
                    throw new UsageException("the vault knows no client of that code");
                }
                ConsentLog log = vault.consents().log(client);
                for (ConsentEntry event : log.entries()) {
                    out().println(line(event));
                }
                Set<ConsentScope> held = EnumSet.noneOf(ConsentScope.class);
                Instant now = WallClock.system().now();
                for (ConsentScope scope : ConsentScope.values()) {
                    if (log.grants(scope, now)) {
                        held.add(scope);
                    }
                }
                out().println("in force now: " + (held.isEmpty() ? "nothing" : codes(held)));
            }
            return ExitCode.DONE;
        }

        private static String line(ConsentEntry event) {
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                            .withZone(ZoneId.systemDefault());
            String end =
                    event instanceof ConsentEvent word && word.validUntil() != null
                            ? "until " + format.format(word.validUntil())
                            : "no end";
            return format.format(event.at())
                    + "  "
                    + event.type().name().toLowerCase(Locale.ROOT)
                    + "  "
                    + codes(event.scopes())
                    + "  ("
                    + event.method()
                    + ", "
                    + end
                    + ")";
        }
    }

    @Command(name = "withdraw", description = "Not yet: withdraws a consent.")
    static final class Withdraw extends NotYetCommands.NotYet {}

    @Command(name = "receipt", description = "Not yet: the client's copy of a consent.")
    static final class Receipt extends NotYetCommands.NotYet {}

    private static String codes(Set<ConsentScope> scopes) {
        Set<ConsentScope> ordered = new TreeSet<>(scopes);
        return String.join(", ", ordered.stream().map(ConsentScope::code).toList());
    }
}

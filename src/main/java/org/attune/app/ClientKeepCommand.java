package org.attune.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.Keeping;
import org.attune.store.KeepingReason;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Until when a client's things are kept. */
@Command(
        name = "keep",
        description = "Shows, sets or clears until when a client's things, or a session, are kept.")
final class ClientKeepCommand extends ClientCommand.OfOne {
    @Option(names = "--until", paramLabel = "DATE", description = "the last day, like 2037-03-31")
    @Nullable String until;

    @Option(names = "--clear", description = "leaves it to the rule of the practice")
    boolean clear;

    @Option(
            names = "--reason",
            paramLabel = "WHY",
            description = "why it is kept longer, for the audit: treatment, wish, law or claim")
    @Nullable String reason;

    @Option(names = "--session", paramLabel = "ID", description = "of this session alone")
    @Nullable String session;

    @Override
    int run(Vault vault, ClientCode client) {
        if (until != null && clear) {
            throw new UsageException("say one of --until and --clear");
        }
        if (reason != null && until == null) {
            throw new UsageException("--reason belongs to --until");
        }
        Optional<KeepingReason> why =
                Optional.ofNullable(reason)
                        .map(
                                word ->
                                        ExportWords.one(
                                                "--reason",
                                                word,
                                                KeepingReason::ofCode,
                                                "treatment, wish, law, claim"));
        if (until != null || clear) {
            Optional<Instant> end = Optional.ofNullable(until).map(date -> endOf("--until", date));
            if (session == null) {
                vault.keeping().retain(client, end, why);
            } else {
                vault.keeping().retain(client, new SessionId(session), end, why);
            }
        }
        Keeping keeping = vault.keeping().of(client);
        Optional<Instant> end =
                session == null ? keeping.retainUntil() : keeping.until(new SessionId(session));
        out().println(end.map(each -> "kept until " + each).orElse("nothing was agreed"));
        return ExitCode.DONE;
    }

    static Instant endOf(String option, String date) {
        try {
            return LocalDate.parse(date)
                    .plusDays(1)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()
                    .minusNanos(1);
        } catch (DateTimeParseException e) {
            throw new UsageException(option + " is a date like 2037-03-31: " + date);
        }
    }
}

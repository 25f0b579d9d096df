package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Recipient;
import org.attune.session.ClientCode;
import org.attune.store.StoredConsent;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people agreed to. */
@Command(
        name = "consent",
        description = "Enters, shows and withdraws what a client agreed to.",
        subcommands = {
            ConsentCommand.Form.class,
            ConsentGiveCommand.class,
            ConsentCommand.Refuse.class,
            ConsentCommand.Show.class,
            ConsentWithdrawCommand.class,
            ConsentReceiptCommand.class,
            ConsentReceiptCommand.Verify.class
        })
final class ConsentCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException(
                "say what to do: consent form, give, refuse, show, withdraw, receipt or"
                        + " verify-receipt");
    }

    @Command(name = "form", description = "Shows the form to read and sign, word for word.")
    static final class Form extends Subcommand {
        @Option(names = "--form", paramLabel = "NAME", description = "default: heartbeat")
        String form = "heartbeat";

        @Option(names = "--language", paramLabel = "CODE", description = "en, de (default: en)")
        String language = "en";

        @Override
        int run() {
            ConsentPaper paper = new ConsentPaper();
            paper.form = form;
            paper.language = language;
            ConsentForm read = paper.load(common);
            out().println(read.title());
            out().println(read.opening());
            for (ConsentForm.Choice choice : read.choices()) {
                out().println();
                out().println("[ ] " + choice.title() + "  (" + choice.id() + ")");
                out().println("    " + choice.says());
                out().println("    " + choice.who() + "; " + choice.until());
            }
            out().println();
            read.notices().forEach(notice -> out().println("- " + notice));
            out().println();
            out().println(
                            String.join(
                                    " ",
                                    read.id(),
                                    read.version(),
                                    read.language(),
                                    read.textSha256()));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "refuse",
            description = "Enters that the client has said no: to everything, unless told what.")
    static final class Refuse extends Subcommand {
        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                split = ",",
                description = "only these scopes (default: everything)")
        List<String> scopes = List.of();

        @Mixin ConsentPaper paper = new ConsentPaper();

        @Override
        int run() {
            Set<ConsentScope> refused =
                    scopes.isEmpty()
                            ? EnumSet.allOf(ConsentScope.class)
                            : new TreeSet<>(GrantOptions.scopes(scopes));
            ConsentForm form = paper.load(common);
            ClientCode client = new ClientCode(code);
            try (Vault vault = Vaults.open(this)) {
                ConsentLog log = vault.consents().log(client);
                Instant now = WallClock.system().now();
                vault.consents()
                        .append(
                                paper.record(
                                        client,
                                        form,
                                        log,
                                        new ConsentPaper.What(
                                                ConsentEvent.Type.REFUSED,
                                                log.newestEntry().filter(now::isBefore).orElse(now),
                                                List.of(),
                                                refused,
                                                Set.of())));
            }
            out().println("refused: " + ConsentWords.codes(refused));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Shows what a client agreed to, and what holds now.")
    static final class Show extends Subcommand {
        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Option(names = "--json", description = "for other programs")
        boolean json;

        @Override
        int run() {
            ClientCode client = new ClientCode(code);
            try (Vault vault = Vaults.open(this)) {
                if (!vault.clients().contains(client)) {
                    throw new UsageException("the vault knows no client of that code");
                }
                List<StoredConsent> stored = vault.consents().stored(client);
                ConsentLog log =
                        ConsentLog.of(client, stored.stream().map(StoredConsent::entry).toList());
                Instant now = WallClock.system().now();
                if (json) {
                    out().println(Json.text(map(client, stored, log, now)));
                } else {
                    tell(log, now);
                }
            }
            return ExitCode.DONE;
        }

        private void tell(ConsentLog log, Instant now) {
            log.entries().forEach(entry -> out().println(ConsentWords.line(entry)));
            Set<ConsentScope> held = ConsentWords.inForce(log, now);
            out().println(
                            "in force now: "
                                    + (held.isEmpty() ? "nothing" : ConsentWords.codes(held)));
            log.standing(now).forEach(grant -> out().println(ConsentWords.line(grant)));
        }

        private static Map<String, Object> map(
                ClientCode client, List<StoredConsent> stored, ConsentLog log, Instant now) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("client", client.value());
            map.put("entries", stored.stream().map(Show::entry).toList());
            map.put(
                    "in_force",
                    ConsentWords.inForce(log, now).stream().map(ConsentScope::code).toList());
            map.put("grants", log.standing(now).stream().map(Show::grant).toList());
            return map;
        }

        private static Map<String, Object> entry(StoredConsent stored) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("seq", stored.seq());
            map.put("type", Json.lower(stored.entry().type()));
            map.put("at", stored.entry().at().toString());
            map.put(
                    "scopes",
                    new TreeSet<>(stored.entry().scopes())
                            .stream().map(ConsentScope::code).toList());
            map.put("method", stored.entry().method());
            if (stored.entry() instanceof ConsentRecord record) {
                ConsentRecord.Form form = record.header().form();
                map.put("record", record.header().recordId());
                map.put("form", form.id());
                map.put("form_version", form.version());
                map.put("form_language", form.language());
                map.put("form_text_sha256", form.textSha256());
                map.put("defects", record.defects());
            }
            map.put("previous_hash", stored.previousHash());
            map.put("hash", stored.hash());
            map.put("signature", stored.signature());
            return map;
        }

        private static Map<String, Object> grant(ConsentGrant grant) {
            Instant until = grant.validUntil();
            List<String> recipients = new ArrayList<>();
            grant.recipients().stream().map(Recipient::code).forEach(recipients::add);
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", grant.id());
            map.put("scope", grant.scope().code());
            map.put(
                    "categories",
                    grant.categories().stream().sorted().map(DataCategory::code).toList());
            map.put("purpose", grant.purpose().code());
            map.put("recipients", recipients);
            map.put("formats", grant.formats().stream().sorted().map(ExportFormat::code).toList());
            map.put("identifiability", grant.identifiability().code());
            map.put("valid_from", grant.validFrom().toString());
            map.put("valid_until", until == null ? null : until.toString());
            return map;
        }
    }
}

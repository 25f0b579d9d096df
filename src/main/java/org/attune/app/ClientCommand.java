package org.attune.app;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.ble.BleSettings;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.store.ClientCard;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People by code: what is kept of them beside consents and recordings. */
@Command(
        name = "client",
        description = "People by code: flags, and the band learned over their sessions.",
        subcommands = {
            ClientCommand.Listing.class,
            ClientCommand.Show.class,
            ClientCommand.Flags.class,
            ClientCommand.Sensor.class,
            ClientBandCommand.class,
            ClientTrendCommand.class,
            ClientHoldCommand.class,
            ClientKeepCommand.class
        })
final class ClientCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException(
                "say what to do: client list, client show, client flags, client sensor, client"
                        + " band, client trend, client hold or client keep");
    }

    private static Map<String, @Nullable Object> json(Vault vault, ClientCode client) {
        ClientCard card = vault.cards().card(client);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("code", client.value());
        json.put("flags", ClientFlags.codes(card.flags()));
        json.put("sensor", card.sensor().orElse(null));
        json.put("sessions", ClientSessions.sessionsOf(vault, client).size());
        json.put("band", card.inForce().map(BandWords::json).orElse(null));
        return json;
    }

    @Command(name = "list", description = "Lists the clients the vault knows: TSV.")
    static final class Listing extends Subcommand {
        @Option(names = "--json", description = "JSON instead")
        boolean json;

        @Override
        int run() {
            try (Vault vault = Vaults.open(this)) {
                List<ClientCode> clients = vault.clients().codes();
                if (json) {
                    out().println(
                                    Json.text(
                                            clients.stream()
                                                    .map(client -> json(vault, client))
                                                    .toList()));
                    return ExitCode.DONE;
                }
                out().println("code\tsessions\tflags\tband");
                for (ClientCode client : clients) {
                    ClientCard card = vault.cards().card(client);
                    out().println(
                                    String.join(
                                            "\t",
                                            client.value(),
                                            String.valueOf(
                                                    ClientSessions.sessionsOf(vault, client)
                                                            .size()),
                                            String.join(",", ClientFlags.codes(card.flags())),
                                            card.inForce()
                                                    .map(each -> each.band().version() + "")
                                                    .orElse("")));
                }
            }
            return ExitCode.DONE;
        }
    }

    /** What is said or done of one client. */
    abstract static class OfOne extends Subcommand {
        @Parameters(paramLabel = "CODE", description = "the client's code")
        String code = "";

        @Override
        final int run() {
            ClientCode client = new ClientCode(code);
            try (Vault vault = Vaults.open(this)) {
                if (!vault.clients().contains(client)) {
                    throw new UsageException(
                            "the vault knows no client of that code; 'attune consent give' makes"
                                    + " one known");
                }
                return run(vault, client);
            }
        }

        abstract int run(Vault vault, ClientCode client);

        /** Refuses when consent is missing. */
        static void refuse(String what, List<String> missing) {
            if (!missing.isEmpty()) {
                throw new ConsentRefusedException(
                        what
                                + ": "
                                + String.join(", ", missing)
                                + "; see 'attune consent give --help'");
            }
        }
    }

    @Command(name = "show", description = "Shows what is kept of a client.")
    static final class Show extends OfOne {
        @Option(names = "--json", description = "JSON instead")
        boolean json;

        @Override
        int run(Vault vault, ClientCode client) {
            ClientCard card = vault.cards().card(client);
            if (json) {
                Map<String, @Nullable Object> all = json(vault, client);
                all.put("bands", card.bands().stream().map(BandWords::json).toList());
                out().println(Json.text(all));
                return ExitCode.DONE;
            }
            out().println("flags: " + ClientFlags.text(card.flags()));
            out().println("sensor: " + card.sensor().orElse("none is remembered"));
            out().println("sessions: " + ClientSessions.sessionsOf(vault, client).size());
            out().println("approved bands:" + (card.bands().isEmpty() ? " none" : ""));
            card.bands().forEach(each -> out().println("  " + BandWords.line(each)));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "sensor",
            description = {
                "Shows, remembers or forgets which sensor a client wears.",
                "'live --client CODE' then opens it. Remembering needs consent to 'store'."
            })
    static final class Sensor extends OfOne {
        @Option(
                names = "--set",
                paramLabel = "URI",
                description = "ble:AA:BB:CC:DD:EE:FF, or serial:/dev/serial/by-id/…")
        @Nullable String uri;

        @Option(names = "--clear", description = "forgets it")
        boolean clear;

        @Override
        int run(Vault vault, ClientCode client) {
            if (uri != null && clear) {
                throw new UsageException("say one of --set and --clear");
            }
            if (uri != null || clear) {
                Optional<String> wanted = Optional.ofNullable(uri).map(Sensor::named);
                refuse(
                        "not remembered",
                        vault.cards().setSensor(client, wanted, WallClock.system().now()));
            }
            out().println(vault.cards().card(client).sensor().orElse("none is remembered"));
            return ExitCode.DONE;
        }

        /** Only a sensor that is named can be told from another. */
        private static String named(String uri) {
            SensorAddress address = SensorAddress.parse(uri);
            boolean living = Set.of("ble", "ble+tinyb", "serial").contains(address.scheme());
            if (!living || address.target().isEmpty() || !address.lane().equals(LaneId.CLIENT)) {
                throw new UsageException(
                        "a sensor is remembered by its address, like ble:AA:BB:CC:DD:EE:FF: "
                                + uri);
            }
            org.attune.sensor.Sensor unused =
                    Wiring.sensor(address, Set.of(), BleSettings.DEFAULT); // Refuses others.
            return address.toText();
        }
    }

    @Command(
            name = "flags",
            description = {
                "Shows, sets and clears a client's flags.",
                "Each disables what it falsifies. Setting needs consent to 'store'."
            })
    static final class Flags extends OfOne {
        @Option(
                names = "--set",
                paramLabel = "FLAG",
                split = ",",
                description = ClientFlags.NAMES + "; several with commas")
        List<String> set = List.of();

        @Option(
                names = "--clear",
                paramLabel = "FLAG",
                split = ",",
                description = "takes these away; several with commas")
        List<String> clear = List.of();

        @Override
        int run(Vault vault, ClientCode client) {
            Set<ClientFlag> added = ClientFlags.parse(set);
            Set<ClientFlag> removed = ClientFlags.parse(clear);
            ClientCard card = vault.cards().card(client);
            Set<ClientFlag> flags = EnumSet.noneOf(ClientFlag.class);
            flags.addAll(card.flags());
            flags.addAll(added);
            if (!Collections.disjoint(added, removed)) {
                throw new UsageException("a flag is either set or cleared, not both");
            }
            flags.removeAll(removed);
            refuse("not written", vault.cards().setFlags(client, flags, WallClock.system().now()));
            out().println("flags: " + ClientFlags.text(flags));
            boolean outdated =
                    card.inForce().filter(band -> !band.flags().equals(flags)).isPresent();
            if (outdated) {
                out().println(
                                "The approved band was learned under other flags; it is not used"
                                        + " until a new one is approved.");
            }
            return ExitCode.DONE;
        }
    }
}

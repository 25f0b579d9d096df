package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Recipient;
import org.attune.export.AgeSeal;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.export.Exporter;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets one person's data of one session leave, where they agreed. */
@Command(
        name = "export",
        description = {
            "Exports one person's data of a session, where their consent covers it in every element.",
            "Pseudonymised, unless --identified is agreed to. --preview shows what would leave."
        })
final class ExportCommand extends Subcommand {
    @Parameters(paramLabel = "SESSION", description = "as 'attune sessions' lists it")
    String session = "";

    @Option(
            names = "--format",
            paramLabel = "F",
            required = true,
            description = "csv, rr, edf, bids, fhir, omh, or bundle for all of them")
    String format = "";

    @Option(
            names = "--purpose",
            paramLabel = "P",
            required = true,
            description = "care, supervision, research, or access (the person's own copy)")
    String purpose = "";

    @Option(
            names = "--recipient",
            paramLabel = "R",
            required = true,
            description = {
                "KIND:ID or KIND:ID=NAME, as in the consent; KIND is self, clinician, supervisor,",
                "researcher, institution or other"
            })
    String recipient = "";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = {
                "a folder, NAME.zip, NAME.zip.age with --encrypt-to, or the one file of a format",
                "that makes one"
            })
    @Nullable Path out;

    @Option(
            names = "--encrypt-to",
            paramLabel = "KEY",
            description = "seals the archive to an age recipient (age1…)")
    @Nullable String encryptTo;

    @Option(names = "--preview", description = "shows exactly what would leave; writes nothing")
    boolean preview;

    @Option(
            names = "--data",
            paramLabel = "WHAT",
            split = ",",
            description = {
                "rr, hr, device, markers, pacing-settings, estimates; several with commas",
                "(default: all that the format can hold)"
            })
    List<String> data = new ArrayList<>();

    @Option(names = "--identified", description = "with the person's code instead of a pseudonym")
    boolean identified;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "the consent to ask for (default: export)")
    String scope = ConsentScope.EXPORT.code();

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description = "whose data, where several people were recorded (default: client)")
    String lane = LaneId.CLIENT.value();

    @Override
    int run() {
        if (out == null && !preview) {
            throw new UsageException("say where to: --out PATH, or look first: --preview");
        }
        ExportWish wish = wish();
        Optional<AgeSeal> seal = Optional.ofNullable(encryptTo).map(AgeSeal::new);
        try (Vault vault = Vaults.open(this)) {
            SessionId id = new SessionId(session);
            ExportOrder order = ExportOrders.of(vault, id, new LaneId(lane), wish);
            ExportDesk desk = ExportOrders.desk(vault, id);
            if (preview || out == null) {
                PreviewText.print(desk.preview(order), out());
                return ExitCode.DONE;
            }
            ExportDesk.Placed placed = desk.export(order, out, seal);
            out().println(
                            "exported: "
                                    + placed.path()
                                    + ", "
                                    + placed.files()
                                    + (placed.files() == 1 ? " file, " : " files, ")
                                    + placed.bytes()
                                    + " bytes, SHA-256 "
                                    + placed.sha256());
        }
        return ExitCode.DONE;
    }

    private ExportWish wish() {
        ExportFormat wanted = ExportWords.one("--format", format, ExportFormat::ofCode, formats());
        Recipient to =
                ExportWords.recipient(
                        recipient, "; KIND is one of " + codes(Recipient.Kind.values()));
        return new ExportWish(
                wanted,
                ExportWords.purpose(purpose),
                to,
                ExportWords.one(
                        "--scope", scope, ConsentScope::ofCode, "those of 'attune consent give'"),
                categories(wanted),
                identified);
    }

    private Set<DataCategory> categories(ExportFormat wanted) {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        for (String each : data) {
            categories.add(
                    ExportWords.one(
                            "--data", each, DataCategory::ofCode, codes(DataCategory.values())));
        }
        if (categories.isEmpty()) {
            categories.addAll(all(wanted));
        }
        if (identified) {
            categories.add(DataCategory.IDENTITY);
        }
        return categories;
    }

    /** All that a format can hold, but for who the person is and what was noted of them. */
    static Set<DataCategory> all(ExportFormat wanted) {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        for (Exporter exporter : Wiring.EXPORTERS) {
            if (wanted == ExportFormat.BUNDLE || exporter.id().equals(wanted.code())) {
                categories.addAll(exporter.needs());
                categories.addAll(exporter.holds());
            }
        }
        if (wanted == ExportFormat.BUNDLE) {
            categories.add(DataCategory.PACING_SETTINGS);
        }
        categories.removeAll(EnumSet.of(DataCategory.NOTES, DataCategory.IDENTITY));
        return categories;
    }

    private static String formats() {
        return Wiring.EXPORTERS.stream().map(Exporter::id).collect(Collectors.joining(", "))
                + ", bundle";
    }

    private static String codes(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(each -> Json.lower(each).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}

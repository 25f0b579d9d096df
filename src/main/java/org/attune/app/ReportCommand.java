package org.attune.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.AgeSeal;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.export.page.PageWish;
import org.attune.export.page.SessionPage;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Role;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one person's session as a page, where they agreed. */
@Command(
        name = "report",
        description = {
            "Prints one person's session as one page: the curve, the figures, how far to rely on it.",
            "It leaves like any export: where consent covers it, pseudonymised, and is listed."
        })
final class ReportCommand extends Subcommand {
    @Parameters(paramLabel = "SESSION", description = "as 'attune sessions' lists it")
    String session = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "NAME.pdf, NAME.svg or NAME.png; NAME.pdf.age with --encrypt-to")
    Path out = Path.of("");

    @Option(names = "--paper", paramLabel = "P", description = "a4 or letter (default: a4)")
    String paper = "a4";

    @Option(
            names = "--for",
            paramLabel = "WHOM",
            description = {
                "therapist (default), or client: in plain words, their own copy, which needs no",
                "consent"
            })
    String reader = "therapist";

    @Option(names = "--language", paramLabel = "L", description = "en or de (default: en)")
    String language = "en";

    @Option(
            names = "--purpose",
            paramLabel = "P",
            description = "care (default), supervision, research or access (the person's own copy)")
    @Nullable String purpose;

    @Option(
            names = "--recipient",
            paramLabel = "R",
            description = {
                "KIND:ID, as in the consent (default: institution:practice, the record; with",
                "--for client the person themself)"
            })
    @Nullable String recipient;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "the consent to ask for (default: report; export for an own copy)")
    @Nullable String scope;

    @Option(
            names = "--encrypt-to",
            paramLabel = "KEY",
            description = "seals the page, in an archive, to an age recipient (age1…)")
    @Nullable String encryptTo;

    @Option(names = "--identified", description = "with the person's code instead of a pseudonym")
    boolean identified;

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description = "whose page, where several people were recorded (default: client)")
    String lane = LaneId.CLIENT.value();

    @Override
    int run() {
        ExportFormat format = format();
        LaneId whose = new LaneId(lane);
        if (whose.role() == Role.THERAPIST) {
            throw new UsageException("the therapist's own lane is private: it has no page");
        }
        PageWish.Paper onPaper =
                ExportWords.one("--paper", paper, PageWish.Paper::ofCode, "a4, letter");
        PageWish.Reader to =
                ExportWords.one("--for", reader, PageWish.Reader::ofCode, "therapist, client");
        PageWish.Language in =
                ExportWords.one("--language", language, PageWish.Language::ofCode, "en, de");
        Optional<AgeSeal> seal = Optional.ofNullable(encryptTo).map(AgeSeal::new);
        try (Vault vault = Vaults.open(common)) {
            SessionId id = new SessionId(session);
            ExportOrder order = ExportOrders.of(vault, id, whose, wish(format, to));
            PageWish page =
                    new PageWish(
                            format,
                            onPaper,
                            to,
                            in,
                            ZoneId.systemDefault(),
                            WallClock.system().now(),
                            ExportOrders.corrected(vault, id),
                            grant -> ExportOrders.consentedAt(vault, grant));
            ExportDesk desk = ExportOrders.desk(vault, id, List.of(new SessionPage(page)));
            ExportDesk.Placed placed = desk.export(order, out, seal);
            out().println(PagePrinter.told(placed));
        }
        return ExitCode.DONE;
    }

    private ExportFormat format() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        String inner = name.endsWith(".age") ? name.substring(0, name.length() - 4) : name;
        for (ExportFormat each : List.of(ExportFormat.PDF, ExportFormat.SVG, ExportFormat.PNG)) {
            if (inner.endsWith("." + each.code())) {
                return each;
            }
        }
        throw new UsageException("--out is a file named .pdf, .svg or .png: " + out);
    }

    /** What is wished for; the recipient of an own copy is whoever the lane is of. */
    private Function<ClientCode, ExportWish> wish(ExportFormat format, PageWish.Reader to) {
        boolean own = to == PageWish.Reader.CLIENT && recipient == null && purpose == null;
        Purpose why =
                own
                        ? Purpose.ACCESS
                        : ExportWords.purpose(purpose == null ? Purpose.CARE.code() : purpose);
        Optional<Recipient> named = own ? Optional.empty() : Optional.of(recipient());
        boolean access = why == Purpose.ACCESS;
        ConsentScope asked =
                scope == null
                        ? access ? ConsentScope.EXPORT : ConsentScope.REPORT
                        : ExportWords.one(
                                "--scope", scope, ConsentScope::ofCode, "those of consent give");
        Set<DataCategory> categories =
                EnumSet.of(
                        DataCategory.HR,
                        DataCategory.MARKERS,
                        DataCategory.ESTIMATES,
                        DataCategory.REPORT);
        if (identified) {
            categories.add(DataCategory.IDENTITY);
        }
        return code ->
                new ExportWish(
                        format,
                        why,
                        named.orElseGet(() -> themself(code)),
                        asked,
                        categories,
                        identified);
    }

    private static Recipient themself(ClientCode code) {
        return new Recipient(code.value(), Recipient.Kind.SELF, code.value());
    }

    private Recipient recipient() {
        String text = recipient == null ? "institution:practice" : recipient;
        return ExportWords.recipient(text, "");
    }
}

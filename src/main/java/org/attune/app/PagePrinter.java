package org.attune.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Purpose;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.export.page.PageWish;
import org.attune.export.page.Part;
import org.attune.export.page.SessionPage;
import org.attune.session.LaneId;
import org.attune.session.Role;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Prints pages of sessions into the practice's record, as {@code attune report} does. */
final class PagePrinter {
    private PagePrinter() {}

    /** The page of one person, where they agreed to {@code report}; what was done, in a line. */
    static String print(
            Vault vault, SessionId session, LaneId lane, PageWish.Language language, Path file) {
        StoredSession stored = ExportOrders.stored(vault, session);
        return print(vault, stored, Optional.of(session), lane, Optional.empty(), language, file);
    }

    /**
     * The same, or a picture of a part, of a session that need not be in the vault.
     *
     * @param stored whose people are known to the vault
     * @param part as a picture; empty for the page of the whole
     * @param kept by which name the vault holds it; empty where it does not
     */
    static String print(
            Vault vault,
            StoredSession stored,
            Optional<SessionId> kept,
            LaneId lane,
            Optional<Part> part,
            PageWish.Language language,
            Path file) {
        if (lane.role() == Role.THERAPIST) {
            throw new UsageException("the therapist's own lane is private: it has no page");
        }
        ExportFormat format = format(file);
        PageWish page =
                new PageWish(
                        format,
                        PageWish.Paper.A4,
                        PageWish.Reader.THERAPIST,
                        language,
                        ZoneId.systemDefault(),
                        WallClock.system().now(),
                        kept.map(each -> ExportOrders.corrected(vault, each)).orElse(0),
                        grant -> ExportOrders.consentedAt(vault, grant));
        ExportWish wish =
                new ExportWish(
                        format,
                        Purpose.CARE,
                        ExportWords.recipient("institution:practice", ""),
                        ConsentScope.REPORT,
                        EnumSet.of(
                                DataCategory.HR,
                                DataCategory.MARKERS,
                                DataCategory.ESTIMATES,
                                DataCategory.REPORT),
                        false);
        ExportOrder order = ExportOrders.of(vault, stored, lane, wish);
        return told(
                ExportOrders.desk(vault, kept, List.of(new SessionPage(page, part)))
                        .export(order, file, Optional.empty()));
    }

    static PageWish.Language language(Locale locale) {
        return locale.getLanguage().equals("de") ? PageWish.Language.DE : PageWish.Language.EN;
    }

    /** By the file's ending. */
    static ExportFormat format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (ExportFormat each : List.of(ExportFormat.PDF, ExportFormat.SVG, ExportFormat.PNG)) {
            if (name.endsWith("." + each.code())) {
                return each;
            }
        }
        throw new UsageException("name a file .pdf, .svg or .png: " + file.getFileName());
    }

    static String told(ExportDesk.Placed placed) {
        return "printed: "
                + placed.path()
                + ", "
                + placed.bytes()
                + " bytes, SHA-256 "
                + placed.sha256();
    }
}

package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Identifiability;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.AgeSeal;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.export.ExportRefusedException;
import org.attune.export.Exporter;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.SessionId;
import org.attune.store.SessionEntry;
import org.attune.store.Vault;
import org.attune.ui.desk.DeskActions.Choices;
import org.attune.ui.desk.DeskActions.Leaving;
import org.attune.ui.desk.DeskActions.Wish;

/** What the desk lets leave, and what it says beforehand. On the desk's worker thread. */
final class DeskExports {
    private final Vault vault;

    DeskExports(Vault vault) {
        this.vault = vault;
    }

    Choices choices() {
        List<String> formats =
                new ArrayList<>(Wiring.EXPORTERS.stream().map(Exporter::id).toList());
        formats.add(ExportFormat.BUNDLE.code());
        return new Choices(
                formats,
                Arrays.stream(Purpose.values()).map(Purpose::code).toList(),
                List.of(Identifiability.PSEUDONYMISED.code(), Identifiability.IDENTIFIED.code()));
    }

    Leaving preview(Wish wish) {
        try {
            ExportOrder order = order(wish);
            ExportDesk desk = ExportOrders.desk(vault, new SessionId(wish.session()));
            return new Leaving(true, PreviewText.lines(desk.preview(order)));
        } catch (ExportRefusedException refused) {
            return new Leaving(false, refused.missing());
        } catch (UsageException unclear) {
            return new Leaving(false, List.of(String.valueOf(unclear.getMessage())));
        }
    }

    String export(Wish wish, Path target) {
        Optional<AgeSeal> seal =
                wish.key().isEmpty() ? Optional.empty() : Optional.of(new AgeSeal(wish.key()));
        ExportDesk.Placed placed =
                ExportOrders.desk(vault, new SessionId(wish.session()))
                        .export(order(wish), target, seal);
        return "exported: " + placed.path() + ", " + placed.files() + " files";
    }

    private ExportOrder order(Wish wish) {
        SessionId id = new SessionId(wish.session());
        ClientCode client = new ClientCode(wish.code());
        ExportFormat format =
                ExportFormat.ofCode(wish.format())
                        .orElseThrow(() -> new UsageException("choose a format"));
        boolean identified = wish.identifiability().equals(Identifiability.IDENTIFIED.code());
        Recipient recipient = recipient(vault, client, wish.recipient());
        Purpose purpose =
                Purpose.ofCode(wish.purpose())
                        .orElseThrow(() -> new UsageException("choose a purpose"));
        Set<DataCategory> categories = EnumSet.copyOf(ExportCommand.all(format));
        if (identified) {
            categories.add(DataCategory.IDENTITY);
        }
        return ExportOrders.of(
                vault,
                id,
                lane(vault, id, client),
                new ExportWish(
                        format, purpose, recipient, scopeFor(purpose), categories, identified));
    }

    /** Under which scope each purpose is asked of the client. */
    private static ConsentScope scopeFor(Purpose purpose) {
        return switch (purpose) {
            case SUPERVISION -> ConsentScope.SUPERVISION;
            case RESEARCH -> ConsentScope.RESEARCH;
            default -> ConsentScope.EXPORT;
        };
    }

    /** Somebody the client named, by name or code; never a guess. */
    static Recipient recipient(Vault vault, ClientCode client, String said) {
        return VaultDesk.grants(vault.consents().log(client))
                .flatMap(grant -> grant.recipients().stream())
                .filter(each -> each.name().equalsIgnoreCase(said) || each.code().equals(said))
                .findFirst()
                .or(() -> Recipient.ofCode(said))
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "no consent of "
                                                + client.value()
                                                + " names \""
                                                + said
                                                + "\""));
    }

    /** The lane of a person in a session. */
    static LaneId lane(Vault vault, SessionId id, ClientCode client) {
        return vault.archive().list().sessions().stream()
                .map(SessionEntry::session)
                .filter(session -> session.id().equals(id))
                .flatMap(session -> session.participants().stream())
                .filter(each -> each.code().equals(client))
                .map(Participant::lane)
                .findFirst()
                .orElseThrow(() -> new UsageException(client.value() + " is not in that session"));
    }
}
